import type { DataSource } from 'typeorm';
import type { FirstSighting } from '#facts';
import { stableId } from '#kernel';
import { bulkInsert } from './bulk-writer.js';
import { FirstSightingEntity } from './entities/first-sighting.entity.js';
import { instant } from './instant.js';

/** A site as one round saw it. */
export interface SeenSite {
  site: string;
  /** When that round began, ISO 8601. */
  startedAt: string;
}

/** When articles first came into the lists of a site, as far as two rounds show it. Nothing in it is ever changed. */
export class SightingStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps what came into the lists of a site between a round and the one before; again, it adds nothing. */
  async recordSightings(
    site: string,
    round: string,
    sightings: readonly FirstSighting[],
    recordedAt: string,
  ): Promise<void> {
    const rows = sightings.map(({ url, title, shownOn, seen, absent }) => ({
      id: stableId('sighting', round, site, url),
      ...{ site, round, url, title, shownOn, recordedAt },
      ...{ seenCapture: seen.capture, seenAt: seen.seenAt, absentCapture: absent.capture, absentAt: absent.seenAt },
    }));
    await bulkInsert(this.dataSource.manager, FirstSightingEntity, rows, 'on conflict do nothing');
  }

  /**
   * By site, what was recorded by the rounds up to the one given for it, each article once, as it was first seen.
   * @param until instant, ISO 8601: only what had been recorded by then; everything when null.
   */
  async sightings(sites: readonly SeenSite[], until: string | null): Promise<Map<string, FirstSighting[]>> {
    const rows = await this.dataSource.query<(FirstSighting & { site: string })[]>(
      `select distinct on (s.site, s.url) s.site, s.url, s.title, to_char(s.shown_on, 'YYYY-MM-DD') as "shownOn",
         json_build_object('capture', s.seen_capture, 'seenAt', ${instant('s.seen_at')}) as seen,
         json_build_object('capture', s.absent_capture, 'seenAt', ${instant('s.absent_at')}) as absent
       from first_sighting s join round r on r.id = s.round
         join unnest($1::text[], $2::timestamptz[]) n (site, started_at)
           on n.site = s.site and r.started_at <= n.started_at
       where $3::timestamptz is null or s.recorded_at <= $3
       order by s.site, s.url, s.absent_at, s.id`,
      [sites.map(({ site }) => site), sites.map(({ startedAt }) => startedAt), until],
    );
    const found = new Map<string, FirstSighting[]>();
    for (const { site, ...sighting } of rows) {
      const known = found.get(site);
      if (known) known.push(sighting);
      else found.set(site, [sighting]);
    }
    return found;
  }
}
