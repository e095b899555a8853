import { createReadStream, existsSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { MemoryBlobStore, writeWarc } from '#evidence';
import { crawlArchiveHost } from '../crawl-archive-host.js';
import { crawlSite, type CrawlDeps } from '../crawl-site.js';
import { families } from '../families/index.js';
import { MemoryCrawlSink } from '../frontier/memory-sink.js';
import { localFetcher, never, serve } from '../loopback-server.test.js';
import { pageReader } from '../reading/page-reader.js';
import { Archive } from './archive.js';
import { ArchiveFetcher } from './archive.fetcher.js';

const read = pageReader(families);

function block(type: string, url: string, body: string, extra = ''): string {
  const length = Buffer.byteLength(body);
  return `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-01-02T03:04:05Z\r\nWARC-Record-ID: <urn:x:${Math.random()}>\r\n${extra}Content-Length: ${length}\r\n\r\n${body}\r\n\r\n`;
}
const html = (body: string) => `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${body}`;

describe('replaying an archive', () => {
  it('gives a crawl of the archive the same pages, outcomes and bytes as the crawl that made it', async () => {
    const server = await serve({
      '/': '<title>云岭县</title><div class="nav"><a href="/zcwj/">政策文件</a><a href="/gone">通知公告</a><a href="/slow">政策解读</a></div>',
      '/zcwj/': '<meta http-equiv="refresh" content="0;url=/zcwj/index.html">',
      '/zcwj/index.html':
        '<title>政策文件</title><ul><li><a href="/a/1.html">云岭县人民政府关于甲事项的通知</a>2025-08-01</li><li><a href="/a/2.html">云岭县人民政府关于乙事项的通知</a>2025-08-01</li><li><a href="/a/3.pdf">云岭县人民政府关于丙事项的通知</a>2025-08-01</li></ul>',
      '/a/1.html': '<title>甲</title><p>正文</p>',
      '/a/3.pdf': (_, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
      '/gone': (_, response) => void response.writeHead(410).end('gone'),
      '/slow': () => undefined,
    });
    const blobs = new MemoryBlobStore();
    const target = { round: 'r', site: 's', homeUrl: `${server.origin}/`, hosts: [] };
    const deps: CrawlDeps = {
      fetcher: localFetcher({ limits: { totalMs: 300 } }),
      browser: null,
      blobs,
      read,
      now: () => Date.now(),
    };
    const live = new MemoryCrawlSink();
    const options = { fewestColumns: 0 };
    await crawlSite(target, deps, live, options);
    await server.close();

    const stream = new PassThrough();
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    expect(await writeWarc(live.captures, blobs, stream)).toBe(live.captures.length);
    const others = new MemoryBlobStore();
    const archive = await Archive.open(Readable.from([Buffer.concat(parts)]), others);
    const replayed = new MemoryCrawlSink();
    await crawlSite(
      target,
      { ...deps, fetcher: new ArchiveFetcher(archive, others), blobs: others },
      replayed,
      options,
    );
    const essence = (sink: MemoryCrawlSink) =>
      sink.captures.map(({ id, outcome, finalUrl, redirects, sha256, status, visit, fetchedAt, note }) => ({
        id,
        outcome,
        finalUrl,
        redirects,
        sha256,
        status,
        visit,
        fetchedAt,
        note,
      }));
    expect(essence(replayed)).toEqual(essence(live));
    expect(replayed.read.map((one) => one.reading)).toEqual(live.read.map((one) => one.reading));
    expect(live.captures.map((one) => one.outcome)).toEqual([
      'ok',
      'ok',
      'gone',
      'timeout',
      'ok',
      'notFound',
      'notHtml',
    ]);
  });

  it('says of a page the archive does not hold that nothing is known, and replays revisits and redirects', async () => {
    const source = [
      block('response', 'http://a.example/1', html('<p>one</p>')),
      block('response', 'http://a.example/go', 'HTTP/1.1 302 Found\r\nLocation: /1\r\n\r\n'),
      block('response', 'http://a.example/round', 'HTTP/1.1 302 Found\r\nLocation: /round\r\n\r\n'),
      block(
        'revisit',
        'http://a.example/2',
        'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n',
        'WARC-Refers-To-Target-URI: http://a.example/1\r\n',
      ),
      block('response', 'http://a.example/doc', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n%PDF-1.4'),
    ].join('');
    const blobs = new MemoryBlobStore();
    const archive = await Archive.open(Readable.from([Buffer.from(source)]), blobs);
    const fetcher = new ArchiveFetcher(archive, blobs);
    const ask = (path: string) => fetcher.fetch({ url: `https://a.example${path}`, method: 'GET' }, never);
    expect(archive.hosts()).toEqual(['a.example']);
    expect(await ask('/none')).toMatchObject({ outcome: 'refused', note: '档案中没有该页', status: null });
    expect(await ask('/go')).toMatchObject({ outcome: 'ok', finalUrl: 'https://a.example/1' });
    expect(await ask('/round')).toMatchObject({ outcome: 'redirectLoop' });
    expect(Buffer.from((await ask('/2')).body).toString()).toBe('<p>one</p>');
    expect(await ask('/doc')).toMatchObject({ outcome: 'notHtml' });
  });
});

const real = new URL('../../../shared/pages/pages.warc.gz', import.meta.url);
describe('an archive of real pages', () => {
  it.skipIf(!existsSync(real))('is read host by host (skipped where the archive is not at hand)', async () => {
    const blobs = new MemoryBlobStore();
    const archive = await Archive.open(createReadStream(real), blobs);
    const deps: CrawlDeps = { fetcher: new ArchiveFetcher(archive, blobs), browser: null, blobs, read, now: () => 0 };
    let pages = 0;
    for (const host of archive.hosts()) {
      const target = { round: 'r', site: host, homeUrl: `https://${host}/`, hosts: [] };
      const sink = new MemoryCrawlSink();
      const result = await crawlArchiveHost(archive, host, target, deps, sink);
      expect(result.outcomes).toEqual({ ok: result.pages });
      pages += result.pages;
      // A second start finds everything done.
      expect((await crawlArchiveHost(archive, host, target, deps, sink)).pages).toBe(result.pages);
      expect(sink.captures).toHaveLength(result.pages);
    }
    expect(pages).toBeGreaterThan(20);
  });
});
