import { createReadStream, existsSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BadInput } from '#kernel';
import {
  captureId,
  MemoryBlobStore,
  readWarc,
  writeWarc,
  type ArchivedPage,
  type Capture,
  type WarcLimits,
} from './index.js';

const visit = {
  as: 'list',
  columnKey: 'policy',
  columnName: '政策文件',
  from: null,
  linkText: '政策文件',
  listPage: 1,
  depth: 1,
} as const;

async function all(source: AsyncIterable<Uint8Array>, limits?: Partial<WarcLimits>): Promise<ArchivedPage[]> {
  const pages: ArchivedPage[] = [];
  for await (const page of readWarc(source, limits)) pages.push(page);
  return pages;
}

async function archive(captures: Capture[], blobs: MemoryBlobStore): Promise<Buffer> {
  const stream = new PassThrough();
  const parts: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => parts.push(chunk));
  await writeWarc(captures, blobs, stream);
  stream.end();
  return Buffer.concat(parts);
}

function capture(part: Partial<Capture> & Pick<Capture, 'request'>): Capture {
  return {
    id: captureId('r', 's', part.request),
    round: 'r',
    site: 's',
    visit,
    finalUrl: part.request.url,
    redirects: [],
    fetchedAt: '2025-09-01T02:03:04.567Z',
    outcome: 'ok',
    status: 200,
    headers: { 'content-type': 'text/html; charset=gb2312', 'content-encoding': 'gzip' },
    sha256: null,
    size: 0,
    charset: 'gb18030',
    via: 'http',
    note: null,
    ...part,
  };
}

function record(type: string, url: string, block: string | Buffer, extra = ''): Buffer {
  const body = Buffer.from(block);
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-01-02T03:04:05Z\r\nWARC-Record-ID: <urn:uuid:${Math.floor(body.length)}>\r\n${extra}Content-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')]);
}

describe('WARC out and in', () => {
  it('brings captures back as they were: bytes, POST pagers, redirects and pages that never came', async () => {
    const blobs = new MemoryBlobStore();
    const bytes = Buffer.from([0xd6, 0xd0, 0x0d, 0x0a, 0x0d, 0x0a, 0xff, 0x00, 0x1f, 0x8b]);
    const captures = [
      capture({
        request: { url: 'http://a.example/x?q=%E4%B8%AD', method: 'GET' },
        finalUrl: 'http://a.example/y',
        redirects: ['http://a.example/y'],
        sha256: await blobs.put(bytes),
        size: bytes.length,
      }),
      capture({
        request: {
          url: 'http://a.example/list',
          method: 'POST',
          body: 'page=2&名=值',
          contentType: 'application/x-www-form-urlencoded',
        },
        sha256: await blobs.put(Buffer.from('{}')),
        size: 2,
      }),
      capture({
        request: { url: 'http://a.example/slow', method: 'GET' },
        outcome: 'timeout',
        status: null,
        headers: {},
        charset: null,
        note: '超过 30 秒',
      }),
    ];
    const pages = await all(Readable.from([await archive(captures, blobs)]));
    expect(pages.map((page) => page.request)).toEqual(captures.map((one) => one.request));
    expect(Buffer.from(pages[0]!.body)).toEqual(bytes);
    expect(pages[0]!.recorded).toMatchObject({
      outcome: 'ok',
      finalUrl: 'http://a.example/y',
      charset: 'gb18030',
      visit,
    });
    expect(pages[0]!.headers).toMatchObject({ 'content-type': 'text/html; charset=gb2312' });
    expect(pages[2]).toMatchObject({ status: null, recorded: { outcome: 'timeout', note: '超过 30 秒' } });
    expect(pages[0]!.fetchedAt).toBe('2025-09-01T02:03:04.567Z');
  });

  it('reads other programs: chunked and compressed answers, requests after answers, resources, plain archives', async () => {
    const packed = gzipSync('<p>你好</p>');
    const chunked = Buffer.concat([
      Buffer.from(`${packed.length.toString(16)}\r\n`),
      packed,
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
    const head =
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n';
    const answer = record('response', '<http://b.example/p>', Buffer.concat([Buffer.from(head), chunked]));
    const id = /urn:uuid:\d+/.exec(answer.toString('latin1'))?.[0];
    const source = Buffer.concat([
      answer,
      record(
        'request',
        'http://b.example/p',
        'POST /p HTTP/1.1\r\nHost: b.example\r\n\r\na=1',
        `WARC-Concurrent-To: <${id}>\r\n`,
      ),
      record('resource', 'http://b.example/r', '<p>r</p>', 'Content-Type: text/html\r\n'),
    ]);
    const [first, second] = await all(Readable.from([source]));
    expect(first).toMatchObject({ request: { method: 'POST', body: 'a=1' }, status: 200, recorded: null });
    expect(Buffer.from(first!.body).toString()).toBe('<p>你好</p>');
    expect(second).toMatchObject({
      request: { url: 'http://b.example/r' },
      status: 200,
      headers: { 'content-type': 'text/html' },
    });
  });
});

describe('hostile archives', () => {
  const page = record('response', 'http://c.example/', 'HTTP/1.1 200 OK\r\n\r\n<p>x</p>');
  it.each([
    ['empty', Buffer.alloc(0)],
    ['not a WARC', Buffer.from('PK\x03\x04 something else entirely\r\n\r\nmore')],
    ['cut off gzip', gzipSync(page).subarray(0, 60)],
    ['a head without end', Buffer.concat([Buffer.from('WARC/1.0\r\nX: '), Buffer.alloc(3 * 1024 * 1024, 97)])],
    ['a negative length', Buffer.from('WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n')],
  ])('%s is refused in one line', async (_name, bytes) => {
    const source = bytes.length === 0 ? Readable.from([]) : Readable.from([bytes]);
    await expect(all(source)).rejects.toThrow(BadInput);
  });

  it('gives what stood before the damage', async () => {
    const seen: string[] = [];
    const reading = (async () => {
      for await (const one of readWarc(Readable.from([Buffer.concat([page, page, Buffer.from('garbage\r\n\r\n')])])))
        seen.push(one.request.url);
    })();
    await expect(reading).rejects.toThrow(BadInput);
    expect(seen).toHaveLength(2);
  });

  it('keeps a bomb out of memory and says so', async () => {
    const bomb = record(
      'response',
      'http://c.example/bomb',
      Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n'),
        gzipSync(Buffer.alloc(60 * 1024 * 1024)),
      ]),
    );
    const large = record(
      'response',
      'http://c.example/large',
      Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), Buffer.alloc(3 * 1024 * 1024)]),
    );
    const pages = await all(Readable.from([gzipSync(Buffer.concat([bomb, large, page]))]), { maxBody: 1024 * 1024 });
    expect(pages.map(({ tooLarge, body }) => [tooLarge, body.byteLength])).toEqual([
      [true, 0],
      [true, 0],
      [false, 8],
    ]);
  });
});

const real = new URL('../../../shared/pages/pages.warc.gz', import.meta.url);
describe('an archive of real pages', () => {
  it.skipIf(!existsSync(real))('is read whole (skipped where the archive is not at hand)', async () => {
    const pages = await all(createReadStream(real));
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.every((one) => one.status === 200 && one.body.byteLength > 0)).toBe(true);
  });
});
