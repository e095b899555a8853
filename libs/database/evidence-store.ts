import type { DataSource } from 'typeorm';
import { captureId, requestKey, type Capture, type PageRequest, type Visit } from '#evidence';
import type { ReadCapture } from '#facts';
import { bulkInsert } from './bulk-writer.js';
import { CaptureEntity, FrontierEntity } from './entities/evidence.entity.js';
import { instant } from './instant.js';
import { storableText } from './storable.js';
import type { CaptureRow } from './stores.js';

export interface PendingRequest {
  request: PageRequest;
  visit: Visit;
}

/** A page to choose from. */
export interface KeptPageRow {
  capture: string;
  url: string;
  as: Visit['as'];
  /** Text of the link that led to it. */
  linkText: string | null;
}

/** What a crawl writes in one transaction. */
export interface CrawlBatch {
  captures: { capture: Capture; unrendered: boolean }[];
  added: PendingRequest[];
}

/** The memory of one site's crawl, in the shape that crawlers ask for. */
export interface SiteCrawlSink {
  /** What earlier checkpoints kept, or null when there were none. `visited` are request keys. */
  restore(): Promise<{ pending: PendingRequest[]; visited: string[]; read: ReadCapture[] } | null>;
  /** All of the batch or nothing; writing a batch again changes nothing. */
  checkpoint(batch: CrawlBatch): Promise<void>;
}

const captureColumns = `c.id, c.round, c.site, c.request, c.visit, c.final_url as "finalUrl", c.redirects,
  ${instant('c.fetched_at')} as "fetchedAt", c.outcome, c.status, c.headers, c.sha256, c.size::float8 as size, c.charset,
  c.via, c.note, c.unrendered`;

const pageSize = 500;

/** Reads a kept page once more; readings themselves are not kept, for they follow from the bytes. */
export type ReadAgain = (capture: CaptureRow) => Promise<ReadCapture>;

export class EvidenceStore {
  constructor(private readonly dataSource: DataSource) {}

  crawlSink(round: string, site: string, readAgain: ReadAgain): SiteCrawlSink {
    return {
      restore: () => this.restore(round, site, readAgain),
      checkpoint: (batch) => this.checkpoint(round, site, batch),
    };
  }

  async capture(id: string): Promise<CaptureRow | null> {
    const [row] = await this.dataSource.query<CaptureRow[]>(`select ${captureColumns} from capture c where id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  /**
   * Pages of a site that a round read, those nearest to the home page first; pages of lists behind the first and files are
   * left out.
   * @param words what the address or the text of the link must hold; '' for all.
   */
  pages(round: string, site: string, words: string, limit: number): Promise<KeptPageRow[]> {
    return this.dataSource.query<KeptPageRow[]>(
      `select c.id as capture, c.request->>'url' as url, c.visit->>'as' as "as", c.visit->>'linkText' as "linkText"
       from capture c
       where c.round = $1 and c.site = $2 and c.outcome = 'ok' and c.visit->>'as' not in ('data', 'file')
         and (c.visit->>'listPage')::int = 1
         and ($3 = '' or strpos(lower(c.request->>'url'), lower($3)) > 0 or strpos(c.visit->>'linkText', $3) > 0)
       order by (c.visit->>'depth')::int, c.request->>'url' limit $4`,
      [round, site, storableText(words.trim()), limit],
    );
  }

  /**
   * Captures of a site in a round, or of all its sites, by id; page after page by the last id seen, so that neither side
   * ever holds a whole round.
   */
  async *captures(round: string, site?: string): AsyncGenerator<CaptureRow> {
    for (let after = ''; ;) {
      const rows = await this.dataSource.query<CaptureRow[]>(
        `select ${captureColumns} from capture c
         where c.round = $1 and ($2::text is null or c.site = $2) and c.id > $3 order by c.id limit ${pageSize}`,
        [round, site ?? null, after],
      );
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < pageSize) return;
      after = last.id;
    }
  }

  private async restore(
    round: string,
    site: string,
    readAgain: ReadAgain,
  ): Promise<Awaited<ReturnType<SiteCrawlSink['restore']>>> {
    const pending = await this.dataSource.query<PendingRequest[]>(
      `select f.request, f.visit from frontier f
       where f.round = $1 and f.site = $2 and not exists (select 1 from capture c where c.id = f.capture)
       order by f.position`,
      [round, site],
    );
    const visited: string[] = [];
    const read: ReadCapture[] = [];
    for await (const capture of this.captures(round, site)) {
      visited.push(requestKey(capture.request));
      read.push(await readAgain(capture));
    }
    return pending.length + visited.length > 0 ? { pending, visited, read } : null;
  }

  private checkpoint(round: string, site: string, { captures, added }: CrawlBatch): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await bulkInsert(
        manager,
        CaptureEntity,
        captures.map(({ capture, unrendered }) => ({ ...capture, unrendered })),
        'on conflict do nothing',
      );
      await bulkInsert(
        manager,
        FrontierEntity,
        added.map(({ request, visit }) => ({ round, site, capture: captureId(round, site, request), request, visit })),
        'on conflict do nothing',
      );
    });
  }
}
