import type { DataSource } from 'typeorm';
import { executedMigrations, type Ask } from './backup/table-shapes.js';
import type { SiteCertificate } from './entities/site-visit.entity.js';
import { instant } from './instant.js';
import { knownMigrations, unknownMigrations } from './migrate.js';

/** A round that began and did not end. Instants ISO 8601 UTC. */
export interface OpenRound {
  id: string;
  startedAt: string;
  /** When something last came of it, by the database's clock. */
  lastMoveAt: string;
  /** Minutes since then. */
  quietMinutes: number;
  waiting: number;
  running: number;
  done: number;
  failed: number;
}

export interface FailedSite {
  url: string;
  /** Units whose site it is. */
  units: string[];
  note: string | null;
}

/** Work of one kind in the queue. */
export interface QueueDepth {
  kind: string;
  waiting: number;
  active: number;
  /** Failed as often as it may. */
  givenUp: number;
  /** Seconds for which the oldest that may be taken has waited. */
  oldestSeconds: number;
}

export interface RunningFigures {
  /** Rounds under way, and those that ended. */
  rounds: { open: number; finished: number };
  /** The round that ended last: when, and how long it took, seconds. */
  lastRound: { finishedAt: number; seconds: number } | null;
  /** Pages by outcome, of sites that got on in the last day. */
  pagesOfDay: Record<string, number>;
  /** Sites by state, of rounds under way. */
  sites: Record<string, number>;
  assessments: number;
  /** Seconds since 1970. */
  lastAssessedAt: number | null;
  hostsGivenUp: number;
}

/** A certificate to see to; `validTo` is an instant. */
export interface EndingCertificate extends Pick<SiteCertificate, 'validTo' | 'problem'> {
  /** Name of the unit, or the address where it is no unit's any more. */
  unit: string;
}

/** What is under way and what is in trouble, as the database knows it: of all processes on all machines. */
export class RunningStore {
  private readonly ask: Ask;

  constructor(private readonly dataSource: DataSource) {
    this.ask = (statement, values) => this.dataSource.query(statement, values);
  }

  /** Migrations that are still to come, and those that only a newer program knows. */
  async schema(): Promise<{ pending: string[]; newer: string[] }> {
    const executed = await executedMigrations(this.ask);
    return {
      pending: knownMigrations().flatMap(({ name }) => (executed.includes(name) ? [] : [name])),
      newer: unknownMigrations(executed),
    };
  }

  /** Milliseconds since 1970 by the database's clock. */
  async clock(): Promise<number> {
    const [row] = await this.ask<{ now: number }>(`select extract(epoch from clock_timestamp())::float8 * 1000 as now`);
    return row?.now ?? NaN;
  }

  /** When something was last written down, of real sites; milliseconds since 1970, null where there is nothing. */
  async newest(): Promise<number | null> {
    const [row] = await this.ask<{ at: number | null }>(
      `select extract(epoch from greatest((select max(started_at) from round where not sample),
         (select max(assessed_at) from assessment where not sample)))::float8 * 1000 as at`,
    );
    return row?.at ?? null;
  }

  /** Rounds of real sites that are under way, the longest quiet first. */
  openRounds(): Promise<OpenRound[]> {
    return this.ask<OpenRound>(
      `with moves as (
         select r.id, r.started_at,
           greatest(r.started_at, max(s.updated_at), max(s.progressed_at), max(seen.at)) as at,
           count(*) filter (where s.state = 'waiting')::int as waiting,
           count(*) filter (where s.state = 'running')::int as running,
           count(*) filter (where s.state = 'done')::int as done,
           count(*) filter (where s.state = 'failed')::int as failed
         from round r left join site_round s on s.round = r.id
         left join lateral (select max(c.fetched_at) as at from capture c
           where s.state = 'running' and c.round = s.round and c.site = s.site) seen on true
         where r.finished_at is null and not r.sample
         group by r.id, r.started_at)
       select id, ${instant('started_at')} as "startedAt", ${instant('at')} as "lastMoveAt",
         extract(epoch from now() - at)::float8 / 60 as "quietMinutes", waiting, running, done, failed
       from moves order by at`,
    );
  }

