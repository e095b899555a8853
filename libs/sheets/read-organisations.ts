import type { OrganisationRow } from '#database';
import { type Fault, stableId } from '#kernel';
import { place, quote, refuse, type Table, type TableRow } from './table.js';
import { missingColumns, splitNames } from './table-checks.js';

export const unitColumns = ['名称', '别名', '层级', '类别', '上级', '网站'] as const;
export const unitLevels: readonly string[] = ['省', '市', '县', '乡', '村'];
export const unitCategories: readonly string[] = ['政府', '部门', '街镇', '园区', '村居', '单位'];
const maxNameLength = 60;

/** A unit that is stored already: what a table says is held against it. */
export type KnownUnit = Pick<OrganisationRow, 'name' | 'aliases' | 'parent'>;

/** What is wrong with a cell; line and column are null where it is the table as a whole. */
export interface UnitFault extends Fault {
  line: number | null;
  column: string | null;
}

/** Units with the line that each was read from, in the order of the table; of no use while there are faults. */
export interface CheckedUnits {
  rows: { line: number; unit: OrganisationRow }[];
  faults: UnitFault[];
}

/**
 * Units from a table with the columns 名称,别名,层级,类别,上级,网站; further columns are kept in `extra`. A parent may stand in the
 * table or be one of the known units. Every fault is listed, row by row; with a fault nothing is returned.
 * @throws BadInput
 */
export function readOrganisations(table: Table, known: Iterable<KnownUnit> = []): OrganisationRow[] {
  const { rows, faults } = checkOrganisations(table, known);
  if (faults.length > 0)
    refuse(faults.map(({ where, what, accepted }) => ({ where, what, ...(accepted ? { accepted } : {}) })));
  return rows.map(({ unit }) => unit);
}

/**
 * The same with the faults as data.
 * @param refusal why a site may not be asked, or null; by default every address may.
 */
export function checkOrganisations(
  table: Table,
  known: Iterable<KnownUnit> = [],
  refusal: (address: string) => string | null = () => null,
): CheckedUnits {
  const whole = (fault: Fault): UnitFault => ({ ...fault, line: null, column: null });
  const missing = missingColumns(table, unitColumns);
  if (missing.length > 0) return { rows: [], faults: missing.map(whole) };
  if (table.rows.length === 0)
    return {
      rows: [],
      faults: [whole({ where: place(table.fileName), what: '只有表头，没有单位', accepted: '每行一个单位' })],
    };
  const names = new Map<string, TableRow>();
  for (const row of table.rows) {
    const name = row.cells['名称'] ?? '';
    if (name !== '' && !names.has(name)) names.set(name, row);
  }
  const labels = new Map<string, number>([...names].map(([name, row]) => [name, row.line]));
  const others = new Map([...known].map((unit) => [unit.name, unit]));
  const taken = takenLabels(others.values(), names);
  const faults: UnitFault[] = [];
  const checks: Checks = { names, known: others, labels, taken, refusal, faults };
  const rows = table.rows.map((row) => readOne(table, row, checks));
  faults.push(...cycleFaults(table, rows, others));
  return { rows: rows.map((unit, i) => ({ line: table.rows[i]?.line ?? 0, unit })), faults };
}

interface Checks {
  /** Name → its first row. */
  names: Map<string, TableRow>;
  known: Map<string, KnownUnit>;
  /** Every name and alias of the table → the line that has it. */
  labels: Map<string, number>;
  /** Every name and alias of units that the table does not speak of → the unit's name. */
  taken: Map<string, string>;
  refusal: (address: string) => string | null;
  faults: UnitFault[];
}

function takenLabels(known: Iterable<KnownUnit>, names: ReadonlyMap<string, TableRow>): Map<string, string> {
  const taken = new Map<string, string>();
  for (const { name, aliases } of known)
    if (!names.has(name)) for (const label of [name, ...aliases]) taken.set(label, name);
  return taken;
}

