import type { LocationQuery, LocationQueryRaw } from 'vue-router';

/** What somebody looks at in a ledger; the address of the page holds the whole of it. */
export interface LedgerView {
  /** By key of the column, what it must say. */
  conditions: Record<string, string>;
  /** Key of a column, with `-` before it in falling order; null: unit by unit. */
  sort: string | null;
  /** Keys of the columns shown; null: the usual ones. */
  columns: string[] | null;
}

/** A view as the service takes it. */
export interface AskedView {
  filter: string[];
  sort: string | null;
  columns: string[] | null;
}

export function readView(query: LocationQuery): LedgerView {
  const texts = many(query.filter).filter((text) => text.indexOf(':') > 0);
  return {
    conditions: Object.fromEntries(
      texts.map((text) => [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]),
    ),
    sort: many(query.sort)[0] ?? null,
    columns: many(query.columns)[0]?.split(',') ?? null,
  };
}

export function asAsked({ conditions, sort, columns }: LedgerView): AskedView {
  const filter = Object.entries(conditions).flatMap(([key, text]) => (text === '' ? [] : [`${key}:${text}`]));
  return { filter, sort, columns };
}

export function readAsked({ filter, sort, columns }: AskedView): LedgerView {
  return readView({ filter, sort, columns: columns?.join(',') ?? null });
}

/** What of an address says the view; what says nothing is left out. */
export function asAddress(view: LedgerView): LocationQueryRaw {
  const { filter, sort, columns } = asAsked(view);
  return {
    ...(filter.length > 0 && { filter }),
    ...(sort !== null && { sort }),
    ...(columns !== null && { columns: columns.join(',') }),
  };
}

/** The query of a file: what is asked as often as it is named. */
export function fileQuery(asked: Record<string, string | string[]>): string {
  const pairs = Object.entries(asked).flatMap(([key, value]) => [value].flat().map((one) => [key, one]));
  return new URLSearchParams(pairs).toString();
}

/** The next order when a header is pressed: rising, falling, then unit by unit. */
export function nextSort(sort: string | null, key: string): string | null {
  return sort === key ? `-${key}` : sort === `-${key}` ? null : key;
}

export interface Range {
  from: string;
  to: string;
}

/** `from..to` of a condition; one value stands for both ends. */
export function readRange(condition: string): Range {
  if (condition === '' || condition === 'none') return { from: '', to: '' };
  const [from = '', to = ''] = condition.includes('..') ? condition.split('..') : [condition, condition];
  return { from, to };
}

export function writeRange({ from, to }: Range): string {
  return from === '' && to === '' ? '' : `${from}..${to}`;
}

function many(value: LocationQuery[string] | undefined): string[] {
  return [value ?? []].flat().filter((one): one is string => typeof one === 'string' && one !== '');
}
