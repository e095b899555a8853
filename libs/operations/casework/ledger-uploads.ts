import type { ImportRow, LedgerFileRow, OrganisationRow, Stores } from '#database';
import type { BlobStore } from '#evidence';
import { AlreadyDone, BadInput, type Fault, MissingResource, sha256Hex, stableId } from '#kernel';
import { type LedgerRow, ledgerColumns, opennessWords, readLedger, readTable, writeXlsx } from '#sheets';
import { ledgerFiles, listedDocuments, type ListedDocuments } from '../ledger-files.js';
import { UnitFinder } from '../unit-finder.js';
import type { CaseDoer } from './doer.js';
import { dayOf, printInstant } from '../clock.js';
import { wordsOf } from './parties.js';

type Books = Pick<Stores, 'imports' | 'ledgers' | 'organisations'> & { blobs: BlobStore };

/** Whoever hands ledgers in, and for which units. */
export interface LedgerParty {
  doer: CaseDoer;
  /** Ids; null for all. */
  units: readonly string[] | null;
}

export interface LedgerUpload {
  /** As the file is called on the machine of whoever hands it in. */
  name: string;
  bytes: Uint8Array;
}

/** What a row would do to what is known of its document. */
export type LedgerChange = 'new' | 'changed' | 'same';

export interface PreviewRow extends LedgerRow {
  change: LedgerChange;
}

/** What would be kept. With faults nothing would, and there are no rows. */
export interface LedgerPreview {
  faults: Fault[];
  rows: PreviewRow[];
  units: { id: string; name: string; rows: number; added: number; changed: number; same: number }[];
  /** Names the ledgers of these units as they stand: who confirms says on which he looked. */
  state: string;
}

/** Looks at a ledger and keeps nothing. */
export async function previewLedger(
  books: Books,
  upload: LedgerUpload,
  party: LedgerParty,
  now: Date,
): Promise<LedgerPreview> {
  try {
    const { rows, units, unitOf } = await read(books, upload, party, now);
    const files = await ledgerFiles(books);
    const listed = await listedDocuments(books, files, units);
    const told = rows.map((row) => ({ ...row, change: changeOf(row, unitOf(row), listed) }));
    return { faults: [], rows: told, units: countsOf(told, units, unitOf), state: stateOf(files, units) };
  } catch (error) {
    if (error instanceof BadInput) return { faults: error.faults, rows: [], units: [], state: '' };
    throw error;
  }
}

/**
 * Keeps a ledger that was looked at. The same id again keeps nothing twice.
 * @throws BadInput as in the preview; AlreadyDone where another ledger of these units came in or was taken back meanwhile.
 */
export async function keepLedger(
  books: Books,
  { id, state, ...upload }: LedgerUpload & { id: string; state: string },
  party: LedgerParty,
  now: Date,
): Promise<{ file: ImportRow; rows: number }> {
  const { rows, units } = await read(books, upload, party, now);
  const sha256 = await books.blobs.put(upload.bytes);
  const file: ImportRow = {
    ...{ id: stableId('import', 'ledger', sha256, id), kind: 'ledger', name: shownName(upload.name), sha256 },
    ...{ importedAt: now.toISOString(), organisations: units.map((unit) => unit.id), sample: party.doer.sample },
    ...{ account: party.doer.id, author: party.doer.signs },
  };
  await books.ledgers.add(file, (standing) => {
    if (stateOf(standing, units) === state) return;
    const last = standing.findLast((one) => touches(one, units));
    const who = last
      ? `${last.author ?? '命令行'}于${printInstant(last.importedAt)}报送了“${last.name}”`
      : '有台账撤回';
    throw new AlreadyDone([{ where: '台账', what: `预览之后这些单位的台账有变化（${who}），请重新预览` }]);
  });
  return { file, rows: rows.length };
}

/**
 * Takes a ledger back: its rows count no more, and what earlier ledgers said of the same documents does again.
 * @throws MissingResource, BadInput, AlreadyDone
 */
export async function withdrawLedger(
  books: Books,
  { file: id, reason }: { file: string; reason: string },
  party: LedgerParty,
  now: Date,
): Promise<{ before: LedgerFileRow; after: LedgerFileRow }> {
  const before = (await ledgersHandedIn(books, party)).find((file) => file.id === id);
  if (!before) throw new MissingResource([{ where: '台账', what: '没有这份台账，或不能由本账号撤回' }]);
  const row = { import: id, reason: wordsOf('理由', reason), account: party.doer.id, author: party.doer.signs };
  const withdrawal = await books.ledgers.withdraw({ ...row, at: now.toISOString() });
  if (withdrawal.account !== row.account || before.withdrawal !== null) {
    const what = `${withdrawal.author}已于${printInstant(withdrawal.at)}撤回`;
    throw new AlreadyDone([{ where: '台账', what }]);
  }
  return { before, after: { ...before, withdrawal } };
}

