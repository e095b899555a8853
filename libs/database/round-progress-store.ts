import type { DataSource } from 'typeorm';
import type { FetchOutcome } from '#evidence';
import { instant } from './instant.js';
import type { RoundRow, SiteRoundRow } from './stores.js';

/** A site of a round that is under way, or that took long. */
export interface SiteUnderWay {
  site: string;
  state: SiteRoundRow['state'];
  pages: number;
  pending: number;
  /** Since it was last begun; of one that is through, how long it took. */
  seconds: number;
  /** Since it last got on. */
  idleSeconds: number;
  /** Which process crawls or crawled it. */
  worker: string | null;
  note: string | null;
}

/** How a round stands, by the database's clock. */
export interface RoundProgress {
  round: RoundRow;
  at: string;
  sites: Record<SiteRoundRow['state'], number>;
  pages: number;
  pending: number;
  outcomes: Partial<Record<FetchOutcome, number>>;
  /** Under way, those that got on longest ago first. */
  running: SiteUnderWay[];
  /** Through or under way, those that took longest first. */
  slowest: SiteUnderWay[];
  failed: SiteUnderWay[];
}

/** Sites shown of each kind: a round may have thousands. */
const shownAtMost = 50;
const slowestShown = 5;

const nothing = { at: '', pages: 0, pending: 0, waiting: 0, running: 0, done: 0, failed: 0 };

const underWay = `site, state, pages, pending, note, worker,
  case when state = 'running' then coalesce(round(extract(epoch from now() - begun_at)::numeric, 1), 0) else seconds end::float8 as seconds,
  coalesce(round(extract(epoch from now() - progressed_at)::numeric, 1), 0)::float8 as "idleSeconds"`;

/** What a round looks like while it goes on: written by whoever crawls, read by whoever watches. */
export class RoundProgressStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Notes that a site is begun by this process. */
  async begin(round: string, site: string, worker: string): Promise<void> {
    await this.dataSource.query(
      `update site_round set begun_at = now(), progressed_at = now(), pending = 0, worker = $3, updated_at = now()
       where round = $1 and site = $2 and state = 'running'`,
      [round, site, worker],
    );
  }

  /** Notes how far a site is; once it is through this changes nothing. */
  async note(
    round: string,
    site: string,
    { pages, pending, outcomes }: { pages: number; pending: number; outcomes: Partial<Record<FetchOutcome, number>> },
  ): Promise<void> {
    await this.dataSource.query(
      `update site_round set progressed_at = case when pages < $3 then now() else progressed_at end,
         pages = $3, pending = $4, outcomes = $5::jsonb, updated_at = now()
       where round = $1 and site = $2 and state = 'running'`,
      [round, site, pages, pending, JSON.stringify(outcomes)],
    );
  }

  async progress(round: RoundRow): Promise<RoundProgress> {
    const of = (where: string, order: string, most: number) =>
      this.dataSource.query<SiteUnderWay[]>(
        `select ${underWay} from site_round where round = $1 and ${where} order by ${order}, site limit ${most}`,
        [round.id],
      );
    const [[totals], outcomes, running, slowest, failed] = await Promise.all([
      this.dataSource.query<(RoundProgress['sites'] & Pick<RoundProgress, 'at' | 'pages' | 'pending'>)[]>(
        `select ${instant('now()')} as at, count(*) filter (where state = 'waiting')::int as waiting,
           count(*) filter (where state = 'running')::int as running, count(*) filter (where state = 'done')::int as done,
           count(*) filter (where state = 'failed')::int as failed, coalesce(sum(pages), 0)::int as pages,
           coalesce(sum(pending) filter (where state = 'running'), 0)::int as pending
         from site_round where round = $1`,
        [round.id],
      ),
      this.dataSource.query<{ outcome: FetchOutcome; pages: number }[]>(
        `select o.key as outcome, sum(o.value::int)::int as pages from site_round s, jsonb_each_text(s.outcomes) o
         where s.round = $1 group by o.key order by o.key`,
        [round.id],
      ),
      of(`state = 'running'`, 'progressed_at nulls first', shownAtMost),
      of(`state in ('running', 'done')`, 'seconds desc', slowestShown),
      of(`state = 'failed'`, 'updated_at desc', shownAtMost),
    ]);
    const { at, pages, pending, ...sites } = totals ?? nothing;
    return {
      round,
      at,
      sites,
      pages,
      pending,
      outcomes: Object.fromEntries(outcomes.map((row) => [row.outcome, row.pages])),
      running,
      slowest,
      failed,
    };
  }
}
