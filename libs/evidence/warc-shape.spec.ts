import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { crc32, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureId, MemoryBlobStore, readWarc, writeWarc, type ArchivedPage, type Capture } from './index.js';

/**
 * What other programs (warcio, ReplayWeb.page) rest on in a WARC/1.1 file, checked by a reader of its own that is as strict
 * as the standard (ISO 28500) and shares nothing with the library that writes.
 */
interface StrictRecord {
  headers: Map<string, string>;
  block: Buffer;
}

/** Takes a gzip file apart into its members, and each into the one record that it may hold. */
function strictRecords(file: Buffer): StrictRecord[] {
  const records: StrictRecord[] = [];
  for (let at = 0; at < file.length;) {
    expect(file.subarray(at, at + 4).toString('hex')).toBe('1f8b0800');
    const { buffer, engine } = inflateRawSync(file.subarray(at + 10), { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    const end = at + 10 + engine.bytesWritten;
    expect(file.readUInt32LE(end)).toBe(crc32(buffer));
    expect(file.readUInt32LE(end + 4)).toBe(buffer.length);
    records.push(strictRecord(buffer));
    at = end + 8;
  }
  return records;
}

function strictRecord(bytes: Buffer): StrictRecord {
  const gap = bytes.indexOf('\r\n\r\n');
  const [version, ...lines] = bytes.subarray(0, gap).toString('utf8').split('\r\n');
  expect(version).toBe('WARC/1.1');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+): (.*)$/.exec(line) ?? expect.fail(line);
    expect(headers.has(name)).toBe(false);
    headers.set(name, value);
  }
  const length = Number(headers.get('Content-Length'));
  const block = bytes.subarray(gap + 4, gap + 4 + length);
  expect(block).toHaveLength(length);
  expect(bytes.subarray(gap + 4 + length).toString('latin1')).toBe('\r\n\r\n');
  expect(headers.get('WARC-Record-ID')).toMatch(/^<urn:uuid:[0-9a-f-]{36}>$/);
  expect(headers.get('WARC-Date')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/);
  if (headers.get('WARC-Type') !== 'warcinfo') {
    expect(headers.get('WARC-Target-URI')).toMatch(/^(urn:view:)?https?:\/\/\S+$/);
    expect(headers.get('WARC-Block-Digest')).toBe(digest(block));
  }
  return { headers, block };
}

/** Start line, header lines and body of a block of type `application/http`. */
function httpOf({ block }: StrictRecord): { start: string; names: string[]; body: Buffer } {
  const gap = block.indexOf('\r\n\r\n');
  const [start = '', ...lines] = block.subarray(0, gap).toString('latin1').split('\r\n');
  for (const line of lines) expect(line).toMatch(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+: ?[^\r\n\0]*$/);
  const names = lines.map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
  return { start, names, body: block.subarray(gap + 4) };
}

const digest = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

async function archive(captures: Capture[], blobs: MemoryBlobStore): Promise<Buffer> {
  const stream = new PassThrough();
  const parts: Buffer[] = [];
  stream.on('data', (part: Buffer) => parts.push(part));
  await writeWarc(captures, blobs, stream);
  return Buffer.concat(parts);
}

async function pagesOf(file: Buffer): Promise<ArchivedPage[]> {
  const pages: ArchivedPage[] = [];
  // In small pieces, as from a slow disk.
  const pieces = Array.from({ length: Math.ceil(file.length / 777) }, (_, n) => file.subarray(n * 777, (n + 1) * 777));

  const source = (async function* () {
    yield* pieces;
  })();
  for await (const page of readWarc(source)) pages.push(page);
  return pages;
}

const word = fc.string({ unit: fc.constantFrom(...'云岭县政务公开 abcXYZ0189-_."\'<>&;=/\\\r\n\t\0é'), maxLength: 30 });
const address = fc
  .tuple(fc.constantFrom('http', 'https'), fc.constantFrom('a.example', 'b.example:8080', '云岭.example'), word)
  .map(([scheme, host, path]) => new URL(`${scheme}://${host}/${encodeURI(path)}`).href);
const request = fc.oneof(
  address.map((url) => ({ url, method: 'GET' as const })),
  fc.record({ url: address, body: word }).map(({ url, body }) => ({
    ...{ url, method: 'POST' as const, body },
    contentType: 'application/x-www-form-urlencoded',
  })),
);
const drafts = fc.array(
  fc.record({
    request,
    bytes: fc.option(fc.uint8Array({ maxLength: 400 }), { nil: null }),
    picture: fc.option(fc.uint8Array({ minLength: 1, maxLength: 40 }), { nil: null }),
    status: fc.constantFrom(200, 203, 299, 304, 404, 418, 503, 599),
    headers: fc.dictionary(fc.constantFrom('content-type', 'server', 'set-cookie', 'x-中', 'Content-Encoding'), word),
    note: fc.option(word, { nil: null }),
    at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
  }),
  { maxLength: 6 },
);
type Drafts = typeof drafts extends fc.Arbitrary<infer Value> ? Value : never;

