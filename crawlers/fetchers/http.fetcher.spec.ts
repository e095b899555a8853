import { createServer as createSecureServer } from 'node:https';
import { createServer as createRawServer, type AddressInfo, type Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FetchOutcome } from '#evidence';
import { localFetcher, never, serve, type Handler, type Loopback } from '../loopback-server.test.js';
import { userAgent } from './user-agent.js';

const page = '<html><head><title>云岭县</title></head><body><p>政务公开</p></body></html>';
const mb = 1024 * 1024;

const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Handler =>
  (_, response) =>
    void response.writeHead(code, { 'content-type': 'text/html', ...headers }).end(body);
const bytes =
  (body: Uint8Array, headers: Record<string, string>): Handler =>
  (_, response) =>
    void response.writeHead(200, headers).end(body);
const endless =
  (headers: Record<string, string>, chunk: Buffer): Handler =>
  (_, response) => {
    response.writeHead(200, headers);
    const pour = (): void => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  };

/** The beginning of a zip with this first entry. */
function zipHead(name: string): Uint8Array {
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([head, Buffer.from(name)]);
}

describe('what an answer means', () => {
  let server: Loopback;
  const limits = { maxBytes: mb, maxHeaderBytes: 16 * 1024 };
  const patient = localFetcher({ limits });
  const hasty = localFetcher({ limits: { ...limits, headersMs: 300, bodyMs: 300, totalMs: 900 } });
  beforeAll(async () => {
    server = await serve({
      '/ok': page,
      '/404': status(404),
      '/410': status(410),
      '/401': status(401),
      '/403': status(403),
      '/400': status(400),
      '/412': status(412, {}, '<script>$_ts={}</script>'),
      '/521': status(521, { 'set-cookie': 'a=b' }, '<script>document.cookie="__jsl=1"</script>'),
      '/202': status(202, {}, '<script src="/challenge.js"></script>'),
      '/503cf': status(503, { 'cf-mitigated': 'challenge' }),
      '/429': status(429, { 'retry-after': '7' }),
      '/500': status(500),
      '/503': status(503),
      '/302nowhere': status(302),
      '/302bad': status(302, { location: 'http://[bad' }),
      '/loop': status(302, { location: '/loop2' }),
      '/loop2': status(301, { location: '/loop' }),
      '/self': status(302, { location: '/self' }),
      '/pdf': bytes(Buffer.from('%PDF-1.7 …'), { 'content-type': 'text/html' }),
      '/docx': bytes(Buffer.from('PK\x03\x04'), { 'content-type': 'application/octet-stream' }),
      '/large.pdf': bytes(Buffer.concat([Buffer.from('%PDF-1.7 …'), Buffer.alloc(2 * mb)]), {}),
      '/a.zip': bytes(zipHead('附件.doc'), { 'content-type': 'application/zip' }),
      '/a.docx': bytes(zipHead('[Content_Types].xml'), { 'content-type': 'application/zip' }),
      '/png': bytes(Buffer.from([0x89, 0x50, 0x4e, 0x47]), { 'content-type': 'image/png' }),
      '/css': bytes(Buffer.from('a{}'), { 'content-type': 'text/css' }),
      '/octet': bytes(Buffer.from(page), { 'content-type': 'application/octet-stream' }),
      '/json': bytes(Buffer.from('{"a":1}'), { 'content-type': 'application/json' }),
      '/jsonp': bytes(Buffer.from('cb({"a":1})'), { 'content-type': 'application/javascript' }),
      '/untyped': (_, response) => void response.writeHead(200).end(page),
      '/2gb': bytes2gb(),
      '/endless': endless({ 'content-type': 'text/html' }, Buffer.alloc(65_536, 'x')),
      '/bomb': bytes(gzipSync(Buffer.alloc(200 * mb)), { 'content-type': 'text/html', 'content-encoding': 'gzip' }),
      '/brbomb': bytes(brotliCompressSync(Buffer.alloc(20 * mb)), {
        'content-type': 'text/html',
        'content-encoding': 'br',
      }),
      '/bombbomb': bytes(gzipSync(gzipSync(Buffer.alloc(100 * mb))), {
        'content-type': 'text/html',
        'content-encoding': 'gzip, gzip',
      }),
      '/silent': () => undefined,
      '/stalls': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>'),
      '/drips': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const drip = setInterval(() => response.write('.'), 50);
        response.on('close', () => clearInterval(drip));
      },
      '/reset': (request) => void request.socket.destroy(),
      '/headers': status(200, Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`x-${n}`, 'h'.repeat(1000)]))),
    });
  });
  afterAll(async () => {
    await patient.close();
    await hasty.close();
    await server.close();
  });

  function bytes2gb(): Handler {
    return (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': String(2 * 1024 * mb) });
      const chunk = Buffer.alloc(65_536, '<p>x</p>');
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    };
  }

  it.each<[string, boolean, number, string]>([
    ['/pdf', false, 0, 'PDF'],
    ['/pdf', true, 12, 'PDF'],
    ['/a.docx', true, 49, '压缩包或 Office 文档'],
    ['/a.zip', true, 0, '压缩包或 Office 文档'],
    ['/large.pdf', true, 0, 'PDF，超过 1 MB，没有读取'],
    ['/png', true, 0, 'PNG 图片'],
  ])('%s is kept whole only where files are wanted (%s) and can be read', async (path, keepsFiles, size, note) => {
    const asking = localFetcher({ keepsFiles, limits: { maxBytes: mb } });
    const answer = await asking.fetch({ url: server.origin + path, method: 'GET' }, never);
    await asking.close();
    expect(answer).toMatchObject({ outcome: 'notHtml', note });
    expect(answer.body.byteLength).toBe(size);
  });

  it.each<[string, FetchOutcome]>([
    ['/ok', 'ok'],
    ['/404', 'notFound'],
    ['/missing', 'notFound'],
    ['/410', 'gone'],
    ['/401', 'forbidden'],
    ['/403', 'forbidden'],
    ['/400', 'forbidden'],
    ['/412', 'challenged'],
    ['/521', 'challenged'],
    ['/202', 'challenged'],
    ['/503cf', 'challenged'],
    ['/429', 'rateLimited'],
    ['/500', 'serverError'],
    ['/503', 'serverError'],
    ['/302nowhere', 'serverError'],
    ['/302bad', 'serverError'],
    ['/loop', 'redirectLoop'],
    ['/self', 'redirectLoop'],
    ['/pdf', 'notHtml'],
    ['/docx', 'notHtml'],
    ['/png', 'notHtml'],
    ['/css', 'notHtml'],
    ['/octet', 'ok'],
    ['/json', 'ok'],
    ['/jsonp', 'ok'],
    ['/untyped', 'ok'],
    ['/2gb', 'tooLarge'],
    ['/endless', 'tooLarge'],
    ['/bomb', 'tooLarge'],
    ['/brbomb', 'tooLarge'],
    ['/bombbomb', 'tooLarge'],
    ['/silent', 'timeout'],
    ['/stalls', 'timeout'],
    ['/drips', 'timeout'],
    ['/reset', 'refused'],
    ['/headers', 'tooLarge'],
  ])('%s is %s, in bounded time and memory', async (path, outcome) => {
    const before = process.memoryUsage().rss;
    // What ends too late would never end by itself; all else must not be taken for that, however busy the machine is.
    const fetcher = outcome === 'timeout' ? hasty : patient;
    const answer = await fetcher.fetch({ url: server.origin + path, method: 'GET' }, never);
    expect(answer.outcome, answer.note ?? '').toBe(outcome);
    if (outcome !== 'ok') expect(answer.body.byteLength).toBeLessThan(mb);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * mb);
  });

  it('stops at once when told to', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 30);
    const answer = await patient.fetch({ url: `${server.origin}/silent`, method: 'GET' }, stop.signal);
    expect(answer).toMatchObject({ outcome: 'timeout', note: '采集已停止' });
  });
});

