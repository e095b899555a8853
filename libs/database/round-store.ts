import type { DataSource, EntityManager } from 'typeorm';
import { AlreadyDone, sha256Hex, stableId } from '#kernel';
import { bulkInsert } from './bulk-writer.js';
import { RoundEntity, SiteRoundEntity } from './entities/round.entity.js';
import { instant } from './instant.js';
import type { RoundFollowUp, RoundRow, SiteRoundRow } from './stores.js';

export const roundColumns = `id, ${instant('started_at')} as "startedAt", ${instant('finished_at')} as "finishedAt", source, sample,
  whole`;

const siteColumns = `round, site, state, pages, outcomes, unrendered, seconds, ended, note, base,
  ${instant('full_since')} as "fullSince", asked, unchanged`;

/** An unfinished round older than this is not gone on with: what it saw is no longer what is there. */
const resumeWithinHours = 48;

export interface RoundOpening {
  /** `live` or the name of the archive. */
  source: string;
  sample: boolean;
  /** Instant, ISO 8601. */
  startedAt: string;
  /** Sites or units that the round is for, in any order. */
  units?: string[];
  /** Whether workers crawl its sites: such a round and one of a single process are never taken for each other. */
  shared?: boolean;
  /** Whether every page is to be asked for; a round that is gone on with keeps to what it was opened for. */
  whole?: boolean;
  /** Only where no other round is under way. */
  alone?: boolean;
}

/** A round of a site that another builds upon. */
export interface BaseRound {
  /** Null where there is none: every page is asked for. */
  round: string | null;
  /** When the last round of the site began that asked for every page, ISO 8601 UTC. */
  fullSince: string;
}

/** A round whose sites workers crawl. */
export interface SharedRound {
  round: RoundRow;
  followUp: RoundFollowUp | null;
}

