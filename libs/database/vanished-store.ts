import type { DataSource } from 'typeorm';
import type { VanishedPage } from '#facts';
import { stableId } from '#kernel';
import { bulkInsert } from './bulk-writer.js';
import { VanishedPageEntity } from './entities/vanished-page.entity.js';
import { instant } from './instant.js';

export interface VanishedPageRow extends VanishedPage {
  id: string;
  site: string;
  round: string;
}

/** Articles that were there and are gone: to be looked into by people, held against nobody. Nothing in it is ever changed. */
export class VanishedStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps what a round shows to be gone of a site; again, it adds nothing. */
  async recordVanished(site: string, round: string, pages: readonly VanishedPage[]): Promise<void> {
    const rows = pages.map(({ url, title, column, how, outcome, before, after }) => ({
      id: stableId('vanished', round, site, url),
      ...{ site, round, url, title, columnName: column, how, outcome },
      ...{ beforeCapture: before.capture, seenAt: before.seenAt, afterCapture: after.capture, foundAt: after.seenAt },
    }));
    await bulkInsert(this.dataSource.manager, VanishedPageEntity, rows, 'on conflict do nothing');
  }

  /**
   * What was found gone of the sites on these days (Asia/Shanghai, both included), by site, day and address.
   * @param from `YYYY-MM-DD`, as `to`.
   */
  vanished(sites: readonly string[], from: string, to: string): Promise<VanishedPageRow[]> {
    return this.dataSource.query<VanishedPageRow[]>(
      `select id, site, round, url, title, column_name as "column", how, outcome,
         json_build_object('capture', before_capture, 'seenAt', ${instant('seen_at')}) as before,
         json_build_object('capture', after_capture, 'seenAt', ${instant('found_at')}) as after
       from vanished_page
       where site = any($1) and (found_at at time zone 'Asia/Shanghai')::date between $2::date and $3::date
       order by site, found_at, url`,
      [sites, from, to],
    );
  }
}
