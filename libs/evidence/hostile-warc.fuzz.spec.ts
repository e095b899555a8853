import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BadInput } from '#kernel';
import { readWarc, type ArchivedPage, type WarcLimits } from './index.js';

/** An archive from outside is as hostile as a page: whatever it says, reading ends, with pages or in one line. */
function record(type: string, url: string, block: string | Buffer, length?: number | string): Buffer {
  const body = Buffer.from(block);
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-01-02T03:04:05Z\r\nContent-Length: ${length ?? body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')]);
}

const answer = (body: string) => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`;
const good = Array.from({ length: 4 }, (_, n) => record('response', `http://c.example/${n}`, answer(`<p>${n}</p>`)));

/** Pages until the end or the damage, and the one line of the damage. */
async function read(
  source: Iterable<Buffer> | AsyncIterable<Buffer>,
  limits?: Partial<WarcLimits>,
): Promise<{ pages: ArchivedPage[]; refused: string | null }> {
  const pages: ArchivedPage[] = [];
  try {
    for await (const page of readWarc(Readable.from(source), limits)) pages.push(page);
    return { pages, refused: null };
  } catch (error) {
    expect(error).toBeInstanceOf(BadInput);
    expect((error as Error).message).not.toContain('\n');
    return { pages, refused: (error as Error).message };
  }
}

const known = good.map((_, n) => `http://c.example/${n}`);
const bodies = (pages: ArchivedPage[]) => pages.map(({ body }) => Buffer.from(body).toString());

// The library says in English what it steps over.
beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterAll(() => void vi.restoreAllMocks());

describe('a hostile archive', () => {
  it('cut off anywhere gives what stood before, and nothing else', async () => {
    const whole = Buffer.concat(good);
    for (let at = 1; at < whole.length; at += 7) {
      const { pages } = await read([whole.subarray(0, at)]);
      expect(known.slice(0, pages.length)).toEqual(pages.map(({ request }) => request.url));
      expect(bodies(pages)).toEqual(pages.map((_, n) => `<p>${n}</p>`));
    }
  });

  it('with its compression cut off anywhere is refused in one line', async () => {
    const whole = Buffer.concat(good.map((one) => gzipSync(one)));
    for (let at = 20; at < whole.length; at += 11) {
      const { pages } = await read([whole.subarray(0, at)]);
      expect(pages.length).toBeLessThanOrEqual(good.length);
    }
    const { refused } = await read([whole.subarray(0, whole.length - 30)]);
    expect(refused).toContain('WARC 档案');
  });

  it('with bytes that were changed ends, whatever they say', async () => {
    const plain = Buffer.concat(good);
    const packed = Buffer.concat(good.map((one) => gzipSync(one)));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(plain, packed),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 5 }),
        async (file, changes) => {
          const bytes = Buffer.from(file);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const { pages } = await read([bytes]);
          expect(pages.length).toBeLessThanOrEqual(good.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['longer than the file', 5_000_000_000, 2],
    ['far longer than any file', '9007199254740991', 2],
    ['no number', '12abc', 1],
    ['beyond numbers', '99999999999999999999999', 1],
    ['below nothing', '-1', 1],
    ['shorter than it is', 10, 1],
  ])('whose length is %s is read up to there', async (_name, length, most) => {
    const { pages } = await read([
      Buffer.concat([good[0]!, record('response', 'http://c.example/1', answer('x'), length)]),
    ]);
    expect(pages.length).toBeLessThanOrEqual(most);
    expect(bodies(pages)[0]).toBe('<p>0</p>');
  });

  it('with endless heads is refused before they fill the memory', async () => {
    let given = 0;
    function* endless(): Generator<Buffer> {
      yield Buffer.from('WARC/1.0\r\n');
      for (let n = 0; n < 10_000; n += 1) {
        given += 1;
        yield Buffer.from(`X-${n}: ${'a'.repeat(64 * 1024)}\r\n`);
      }
    }
    const { pages, refused } = await read(endless());
    expect([pages, refused]).toEqual([[], expect.stringContaining('记录头过长')]);
    expect(given).toBeLessThan(200);
  });

  it('with endless heads of the page itself is no page', async () => {
    const head = `HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(20_000)}\r\n<p>x</p>`;
    const { pages, refused } = await read([Buffer.concat([record('response', 'http://c.example/', head), good[0]!])]);
    expect([refused, pages.map(({ request }) => request.url)]).toEqual([null, ['http://c.example/0']]);
  });

  it('that unpacks to more than is allowed is left there', async () => {
    const bomb = gzipSync(
      Buffer.concat([good[0]!, record('resource', 'http://c.example/zeros', Buffer.alloc(80_000_000))]),
    );
    expect(bomb.length).toBeLessThan(100_000);
    const { pages, refused } = await read([bomb], { maxTotal: 20_000_000, maxBody: 1_000_000 });
    expect(refused).toContain('展开后超过上限');
    expect(bodies(pages)).toEqual(['<p>0</p>']);
  });

  it('whose chunks lie about their length gives what is there', async () => {
    const chunked = (body: string) => `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${body}`;
    const lies = ['ffffffff\r\n<p>x</p>', '0000000\r\n', 'zz\r\nabc', '5\r\nab', '-5\r\nabcde\r\n0\r\n\r\n'];
    const { pages, refused } = await read([
      Buffer.concat(lies.map((lie, n) => record('response', `http://c.example/${n}`, chunked(lie)))),
    ]);
    expect([refused, pages.length]).toEqual([null, lies.length]);
    for (const { body } of pages) expect(body.length).toBeLessThan(30);
  });

  it.each([
    'file:///etc/passwd',
    '../../etc/passwd',
    '/etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'urn:screenshot:http://c.example/',
    'http://',
    'http://[::1',
    '',
  ])('keeps no page under the address %j', async (address) => {
    const { pages } = await read([Buffer.concat([record('response', address, answer('x')), good[0]!])]);
    expect(pages.map(({ request }) => request.url)).toEqual(['http://c.example/0']);
  });

  it('takes the word of a crawl only where it is one', async () => {
    const metadata = (json: string) =>
      Buffer.from(
        record('metadata', 'http://c.example/0', json)
          .toString()
          .replace('WARC-Date', 'Content-Type: application/json; profile="mingjing-capture"\r\nWARC-Date'),
      );
    const wrong = ['{', 'null', '[]', '{"outcome":"__proto__"}', '{"outcome":"ok","request":{"url":1}}', '"ok"'];
    for (const json of wrong) {
      const { pages } = await read([Buffer.concat([good[0]!, metadata(json)])]);
      expect(pages.map(({ recorded }) => recorded)).toEqual([null]);
    }
  });
});
