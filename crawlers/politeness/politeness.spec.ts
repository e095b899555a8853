import { describe, expect, it } from 'vitest';
import type { FetchOutcome } from '#evidence';
import { isPass } from '../fetchers/gate.js';
import { FakeClock, localFetcher, never, serve, type Handler } from '../loopback-server.test.js';
import type { HostBook, HostPermission } from './host-book.js';
import { HostTurns, type TurnOptions } from './host-turns.js';
import { MemoryHostBook } from './memory-host-book.js';
import { Politeness } from './politeness.js';
import { retryAfterMs } from './retry-after.js';
import { RetryingFetcher } from './retrying.fetcher.js';
import { Robots } from './robots.js';

const open = { verdict: () => Promise.resolve(null), delay: () => Promise.resolve(null) };
const url = new URL('http://a.example/');

async function visit(polite: Politeness, outcome: FetchOutcome, headers: Record<string, string> = {}): Promise<string> {
  const pass = await polite.admit(url, never);
  if (!isPass(pass)) return pass.outcome;
  await pass.release({ outcome, headers });
  return 'sent';
}

const steady = { intervalMs: 500, jitter: 0 };

function manners(
  clock: FakeClock,
  options: Partial<TurnOptions> = {},
  robots: ConstructorParameters<typeof Politeness>[0] = open,
  book: HostBook = new MemoryHostBook(clock),
): Politeness {
  const ticks = () => clock.now();
  return new Politeness(robots, new HostTurns(book, clock, { ...steady, ticks, ...options }), book, ticks);
}

const with_ = (clock: FakeClock, options: Partial<TurnOptions> = {}) => manners(clock, options);

describe('pace', () => {
  it('keeps the interval between two starts to one host, not to two', async () => {
    const clock = new FakeClock();
    const polite = with_(clock);
    await visit(polite, 'ok');
    expect(clock.slept).toEqual([]);
    const other = await polite.admit(new URL('http://b.example/'), never);
    expect(isPass(other) && clock.slept.length === 0).toBe(true);
    await visit(polite, 'ok');
    expect(clock.slept).toEqual([500]);
  });

  it('lets one request at a time to a host and never deadlocks between two', async () => {
    const clock = new FakeClock();
    const polite = with_(clock, { intervalMs: 0 });
    const first = await polite.admit(url, never);
    let entered = false;
    const second = polite.admit(url, never).then((pass) => ((entered = true), pass));
    await new Promise((resolve) => setImmediate(resolve));
    expect(entered).toBe(false);
    if (isPass(first)) await first.release({ outcome: 'ok', headers: {} });
    expect(isPass(await second)).toBe(true);
  });

  it('waits as robots.txt asks, within reason', async () => {
    const clock = new FakeClock();
    const asked = { ...open, delay: () => Promise.resolve(10_000_000) };
    const slow = manners(clock, { intervalMs: 0, maxWaitMs: 7000 }, asked);
    await visit(slow, 'ok');
    await visit(slow, 'ok');
    expect(clock.slept).toEqual([7000]);
  });

  it('is quiet for as long as Retry-After says, and gives a host up that says tomorrow', async () => {
    const clock = new FakeClock();
    const polite = with_(clock, { intervalMs: 0 });
    await visit(polite, 'rateLimited', { 'retry-after': '30' });
    await visit(polite, 'ok');
    expect(clock.slept).toEqual([30_000]);
    await visit(polite, 'serverError', { 'retry-after': '86400' });
    expect(await visit(polite, 'ok')).toBe('serverError');
  });
});

describe('the breaker', () => {
  it('rests after failures in a row, then gives the host up, and forgets them when one succeeds', async () => {
    const clock = new FakeClock();
    const polite = with_(clock, { intervalMs: 0, failures: 3, restMs: 1000, rests: 1, leastSlowedMs: 0 });
    for (const outcome of ['timeout', 'timeout', 'ok', 'timeout', 'timeout'] as const) await visit(polite, outcome);
    expect(clock.slept).toEqual([]);
    await visit(polite, 'refused');
    await visit(polite, 'refused');
    expect(clock.slept).toEqual([1000]);
    await visit(polite, 'refused');
    await visit(polite, 'refused');
    expect(await visit(polite, 'ok')).toBe('refused');
  });

  it('takes no offence at pages that are merely not there', async () => {
    const polite = with_(new FakeClock(), { intervalMs: 0, failures: 2, rests: 0 });
    for (let n = 0; n < 10; n += 1) expect(await visit(polite, 'notFound')).toBe('sent');
  });
});