  /** Sites that failed by our own fault in the newest round of real sites, and how many. */
  async failedSites(limit: number): Promise<{ total: number; sites: FailedSite[] }> {
    const rows = await this.ask<FailedSite & { total: number }>(
      `select coalesce(w.url, s.site) as url, s.note, count(*) over ()::int as total,
         array(select o.name from organisation o where o.site = w.url order by o.name limit 3) as units
       from site_round s left join site w on w.id = s.site
       where s.state = 'failed'
         and s.round = (select id from round where not sample order by started_at desc limit 1)
       order by 1 limit $1`,
      [limit],
    );
    return {
      total: rows[0]?.total ?? 0,
      sites: rows.map(({ url, units, note }) => ({ url, units, note })),
    };
  }

  /** Hosts that are asked no more for a while, and how many. */
  async hostsGivenUp(limit: number): Promise<{ total: number; hosts: { host: string; trouble: string | null }[] }> {
    const rows = await this.ask<{ host: string; trouble: string | null; total: number }>(
      `select name as host, trouble, count(*) over ()::int as total from host
       where given_up_until > now() order by name limit $1`,
      [limit],
    );
    return { total: rows[0]?.total ?? 0, hosts: rows.map(({ host, trouble }) => ({ host, trouble })) };
  }

  /** Units of whose site the certificate, as last seen, is faulty or ends before an instant; those that end first come first. */
  async certificatesEnding(before: string, limit: number): Promise<{ total: number; sites: EndingCertificate[] }> {
    const rows = await this.ask<EndingCertificate & { total: number }>(
      `with seen as (
         select distinct on (url) url, certificate from site_visit where certificate is not null order by url, at desc)
       select coalesce((select min(name) from organisation o where o.site = seen.url), url) as unit,
         certificate->>'validTo' as "validTo", certificate->>'problem' as problem, count(*) over ()::int as total
       from seen where certificate->>'problem' is not null or (certificate->>'validTo')::timestamptz < $1
       order by (certificate->>'validTo')::timestamptz, url limit $2`,
      [before, limit],
    );
    return {
      total: rows[0]?.total ?? 0,
      sites: rows.map(({ unit, validTo, problem }) => ({ unit, validTo, problem })),
    };
  }

  /** The queue by kind of work; empty before the first worker or shared round. */
  async queue(): Promise<QueueDepth[]> {
    const [table] = await this.ask<{ there: boolean }>(`select to_regclass('pgboss.job') is not null as there`);
    if (!table?.there) return [];
    return this.ask<QueueDepth>(
      `select split_part(name, '.v', 1) as kind,
         count(*) filter (where not lost and state in ('created', 'retry'))::int as waiting,
         count(*) filter (where not lost and state = 'active')::int as active,
         count(*) filter (where lost and state <> 'completed')::int as "givenUp",
         coalesce(extract(epoch from now() - min(start_after)
           filter (where not lost and state in ('created', 'retry') and start_after < now())), 0)::float8 as "oldestSeconds"
       from (select *, name like '%.given-up' as lost from pgboss.job where state <> 'completed' or name like '%.given-up') job
       group by 1 order by 1`,
    );
  }

  async figures(): Promise<RunningFigures> {
    const [counts] = await this.ask<Omit<RunningFigures, 'pagesOfDay' | 'sites' | 'rounds'> & RunningFigures['rounds']>(
      `select (select count(*)::int from round where finished_at is null and not sample) as open,
         (select count(*)::int from round where finished_at is not null and not sample) as finished,
         (select jsonb_build_object('finishedAt', extract(epoch from finished_at),
            'seconds', extract(epoch from finished_at - started_at))
          from round where finished_at is not null and not sample order by finished_at desc limit 1) as "lastRound",
         (select count(*)::int from assessment where not sample) as assessments,
         (select extract(epoch from max(assessed_at))::float8 from assessment where not sample) as "lastAssessedAt",
         (select count(*)::int from host where given_up_until > now()) as "hostsGivenUp"`,
    );
    const pages = await this.ask<{ outcome: string; pages: number }>(
      `select outcome.key as outcome, sum(outcome.value::float8)::float8 as pages
       from site_round s join round r on r.id = s.round, jsonb_each_text(s.outcomes) outcome
       where s.updated_at > now() - interval '1 day' and not r.sample group by 1`,
    );
    const sites = await this.ask<{ state: string; sites: number }>(
      `select s.state, count(*)::int as sites from site_round s join round r on r.id = s.round
       where r.finished_at is null and not r.sample group by 1`,
    );
    const { open, finished, ...rest } = counts!;
    return {
      ...rest,
      rounds: { open, finished },
      pagesOfDay: Object.fromEntries(pages.map((row) => [row.outcome, row.pages])),
      sites: Object.fromEntries(sites.map((row) => [row.state, row.sites])),
    };
  }
}
