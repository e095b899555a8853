/** A column of a ledger's table: the key it has in the row, its name in the table and its type there. */
export interface StoredColumn {
  key: string;
  name: string;
  type: string;
  /** Whether its values are of a closed set: texts are sorted by only where they are. */
  closed: boolean;
}

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
export interface Phase {
  where: string;
  values: unknown[];
  byValue: boolean;
}

/** Statements over one ledger's table; every value goes as a parameter, every name comes from the table. */
export class LedgerSql {
  private readonly byKey: ReadonlyMap<string, StoredColumn>;

  /** @param shares of how many titles each pair of characters is a part, as far as that is known. */
  constructor(
    private readonly table: string,
    private readonly columns: readonly StoredColumn[],
    private readonly shares: ReadonlyMap<string, number> = new Map(),
  ) {
    this.byKey = new Map(columns.map((column) => [column.key, column]));
  }

  count(query: LedgerQuery, limit: number): [string, unknown[]] {
    const { where, values } = this.narrowed(query);
    return [`select count(*)::int as count from (select from ${this.table} where ${where} limit ${limit}) one`, values];
  }

  /**
   * What is wanted of the counts of a ledger, of which this is the table.
   * @param wanted by the condition that the counts of a view's rows fulfil.
   */
  counted(query: LedgerQuery, ledger: string, by: string, wanted: (where: string) => string): [string, unknown[]] {
    const { where, values } = this.narrowed(query);
    const add = (value: unknown) => `$${values.push(value)}`;
    return [
      `select ${wanted(where)} from ${this.table}
       where assessment = $1 and ledger = ${add(ledger)} and counted_by = ${add(by)} having count(*) > 0`,
      values,
    ];
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

  /** Rows of one phase, from a mark on, or from a value before which there are none; `back` in the opposite order. */
  page(
    query: LedgerQuery,
    phase: Phase,
    { mark, back, limit, from }: { mark: LedgerMark | null; back: boolean; limit: number; from?: string | undefined },
  ): [string, unknown[]] {
    const { where, values } = this.narrowed(query);
    const add = (value: unknown) => `$${values.push(value)}`;
    const sorted = phase.byValue && query.sort ? this.column(query.sort.key) : null;
    const falling = isFalling(query, phase, back);
    const conditions = [where, phase.where.replace('?', () => add(phase.values[0]))];
    if (mark) {
      const than = falling ? '<' : '>';
      conditions.push(
        sorted
          ? `(${sorted.name}, position) ${than} (${add(mark.value)}::${sorted.type}, ${add(mark.position)})`
          : `position ${than} ${add(mark.position)}`,
      );
    }
    if (sorted && from !== undefined)
      conditions.push(`${sorted.name} ${falling ? '<=' : '>='} ${add(from)}::${sorted.type}`);
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
    if (organisations) conditions.push(`organisation ${among(organisations, add)}`);
    for (const filter of filters) conditions.push(this.condition(filter, add));
    return { where: conditions.join(' and '), values };
  }

  private condition(filter: LedgerFilter, add: (value: unknown) => string): string {
    const { name, type } = this.column(filter.key);
    // Whoever writes 9.5 where whole numbers stand means something by it.
    const wide = type === 'integer' ? 'numeric' : type;
    switch (filter.is) {
      case 'contains':
        return this.contains(name, filter.text, add);
      case 'oneOf':
        return `(${name} ${among(filter.values, add, type)}${filter.none ? ` or ${name} is null` : ''})`;
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
  private contains(name: string, text: string, add: (value: unknown) => string): string {
    const holds = `strpos(${name}, ${add(text)}) > 0`;
    const pairs = name === 'title' ? rarest([...new Set(pairsOf(text))], this.shares) : [];
    return pairs.length > 0 ? `title_pairs(${name}) @> ${add(pairs)}::text[] and ${holds}` : holds;
  }

  private column(key: string): StoredColumn {
    const column = this.byKey.get(key);
    if (!column) throw new Error(`${this.table} has no column for ${key}`);
    return column;
  }
}

/** Whether rows of a phase come in falling order. */
export const isFalling = ({ sort }: LedgerQuery, { byValue }: Phase, back: boolean): boolean =>
  (byValue && sort?.descending === true) !== back;

/** One value is compared by itself: only then an index gives its rows in order. */
function among(values: readonly string[], add: (value: unknown) => string, type = 'text'): string {
  return values.length === 1 ? `= ${add(values[0])}::${type}` : `= any(${add(values)}::${type}[])`;
}

/** As `title_pairs` has them. */
function pairsOf(text: string): string[] {
  const signs = [...text];
  return signs.slice(1).map((sign, n) => signs[n]! + sign);
}

/** A few rare pairs leave hardly more titles to look at than all, and the index need not go through those that stand in most. */
function rarest(pairs: readonly string[], shares: ReadonlyMap<string, number>): readonly string[] {
  const share = (pair: string) => shares.get(pair) ?? 0;
  return shares.size === 0 ? pairs : [...pairs].sort((one, other) => share(one) - share(other)).slice(0, 3);
}
