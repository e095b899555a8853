import { SaxesParser } from 'saxes';
import { MissingResource } from '#kernel';
import { LostEvidence, putAgainMs, sha256Of, type BlobStore, type StoredBlob } from './blob-store.js';
import { S3Requests, type S3Answer, type S3Options } from './s3-requests.js';

const shape = /^[0-9a-f]{64}$/;
const keyShape = /^[0-9a-f]{2}\/[0-9a-f]{62}$/;

/**
 * Blobs as objects `ab/cdef…` under a prefix of a bucket, as they lie in a folder. The service checks each by its hash
 * before it appears, and it is checked again whenever it is read. Times are those of the service.
 */
export class S3BlobStore implements BlobStore {
  private readonly requests: S3Requests;
  private readonly prefix: string;

  constructor(options: S3Options) {
    this.requests = new S3Requests(options);
    this.prefix = options.prefix === '' ? '' : `${options.prefix}/`;
  }

  async put(bytes: Uint8Array, sha256 = sha256Of(bytes)): Promise<string> {
    const there = await this.head(sha256);
    if (there?.size === bytes.byteLength && there.now - there.putAt < putAgainMs) return sha256;
    await this.requests.send('PUT', this.keyOf(sha256), bytes, sha256);
    return sha256;
  }

  async get(sha256: string): Promise<Uint8Array> {
    const answer = shape.test(sha256) ? await this.requests.send('GET', this.keyOf(sha256)) : null;
    if (answer === null || answer.status === 404) throw new LostEvidence(sha256, '不在快照库中');
    if (sha256Of(answer.body) !== sha256) throw new LostEvidence(sha256, '内容已损坏，与指纹不符');
    return answer.body;
  }

  async has(sha256: string): Promise<boolean> {
    return shape.test(sha256) && (await this.head(sha256)) !== null;
  }

  async *list(): AsyncGenerator<StoredBlob> {
    for (let token: string | null = ''; token !== null;) {
      const query = new URLSearchParams({ 'list-type': '2', 'max-keys': '1000', prefix: this.prefix });
      if (token !== '') query.set('continuation-token', token);
      const page = readListing((await this.requests.send('GET', `?${query.toString()}`)).body.toString('utf8'));
      for (const { key, size, putAt } of page.objects) {
        const name = key.slice(this.prefix.length);
        if (keyShape.test(name)) yield { sha256: name.replace('/', ''), size, putAt };
      }
      if (page.next === token)
        throw new MissingResource([{ where: `取证快照库 ${this.requests.name}`, what: '列举没有尽头' }]);
      token = page.next;
    }
  }

  /**
   * A `put` that comes between looking and removing is lost; it takes a page that no row names, that was put last before
   * `since`, and that comes back in just these milliseconds. The next `put` of it mends that.
   */
  async removeUnlessPut(sha256: string, since: number): Promise<boolean> {
    const there = shape.test(sha256) ? await this.head(sha256) : null;
    if (there === null || there.putAt >= since) return false;
    await this.requests.send('DELETE', this.keyOf(sha256));
    return true;
  }

  /** An object appears whole or not at all, and goes at once. */
  tidy(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return this.requests.close();
  }

  private async head(sha256: string): Promise<{ size: number; putAt: number; now: number } | null> {
    const answer = await this.requests.send('HEAD', this.keyOf(sha256));
    if (answer.status === 404) return null;
    const putAt = timeOf(answer, 'last-modified');
    return { size: Number(answer.headers['content-length']), putAt, now: timeOf(answer, 'date') };
  }

  private keyOf(sha256: string): string {
    return `${this.prefix}${sha256.slice(0, 2)}/${sha256.slice(2)}`;
  }
}

/** Without a sound time it counts as put now: nothing is removed for it. */
function timeOf({ headers }: S3Answer, name: string): number {
  const time = Date.parse(headers[name] ?? '');
  return Number.isNaN(time) ? Date.now() : time;
}

interface Listing {
  objects: { key: string; size: number; putAt: number }[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
}

function readListing(xml: string): Listing {
  const listing: Listing = { objects: [], next: null };
  const path: string[] = [];
  let object = { key: '', size: 0, putAt: Date.now() };
  let truncated = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new MissingResource([{ where: '取证快照库', what: `列举的答复读不懂（${error.message.slice(0, 100)}）` }]);
  });
  parser.on('opentag', ({ name }) => {
    path.push(name);
    if (name === 'Contents') object = { key: '', size: 0, putAt: Date.now() };
  });
  parser.on('text', (text) => {
    const [within, name] = path.slice(-2);
    if (within === 'Contents' && name === 'Key') object.key += text;
    if (within === 'Contents' && name === 'Size') object.size = Number(text);
    if (within === 'Contents' && name === 'LastModified') object.putAt = Date.parse(text);
    if (within === 'ListBucketResult' && name === 'IsTruncated') truncated = text === 'true';
    if (within === 'ListBucketResult' && name === 'NextContinuationToken') listing.next = (listing.next ?? '') + text;
  });
  parser.on('closetag', ({ name }) => {
    path.pop();
    if (name === 'Contents') listing.objects.push(object);
  });
  parser.write(xml).close();
  return { ...listing, next: truncated ? listing.next : null };
}
