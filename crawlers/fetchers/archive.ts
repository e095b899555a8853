import { readWarc, type ArchivedPage, type BlobStore, type PageRequest, type WarcLimits } from '#evidence';
import { frontierKey } from '../frontier/canonical-url.js';

/** An archived answer whose bytes lie in the blob store. */
export interface IndexedPage extends Omit<ArchivedPage, 'body' | 'sameBodyAs'> {
  sha256: string;
}

/** The pages of a WARC by address. Bodies go straight to the blob store, so memory holds only the index. */
export class Archive {
  private readonly pages = new Map<string, IndexedPage>();
  private newest = '1970-01-01T00:00:00.000Z';

  /** When its last page was taken: what is not in it was not seen at that time. ISO 8601 UTC. */
  get takenUntil(): string {
    return this.newest;
  }

  /**
   * Reads a whole WARC. Of several answers to one request the newest counts.
   * @throws BadInput when the archive cannot be read.
   */
  static async open(
    source: AsyncIterable<Uint8Array>,
    blobs: BlobStore,
    limits?: Partial<WarcLimits>,
  ): Promise<Archive> {
    const archive = new Archive();
    for await (const { body, sameBodyAs, ...page } of readWarc(source, limits)) {
      const earlier = sameBodyAs === null ? null : archive.find({ url: sameBodyAs, method: 'GET' });
      if (sameBodyAs !== null && earlier === null) continue;
      archive.put({ ...page, sha256: earlier?.sha256 ?? (await blobs.put(body)) });
    }
    return archive;
  }

  find(request: PageRequest): IndexedPage | null {
    return this.pages.get(frontierKey(request)) ?? null;
  }

  /** Hosts (with ports) whose pages it holds, sorted. */
  hosts(): string[] {
    return [...new Set([...this.pages.values()].map(({ request }) => new URL(request.url).host))].sort();
  }

  /** Requests of one host in the order of the archive. */
  requestsOf(host: string): PageRequest[] {
    return [...this.pages.values()].map(({ request }) => request).filter(({ url }) => new URL(url).host === host);
  }

  private put(page: IndexedPage): void {
    if (!URL.canParse(page.request.url)) return;
    if (page.fetchedAt > this.newest) this.newest = page.fetchedAt;
    const key = frontierKey(page.request);
    const known = this.pages.get(key);
    if (!known || known.fetchedAt <= page.fetchedAt) this.pages.set(key, page);
  }
}
