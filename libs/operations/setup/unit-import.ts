import { createHash } from 'node:crypto';
import { NetworkPolicy } from '#crawlers';
import type { OrganisationRow, Stores } from '#database';
import { checkUploadApart, usualUploadLimits } from '#files';
import { AlreadyDone, BadInput, canonicalJson, refused, sha256Hex, type Settings } from '#kernel';
import { checkOrganisations, readTable, type KnownUnit, type UnitFault } from '#sheets';
import type { CaseDoer } from '../casework/doer.js';

type Books = Pick<Stores, 'organisations'>;

/** A list of units as somebody sent it. */
export interface UnitsFile {
  name: string;
  bytes: Uint8Array;
}

/** A list of units is small; what is larger is something else. */
export const unitsFileLimits = { maxBytes: 5_000_000, maxRows: 20_000 };
/** Faults and changes are told up to so many; the rest is counted. */
const shown = 500;

/** One value of a unit that a file sets otherwise. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** What a row would do. */
export interface UnitChange {
  line: number;
  name: string;
  change: 'new' | 'changed';
  /** Of a new unit all that is filled in. */
  fields: FieldChange[];
}

/** What would come of a list of units, before anything is stored. */
export interface UnitsPreview {
  /** Names exactly these bytes over exactly these units; null while there are faults. */
  token: string | null;
  rows: number;
  added: number;
  changed: number;
  same: number;
  /** In the order of the file, up to 500. */
  changes: UnitChange[];
  /** Up to 500. */
  faults: UnitFault[];
  faultCount: number;
  /** Stored units that the file does not speak of; they stay as they are. */
  missing: string[];
}

export interface UnitsStored {
  added: OrganisationRow[];
  changed: number;
}

interface Read {
  preview: UnitsPreview;
  rows: OrganisationRow[];
}

/**
 * What a list of units would do. Nothing is stored.
 * @throws BadInput when it is no table that can be read at all.
 */
export async function previewUnits(
  books: Books,
  file: UnitsFile,
  doer: Pick<CaseDoer, 'sample'>,
  settings: Pick<Settings, 'MINGJING_ALLOW_NETWORKS'>,
): Promise<UnitsPreview> {
  const all = await books.organisations.listOrganisations();
  return (await read(file, all, doer, settings)).preview;
}

/**
 * Stores a list that was looked at before, all of it or nothing.
 * @param token of the preview.
 * @throws BadInput when the file is another or has faults; AlreadyDone when the units changed since it was looked at.
 */
export async function storeUnits(
  books: Books,
  { token, ...file }: UnitsFile & { token: string },
  doer: Pick<CaseDoer, 'sample'>,
  settings: Pick<Settings, 'MINGJING_ALLOW_NETWORKS'>,
): Promise<UnitsStored> {
  holdToReal(doer);
  const before = await books.organisations.listOrganisations();
  const { preview, rows } = await read(file, before, doer, settings);
  const [bytesThen] = token.split('.');
  if (bytesThen !== digestOfBytes(file.bytes))
    throw refused('单位名单', '与核对时的文件不同', '核对过的同一个文件；改过文件请重新核对');
  if (preview.token === null) throw refused('单位名单', `有 ${preview.faultCount} 处问题，没有导入`, '改好后重新核对');
  const known = new Set(before.map(({ name }) => name));
  const check = (standing: OrganisationRow[]) => {
    if (token !== tokenOf(file.bytes, standing))
      throw new AlreadyDone([
        { where: '单位名单', what: '核对之后单位名单有改动，没有导入', accepted: '重新核对后再确认' },
      ]);
  };
  const stored = await books.organisations.importOrganisations(rows, { check });
  return { added: stored.filter(({ name }) => !known.has(name)), changed: preview.changed };
}

/** Nobody who tries the sample brings real units in. @throws AlreadyDone */
export function holdToReal({ sample }: Pick<CaseDoer, 'sample'>): void {
  if (sample)
    throw new AlreadyDone([{ where: '示例账号', what: '可以核对和试读，不能改动单位、方案和采集；真实安装里才可以' }]);
}