export class RoundStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Goes on with an unfinished round of the same source and units that is at most two days old, or opens a new one.
   * @throws AlreadyDone when it is to be alone and another round is under way, also one of the same units.
   */
  async openRound(opening: RoundOpening): Promise<RoundRow & { resumed: boolean }> {
    const unitsDigest = sha256Hex([...(opening.units ?? [])].sort().join('\n'));
    const { source, sample, startedAt, shared = false, whole = false } = opening;
    return this.dataSource.transaction(async (manager) => {
      // Two commands started at once must not open two rounds.
      await manager.query(`select pg_advisory_xact_lock(hashtext('open round'))`);
      if (opening.alone) await refuseBeside(manager, opening);
      const [unfinished] = await manager.query<RoundRow[]>(
        `select ${roundColumns} from round
         where source = $1 and sample = $2 and units_digest = $3 and shared = $6 and finished_at is null
           and started_at > $4::timestamptz - make_interval(hours => $5) and started_at <= $4::timestamptz
         order by started_at desc limit 1`,
        [source, sample, unitsDigest, startedAt, resumeWithinHours, shared],
      );
      if (unfinished) return { ...unfinished, resumed: true };
      // A clock that stands still, as the sample's may, must not lead back into a finished round.
      const [same] = await manager.query<{ rounds: number }[]>(
        `select count(*)::int as rounds from round where source = $1 and started_at = $2::timestamptz`,
        [source, startedAt],
      );
      const id = stableId('round', source, String(sample), unitsDigest, startedAt, String(same?.rounds ?? 0));
      await bulkInsert(manager, RoundEntity, [
        { id, startedAt: new Date(startedAt), source, sample, unitsDigest, shared, whole },
      ]);
      const row = { id, startedAt: new Date(startedAt).toISOString(), finishedAt: null, source, sample, whole };
      return { ...row, resumed: false };
    });
  }

  /** Ends a round as it stands; nothing follows it. */
  async finishRound(round: string, finishedAt: string): Promise<void> {
    await this.dataSource.query(`update round set finished_at = $2, follow_up = null where id = $1`, [
      round,
      finishedAt,
    ]);
  }

  async round(id: string): Promise<RoundRow | null> {
    const [row] = await this.dataSource.query<RoundRow[]>(`select ${roundColumns} from round where id = $1`, [id]);
    return row ?? null;
  }

  /** The round that was begun last, whether it goes on or ended. */
  async newestRound(): Promise<RoundRow | null> {
    const [row] = await this.dataSource.query<RoundRow[]>(
      `select ${roundColumns} from round order by started_at desc, id limit 1`,
    );
    return row ?? null;
  }

  /** The newest round, finished ones before unfinished ones unless there is no other. */
  async latestRound(filter: { sample?: boolean; source?: string; finished?: boolean } = {}): Promise<RoundRow | null> {
    const [row] = await this.dataSource.query<RoundRow[]>(
      `select ${roundColumns} from round
       where ($1::boolean is null or sample = $1) and ($2::text is null or source = $2)
         and ($3::boolean is null or (finished_at is not null) = $3)
       order by (finished_at is null), started_at desc limit 1`,
      [filter.sample ?? null, filter.source ?? null, filter.finished ?? null],
    );
    return row ?? null;
  }

  /** Writes down which sites a shared round is for, so that it is known when all are through; those that failed wait again. */
  async expectSites(round: string, sites: string[], followUp: RoundFollowUp | null): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(`update round set follow_up = $2::jsonb where id = $1`, [round, JSON.stringify(followUp)]);
      const blank = { round, state: 'waiting', pages: 0, outcomes: {}, unrendered: 0, seconds: 0 } as const;
      await bulkInsert(
        manager,
        SiteRoundEntity,
        sites.map((site) => ({ ...blank, site })),
        `on conflict (round, site) do update set state = 'waiting', updated_at = now() where site_round.state = 'failed'`,
      );
    });
  }

  /** The round of workers that began last. */
  async newestShared(sample: boolean): Promise<SharedRound | null> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      `select id from round where shared and sample = $1 order by started_at desc, id limit 1`,
      [sample],
    );
    return row ? this.sharedRound(row.id) : null;
  }

  async sharedRound(id: string): Promise<SharedRound | null> {
    const [row] = await this.dataSource.query<(RoundRow & Pick<SharedRound, 'followUp'>)[]>(
      `select ${roundColumns}, follow_up as "followUp" from round where id = $1 and shared`,
      [id],
    );
    if (!row) return null;
    const { followUp, ...round } = row;
    return { round, followUp };
  }

  /** Ends a round when each of its sites is through; of many that try at once one ends it, the others find it ended. */
  async finishWhenThrough(round: string, finishedAt: string): Promise<void> {
    await this.dataSource.query(
      `update round set finished_at = $2 where id = $1 and finished_at is null
         and not exists (select from site_round where round = $1 and state in ('waiting', 'running'))`,
      [round, finishedAt],
    );
  }

  async siteState(round: string, site: string): Promise<SiteRoundRow | null> {
    const [row] = await this.dataSource.query<SiteRoundRow[]>(
      `select ${siteColumns} from site_round where round = $1 and site = $2`,
      [round, site],
    );
    return row ?? null;
  }

  /** What was read to its end stays so, whatever a process says that lost the site to another meanwhile. */
  async setSiteState(row: SiteRoundRow): Promise<void> {
    await bulkInsert(
      this.dataSource.manager,
      SiteRoundEntity,
      [row],
      `on conflict (round, site) do update set state = excluded.state, pages = excluded.pages,
         outcomes = excluded.outcomes, unrendered = excluded.unrendered, seconds = excluded.seconds, ended = excluded.ended, note = excluded.note,
         asked = excluded.asked, unchanged = excluded.unchanged, updated_at = now()
       where site_round.state <> 'done' or excluded.state = 'done'`,
    );
  }

  siteStates(round: string): Promise<SiteRoundRow[]> {
    return this.dataSource.query<SiteRoundRow[]>(
      `select ${siteColumns} from site_round where round = $1 order by site`,
      [round],
    );
  }

  /** The newest round before this one that came to the site's pages and read them in the same way; null if none did. */
  async roundBefore(site: string, { id, startedAt, source, sample }: RoundRow): Promise<BaseRound | null> {
    const [row] = await this.dataSource.query<BaseRound[]>(
      `select s.round, ${instant('coalesce(s.full_since, r.started_at)')} as "fullSince"
       from site_round s join round r on r.id = s.round
       where s.site = $1 and s.state = 'done' and s.ended in ('complete', 'pageLimit') and s.cleared_at is null
         and r.id <> $2 and r.started_at <= $3::timestamptz and r.source = $4 and r.sample = $5
       order by r.started_at desc, s.updated_at desc limit 1`,
      [site, id, startedAt, source, sample],
    );
    return row ?? null;
  }

  /** Writes down what a site's round builds upon, once: whoever goes on with it gets what was settled first. */
  async settleBase(round: string, site: string, { round: base, fullSince }: BaseRound): Promise<string | null> {
    await this.dataSource.query(
      `update site_round set base = $3, full_since = $4::timestamptz where round = $1 and site = $2 and full_since is null`,
      [round, site, base, fullSince],
    );
    return (await this.siteState(round, site))?.base ?? null;
  }

  /** For each site the newest round that read it to its end; sites never read are absent. */
  async latestRoundOfSites(sites: string[]): Promise<Map<string, RoundRow>> {
    const rows = await this.dataSource.query<(RoundRow & { site: string })[]>(
      `select distinct on (s.site) s.site, ${roundColumns} from site_round s join round on round.id = s.round
       where s.site = any($1) and s.state = 'done' order by s.site, started_at desc`,
      [sites],
    );
    return new Map(rows.map(({ site, ...round }) => [site, round]));
  }
}

/**
 * A round is under way while a site of it waits for workers or is with them, in its first minutes also before its sites are written
 * down, and that of a single process as long as it gets on.
 * @throws AlreadyDone
 */
async function refuseBeside(manager: EntityManager, { sample, startedAt }: RoundOpening): Promise<void> {
  const [other] = await manager.query<{ sites: number }[]>(
    `select count(s.site)::int as sites from round r left join site_round s on s.round = r.id
     where r.sample = $1 and r.finished_at is null
       and r.started_at > $2::timestamptz - make_interval(hours => ${resumeWithinHours})
       and (s.progressed_at > now() - interval '10 minutes' or r.shared and (s.state in ('waiting', 'running')
         or s.site is null and r.started_at > $2::timestamptz - interval '2 minutes'))
     group by r.id limit 1`,
    [sample, startedAt],
  );
  if (!other) return;
  const left = other.sites > 0 ? `，还有 ${other.sites} 个网站` : '';
  throw new AlreadyDone([{ where: '采集', what: `有一轮采集尚未结束${left}`, accepted: '等它结束，或先中止它' }]);
}
