import { LRUCache } from 'lru-cache';
import type { DataSource, EntityManager } from 'typeorm';
import { Slots } from '#kernel';
import { keptCount, keptEnds } from './ledger-counts.js';
import { isFalling, LedgerSql, type LedgerMark, type LedgerQuery, type Phase } from './ledger-query.js';
import { LedgerWriter, ledgerTable, titleIndex, type LedgerKind } from './ledger-rows.js';

/** A row as it was written, and where it stands. */
export interface LedgerRow {
  /** Id of the unit. */
  organisation: string;
  mark: LedgerMark;
  /** The members of the exported row; `organisation` is the name of the unit. */
  row: Record<string, unknown>;
}

export interface LedgerPage {
  rows: LedgerRow[];
  /** Whether there are rows before the first and behind the last of these. */
  before: boolean;
  after: boolean;
}

export interface LedgerPaging {
  /** Go on behind this row; or, with `before`, up to this one; `end`: the last rows. */
  after?: LedgerMark;
  before?: LedgerMark | 'end';
  limit: number;
}

/** Of the ledger of columns: unit, standard column and how it stands. */
export interface ColumnStateRow {
  /** Id of the unit. */
  organisation: string;
  key: string;
  status: string;
}

export interface LedgerCount {
  count: number;
  /** Whether there are more than that. */
  more: boolean;
}

/** Rows that must be looked at for it are not counted beyond this. */
export const countedTo = 100_000;
const streamedAtOnce = 2000;

/** Rows of ledgers over all units of a published assessment, which never change. */
export class LedgerRowStore {
  /** Each holds a connection while what it is made from is read over others. */
  private readonly making = new Slots(1);
  /** What is looked up of ledgers with rows, which stay as they are; nothing is kept of one that has none yet. */
  private readonly known = new LRUCache<string, Known, { kind: LedgerKind; assessment: string }>({
    max: 50,
    fetchMethod: (_key, _old, { context }) => this.lookUp(context.kind, context.assessment),
  });

  constructor(private readonly dataSource: DataSource) {}

  /** How many rows each ledger of an assessment has; null where they were not made yet. */
  async made(assessment: string): Promise<Record<LedgerKind, number> | null> {
    return madeOf(this.dataSource, assessment);
  }