describe('the way to a page', () => {
  it('follows redirects and signposts, telling every step, and keeps cookies for one chain only', async () => {
    const server = await serve({
      '/old': status(301, { location: '/new/' }),
      '/new/': '<meta http-equiv="refresh" content="0;url=index.html">',
      '/new/index.html': "<script>window.location.href = '../page?a=1&amp;b=2'</script>",
      '/page?a=1&b=2': page,
      '/cookie': (request, response) => {
        if (request.headers.cookie === 'seen=1') response.writeHead(200, { 'content-type': 'text/html' }).end(page);
        else response.writeHead(302, { location: '/cookie', 'set-cookie': 'seen=1; Path=/; HttpOnly' }).end();
      },
      '/post': (request, response) => {
        let body = '';
        request.on('data', (part: Buffer) => (body += part.toString()));
        request.on('end', () =>
          response
            .writeHead(200, { 'content-type': 'application/json' })
            .end(JSON.stringify({ body, method: request.method, type: request.headers['content-type'] })),
        );
      },
      '/many/0': status(302, { location: '/many/1' }),
      ...Object.fromEntries(
        Array.from({ length: 15 }, (_, n) => [`/many/${n}`, status(302, { location: `/many/${n + 1}` })]),
      ),
    });
    const fetcher = localFetcher();
    const signposted = await fetcher.fetch({ url: `${server.origin}/old`, method: 'GET' }, never);
    expect(signposted).toMatchObject({
      outcome: 'ok',
      finalUrl: `${server.origin}/page?a=1&b=2`,
      redirects: ['/new/', '/new/index.html', '/page?a=1&b=2'].map((path) => server.origin + path),
    });
    for (let n = 0; n < 2; n += 1)
      expect(await fetcher.fetch({ url: `${server.origin}/cookie`, method: 'GET' }, never)).toMatchObject({
        outcome: 'ok',
        redirects: [`${server.origin}/cookie`],
      });
    expect(server.asked.filter((one) => one === 'GET /cookie')).toHaveLength(4);
    const posted = await fetcher.fetch(
      {
        url: `${server.origin}/post`,
        method: 'POST',
        body: 'page=2',
        contentType: 'application/x-www-form-urlencoded',
      },
      never,
    );
    expect(JSON.parse(Buffer.from(posted.body).toString())).toEqual({
      body: 'page=2',
      method: 'POST',
      type: 'application/x-www-form-urlencoded',
    });
    expect(await fetcher.fetch({ url: `${server.origin}/many/0`, method: 'GET' }, never)).toMatchObject({
      outcome: 'redirectLoop',
    });
    await fetcher.close();
    await server.close();
  });

  it('takes pages of scripts as text and runs nothing', async () => {
    const injected = `<html><body><h1>标题</h1>${'<p>正文</p>'.repeat(20)}<script>location.href="http://127.0.0.1:1/";document.write(1)</script><img src=x onerror=alert(1)></body></html>`;
    const server = await serve({ '/': injected });
    const fetcher = localFetcher();
    const answer = await fetcher.fetch({ url: `${server.origin}/`, method: 'GET' }, never);
    expect(answer).toMatchObject({ outcome: 'ok', redirects: [] });
    expect(Buffer.from(answer.body).toString()).toBe(injected);
    await fetcher.close();
    await server.close();
  });
});