async function capturesOf(from: Drafts, blobs: MemoryBlobStore): Promise<Capture[]> {
  return Promise.all(
    from.map(async ({ request: asked, bytes, picture, status, headers, note, at }) => ({
      ...{ id: captureId('r', 's', asked), round: 'r', site: 's', request: asked, finalUrl: asked.url, redirects: [] },
      visit: {
        as: 'list' as const,
        columnKey: 'policy',
        columnName: '政策文件',
        from: null,
        linkText: '更多',
        listPage: 2,
        depth: 1,
      },
      ...{ fetchedAt: at.toISOString(), outcome: bytes ? ('ok' as const) : ('timeout' as const), note },
      ...{ status: bytes ? status : null, headers: bytes ? headers : {}, charset: null, via: 'http' as const },
      ...{
        screenshot: bytes && picture ? await blobs.put(picture) : null,
        revisit: bytes && status === 203 ? { of: 'earlier', how: 'notModified' as const } : null,
        sha256: bytes ? await blobs.put(bytes) : null,
        size: bytes?.length ?? 0,
      },
    })),
  );
}

describe('an archive that is written', () => {
  it('is a strict WARC/1.1, whatever the pages are', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (from) => {
        const blobs = new MemoryBlobStore();
        const captures = await capturesOf(from, blobs);
        const [info, ...records] = strictRecords(await archive(captures, blobs));
        expect(info!.headers.get('WARC-Type')).toBe('warcinfo');
        const ids = records.map(({ headers }) => headers.get('WARC-Record-ID'));
        expect(new Set(ids).size).toBe(ids.length);
        for (const capture of captures) {
          const asked = records.shift()!;
          expect(asked.headers.get('WARC-Type')).toBe('request');
          expect(asked.headers.get('Content-Type')).toBe('application/http; msgtype=request');
          expect(asked.headers.get('WARC-Target-URI')).toBe(capture.request.url);
          const sent = httpOf(asked);
          expect(sent.start).toMatch(/^(GET|POST) \/\S* HTTP\/1\.1$/);
          expect(sent.names).toContain('host');
          expect(sent.body.toString('utf8')).toBe(Buffer.from(capture.request.body ?? '').toString('utf8'));
          let about = asked;
          if (capture.status !== null) {
            const answer = (about = records.shift()!);
            const came = httpOf(answer);
            expect(answer.headers.get('WARC-Type')).toBe('response');
            expect(answer.headers.get('Content-Type')).toBe('application/http; msgtype=response');
            expect(answer.headers.get('WARC-Concurrent-To')).toBe(asked.headers.get('WARC-Record-ID'));
            expect(came.start).toMatch(new RegExp(`^HTTP/1\\.1 ${capture.status} \\S.*$`));
            // The body lies unpacked: no header may say otherwise.
            expect(came.names.filter((name) => name === 'content-encoding' || name === 'transfer-encoding')).toEqual(
              [],
            );
            expect(answer.headers.get('WARC-Payload-Digest')).toBe(digest(came.body));
            expect(digest(came.body)).toBe(`sha256:${capture.sha256}`);
          }
          const made = records.shift()!;
          expect(made.headers.get('WARC-Type')).toBe('metadata');
          expect(made.headers.get('WARC-Refers-To')).toBe(about.headers.get('WARC-Record-ID'));
          if (!capture.screenshot) continue;
          const seen = records.shift()!;
          expect(seen.headers.get('WARC-Type')).toBe('resource');
          expect(seen.headers.get('Content-Type')).toBe('image/webp');
          expect(digest(seen.block)).toBe(`sha256:${capture.screenshot}`);
        }
        expect(records).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('brings back every page as it was', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (from) => {
        const blobs = new MemoryBlobStore();
        const captures = await capturesOf(from, blobs);
        const pages = await pagesOf(await archive(captures, blobs));
        expect(pages.map((page) => [page.request, page.fetchedAt, page.status])).toEqual(
          captures.map((one) => [one.request, one.fetchedAt, one.status]),
        );
        for (const [n, page] of pages.entries()) {
          const { sha256, outcome, note, visit, finalUrl, revisit } = captures[n]!;
          expect(page.recorded).toMatchObject({ outcome, note, visit, finalUrl, ...(revisit ? { revisit } : {}) });
          expect(Buffer.from(page.body)).toEqual(Buffer.from(sha256 ? await blobs.get(sha256) : []));
        }
      }),
      { numRuns: 60 },
    );
  });
});