/** Ledgers that are of nobody's units but those of whoever asks, newest first. */
export async function ledgersHandedIn(
  { ledgers, organisations }: Pick<Books, 'ledgers' | 'organisations'>,
  { doer, units }: { doer: Pick<CaseDoer, 'sample'>; units: readonly string[] | null },
): Promise<LedgerFileRow[]> {
  const known = new Set((await organisations.listOrganisations({ sample: doer.sample, units })).map(({ id }) => id));
  return (await ledgers.files()).filter(({ organisations: named, sample }) => {
    if (!named) return units === null && !doer.sample;
    return (sample ?? false) === doer.sample && named.every((id) => known.has(id));
  });
}

/** The head of a ledger, with a row for each unit. */
export function ledgerForm(units: readonly Pick<OrganisationRow, 'name'>[]): Promise<Uint8Array> {
  const widths: Record<string, number> = { 单位: 28, 标题: 60, 发文字号: 24, 成文日期: 14, 不公开理由: 40 };
  const columns = ledgerColumns.map((title) => ({
    ...{ key: title, title },
    ...(widths[title] ? { width: widths[title] } : {}),
    ...(title === '公开属性' ? { choices: opennessWords } : {}),
    ...(title === '成文日期' ? { format: 'yyyy-mm-dd' } : {}),
  }));
  return writeXlsx([{ name: '主动公开文件台账', columns, rows: units.map(({ name }) => ({ 单位: name })) }]);
}

interface ReadLedger {
  rows: LedgerRow[];
  /** Those that its rows name. */
  units: OrganisationRow[];
  unitOf(row: LedgerRow): OrganisationRow;
}

/** @throws BadInput for every mistake, among them rows of units that are not one's own. */
async function read(
  { organisations }: Pick<Books, 'organisations'>,
  { name, bytes }: LedgerUpload,
  { doer, units: own }: LedgerParty,
  now: Date,
): Promise<ReadLedger> {
  const all = await organisations.listOrganisations({ sample: doer.sample });
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const finder = new UnitFinder(all);
  const accepted = own === null ? '已导入单位的名称或别名' : `本单位名称：${namesOf(own, byId)}`;
  const checks = {
    today: dayOf(now),
    organisation(named: string) {
      const [unit, ...more] = finder.unitsOf(named);
      const shown = named.slice(0, 30);
      if (unit === undefined) return { what: `没有名为“${shown}”的单位`, accepted };
      if (own !== null && !own.includes(unit)) return { what: `“${shown}”不是本单位`, accepted };
      return more.length > 0 ? { what: `“${shown}”是几个单位的名称`, accepted: '单位的全称' } : null;
    },
  };
  const rows = readLedger(await readTable(bytes, shownName(name)), checks);
  const unitOf = ({ organisation }: LedgerRow) => byId.get(finder.unitsOf(organisation)[0]!)!;
  return { rows, units: [...new Set(rows.map(unitOf))], unitOf };
}

function namesOf(ids: readonly string[], byId: ReadonlyMap<string, OrganisationRow>): string {
  return ids
    .flatMap((id) => byId.get(id)?.name ?? [])
    .slice(0, 5)
    .join('、');
}

const shownName = (name: string): string => name.replace(/\p{C}/gu, '').slice(0, 120) || '台账';

const touches = ({ organisations }: ImportRow, units: readonly OrganisationRow[]): boolean =>
  !organisations || units.some(({ id }) => organisations.includes(id));

function stateOf(files: readonly ImportRow[], units: readonly OrganisationRow[]): string {
  const ids = files.filter((file) => touches(file, units)).map(({ id }) => id);
  return sha256Hex(ids.join('\n')).slice(0, 32);
}

function changeOf(row: LedgerRow, unit: OrganisationRow, listed: ListedDocuments): LedgerChange {
  const known = listed
    .get(unit.id)
    ?.find(
      ({ document }) =>
        (document.documentNumber ?? document.title) === (row.documentNumber ?? row.title) &&
        document.issuedOn === row.issuedOn,
    )?.document;
  if (!known) return 'new';
  const isSame = known.title === row.title && known.openness === row.openness && known.reason === row.reason;
  return isSame ? 'same' : 'changed';
}

function countsOf(
  rows: readonly PreviewRow[],
  units: readonly OrganisationRow[],
  unitOf: (row: LedgerRow) => OrganisationRow,
): LedgerPreview['units'] {
  return units.map(({ id, name }) => {
    const own = rows.filter((row) => unitOf(row).id === id);
    const count = (change: LedgerChange) => own.filter((row) => row.change === change).length;
    return { id, name, rows: own.length, added: count('new'), changed: count('changed'), same: count('same') };
  });
}
