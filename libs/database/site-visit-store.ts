import type { DataSource } from 'typeorm';
import type { LocalDate } from '#calendar';
import { unopened, type FetchOutcome } from '#evidence';
import { bulkInsert } from './bulk-writer.js';
import { type SiteCertificate, SiteVisitEntity } from './entities/site-visit.entity.js';
import { instant } from './instant.js';

export interface SiteVisitRow {
  url: string;
  at: string;
  outcome: FetchOutcome;
  ms: number;
  note: string | null;
  /** Null where it was not looked at, or is not known. */
  certificate: SiteCertificate | null;
}

/** Visits and failures of a site in the days asked for; `last` is its newest visit. */
export interface SiteVisitSummary {
  url: string;
  visits: number;
  failed: number;
  last: SiteVisitRow;
  /** As it was last seen. */
  certificate: SiteCertificate | null;
}

const shanghaiDay = `(at at time zone 'Asia/Shanghai')::date`;

export class SiteVisitStore {
  constructor(private readonly dataSource: DataSource) {}

  async saveVisits(rows: SiteVisitRow[]): Promise<void> {
    const entities = rows.map((row) => ({ ...row, at: new Date(row.at) }));
    await bulkInsert(this.dataSource.manager, SiteVisitEntity, entities, 'on conflict do nothing');
  }

  /** Days in Beijing time with visits, before a day, oldest first. */
  async daysBefore(day: LocalDate): Promise<LocalDate[]> {
    const rows = await this.dataSource.query<{ day: LocalDate }[]>(
      `select distinct ${shanghaiDay}::text as day from site_visit where ${shanghaiDay} < $1::date order by day`,
      [day],
    );
    return rows.map((row) => row.day);
  }

  /** The visits of one day in Beijing time, by time and site. */
  visitsOn(day: LocalDate): Promise<Omit<SiteVisitRow, 'note' | 'certificate'>[]> {
    return this.dataSource.query(
      `select url, ${instant('at')} as at, outcome, ms from site_visit where ${shanghaiDay} = $1::date order by site_visit.at, url`,
      [day],
    );
  }

  /** Of those sites, since an instant. */
  summaries(urls: readonly string[], since: string): Promise<SiteVisitSummary[]> {
    return this.dataSource.query(
      `select v.url, count(*)::int as visits,
         count(*) filter (where v.outcome = any($3::text[]) or v.ms >= 15000)::int as failed,
         (array_agg(json_build_object('url', v.url, 'at', ${instant('v.at')}, 'outcome', v.outcome, 'ms', v.ms, 'note', v.note,
           'certificate', v.certificate) order by v.at desc))[1] as last,
         (array_agg(v.certificate order by v.at desc) filter (where v.certificate is not null))[1] as certificate
       from site_visit v where v.url = any($1::text[]) and v.at >= $2 group by v.url order by v.url`,
      [urls, since, [...unopened]],
    );
  }

  /** Visits before a day that is long over and kept as a log. @returns how many went. */
  async forgetBefore(day: LocalDate): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown, number]>(
      `delete from site_visit where ${shanghaiDay} < $1::date`,
      [day],
    );
    return count;
  }
}