async function read(
  file: UnitsFile,
  all: readonly OrganisationRow[],
  { sample }: Pick<CaseDoer, 'sample'>,
  settings: Pick<Settings, 'MINGJING_ALLOW_NETWORKS'>,
): Promise<Read> {
  const known = all.filter((unit) => unit.sample === sample);
  const others = new Set(all.flatMap((unit) => (unit.sample === sample ? [] : unit.name)));
  const policy = new NetworkPolicy(settings.MINGJING_ALLOW_NETWORKS);
  const { rows, faults } = await checkedRows(file, known, (address) => policy.refusal(address));
  for (const { line, unit } of rows)
    if (others.has(unit.name))
      faults.push({
        ...{ where: `第${line}行“名称”列`, line, column: '名称' },
        ...{ what: `“${unit.name}”与示例单位同名`, accepted: '示例单位以外的名称' },
      });
  const byName = new Map(known.map((unit) => [unit.name, unit]));
  const changes = rows.flatMap(({ line, unit }) => changeOf(line, unit, byName.get(unit.name)) ?? []);
  const named = new Set(rows.map(({ unit }) => unit.name));
  const isWhole = faults.length === 0;
  const added = changes.filter(({ change }) => change === 'new').length;
  const preview: UnitsPreview = {
    token: isWhole ? tokenOf(file.bytes, known) : null,
    ...{ rows: rows.length, added, changed: changes.length - added, same: rows.length - changes.length },
    changes: changes.slice(0, shown),
    faults: [...faults].sort((one, other) => (one.line ?? 0) - (other.line ?? 0)).slice(0, shown),
    faultCount: faults.length,
    missing: rows.length === 0 ? [] : known.flatMap(({ name }) => (named.has(name) ? [] : name)),
  };
  return { preview, rows: rows.map(({ unit }) => unit) };
}

/** Faults of the file as a whole are told like those of its cells. */
async function checkedRows(
  file: UnitsFile,
  known: Iterable<KnownUnit>,
  refusal: (address: string) => string | null,
): Promise<ReturnType<typeof checkOrganisations>> {
  try {
    return checkOrganisations(await tableOf(file), known, refusal);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { rows: [], faults: error.faults.map((fault) => ({ ...fault, line: null, column: null })) };
  }
}

/** A workbook is looked at in a thread apart before it is opened here; what is none is read as text. */
async function tableOf({ name, bytes }: UnitsFile) {
  if (bytes.byteLength === 0) throw refused(name, '文件是空的', '填好的 xlsx 或 csv');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const limits = { ...usualUploadLimits, maxBytes: unitsFileLimits.maxBytes, maxUnpackedBytes: 50_000_000 };
    const verdict = await checkUploadApart(bytes, limits);
    if ('refused' in verdict) throw refused(name, verdict.refused, '填好的 xlsx 或 csv');
    if (verdict.kind !== 'xlsx') throw refused(name, `是 ${verdict.kind}，不是表格`, '填好的 xlsx 或 csv');
  }
  return readTable(bytes, name, unitsFileLimits);
}

const fields: Record<string, (unit: OrganisationRow) => string | null> = {
  名称: ({ name }) => name,
  别名: ({ aliases }) => aliases.join('、') || null,
  层级: ({ level }) => level,
  类别: ({ category }) => category,
  上级: ({ parent }) => parent,
  网站: ({ site }) => site,
};

/** Null where nothing changes. */
export function changeOf(line: number, unit: OrganisationRow, known: OrganisationRow | undefined): UnitChange | null {
  const values = (one: OrganisationRow | undefined) =>
    one && { ...Object.fromEntries(Object.entries(fields).map(([field, of]) => [field, of(one)])), ...one.extra };
  const [before, after] = [values(known) ?? {}, values(unit) ?? {}] as Record<string, string | null>[];
  const changed = [...new Set([...Object.keys(after!), ...Object.keys(before!)])].flatMap((field) => {
    const [was, is] = [before![field] ?? null, after![field] ?? null];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
  if (changed.length === 0) return null;
  return { line, name: unit.name, change: known ? 'changed' : 'new', fields: changed };
}

const digestOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** What a unit says, as a short text that changes with it. */
export function versionOf({ id, name, aliases, level, category, parent, site, extra }: OrganisationRow): string {
  return sha256Hex(canonicalJson({ id, name, aliases, level, category, parent, site, extra })).slice(0, 20);
}

function tokenOf(bytes: Uint8Array, standing: readonly OrganisationRow[]): string {
  const real = standing.map(versionOf).sort();
  return `${digestOfBytes(bytes)}.${sha256Hex(real.join('\n')).slice(0, 32)}`;
}
