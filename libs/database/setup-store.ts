import type { DataSource } from 'typeorm';
import type { FetchOutcome } from '#evidence';
import { bulkInsert } from './bulk-writer.js';
import { ChosenProgrammeEntity, SiteLookEntity } from './entities/setup.entity.js';
import { instant } from './instant.js';
import type { SiteLookColumn } from './stores.js';

/** The programme that an office goes by. */
export interface ProgrammeChoice {
  programme: string;
  chosenBy: string;
  /** Instant, ISO 8601 UTC. */
  chosenAt: string;
}

/** What a site's home page showed when somebody looked at it last. */
export interface SiteLookRow {
  site: string;
  outcome: FetchOutcome;
  note: string | null;
  siteName: string | null;
  /** Addresses that were read. */
  pages: string[];
  columns: SiteLookColumn[];
  needsBrowser: boolean;
  lookedBy: string;
  /** Instant, ISO 8601 UTC. */
  lookedAt: string;
}

/** What an office settles before its first round. */
export class SetupStore {
  constructor(private readonly dataSource: DataSource) {}

  async choice(sample: boolean): Promise<ProgrammeChoice | null> {
    const [row] = await this.dataSource.query<ProgrammeChoice[]>(
      `select programme, chosen_by as "chosenBy", ${instant('chosen_at')} as "chosenAt" from chosen_programme where sample = $1`,
      [sample],
    );
    return row ?? null;
  }

  async choose(sample: boolean, { programme, chosenBy, chosenAt }: ProgrammeChoice): Promise<void> {
    await bulkInsert(
      this.dataSource.manager,
      ChosenProgrammeEntity,
      [{ sample, programme, chosenBy, chosenAt: new Date(chosenAt) }],
      `on conflict (sample) do update set programme = excluded.programme, chosen_by = excluded.chosen_by,
         chosen_at = excluded.chosen_at`,
    );
  }

  async looks(sites: readonly string[]): Promise<SiteLookRow[]> {
    return this.dataSource.query<SiteLookRow[]>(
      `select site, outcome, note, site_name as "siteName", pages, columns, needs_browser as "needsBrowser",
         looked_by as "lookedBy", ${instant('looked_at')} as "lookedAt" from site_look where site = any($1)`,
      [sites],
    );
  }

  /** Keeps the newest look of a site. */
  async keepLook(row: SiteLookRow): Promise<void> {
    await bulkInsert(
      this.dataSource.manager,
      SiteLookEntity,
      [{ ...row, lookedAt: new Date(row.lookedAt) }],
      `on conflict (site) do update set outcome = excluded.outcome, note = excluded.note, site_name = excluded.site_name,
         pages = excluded.pages, columns = excluded.columns, needs_browser = excluded.needs_browser,
         looked_by = excluded.looked_by, looked_at = excluded.looked_at`,
    );
  }
}