describe('robots.txt', () => {
  const text =
    (body: string): Handler =>
    (_, response) =>
      void response.writeHead(200, { 'content-type': 'text/plain' }).end(body);
  const code =
    (status: number): Handler =>
    (_, response) =>
      void response.writeHead(status, { 'content-type': 'text/html' }).end('x');

  it.each<[string, Handler, string, FetchOutcome | null]>([
    ['a rule for all', text('User-agent: *\nDisallow: /zwgk/'), '/zwgk/a.html', 'blockedByRobots'],
    ['a rule for others', text('User-agent: Baiduspider\nDisallow: /'), '/zwgk/', null],
    [
      'a rule for us',
      text('User-agent: *\nAllow: /\n\nUser-agent: mingjing\nDisallow: /zwgk'),
      '/zwgk/',
      'blockedByRobots',
    ],
    ['the longer rule wins', text('User-agent: *\nDisallow: /zwgk\nAllow: /zwgk/open'), '/zwgk/open/1.html', null],
    ['a rule in Chinese', text('User-agent: *\nDisallow: /政务'), '/%E6%94%BF%E5%8A%A1/1.html', 'blockedByRobots'],
    ['a file without end', text('x'.repeat(11 * 1024 * 1024)), '/', 'blockedByRobots'],
    ['a page instead of rules', text('<html><body>Disallow nothing</body></html>'), '/', null],
    ['no file', code(404), '/', null],
    ['forbidden', code(403), '/', null],
    ['a server in trouble', code(503), '/', 'blockedByRobots'],
    [
      'two megabytes of stars',
      text(`User-agent: *\n${`Disallow: /${'*a'.repeat(2000)}\n`.repeat(500)}`),
      `/${'a'.repeat(1500)}`,
      null,
    ],
  ])('%s', async (_name, robots, path, expected) => {
    const server = await serve({ '/robots.txt': robots });
    const fetcher = localFetcher();
    const verdict = await new Robots(fetcher, new FakeClock()).verdict(new URL(path, server.origin), never);
    expect(verdict?.outcome ?? null).toBe(expected);
    await fetcher.close();
    await server.close();
  });

  it('is asked once a day, and a page it forbids is never asked for', async () => {
    let asked = 0;
    const server = await serve({
      '*': 'page',
      '/robots.txt': (_, response) => {
        asked += 1;
        response.writeHead(200).end('User-agent: *\nDisallow: /no\nCrawl-delay: 2');
      },
    });
    const clock = new FakeClock();
    const plain = localFetcher();
    const polite = localFetcher({ gate: manners(clock, { intervalMs: 0 }, new Robots(plain, clock)) });
    const fetch = async (path: string) =>
      (await polite.fetch({ url: server.origin + path, method: 'GET' }, never)).outcome;
    expect([await fetch('/yes'), await fetch('/no'), await fetch('/yes2')]).toEqual(['ok', 'blockedByRobots', 'ok']);
    expect(server.asked).toEqual(['GET /yes', 'GET /yes2']);
    expect(clock.slept).toEqual([2000]);
    await clock.sleep(25 * 3_600_000);
    await fetch('/yes');
    expect(asked).toBe(2);
    await Promise.all([polite.close(), plain.close(), server.close()]);
  });

  it('is asked again the next time when nobody could ask for it', async () => {
    const server = await serve({ '/robots.txt': 'User-agent: *\nDisallow: /no' });
    const plain = localFetcher();
    let isAway = true;
    const fetch: typeof plain.fetch = (...asked) =>
      isAway ? Promise.reject(new Error('the database is away')) : plain.fetch(...asked);
    const robots = new Robots({ fetch, close: () => plain.close() }, new FakeClock());
    const page = new URL('/no', server.origin);
    await expect(robots.verdict(page, never)).rejects.toThrow('away');
    isAway = false;
    expect(await robots.verdict(page, never)).toMatchObject({ outcome: 'blockedByRobots' });
    await Promise.all([plain.close(), server.close()]);
  });

  it('holds after a redirect too', async () => {
    const server = await serve({
      '/robots.txt': (_, response) => void response.writeHead(200).end('User-agent: *\nDisallow: /no'),
      '/go': (_, response) => void response.writeHead(302, { location: '/no' }).end(),
      '/no': 'secret',
    });
    const clock = new FakeClock();
    const plain = localFetcher();
    const polite = localFetcher({ gate: manners(clock, {}, new Robots(plain, clock)) });
    expect(await polite.fetch({ url: `${server.origin}/go`, method: 'GET' }, never)).toMatchObject({
      outcome: 'blockedByRobots',
    });
    expect(server.asked).toEqual(['GET /go']);
    await Promise.all([polite.close(), plain.close(), server.close()]);
  });
});

