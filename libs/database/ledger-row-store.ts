import type { DataSource, EntityManager } from 'typeorm';
import { Slots } from '#kernel';
import { LedgerSql, type LedgerMark, type LedgerQuery } from './ledger-query.js';
import { LedgerWriter, ledgerTable, type LedgerKind } from './ledger-rows.js';

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

/** More than this is not counted to its end. */
export const countedTo = 100_000;
const streamedAtOnce = 2000;

/** Rows of ledgers over all units of a published assessment, which never change. */
export class LedgerRowStore {
  /** Each holds a connection while what it is made from is read over others. */
  private readonly making = new Slots(1);

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

  /** How many rows there are; beyond `countedTo` one more than that. */
  async count(kind: LedgerKind, asked: LedgerQuery): Promise<number> {
    const query = await this.byUnits(kind, asked);
    if (query.filters.length === 0 && query.organisations === null)
      return (await this.made(query.assessment))?.[kind] ?? 0;
    const [statement, values] = this.sql(kind).count(query, countedTo + 1);
    const [row] = await this.dataSource.query<{ count: number }[]>(statement, values);
    return row?.count ?? 0;
  }

  async rows(kind: LedgerKind, query: LedgerQuery, paging: LedgerPaging): Promise<LedgerPage> {
    return this.page(this.dataSource, kind, await this.byUnits(kind, query), paging);
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
    const units = await this.dataSource.query<{ id: string; name: string }[]>(this.sql(kind).units(), [
      query.assessment,
    ]);
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
    const sql = this.sql(kind);
    const phases = sql.phases(query).map((phase, index) => ({ phase, index }));
    const back = before !== undefined;
    const mark = (before === 'end' ? null : (before ?? after)) ?? null;
    const found: LedgerRow[] = [];
    for (const { phase, index } of back ? [...phases].reverse() : phases) {
      if (mark && (back ? index > mark.phase : index < mark.phase)) continue;
      const [statement, values] = sql.page(query, phase, {
        mark: mark?.phase === index ? mark : null,
        back,
        limit: limit + 1 - found.length,
      });
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

  private sql(kind: LedgerKind): LedgerSql {
    const { table, columns } = ledgerTable(this.dataSource, kind);
    return new LedgerSql(table, columns);
  }
}

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
