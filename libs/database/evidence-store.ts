import type { DataSource } from 'typeorm';
import { requestKey, type Capture, type PageRequest, type Visit } from '#evidence';
import type { PageReading, ReadCapture } from '#facts';
import { stableId } from '#kernel';
import { bulkInsert } from './bulk-writer.js';
import { CaptureEntity, FrontierEntity, ReadingEntity } from './entities/evidence.entity.js';
import { instant } from './instant.js';
import type { CaptureRow } from './stores.js';

export interface PendingRequest {
  request: PageRequest;
  visit: Visit;
}

/** What a crawl writes in one transaction. */
export interface CrawlBatch {
  captures: { capture: Capture; reading: PageReading | null; unrendered: boolean }[];
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

const readColumns = `c.id as capture, c.request->>'url' as url, c.final_url as "finalUrl",
  ${instant('c.fetched_at')} as "fetchedAt", c.outcome, c.visit, c.unrendered, r.reading`;

const pageSize = 500;

export class EvidenceStore {
  constructor(private readonly dataSource: DataSource) {}

  crawlSink(round: string, site: string): SiteCrawlSink {
    return {
      restore: () => this.restore(round, site),
      checkpoint: (batch) => this.checkpoint(round, site, batch),
    };
  }

  async capture(id: string): Promise<CaptureRow | null> {
    const [row] = await this.dataSource.query<CaptureRow[]>(`select ${captureColumns} from capture c where id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  /** Captures of a site in a round, or of all its sites, by id. */
  captures(round: string, site?: string): AsyncIterable<CaptureRow> {
    return this.pages<CaptureRow>(captureColumns, 'capture c', round, site, (row) => row.id);
  }

  /** Captures with what was read of them, by id of the capture. */
  readCaptures(round: string, site: string): AsyncIterable<ReadCapture> {
    const from = 'capture c left join reading r on r.capture = c.id';
    return this.pages<ReadCapture>(readColumns, from, round, site, (row) => row.capture);
  }

  /** Page after page by the last id seen, so that neither side ever holds a whole round. */
  private async *pages<Row>(
    columns: string,
    from: string,
    round: string,
    site: string | undefined,
    idOf: (row: Row) => string,
  ): AsyncGenerator<Row> {
    for (let after = ''; ;) {
      const rows = await this.dataSource.query<Row[]>(
        `select ${columns} from ${from}
         where c.round = $1 and ($2::text is null or c.site = $2) and c.id > $3 order by c.id limit ${pageSize}`,
        [round, site ?? null, after],
      );
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < pageSize) return;
      after = idOf(last);
    }
  }

  private async restore(round: string, site: string): Promise<Awaited<ReturnType<SiteCrawlSink['restore']>>> {
    const frontier = await this.dataSource.query<(PendingRequest & { visited: boolean })[]>(
      `select request, visit, visited from frontier where round = $1 and site = $2 order by position`,
      [round, site],
    );
    if (frontier.length === 0) return null;
    const read: ReadCapture[] = [];
    for await (const capture of this.readCaptures(round, site)) read.push(capture);
    return {
      pending: frontier.filter((row) => !row.visited).map(({ request, visit }) => ({ request, visit })),
      visited: frontier.filter((row) => row.visited).map((row) => requestKey(row.request)),
      read,
    };
  }

  private checkpoint(round: string, site: string, { captures, added }: CrawlBatch): Promise<void> {
    const entry = (request: PageRequest, visit: Visit, visited: boolean) => ({
      round,
      site,
      key: stableId(requestKey(request)),
      request,
      visit,
      visited,
    });
    // One statement cannot touch a row twice.
    const visited = new Map(
      captures.map(({ capture: { request, visit } }) => [requestKey(request), entry(request, visit, true)]),
    );
    return this.dataSource.transaction(async (manager) => {
      await bulkInsert(
        manager,
        CaptureEntity,
        captures.map(({ capture, unrendered }) => ({ ...capture, unrendered })),
        'on conflict do nothing',
      );
      await bulkInsert(
        manager,
        ReadingEntity,
        captures.flatMap(({ capture, reading }) => (reading ? [{ capture: capture.id, reading }] : [])),
        'on conflict do nothing',
      );
      await bulkInsert(
        manager,
        FrontierEntity,
        [...visited.values()],
        'on conflict (round, site, key) do update set visited = true',
      );
      await bulkInsert(
        manager,
        FrontierEntity,
        added.map(({ request, visit }) => entry(request, visit, false)),
        'on conflict do nothing',
      );
    });
  }
}