function readOne(table: Table, row: TableRow, checks: Checks): OrganisationRow {
  const cell = (column: string) => row.cells[column] ?? '';
  const report = (column: string, what: string, accepted: string) =>
    checks.faults.push({ where: place(table.fileName, row.line, column), what, accepted, line: row.line, column });

  const name = cell('名称');
  if (name === '') report('名称', '没有填写', '单位全称');
  else if (name.length > maxNameLength) report('名称', `有 ${name.length} 个字`, `至多 ${maxNameLength} 字`);
  const first = checks.names.get(name);
  if (first && first !== row) report('名称', `“${quote(name)}”与第${first.line}行重复`, '每个单位只占一行');
  const owner = checks.taken.get(name);
  if (owner !== undefined) report('名称', `“${quote(name)}”是已有单位“${quote(owner)}”的别名`, '该单位的名称');

  const aliases = [...new Set(splitNames(cell('别名')))].filter((alias) => alias !== name);
  for (const alias of aliases) {
    const line = checks.labels.get(alias);
    if (line !== undefined && line !== row.line) {
      report('别名', `“${quote(alias)}”也是第${line}行的名称或别名`, '各单位互不相同的别名，用顿号隔开');
    } else checks.labels.set(alias, row.line);
    const other = checks.taken.get(alias);
    if (other !== undefined)
      report('别名', `“${quote(alias)}”也是已有单位“${quote(other)}”的名称或别名`, '各单位互不相同的别名，用顿号隔开');
  }

  const level = cell('层级');
  if (!unitLevels.includes(level)) report('层级', unusable(level), unitLevels.join('、'));
  const category = cell('类别');
  if (!unitCategories.includes(category)) report('类别', unusable(category), unitCategories.join('、'));

  const parent = cell('上级') || null;
  if (parent !== null && parent === name) report('上级', '与本单位相同', '上级单位的名称，没有则留空');
  else if (parent !== null && !checks.names.has(parent) && !checks.known.has(parent)) {
    report('上级', `“${quote(parent)}”不在本表，也不在已有单位中`, '本表或已有单位的名称，没有则留空');
  }

  const extra = Object.entries(row.cells).filter(([key, value]) => !isOwn(key) && value !== '');
  return {
    id: stableId('organisation', name),
    name,
    aliases,
    level,
    category,
    parent,
    site: readSite(cell('网站'), checks.refusal, report),
    extra: Object.fromEntries(extra),
    sample: false,
  };
}

function readSite(
  text: string,
  refusal: (address: string) => string | null,
  report: (column: string, what: string, accepted: string) => void,
): string | null {
  if (text === '') return null;
  const accepted = 'http:// 或 https:// 开头的网址，没有网站则留空';
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:\/\//i.test(text) || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
    report('网站', `“${quote(text)}”不是可用的网址`, accepted);
    return null;
  }
  if (url.username !== '' || url.password !== '') {
    report('网站', '网址里带有用户名或密码', accepted);
    return null;
  }
  const why = refusal(url.href);
  if (why !== null) {
    report('网站', why, '公网上的网站；内网的网站须先由管理员在 MINGJING_ALLOW_NETWORKS 中放行');
    return null;
  }
  return url.href;
}

/** Units that are, over others, their own superior. */
function cycleFaults(table: Table, rows: OrganisationRow[], known: ReadonlyMap<string, KnownUnit>): UnitFault[] {
  const parents = new Map([...known.values(), ...rows].map((row) => [row.name, row.parent]));
  const settled = new Set<string>();
  const faults: UnitFault[] = [];
  rows.forEach((row, i) => {
    const path = new Set<string>();
    let name: string | null = row.name;
    while (name !== null && !settled.has(name) && !path.has(name)) {
      path.add(name);
      name = parents.get(name) ?? null;
    }
    const looped = name !== null && path.has(name) && path.size > 1;
    if (looped) {
      const line = table.rows[i]?.line ?? null;
      faults.push({
        ...{ where: place(table.fileName, line ?? undefined, '上级'), line, column: '上级' },
        what: `上级关系成环：${[...path].map(quote).join(' → ')}`,
        accepted: '自下而上、不成环的上级',
      });
    }
    for (const step of path) settled.add(step);
  });
  return faults;
}

function isOwn(key: string): boolean {
  return (unitColumns as readonly string[]).includes(key);
}

function unusable(value: string): string {
  return value === '' ? '没有填写' : `“${quote(value)}”不可用`;
}
