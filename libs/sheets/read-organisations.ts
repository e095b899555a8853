import type { OrganisationRow } from '#database';
import { type Fault, stableId } from '#kernel';
import { place, quote, refuse, type Table, type TableRow } from './table.js';
import { missingColumns, splitNames } from './table-checks.js';

const columns = ['名称', '别名', '层级', '类别', '上级', '网站'] as const;
const levels = ['省', '市', '县', '乡', '村'];
const categories = ['政府', '部门', '街镇', '园区', '村居', '单位'];
const maxNameLength = 60;

/**
 * Units from a table with the columns 名称,别名,层级,类别,上级,网站; further columns are kept in `extra`. A parent may stand in the
 * table or be one of `existing` (names already stored). Every fault is listed, row by row; with a fault nothing is returned.
 * @throws BadInput
 */
export function readOrganisations(table: Table, existing: Iterable<string> = []): OrganisationRow[] {
  const faults: Fault[] = missingColumns(table, columns);
  if (faults.length > 0) refuse(faults);
  if (table.rows.length === 0)
    refuse([{ where: place(table.fileName), what: '只有表头，没有单位', accepted: '每行一个单位' }]);

  const known = new Set(existing);
  const names = new Map<string, TableRow>();
  for (const row of table.rows) {
    const name = row.cells['名称'] ?? '';
    if (name !== '' && !names.has(name)) names.set(name, row);
  }
  const labels = new Map<string, number>([...names].map(([name, row]) => [name, row.line]));
  const rows = table.rows.map((row) => readOne(table, row, { names, known, labels, faults }));
  faults.push(...cycleFaults(table, rows));
  if (faults.length > 0) refuse(faults);
  return rows;
}

interface Checks {
  /** Name → its first row. */
  names: Map<string, TableRow>;
  known: Set<string>;
  /** Every name and alias → the line that has it. */
  labels: Map<string, number>;
  faults: Fault[];
}

function readOne(table: Table, row: TableRow, checks: Checks): OrganisationRow {
  const cell = (column: string) => row.cells[column] ?? '';
  const report = (column: string, what: string, accepted: string) =>
    checks.faults.push({ where: place(table.fileName, row.line, column), what, accepted });

  const name = cell('名称');
  if (name === '') report('名称', '没有填写', '单位全称');
  else if (name.length > maxNameLength) report('名称', `有 ${name.length} 个字`, `至多 ${maxNameLength} 字`);
  const first = checks.names.get(name);
  if (first && first !== row) report('名称', `“${quote(name)}”与第${first.line}行重复`, '每个单位只占一行');

  const aliases = [...new Set(splitNames(cell('别名')))].filter((alias) => alias !== name);
  for (const alias of aliases) {
    const line = checks.labels.get(alias);
    if (line !== undefined && line !== row.line) {
      report('别名', `“${quote(alias)}”也是第${line}行的名称或别名`, '各单位互不相同的别名，用顿号隔开');
    } else checks.labels.set(alias, row.line);
  }

  const level = cell('层级');
  if (!levels.includes(level)) report('层级', unusable(level), levels.join('、'));
  const category = cell('类别');
  if (!categories.includes(category)) report('类别', unusable(category), categories.join('、'));

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
    site: readSite(cell('网站'), report),
    extra: Object.fromEntries(extra),
    sample: false,
  };
}

function readSite(text: string, report: (column: string, what: string, accepted: string) => void): string | null {
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
  return url.href;
}

/** Units that are, over others, their own superior. */
function cycleFaults(table: Table, rows: OrganisationRow[]): Fault[] {
  const parents = new Map(rows.map((row) => [row.name, row.parent]));
  const settled = new Set<string>();
  const faults: Fault[] = [];
  rows.forEach((row, i) => {
    const path = new Set<string>();
    let name: string | null = row.name;
    while (name !== null && !settled.has(name) && !path.has(name)) {
      path.add(name);
      name = parents.get(name) ?? null;
    }
    const looped = name !== null && path.has(name) && path.size > 1;
    if (looped) {
      const where = place(table.fileName, table.rows[i]?.line, '上级');
      faults.push({
        where,
        what: `上级关系成环：${[...path].map(quote).join(' → ')}`,
        accepted: '自下而上、不成环的上级',
      });
    }
    for (const step of path) settled.add(step);
  });
  return faults;
}

function isOwn(key: string): boolean {
  return (columns as readonly string[]).includes(key);
}

function unusable(value: string): string {
  return value === '' ? '没有填写' : `“${quote(value)}”不可用`;
}
