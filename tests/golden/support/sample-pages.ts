import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Archive, ArchiveFetcher, crawlSite, families, MemoryCrawlSink, pageReader } from '#crawlers';
import { MemoryBlobStore, type Visit } from '#evidence';
import type { ReadCapture } from '#facts';

/** Bytes of one page as a site sent them, and how it was come upon. */
export interface SamplePage {
  name: string;
  url: string;
  bytes: Uint8Array;
  /** Content-Type as sent, or null. */
  header: string | null;
  visit: Visit;
}

export interface SampleSite {
  site: string;
  captures: readonly ReadCapture[];
  pages: SamplePage[];
}

/** Every site of the kept evidence with all pages that a crawl reads there, in the order of reading. No network, no clock. */
export async function readSampleSites(): Promise<SampleSite[]> {
  const blobs = new MemoryBlobStore();
  const evidence = createReadStream(join(import.meta.dirname, '../evidence/yunling.warc.gz'));
  const archive = await Archive.open(evidence, blobs);
  const sites: SampleSite[] = [];
  for (const host of archive.hosts()) {
    const site = `http://${host}/`;
    const pages: SamplePage[] = [];
    const reader = pageReader(families);
    const deps = {
      fetcher: new ArchiveFetcher(archive, blobs),
      browser: null,
      blobs,
      read: ((fetched, visit, request) => {
        const header = fetched.headers['content-type'] ?? null;
        pages.push({ name: fetched.finalUrl, url: fetched.finalUrl, bytes: fetched.body, header, visit });
        return reader(fetched, visit, request);
      }) satisfies typeof reader,
      now: () => Date.parse(archive.takenUntil),
    };
    const { read } = await crawlSite({ round: 'sample', site, homeUrl: site, hosts: [] }, deps, new MemoryCrawlSink());
    sites.push({ site, captures: read, pages });
  }
  return sites;
}