  /** Has `work` write the ledgers of an assessment that has none yet, once however many ask for it; all of them or none. */
  make(assessment: string, work: (writer: LedgerWriter) => Promise<void>): Promise<void> {
    return this.making.run(() =>
      this.dataSource.transaction(async (manager) => {
        await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`ledgers ${assessment}`]);
        if (await madeOf(manager, assessment)) return;
        const writer = new LedgerWriter(manager, assessment);
        await work(writer);
        await writer.close();
      }),
    );
  }

  async count(kind: LedgerKind, asked: LedgerQuery): Promise<LedgerCount> {
    const query = await this.byUnits(kind, asked);
    const kept =
      query.filters.length === 0 && query.organisations === null
        ? ((await this.made(query.assessment))?.[kind] ?? 0)
        : await keptCount(this.dataSource, kind, ledgerTable(this.dataSource, kind).columns, query);
    if (kept !== null) return { count: kept, more: false };
    const [statement, values] = (await this.sql(kind, query)).count(query, countedTo + 1);
    const [row] = await this.dataSource.query<{ count: number }[]>(statement, values);
    const count = row?.count ?? 0;
    return { count: Math.min(count, countedTo), more: count > countedTo };
  }

  async rows(kind: LedgerKind, query: LedgerQuery, paging: LedgerPaging): Promise<LedgerPage> {
    return this.page(this.dataSource, kind, await this.byUnits(kind, query), paging);
  }

  /**
   * How every standard column of every unit stands, unit by unit.
   * @param organisations ids of the only units that are looked at; null for all.
   */
  async columnStates(assessment: string, organisations: readonly string[] | null): Promise<ColumnStateRow[]> {
    const { table } = ledgerTable(this.dataSource, 'columns');
    return this.dataSource.query(
      `select organisation, key, status from ${table}
       where assessment = $1 and ($2::text[] is null or organisation = any($2)) order by position`,
      [assessment, organisations],
    );
  }

  /** All rows in their order, as they stood when the first was asked for. */
  async *stream(kind: LedgerKind, asked: LedgerQuery): AsyncGenerator<LedgerRow> {
    const query = await this.byUnits(kind, asked);
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      let after: LedgerMark | undefined;
      for (let more = true; more;) {
        const page = await this.page(runner.manager, kind, query, { ...(after && { after }), limit: streamedAtOnce });
        yield* page.rows;
        after = page.rows.at(-1)?.mark;
        more = page.after;
      }
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      await runner.release();
    }
  }

  /** What is asked of the names of units is asked by their ids instead, which an index knows: names stand in every row. */
  private async byUnits(kind: LedgerKind, query: LedgerQuery): Promise<LedgerQuery> {
    const words = query.filters.flatMap((one) =>
      one.key === 'organisation' && one.is === 'contains' ? [one.text] : [],
    );
    if (words.length === 0) return query;
    const { units } = await this.knownOf(kind, query);
    const meant = units.filter(({ name }) => words.every((text) => name.includes(text))).map(({ id }) => id);
    const isAll = query.organisations === null && meant.length === units.length;
    const visible = query.organisations && new Set(query.organisations);
    return {
      ...query,
      filters: query.filters.filter(({ key }) => key !== 'organisation'),
      organisations: isAll ? null : meant.filter((id) => visible?.has(id) ?? true),
    };
  }

  private async page(
    connection: Pick<EntityManager, 'query'>,
    kind: LedgerKind,
    query: LedgerQuery,
    { after, before, limit }: LedgerPaging,
  ): Promise<LedgerPage> {
    const sql = await this.sql(kind, query);
    const phases = sql.phases(query).map((phase, index) => ({ phase, index }));
    const back = before !== undefined;
    const mark = (before === 'end' ? null : (before ?? after)) ?? null;
    const found: LedgerRow[] = [];
    for (const { phase, index } of back ? [...phases].reverse() : phases) {
      if (mark && (back ? index > mark.phase : index < mark.phase)) continue;
      const own = mark?.phase === index ? mark : null;
      const from = own ? undefined : await this.firstValue(connection, kind, query, phase, back);
      if (from === null) continue;
      const [statement, values] = sql.page(query, phase, { mark: own, back, limit: limit + 1 - found.length, from });
      const rows = await connection.query<StoredRow[]>(statement, values);
      found.push(...rows.map((row) => asWritten(row, index)));
      if (found.length > limit) break;
    }
    const more = found.length > limit;
    const rows = found.slice(0, limit);
    return back
      ? { rows: rows.reverse(), before: more, after: mark !== null }
      : { rows, before: mark !== null, after: more };
  }

  /** A value before which no row of a phase can be; null where none has any, undefined where that is not known. */
  private async firstValue(
    connection: Pick<EntityManager, 'query'>,
    kind: LedgerKind,
    { sort, ...query }: LedgerQuery,
    phase: Phase,
    back: boolean,
  ): Promise<string | null | undefined> {
    if (sort === null || !phase.byValue) return undefined;
    const { columns } = ledgerTable(this.dataSource, kind);
    const ends = await keptEnds(connection, kind, columns, { ...query, sort });
    return isFalling({ ...query, sort }, phase, back) ? ends?.greatest : ends?.least;
  }

  private async sql(kind: LedgerKind, query: LedgerQuery): Promise<LedgerSql> {
    const { table, columns } = ledgerTable(this.dataSource, kind);
    const hasWords = query.filters.some(({ key, is }) => key === 'title' && is === 'contains');
    return new LedgerSql(table, columns, hasWords ? (await this.knownOf(kind, query)).shares : undefined);
  }

  private async knownOf(kind: LedgerKind, { assessment }: LedgerQuery): Promise<Known> {
    return (await this.known.fetch(`${kind} ${assessment}`, { context: { kind, assessment } })) ?? nothing;
  }

  private async lookUp(kind: LedgerKind, assessment: string): Promise<Known | undefined> {
    const { table, columns } = ledgerTable(this.dataSource, kind);
    const units = await this.dataSource.query<Known['units']>(new LedgerSql(table, columns).units(), [assessment]);
    if (units.length === 0) return undefined;
    const [told] = await this.dataSource.query<{ pairs: string[]; shares: number[] }[]>(
      `select most_common_elems::text::text[] as pairs, most_common_elem_freqs as shares from pg_stats
       where schemaname = current_schema() and tablename = $1 and most_common_elems is not null`,
      [titleIndex(table)],
    );
    return { units, shares: new Map(told?.pairs.map((pair, n) => [pair, told.shares[n] ?? 0])) };
  }
}

interface Known {
  units: { id: string; name: string }[];
  /** In how many of the titles the commonest pairs of characters stand, as the planner's statistics have it. */
  shares: ReadonlyMap<string, number>;
}

const nothing: Known = { units: [], shares: new Map() };

type StoredRow = Record<string, unknown> & {
  position: number;
  unitId: string;
  unit: string;
  rest: Record<string, unknown>;
  sortedBy: string | null;
};

function asWritten({ position, unitId, unit, rest, sortedBy, ...columns }: StoredRow, phase: number): LedgerRow {
  const mark = { phase, value: sortedBy, position };
  return { organisation: unitId, mark, row: { organisation: unit, ...columns, ...rest } };
}

async function madeOf(
  connection: Pick<EntityManager, 'query'>,
  assessment: string,
): Promise<Record<LedgerKind, number> | null> {
  const [row] = await connection.query<{ counts: Record<LedgerKind, number> }[]>(
    `select counts from ledger_made where assessment = $1`,
    [assessment],
  );
  return row?.counts ?? null;
}