describe('encodings of the body', () => {
  it.each([
    ['gzip', gzipSync(page), 'gzip'],
    ['deflate with zlib head', deflateSync(page), 'deflate'],
    ['deflate without', deflateRawSync(page), 'deflate'],
    ['br', brotliCompressSync(page), 'br'],
    ['gzip that was not asked for nor declared', gzipSync(page), ''],
    ['text that claims to be gzip', Buffer.from(page), 'gzip'],
    ['text that claims to be br', Buffer.from(page), 'br'],
    ['gzip without its trailer', gzipSync(page).subarray(0, -8), 'gzip'],
    ['gzip over gzip', gzipSync(gzipSync(page)), 'gzip'],
    ['an encoding nobody knows', Buffer.from(page), 'x-unknown'],
  ])('%s', async (_name, body, encoding) => {
    const server = await serve({
      '/': bytes(body, { 'content-type': 'text/html', ...(encoding ? { 'content-encoding': encoding } : {}) }),
    });
    const fetcher = localFetcher();
    const answer = await fetcher.fetch({ url: `${server.origin}/`, method: 'GET' }, never);
    expect(Buffer.from(answer.body).toString()).toBe(page);
    await fetcher.close();
    await server.close();
  });
});

describe('transports that are broken', () => {
  it.each<[string, string, FetchOutcome]>([
    [
      'less than announced',
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 500\r\n\r\n<p>half',
      'refused',
    ],
    [
      'more than announced',
      `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 8\r\n\r\n<p>x</p><p>more</p>`,
      'ok',
    ],
    [
      'a chunk cut off',
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n20\r\n<p>',
      'refused',
    ],
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n', 'refused'],
    ['nothing', '', 'refused'],
    ['a negative length', 'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n', 'refused'],
  ])('%s', async (_name, answer, outcome) => {
    const raw = createRawServer((socket: Socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(answer));
    });
    await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
    const fetcher = localFetcher();
    const url = `http://127.0.0.1:${(raw.address() as AddressInfo).port}/`;
    expect((await fetcher.fetch({ url, method: 'GET' }, never)).outcome).toBe(outcome);
    await fetcher.close();
    await new Promise((resolve) => raw.close(resolve));
  });

  it('names refusal, unknown names and broken TLS', async () => {
    const closed = await serve({});
    await closed.close();
    const secure = createSecureServer({});
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const fetcher = localFetcher();
    const outcome = async (url: string) => (await fetcher.fetch({ url, method: 'GET' }, never)).outcome;
    expect(await outcome(`${closed.origin}/`)).toBe('refused');
    expect(await outcome('http://no-such-host.invalid/')).toBe('dns');
    expect(await outcome(`https://127.0.0.1:${(secure.address() as AddressInfo).port}/`)).toBe('tls');
    await fetcher.close();
    await new Promise((resolve) => secure.close(resolve));
  });
});

describe('the user agent', () => {
  it.each([
    ['', 'Mingjing/0.1.0 (open-government monitoring)'],
    [
      'https://yunling.example/contact',
      'Mingjing/0.1.0 (+https://yunling.example/contact; open-government monitoring)',
    ],
    ['云岭县\r\nX: y', 'Mingjing/0.1.0 (+%E4%BA%91%E5%B2%AD%E5%8E%BF X: y; open-government monitoring)'],
  ])('%j', (contact, expected) => expect(userAgent('0.1.0', contact)).toBe(expected));
});
