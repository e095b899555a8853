import { isLocalDate } from '#calendar';
import type { LedgerFilter, LedgerSort } from '#database';
import { refused, type BadInput } from '#kernel';
import type { LedgerColumn, LedgerDefinition } from './define-ledger.js';

/** What somebody looks at, as the address of the page has it: the whole of it is a permalink. */
export interface LedgerView {
  /**
   * `key:words` for texts; `key:one,other` for closed sets; `key:from..to`, one end may be left out, for days and numbers;
   * `none` alone or in a list: without a value.
   */
  filter: readonly string[];
  /** Key of a column, with `-` before it in falling order; null: unit by unit. */
  sort: string | null;
  /** Keys of columns; the usual ones where null. */
  columns: readonly string[] | null;
}

/** A view as the rows are asked for. */
export interface ReadView {
  filters: LedgerFilter[];
  sort: LedgerSort | null;
  columns: LedgerColumn[];
}

export const mostFilters = 20;
const none = 'none';
const longestText = 100;

/** @throws BadInput naming the column, what is wrong with it and what may stand there. */
export function readView(ledger: LedgerDefinition, view: LedgerView): ReadView {
  if (view.filter.length > mostFilters)
    throw refused('筛选', `有 ${view.filter.length} 个条件`, `至多 ${mostFilters} 个`);
  const columns = view.columns?.map((key) => columnOf(ledger, key, '列')) ?? ledger.columns.filter((one) => one.usual);
  if (columns.length === 0) throw refused('列', '一列也没有选', '至少一列');
  return {
    filters: view.filter.map((text) => readFilter(ledger, text)),
    sort: view.sort === null ? null : readSort(ledger, view.sort),
    columns: [...new Set(columns)],
  };
}

function readFilter(ledger: LedgerDefinition, filter: string): LedgerFilter {
  const at = filter.indexOf(':');
  if (at < 1) throw refused('筛选', `看不懂“${cut(filter)}”`, '列名:条件');
  const column = columnOf(ledger, filter.slice(0, at), '筛选');
  const { key, type, nullable } = column;
  const said = filter.slice(at + 1).trim();
  const bad = (what: string, accepted: string): BadInput => refused(`筛选“${column.title}”`, what, accepted);
  if (said === '') throw bad('没有条件', '条件不能为空');
  switch (type) {
    case null:
      throw bad('这一列不能筛选', filterable(ledger));
    case 'text':
      if (said.length > longestText) throw bad('过长', `至多 ${longestText} 字`);
      return { key, is: 'contains', text: said };
    case 'choice':
    case 'choices':
    case 'flag': {
      const accepted = type === 'flag' ? ['true', 'false'] : column.values;
      const mayLack = nullable || type === 'choices';
      const wanted = said.split(',');
      const values = wanted.filter((value) => value !== none || !mayLack);
      const unknown = values.find((value) => !accepted.includes(value));
      if (unknown !== undefined)
        throw bad(`没有“${cut(unknown)}”`, [...accepted, ...(mayLack ? [none] : [])].join('、'));
      return { key, is: type === 'choices' ? 'holds' : 'oneOf', values, none: values.length < wanted.length };
    }
    case 'day':
      if (said === none && nullable) return { key, is: 'none' };
      return between(key, said, isLocalDate, (what) => bad(what, '2026-01-01..2026-03-31，一端可以不写'));
    case 'number':
      if (said === none && nullable) return { key, is: 'none' };
      return between(key, said, isNumber, (what) => bad(what, '1..20，一端可以不写'));
  }
}

function between(
  key: string,
  said: string,
  isValue: (text: string) => boolean,
  bad: (what: string) => BadInput,
): LedgerFilter {
  const [from = '', to = '', ...more] = said.includes('..') ? said.split('..') : [said, said];
  const wrong = [from, to].find((text) => text !== '' && !isValue(text));
  if (more.length > 0 || wrong !== undefined || (from === '' && to === '')) throw bad(`看不懂“${cut(wrong ?? said)}”`);
  if (from !== '' && to !== '' && isAfter(from, to)) throw bad(`起点 ${from} 在终点 ${to} 之后`);
  return { key, is: 'between', from: from || null, to: to || null };
}

const isAfter = (from: string, to: string) => (isNumber(from) ? Number(from) > Number(to) : from > to);

/** A number as it may stand in a filter or a cursor. */
export const isNumber = (text: string) => /^-?\d{1,9}(\.\d{1,6})?$/.test(text);

function readSort(ledger: LedgerDefinition, said: string): LedgerSort | null {
  const descending = said.startsWith('-');
  const column = columnOf(ledger, descending ? said.slice(1) : said, '排序');
  const sorted = ledger.columns.filter((one) => one.sorted).map(({ key }) => key);
  if (!column.sorted) throw refused('排序', `不能按“${column.title}”排序`, sorted.join('、') || '按单位');
  return { key: column.key, descending, order: column.type === 'choice' ? column.values : null };
}

function columnOf({ columns }: LedgerDefinition, key: string, where: string): LedgerColumn {
  const column = columns.find((one) => one.key === key);
  if (column) return column;
  throw refused(where, `没有“${cut(key)}”这一列`, columns.map((one) => one.key).join('、'));
}

const filterable = ({ columns }: LedgerDefinition) =>
  columns
    .filter(({ type }) => type !== null)
    .map(({ title }) => title)
    .join('、');

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
