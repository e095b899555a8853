import type { DataSource } from 'typeorm';
import type { Capture } from '#evidence';
import type { FaultyLink, LinkLog, LinkLook, LinkPlace } from '#facts';
import { bulkInsert } from './bulk-writer.js';
import { LinkLookEntity, LinkStandingEntity } from './entities/link-look.entity.js';
import { instant } from './instant.js';
import type { CaptureRow } from './stores.js';

/** One look at a link with everything that is kept of it; the page of the target only where it became something else. */
export interface LinkLookRow
  extends
    LinkLook,
    Pick<
      Capture,
      'id' | 'site' | 'round' | 'finalUrl' | 'redirects' | 'status' | 'headers' | 'sha256' | 'size' | 'note'
    > {
  words: string[];
  title: string | null;
  linkText: string;
  place: LinkPlace;
  page: string;
  pageCapture: string;
}

/** What of earlier looks says how a link stands now. */
export type KnownLook = Omit<LinkLookRow, 'finalUrl' | 'redirects' | 'headers' | 'size' | 'round' | 'status'>;

/** How the links of a site stand. */
export interface LinkStandingRow extends Pick<LinkLog, 'at' | 'links' | 'alive' | 'faulty'> {
  site: string;
}

/** A faulty link, with the site on which it stands. */
export interface FaultyLinkRow extends FaultyLink {
  site: string;
}

const known = `id, site, url, ${instant('at')} as at, outcome, became, cut_off as "cutOff", words, title, note,
  link_text as "linkText", place, page, page_capture as "pageCapture", sha256`;

export class LinkLookStore {
  constructor(private readonly dataSource: DataSource) {}

  async saveLooks(rows: readonly LinkLookRow[]): Promise<void> {
    const entities = rows.map((row) => ({ ...row, at: new Date(row.at) }));
    await bulkInsert(this.dataSource.manager, LinkLookEntity, entities, 'on conflict do nothing');
  }

  /** Looks at the links of these sites since an instant, by site, address and time. */
  looksSince(sites: readonly string[], since: string): Promise<KnownLook[]> {
    return this.dataSource.query<KnownLook[]>(
      `select ${known} from link_look where site = any($1::text[]) and link_look.at >= $2 order by site, url, link_look.at, id`,
      [sites, since],
    );
  }

  /** A look in the shape of a capture, so that it is shown as one; null when there is none. */
  async lookAsCapture(id: string): Promise<CaptureRow | null> {
    const [row] = await this.dataSource.query<(Omit<CaptureRow, 'visit' | 'request'> & LinkLookRow)[]>(
      `select ${known}, round, final_url as "finalUrl", redirects, headers, status, size::float8 as size
       from link_look where id = $1`,
      [id],
    );
    if (!row) return null;
    const { site, round, finalUrl, redirects, headers, status, size, sha256, note } = row;
    return {
      ...{ id, site, round, finalUrl, redirects, headers, status, size, sha256, note },
      request: { url: row.url, method: 'GET' },
      visit: {
        ...{ as: 'probe', columnKey: null, columnName: null, listPage: 1, depth: 1 },
        from: row.page,
        linkText: row.linkText,
      },
      fetchedAt: row.at,
      outcome: row.outcome,
      charset: null,
      via: 'http',
      screenshot: null,
      revisit: null,
      unrendered: false,
    };
  }

  async saveStandings(rows: readonly LinkStandingRow[]): Promise<void> {
    await bulkInsert(
      this.dataSource.manager,
      LinkStandingEntity,
      rows.map((row) => ({ ...row, at: new Date(row.at), faulty: [...row.faulty] })),
      `on conflict (site) do update set at = excluded.at, links = excluded.links, alive = excluded.alive,
         faulty = excluded.faulty where link_standing.at <= excluded.at`,
    );
  }

  /** Of those of these sites that were looked at. */
  standings(sites: readonly string[]): Promise<Omit<LinkStandingRow, 'faulty'>[]> {
    return this.dataSource.query(
      `select site, ${instant('at')} as at, links, alive from link_standing where site = any($1::text[]) order by site`,
      [sites],
    );
  }

  /** Faulty links of these sites, a page of them in the order of the states asked for, with how many there are in all. */
  async faulty(
    sites: readonly string[],
    { states, offset, limit }: { states: readonly FaultyLink['state'][]; offset: number; limit: number },
  ): Promise<{ total: number; rows: FaultyLinkRow[] }> {
    const from = `from link_standing s cross join jsonb_array_elements(s.faulty) f
      where s.site = any($1::text[]) and f->>'state' = any($2::text[])`;
    const [[count], rows] = await Promise.all([
      this.dataSource.query<{ total: number }[]>(`select count(*)::int as total ${from}`, [sites, states]),
      this.dataSource.query<{ row: FaultyLinkRow }[]>(
        `select f || jsonb_build_object('site', s.site) as row ${from}
         order by array_position($2::text[], f->>'state'), array_position($1::text[], s.site), f->>'url' offset $3 limit $4`,
        [sites, states, offset, limit],
      ),
    ]);
    return { total: count?.total ?? 0, rows: rows.map(({ row }) => row) };
  }

  /** Looks before an instant that keep no page: the logs hold what scores rest on. @returns how many went. */
  async forgetBefore(at: string): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown, number]>(
      `delete from link_look where link_look.at < $1 and sha256 is null`,
      [at],
    );
    return count;
  }
}
