import type { DataSource, EntityManager, EntityTarget } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import { removeCounts, writeCounts } from './ledger-counts.js';
import type { StoredColumn } from './ledger-query.js';
import {
  LedgerAnnualReportEntity,
  LedgerCatalogueEntity,
  LedgerColumnEntity,
  LedgerDocumentEntity,
  LedgerFindingEntity,
  LedgerInterpretationEntity,
  LedgerMadeEntity,
  LedgerTaskEntity,
  type LedgerRowEntity,
} from './entities/ledger-row.entity.js';

const entityOf = {
  documents: LedgerDocumentEntity,
  interpretations: LedgerInterpretationEntity,
  columns: LedgerColumnEntity,
  catalogue: LedgerCatalogueEntity,
  'annual-reports': LedgerAnnualReportEntity,
  tasks: LedgerTaskEntity,
  findings: LedgerFindingEntity,
} satisfies Record<string, EntityTarget<LedgerRowEntity>>;

export type LedgerKind = keyof typeof entityOf;
export const ledgerKinds = Object.keys(entityOf) as LedgerKind[];

/** What a ledger says of one unit, in reading order; `organisation` of a row is the name of the unit. */
export interface UnitLedgerRows {
  /** Id of the unit. */
  organisation: string;
  name: string;
  rows: readonly object[];
}

const common = ['assessment', 'position', 'organisation', 'unit', 'rest'];

export function ledgerTable(
  dataSource: Pick<DataSource, 'getMetadata'>,
  kind: LedgerKind,
): { table: string; columns: StoredColumn[] } {
  const { tableName, columns, indices } = dataSource.getMetadata(entityOf[kind]);
  const own = columns.filter(({ propertyName }) => !common.includes(propertyName));
  const sorted = new Set(indices.flatMap((index) => index.columns.map(({ propertyName }) => propertyName)));
  return {
    table: tableName,
    columns: own.map(({ propertyName, databaseName, type }) => ({
      key: propertyName,
      name: databaseName,
      type: String(type),
      closed: type === 'boolean' || (type === 'text' && sorted.has(propertyName)),
    })),
  };
}

/** The index that knows the pairs of characters in the titles of a ledger's table. */
export const titleIndex = (table: string): string => `${table}_title_pairs_idx`;

/** Writes the ledgers of one assessment, unit by unit, in the transaction of `manager`. */
export class LedgerWriter {
  private readonly counts = new Map<LedgerKind, number>();

  constructor(
    private readonly manager: EntityManager,
    private readonly assessment: string,
  ) {}

  async add(kind: LedgerKind, units: readonly UnitLedgerRows[]): Promise<void> {
    const { columns } = ledgerTable(this.manager.dataSource, kind);
    const stored = new Set(columns.map(({ key }) => key));
    let position = this.counts.get(kind) ?? 0;
    const rows = units.flatMap(({ organisation, name, rows: own }) =>
      own.map((row) => {
        const entries = Object.entries(row);
        return {
          ...{ assessment: this.assessment, position: position++, organisation, unit: name },
          ...Object.fromEntries(entries.filter(([key]) => stored.has(key))),
          rest: Object.fromEntries(entries.filter(([key]) => !stored.has(key) && key !== 'organisation')),
        };
      }),
    );
    this.counts.set(kind, position);
    await bulkInsert<LedgerRowEntity>(this.manager, entityOf[kind], rows);
  }

  /** Notes that all is there. The ledgers of the result whose place this one takes go: nobody is shown them. */
  async close(): Promise<void> {
    const counts = Object.fromEntries(ledgerKinds.map((kind) => [kind, this.counts.get(kind) ?? 0]));
    await bulkInsert(this.manager, LedgerMadeEntity, [{ assessment: this.assessment, counts }]);
    const old = await this.manager.query<{ assessment: string }[]>(
      `select m.assessment from ledger_made m join assessment a on a.id = m.assessment
         join assessment own on own.id = $1 and (own.programme, own.period, own.sample) = (a.programme, a.period, a.sample)
       where a.id <> own.id`,
      [this.assessment],
    );
    const superseded = old.map(({ assessment }) => assessment);
    await removeCounts(this.manager, [...superseded, this.assessment]);
    for (const kind of ledgerKinds) {
      const written = ledgerTable(this.manager.dataSource, kind);
      const { table } = written;
      if (old.length > 0) await this.manager.query(`delete from ${table} where assessment = any($1)`, [superseded]);
      // What was just written in bulk is unknown to the planner, which would then sort all of it for one page.
      await this.manager.query(`analyze ${table}`);
      // What is not yet sorted into the index of words is read through at each search.
      if (written.columns.some(({ key }) => key === 'title'))
        await this.manager.query(`select gin_clean_pending_list($1)`, [titleIndex(table)]);
      await writeCounts(this.manager, this.assessment, kind, written);
    }
    await this.manager.query(`delete from ledger_made where assessment = any($1)`, [superseded]);
  }
}
