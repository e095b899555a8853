import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { DataSource, EntityManager } from 'typeorm';
import { captureId, LostEvidence, requestKey, type Capture, type PageRequest, type Visit } from '#evidence';
import type { PageReading, ReadCapture } from '#facts';
import { bulkInsert } from './bulk-writer.js';
import { CaptureEntity, FrontierEntity, ReadingEntity } from './entities/evidence.entity.js';
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
  captures: { capture: Capture; unrendered: boolean; reading?: PageReading | null }[];
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
  ${instant('c.fetched_at')} as "fetchedAt", c.outcome, c.status, c.headers, c.sha256, c.screenshot,
  c.size::float8 as size, c.charset,
  c.via, c.note, c.unrendered,
  case when c.same_as is null then null else jsonb_build_object('of', c.same_as, 'how', c.revisit) end as revisit`;

const pageSize = 500;

/** Reads a kept page once more, from its bytes. */
export type ReadAgain = (capture: CaptureRow) => Promise<ReadCapture>;

/** Names what is read of a page: the same for the same bytes that came in the same way, under the same reader. */
export type ReadingId = (capture: Capture) => string;

/** A capture with what was read of it, where that was kept. */
export interface ReadRow {
  capture: CaptureRow;
  reading: PageReading | null;
}

export class EvidenceStore {
  constructor(private readonly dataSource: DataSource) {}

  /** @param readingId names the readings to keep, for later rounds; without it none are kept. */
  crawlSink(round: string, site: string, readAgain: ReadAgain, readingId?: ReadingId): SiteCrawlSink {
    return {
      restore: () => this.restore(round, site, readAgain),
      checkpoint: (batch) => this.checkpoint(round, site, batch, readingId),
    };
  }

  /** How many pages of a site a round asked for, and how many of them were as before. */
  async visits(round: string, site: string): Promise<{ asked: number; unchanged: number }> {
    const [row] = await this.dataSource.query<{ asked: number; unchanged: number }[]>(
      `select count(*) filter (where c.revisit is distinct from 'carried')::int as asked,
         count(*) filter (where c.revisit in ('notModified', 'sameBytes'))::int as unchanged
       from capture c where c.round = $1 and c.site = $2`,
      [round, site],
    );
    return row ?? { asked: 0, unchanged: 0 };
  }

  /** Captures of a site in a round by id, each with what this reader once read of it. */
  async *capturesRead(round: string, site: string, readingId: ReadingId): AsyncGenerator<ReadRow> {
    for (let after = ''; ;) {
      const rows = await this.dataSource.query<(CaptureRow & { readingId: string | null; bytes: Buffer | null })[]>(
        `select ${captureColumns}, c.reading as "readingId", r.reading as bytes
         from capture c left join reading r on r.id = c.reading
         where c.round = $1 and c.site = $2 and c.id > $3 order by c.id limit ${pageSize}`,
        [round, site, after],
      );
      for (const { readingId: id, bytes, ...capture } of rows)
        yield { capture, reading: bytes !== null && id === readingId(capture) ? inflate(bytes) : null };
      const last = rows.at(-1);
      if (last === undefined || rows.length < pageSize) return;
      after = last.id;
    }
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
    const visited: string[] = [];
    const read: ReadCapture[] = [];
    const lost: string[] = [];
    for await (const capture of this.captures(round, site)) {
      try {
        read.push(await readAgain(capture));
        visited.push(requestKey(capture.request));
      } catch (error) {
        if (!(error instanceof LostEvidence)) throw error;
        lost.push(capture.id);
      }
    }
    // What a loss of power took from the disk was as good as never seen: it is asked for again.
    if (lost.length > 0) await this.dataSource.query(`delete from capture where id = any($1)`, [lost]);
    const pending = await this.dataSource.query<PendingRequest[]>(
      `select f.request, f.visit from frontier f
       where f.round = $1 and f.site = $2 and not exists (select 1 from capture c where c.id = f.capture)
       order by f.position`,
      [round, site],
    );
    return pending.length + visited.length > 0 ? { pending, visited, read } : null;
  }

  private checkpoint(
    round: string,
    site: string,
    { captures, added }: CrawlBatch,
    readingId: ReadingId | undefined,
  ): Promise<void> {
    const rows = captures.map(({ capture: { revisit, ...capture }, unrendered, reading }) => ({
      ...capture,
      screenshot: capture.screenshot ?? null,
      unrendered,
      sameAs: revisit?.of ?? null,
      revisit: revisit?.how ?? null,
      reading: reading && readingId ? readingId(capture) : null,
    }));
    const readings = new Map<string, PageReading>();
    for (const [index, row] of rows.entries()) if (row.reading) readings.set(row.reading, captures[index]!.reading!);
    return this.dataSource.transaction(async (manager) => {
      for (const { id } of await this.keptReadings(manager, [...readings.keys()])) readings.delete(id);
      await bulkInsert(
        manager,
        ReadingEntity,
        [...readings].map(([id, reading]) => ({ id, reading: deflate(reading) })),
        'on conflict do nothing',
      );
      await bulkInsert(manager, CaptureEntity, rows, 'on conflict do nothing');
      await bulkInsert(
        manager,
        FrontierEntity,
        added.map(({ request, visit }) => ({ round, site, capture: captureId(round, site, request), request, visit })),
        'on conflict do nothing',
      );
    });
  }

  private async keptReadings(manager: EntityManager, ids: string[]): Promise<{ id: string }[]> {
    return ids.length === 0 ? [] : manager.query(`select id from reading where id = any($1)`, [ids]);
  }
}

/** Fast rather than small: a page's reading takes a tenth of a millisecond. */
function deflate(reading: PageReading): Buffer {
  return deflateRawSync(JSON.stringify(reading), { level: 1 });
}

function inflate(bytes: Buffer): PageReading {
  return JSON.parse(inflateRawSync(bytes).toString('utf8')) as PageReading;
}
