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

const factTables = ['site_facts', 'document', 'interpretation', 'column_fact', 'annual_report', 'catalogue_item'];

export class FactsStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps a site's facts of a round, as one value and as rows; facts put together again replace them. */
  saveSiteFacts(round: string, site: string, facts: SiteFacts): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      for (const table of factTables)
        await manager.query(`delete from ${table} where round = $1 and site = $2`, [round, site]);
      await bulkInsert(manager, SiteFactsEntity, [{ round, site, facts }]);
      await writeRows(manager, round, site, facts);
    });
  }

  async loadSiteFacts(round: string, site: string): Promise<SiteFacts | null> {
    const [row] = await this.dataSource.query<{ facts: SiteFacts }[]>(
      `select facts from site_facts where round = $1 and site = $2`,
      [round, site],
    );
    return row?.facts ?? null;
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
