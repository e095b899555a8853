import type { StoredColumn } from './ledger-rows.js';

/** What a column must say. Several on one column, or on several, must all hold. */
export type LedgerFilter =
  | { key: string; is: 'contains'; text: string }
  /** One of these values; `none`: or no value. */
  | { key: string; is: 'oneOf'; values: readonly string[]; none: boolean }
  /** Of a list: it holds one of these; `none`: or is empty. */
  | { key: string; is: 'holds'; values: readonly string[]; none: boolean }
  /** Days or numbers, both ends included; null is open. */
  | { key: string; is: 'between'; from: string | null; to: string | null }
  | { key: string; is: 'none' };

export interface LedgerSort {
  key: string;
  descending: boolean;
  /** The values of a closed set in their order; by the values themselves where null. What has no value comes last. */
  order: readonly string[] | null;
}

/** Which rows of an assessment's ledger, and in which order; without `sort` unit by unit. */
export interface LedgerQuery {
  assessment: string;
  /** Ids of the only units that are looked at; null for all. */
  organisations: readonly string[] | null;
  filters: readonly LedgerFilter[];
  sort: LedgerSort | null;
}

/** A row's place in an order: a page goes on behind or before it, however deep it lies. */
export interface LedgerMark {
  phase: number;
  value: string | null;
  position: number;
}

/** A part of an order that one index gives: rows of one value, those that have values by value, or those that have none. */
interface Phase {
  where: string;
  values: unknown[];
  byValue: boolean;
}

/** Statements over one ledger's table; every value goes as a parameter, every name comes from the table. */
export class LedgerSql {
  private readonly byKey: ReadonlyMap<string, StoredColumn>;

  constructor(
    private readonly table: string,
    private readonly columns: readonly StoredColumn[],
  ) {
    this.byKey = new Map(columns.map((column) => [column.key, column]));
  }

  count(query: LedgerQuery, limit: number): [string, unknown[]] {
    const { where, values } = this.narrowed(query);
    return [`select count(*)::int as count from (select from ${this.table} where ${where} limit ${limit}) one`, values];
  }

  /** Every unit of an assessment once, with its name: from unit to unit along the index, past the rows between. */
  units(): string {
    const next = (than: string) =>
      `(select organisation, unit from ${this.table} where assessment = $1 ${than} order by organisation, position limit 1)`;
    return `with recursive known as (
        ${next('')} union all
        select n.organisation, n.unit from known cross join lateral ${next('and organisation > known.organisation')} n
      ) select organisation as id, unit as name from known`;
  }

  phases({ sort }: Pick<LedgerQuery, 'sort'>): Phase[] {
    if (sort === null) return [{ where: 'true', values: [], byValue: false }];
    const { name } = this.column(sort.key);
    const none = { where: `${name} is null`, values: [], byValue: false };
    if (sort.order === null) return [{ where: `${name} is not null`, values: [], byValue: true }, none];
    const order = sort.descending ? [...sort.order].reverse() : sort.order;
    return [...order.map((value) => ({ where: `${name} = ?`, values: [value], byValue: false })), none];
  }

  /** Rows of one phase, from a mark on; `back` in the opposite order. */
  page(
    query: LedgerQuery,
    phase: Phase,
    { mark, back, limit }: { mark: LedgerMark | null; back: boolean; limit: number },
  ): [string, unknown[]] {
    const { where, values } = this.narrowed(query);
    const add = (value: unknown) => `$${values.push(value)}`;
    const sorted = phase.byValue && query.sort ? this.column(query.sort.key) : null;
    const falling = (sorted !== null && query.sort!.descending) !== back;
    const conditions = [where, phase.where.replace('?', () => add(phase.values[0]))];
    if (mark) {
      const than = falling ? '<' : '>';
      conditions.push(
        sorted
          ? `(${sorted.name}, position) ${than} (${add(mark.value)}::${sorted.type}, ${add(mark.position)})`
          : `position ${than} ${add(mark.position)}`,
      );
    }
    const direction = falling ? 'desc' : 'asc';
    const order = [...(sorted ? [sorted.name] : []), 'position'].map((name) => `${name} ${direction}`).join(', ');
    const shown = this.columns.map(({ name, type, key }) => {
      const cast = type === 'date' ? '::text' : type === 'numeric' ? '::float8' : '';
      return `${name}${cast} as "${key}"`;
    });
    return [
      `select position, organisation as "unitId", unit, ${shown.join(', ')}, rest, ${sorted ? `${sorted.name}::text` : 'null'} as "sortedBy"
       from ${this.table} where ${conditions.join(' and ')} order by ${order} limit ${limit}`,
      values,
    ];
  }

  private narrowed({ assessment, organisations, filters }: LedgerQuery): { where: string; values: unknown[] } {
    const values: unknown[] = [assessment];
    const add = (value: unknown) => `$${values.push(value)}`;
    const conditions = ['assessment = $1'];
    if (organisations) conditions.push(`organisation = any(${add(organisations)})`);
    for (const filter of filters) conditions.push(this.condition(filter, add));
    return { where: conditions.join(' and '), values };
  }

  private condition(filter: LedgerFilter, add: (value: unknown) => string): string {
    const { name, type } = this.column(filter.key);
    // Whoever writes 9.5 where whole numbers stand means something by it.
    const wide = type === 'integer' ? 'numeric' : type;
    switch (filter.is) {
      case 'contains':
        return this.contains(name, add(filter.text));
      case 'oneOf':
        return `(${name} = any(${add(filter.values)}::${type}[])${filter.none ? ` or ${name} is null` : ''})`;
      case 'holds':
        return `(${name} ?| ${add(filter.values)}::text[]${filter.none ? ` or ${name} = '[]'` : ''})`;
      case 'between':
        return [
          ...(filter.from === null ? [] : [`${name} >= ${add(filter.from)}::${wide}`]),
          ...(filter.to === null ? [] : [`${name} <= ${add(filter.to)}::${wide}`]),
        ].join(' and ');
      case 'none':
        return `${name} is null`;
    }
  }

  /** A title with the word must have all pairs of its characters, which an index knows; a single character has none. */
  private contains(name: string, word: string): string {
    const holds = `strpos(${name}, ${word}) > 0`;
    return name === 'title' ? `title_pairs(${name}) @> title_pairs(${word}) and ${holds}` : holds;
  }

  private column(key: string): StoredColumn {
    const column = this.byKey.get(key);
    if (!column) throw new Error(`${this.table} has no column for ${key}`);
    return column;
  }
}
