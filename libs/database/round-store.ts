import type { DataSource } from 'typeorm';
import { sha256Hex, stableId } from '#kernel';
import { bulkInsert } from './bulk-writer.js';
import { RoundEntity, SiteRoundEntity } from './entities/round.entity.js';
import { instant } from './instant.js';
import type { RoundRow, SiteRoundRow } from './stores.js';

export const roundColumns = `id, ${instant('started_at')} as "startedAt", ${instant('finished_at')} as "finishedAt", source, sample`;

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
}

export class RoundStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Goes on with an unfinished round of the same source and units that is at most two days old, or opens a new one. */
  async openRound(opening: RoundOpening): Promise<RoundRow & { resumed: boolean }> {
    const unitsDigest = sha256Hex([...(opening.units ?? [])].sort().join('\n'));
    return this.dataSource.transaction(async (manager) => {
      // Two commands started at once must not open two rounds.
      await manager.query(`select pg_advisory_xact_lock(hashtext('open round'))`);
      const [unfinished] = await manager.query<RoundRow[]>(
        `select ${roundColumns} from round
         where source = $1 and sample = $2 and units_digest = $3 and finished_at is null
           and started_at > $4::timestamptz - make_interval(hours => $5) and started_at <= $4::timestamptz
         order by started_at desc limit 1`,
        [opening.source, opening.sample, unitsDigest, opening.startedAt, resumeWithinHours],
      );
      if (unfinished) return { ...unfinished, resumed: true };
      const { source, sample, startedAt } = opening;
      // A clock that stands still, as the sample's may, must not lead back into a finished round.
      const [same] = await manager.query<{ rounds: number }[]>(
        `select count(*)::int as rounds from round where source = $1 and started_at = $2::timestamptz`,
        [source, startedAt],
      );
      const id = stableId('round', source, String(sample), unitsDigest, startedAt, String(same?.rounds ?? 0));
      await bulkInsert(manager, RoundEntity, [{ id, startedAt: new Date(startedAt), source, sample, unitsDigest }]);
      return { id, startedAt: new Date(startedAt).toISOString(), finishedAt: null, source, sample, resumed: false };
    });
  }

  async finishRound(round: string, finishedAt: string): Promise<void> {
    await this.dataSource.query(`update round set finished_at = $2 where id = $1`, [round, finishedAt]);
  }

  async round(id: string): Promise<RoundRow | null> {
    const [row] = await this.dataSource.query<RoundRow[]>(`select ${roundColumns} from round where id = $1`, [id]);
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

  async setSiteState(row: SiteRoundRow): Promise<void> {
    await bulkInsert(
      this.dataSource.manager,
      SiteRoundEntity,
      [row],
      `on conflict (round, site) do update set state = excluded.state, pages = excluded.pages,
         outcomes = excluded.outcomes, unrendered = excluded.unrendered, seconds = excluded.seconds, ended = excluded.ended, note = excluded.note,
         updated_at = now()`,
    );
  }

  siteStates(round: string): Promise<SiteRoundRow[]> {
    return this.dataSource.query<SiteRoundRow[]>(
      `select round, site, state, pages, outcomes, unrendered, seconds, ended, note from site_round where round = $1 order by site`,
      [round],
    );
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
