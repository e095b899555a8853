import type { DataSource, EntityManager } from 'typeorm';
import type { SiteFacts } from '#facts';
import { bulkInsert } from './bulk-writer.js';
import {
  AnnualReportEntity,
  CatalogueItemEntity,
  ColumnFactEntity,
  DocumentEntity,
  InterpretationEntity,
  SiteFactsEntity,
} from './entities/facts.entity.js';

const factTables = ['document', 'interpretation', 'column_fact', 'annual_report', 'catalogue_item'];

export class FactsStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Keeps a site's facts of a round, as one value and as rows. Facts put together again under the same pins replace them;
   * under other pins they stand beside them, and the rows are those of the last.
   * @param pins `pinsDigest` of the pins that they rest on.
   */
  saveSiteFacts(round: string, site: string, facts: SiteFacts, pins = ''): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      for (const table of factTables)
        await manager.query(`delete from ${table} where round = $1 and site = $2`, [round, site]);
      await bulkInsert(
        manager,
        SiteFactsEntity,
        [{ round, site, pins, facts }],
        'on conflict (round, site, pins) do update set facts = excluded.facts, saved_at = clock_timestamp()',
      );
      await writeRows(manager, round, site, facts);
    });
  }

  /** The facts under these pins (`pinsDigest`); without saying which, the last that were put together. */
  async loadSiteFacts(round: string, site: string, pins?: string): Promise<SiteFacts | null> {
    const [row] = await this.dataSource.query<{ facts: SiteFacts }[]>(
      `select facts from site_facts where round = $1 and site = $2 and ($3::text is null or pins = $3)
       order by saved_at desc limit 1`,
      [round, site, pins ?? null],
    );
    return row?.facts ?? null;
  }

  /** Those of the sites, each in the round given for it, of which facts are kept under whatever pins. */
  async sitesWithFacts(rounds: ReadonlyMap<string, { id: string }>): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ site: string }[]>(
      `select distinct f.site from site_facts f join unnest($1::text[], $2::text[]) n (round, site) using (round, site)`,
      [[...rounds.values()].map(({ id }) => id), [...rounds.keys()]],
    );
    return new Set(rows.map(({ site }) => site));
  }
}

async function writeRows(manager: EntityManager, round: string, site: string, facts: SiteFacts): Promise<void> {
  const placed = <Fact extends object>(fact: Fact, position: number) => ({ ...fact, round, site, position });
  await bulkInsert(
    manager,
    DocumentEntity,
    facts.documents.map((fact, position) => ({
      ...placed(fact, position),
      issuedOn: fact.issuedOn?.on ?? null,
      issuedOnSource: fact.issuedOn?.source ?? null,
      publishedOn: fact.publishedOn?.on ?? null,
      publishedOnSource: fact.publishedOn?.source ?? null,
    })),
  );
  await bulkInsert(
    manager,
    InterpretationEntity,
    facts.interpretations.map((fact, position) => ({
      ...placed(fact, position),
      publishedOn: fact.publishedOn?.on ?? null,
    })),
  );
  await bulkInsert(
    manager,
    ColumnFactEntity,
    facts.columns.map((fact, position) => ({ ...placed(fact, position), newestOn: fact.itemDates[0] ?? null })),
  );
  await bulkInsert(
    manager,
    AnnualReportEntity,
    facts.annualReports.map((fact, position) => ({
      ...placed(fact, position),
      publishedOn: fact.publishedOn?.on ?? null,
    })),
  );
  await bulkInsert(manager, CatalogueItemEntity, facts.catalogue.map(placed));
}