describe('a permission', () => {
  const allowed: HostPermission = {
    id: 'p1',
    path: '/zwgk/*.html$',
    author: '张三',
    reason: '网站管理单位来函同意',
    until: '2025-12-31',
    createdAt: '2025-08-30T02:00:00.000Z',
  };

  it('goes before robots.txt on its path alone, and whatever comes back says by whose leave', async () => {
    const server = await serve({
      '*': 'page',
      '/robots.txt': (_, response) => void response.writeHead(200).end('User-agent: *\nDisallow: /'),
    });
    const clock = new FakeClock();
    const book = new MemoryHostBook(clock, new Map(), new Map([[new URL(server.origin).host, [allowed]]]));
    const plain = localFetcher();
    const polite = localFetcher({ gate: manners(clock, {}, new Robots(plain, clock), book) });
    const fetch = (path: string) => polite.fetch({ url: server.origin + path, method: 'GET' }, never);
    const got = await fetch('/zwgk/1.html');
    expect(got).toMatchObject({ outcome: 'ok', note: null });
    expect(got.leave).toBe(
      'robots.txt 第 2 行不允许；张三于 2025-08-30 授权访问，至 2025-12-31：网站管理单位来函同意（p1）',
    );
    expect((await fetch('/zwgk/1.html?x')).outcome).toBe('blockedByRobots');
    expect((await fetch('/')).outcome).toBe('blockedByRobots');
    expect(server.asked).toEqual(['GET /zwgk/1.html']);
    await Promise.all([polite.close(), plain.close(), server.close()]);
  });
});

describe('pages that turn out to be challenges', () => {
  it('make the host be asked no more when they come one after another', async () => {
    const clock = new FakeClock();
    const polite = with_(clock, { intervalMs: 0 });
    for (let n = 0; n < 5; n += 1) {
      // Others between them show that the host does let us see something.
      if (n < 2) await polite.learn('http://a.example/x', n === 1 ? 'ok' : 'challenged');
      expect(await visit(polite, 'ok')).toBe('sent');
      await polite.learn(`http://a.example/${n}`, 'challenged');
    }
    expect(await visit(polite, 'ok')).toBe('sent');
    await polite.learn('http://a.example/6', 'challenged');
    expect(await visit(polite, 'ok')).toBe('challenged');
    expect(await polite.admit(new URL('http://b.example/'), never)).toHaveProperty('release');
  });
});

describe('trying again', () => {
  const failing = (times: number, status: number, headers: Record<string, string> = {}): Handler => {
    let seen = 0;
    return (_, response) => {
      seen += 1;
      if (seen <= times) response.writeHead(status, headers).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>ok</p>');
    };
  };

  it.each<[string, Handler, FetchOutcome, number[]]>([
    ['a server that recovers', failing(2, 503), 'ok', [1000, 2000]],
    ['one that does not', failing(9, 500), 'serverError', [1000, 2000]],
    ['one that says when', failing(1, 429, { 'retry-after': '7' }), 'ok', [7000]],
    ['one that says tomorrow', failing(1, 429, { 'retry-after': '86400' }), 'rateLimited', []],
    ['a page that is not there', failing(1, 404), 'notFound', []],
    ['a challenge', failing(1, 412), 'challenged', []],
  ])('%s', async (_name, page, outcome, slept) => {
    const server = await serve({ '/': page });
    const clock = new FakeClock();
    const fetcher = new RetryingFetcher(localFetcher(), clock);
    expect((await fetcher.fetch({ url: `${server.origin}/`, method: 'GET' }, never)).outcome).toBe(outcome);
    expect(clock.slept).toEqual(slept);
    await fetcher.close();
    await server.close();
  });

  it.each([
    ['120', 120_000],
    ['Mon, 01 Sep 2025 00:01:00 GMT', 60_000],
    ['Mon, 01 Sep 2020 00:01:00 GMT', 0],
    ['soon', null],
    [undefined, null],
  ])('Retry-After %j is %j ms', (value, expected) =>
    expect(retryAfterMs(value, Date.parse('2025-09-01T00:00:00Z'))).toBe(expected),
  );
});
