import { spawn } from 'node:child_process';
import { once, setMaxListeners } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  HostTurns,
  HttpFetcher,
  MemoryHostBook,
  NetworkPolicy,
  isPass,
  systemClock,
  type Clock,
  type HostBook,
  type HostRule,
  type TurnOptions,
} from '#crawlers';
import type { DatabaseHostBook } from '#database';
import type { FetchOutcome } from '#evidence';
import { parseOpenHours } from '#kernel';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

let database: TemporaryDatabase;

beforeAll(async () => {
  database = await openTemporaryDatabase();
  await database.dataSource.query(`create table test_clock (now timestamptz not null)`);
  await database.dataSource.query(`insert into test_clock values ('2026-03-01T14:00:00Z')`);
});
afterAll(() => database.close());

const never = new AbortController().signal;
setMaxListeners(0, never);
const testTime = '(select now from test_clock)';
const by = { author: '张三', reason: '网站管理单位同意', createdAt: '2026-03-01T00:00:00.000Z' };

/** Time that passes only by sleeping, in the database or beside it. */
class TestClock implements Clock {
  slept: number[] = [];
  instant = Date.parse('2026-03-01T14:00:00Z');

  constructor(private readonly pass: (instant: number) => Promise<unknown>) {}

  now(): number {
    return this.instant;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.slept.push(Math.round(milliseconds));
    this.instant += milliseconds;
    await this.pass(this.instant);
  }
}

const setTime = (instant: number) =>
  database.dataSource.query(`update test_clock set now = to_timestamp($1::float8 / 1000)`, [instant]);

interface Setting {
  clock: TestClock;
  book: HostBook;
}

/** The same story told by each place where the state of hosts may be kept. */
const drivers: [string, (rule?: Partial<HostRule>) => Promise<Setting>][] = [
  [
    'in memory',
    async (rule) => {
      const clock = new TestClock(async () => undefined);
      const rules = new Map(rule ? [[host, { intervalMs: null, perHost: null, hours: null, ...rule }]] : []);
      return { clock, book: new MemoryHostBook(clock, rules) };
    },
  ],
  [
    'in the database',
    async (rule) => {
      const clock = new TestClock(setTime);
      await setTime(clock.instant);
      await database.dataSource.query(`delete from host`);
      if (rule) await database.stores.hosts.addRule(host, { ...rule, ...by });
      return { clock, book: database.stores.hosts.book(undefined, testTime) };
    },
  ],
];

const host = 'www.yunling.example';
const url = new URL(`https://${host}/`);

function turnsOf({ clock, book }: Setting, options: Partial<TurnOptions> = {}): HostTurns {
  return new HostTurns(book, clock, { intervalMs: 500, jitter: 0, ticks: () => clock.now(), ...options });
}

/** What was asked of the host and what it answered; `-` where it was not asked. */
async function visit(turns: HostTurns, outcome: FetchOutcome, headers: Record<string, string> = {}): Promise<string> {
  const pass = await turns.admit(url, never);
  if (!isPass(pass)) return `-${pass.outcome}`;
  await pass.release({ outcome, headers });
  return outcome;
}

describe.each(drivers)('hosts kept %s', (_name, open) => {
  it('are asked at intervals, more slowly after trouble, and step by step as before', async () => {
    const setting = await open();
    const turns = turnsOf(setting);
    for (const outcome of ['ok', 'ok', 'rateLimited', 'timeout', 'refused'] as const) await visit(turns, outcome);
    expect(setting.clock.slept).toEqual([500, 500, 1000, 2000]);
    setting.clock.slept = [];
    for (let n = 0; n < 9; n += 1) await visit(turns, n === 4 ? 'notFound' : 'ok');
    expect(setting.clock.slept).toEqual([2000, 2000, 2000, 2000, 1000, 1000, 1000, 500, 500]);
    await setting.book.close();
  });

  it('are never asked more slowly than the bound', async () => {
    const setting = await open();
    const turns = turnsOf(setting, { failures: 100, mostSlowedMs: 3000 });
    for (let n = 0; n < 6; n += 1) await visit(turns, 'serverError');
    expect(setting.clock.slept).toEqual([1000, 2000, 3000, 3000, 3000]);
    await setting.book.close();
  });

  it('are left in peace as long as they say, and given up when that is too long', async () => {
    const setting = await open();
    const turns = turnsOf(setting, { intervalMs: 0, leastSlowedMs: 0 });
    await visit(turns, 'rateLimited', { 'retry-after': '30' });
    await visit(turns, 'serverError', {
      // By their clock, which is an hour behind.
      date: 'Sun, 01 Mar 2026 13:00:00 GMT',
      'retry-after': 'Sun, 01 Mar 2026 13:00:20 GMT',
    });
    await visit(turns, 'ok');
    expect(setting.clock.slept).toEqual([30_000, 20_000]);
    await visit(turns, 'rateLimited', { 'retry-after': '86400' });
    expect(await visit(turns, 'ok')).toBe('-rateLimited');
    await setting.clock.sleep(86_399_000);
    expect(await visit(turns, 'ok')).toBe('-rateLimited');
    await setting.clock.sleep(1000);
    expect(await visit(turns, 'ok')).toBe('ok');
    await setting.book.close();
  });

  it('rest after troubles in a row, are given up, tried once later, and given up for longer', async () => {
    const setting = await open();
    const turns = turnsOf(setting, { intervalMs: 0, failures: 2, restMs: 1000, rests: 1, giveUpMs: 60_000 });
    for (const outcome of ['dns', 'ok', 'dns', 'dns', 'dns', 'challenged'] as const)
      expect(await visit(turns, outcome)).toBe(outcome);
    expect(setting.clock.slept).toEqual([1000]);
    const answer = await turns.admit(url, never);
    expect(answer).toMatchObject({ outcome: 'challenged', final: true });
    await setting.clock.sleep(60_000);
    expect(await visit(turns, 'timeout')).toBe('timeout');
    await setting.clock.sleep(119_000);
    expect(await visit(turns, 'ok')).toBe('-timeout');
    await setting.clock.sleep(1000);
    expect(await visit(turns, 'ok')).toBe('ok');
    // All is forgotten.
    for (const outcome of ['dns', 'dns', 'dns'] as const) expect(await visit(turns, outcome)).toBe(outcome);
    await setting.book.close();
  });

  it('are asked within their hours only, and it is said once that they are waited for', async () => {
    const setting = await open({ hours: parseOpenHours('00:30-06:00') });
    const told: number[] = [];
    // The usual hours are open at 22:00 in China, which it is.
    const hours = parseOpenHours('22:00-06:00') ?? [];
    const turns = turnsOf(setting, { hours, onClosed: ({ waitMs }) => told.push(waitMs) });
    expect(await visit(turns, 'ok')).toBe('ok');
    expect(told).toEqual([150 * 60_000]);
    expect(new Date(setting.clock.now()).toISOString()).toBe('2026-03-01T16:30:00.000Z');
    await setting.book.close();
  });

  it('follow the rule that a person set for them', async () => {
    const setting = await open({ intervalMs: 3000, perHost: 2 });
    const turns = turnsOf(setting, { perHost: 1 });
    const first = await turns.admit(url, never);
    const second = await turns.admit(url, never);
    expect([isPass(first), isPass(second), setting.clock.slept]).toEqual([true, true, [3000]]);
    // Asked of the book itself: who waits lets the clock of this test run, and turns of the dead are free after a while.
    const ask = { host, lease: 'third', intervalMs: 500, leastMs: 0, perHost: 1, hours: [], jitter: 1 };
    await setting.clock.sleep(3000);
    expect((await setting.book.take(ask)).granted).toBe(false);
    if (isPass(first)) await first.release({ outcome: 'ok', headers: {} });
    expect((await setting.book.take(ask)).granted).toBe(true);
    await setting.book.close();
  });

  it('keep their distance from when a request really went out', async () => {
    const setting = await open();
    const pass = await turnsOf(setting).admit(url, never);
    await setting.clock.sleep(400);
    await setting.book.leave(host, 'some other', 100, 500);
    setting.clock.slept = [];
    if (isPass(pass)) await pass.release({ outcome: 'ok', headers: {} });
    expect(await visit(turnsOf(setting), 'ok')).toBe('ok');
    expect(setting.clock.slept).toEqual([400]);
    await setting.book.close();
  });
});

describe('hosts of several workers', () => {
  const books: DatabaseHostBook[] = [];
  const bookOf = (timing?: { leaseMs: number; renewEveryMs: number }, now?: string): DatabaseHostBook => {
    const book = database.stores.hosts.book(timing, now);
    books.push(book);
    return book;
  };
  const ask = { host, intervalMs: 0, leastMs: 0, perHost: 1, hours: [], jitter: 1 };

  beforeEach(async () => {
    await database.dataSource.query(`delete from host`);
  });
  afterAll(() => Promise.all(books.map((book) => book.close())));

  it('are granted one turn at a time, however many ask at once', async () => {
    const workers = Array.from({ length: 8 }, () => bookOf());
    const turns = await Promise.all(workers.map((book, n) => book.take({ ...ask, lease: `w${n}`, perHost: 3 })));
    expect(turns.filter(({ granted }) => granted)).toHaveLength(3);
    await database.dataSource.query(`delete from host`);
    const spaced = await Promise.all(
      workers.map((book, n) => book.take({ ...ask, lease: `w${n}`, perHost: 9, intervalMs: 60_000 })),
    );
    expect(spaced.filter(({ granted }) => granted)).toHaveLength(1);
  });

  it('are free again soon after a worker died, and not while it lives', async () => {
    const start = Date.parse('2026-03-01T14:00:00Z');
    await setTime(start);
    const dying = bookOf({ leaseMs: 20_000, renewEveryMs: 3_600_000 }, testTime);
    const other = bookOf({ leaseMs: 20_000, renewEveryMs: 3_600_000 }, testTime);
    expect(await dying.take({ ...ask, lease: 'dying' })).toMatchObject({ granted: true });
    await setTime(start + 19_999);
    expect(await other.take({ ...ask, lease: 'next' })).toMatchObject({
      granted: false,
      record: { busy: true, busyUntil: start + 20_000 },
    });
    await setTime(start + 20_000);
    expect(await other.take({ ...ask, lease: 'next' })).toMatchObject({ granted: true });

    const living = bookOf({ leaseMs: 20_000, renewEveryMs: 10 }, testTime);
    expect(await living.take({ ...ask, host: 'b.example', lease: 'living' })).toMatchObject({ granted: true });
    await setTime(start + 39_000);
    const leaseOf = async () =>
      (
        await database.dataSource.query<{ until: number }[]>(
          `select (leases->>'living')::float8 as until from host where name = 'b.example'`,
        )
      )[0]?.until;
    await expect.poll(leaseOf).toBe(start + 59_000);
    // What the dead one comes back with, if it was only asleep, harms nobody.
    await dying.leave(host, 'dying', 0, 0);
    expect(await dying.take({ ...ask, lease: 'again' })).toMatchObject({ granted: false });
  });

  it('are free again after a worker was killed', async () => {
    const holder = new URL('./support/hold-host.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', holder, database.url, host], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    expect(JSON.parse(String(line))).toMatchObject({ granted: true });
    const other = bookOf();
    const turn = async () => (await other.take({ ...ask, lease: 'next' })).granted;
    const until = async () => {
      const [row] = await database.dataSource.query<{ until: number }[]>(
        `select (leases->>'held')::float8 as until from host where name = $1`,
        [host],
      );
      return row?.until ?? 0;
    };
    const first = await until();
    await expect.poll(until).toBeGreaterThan(first);
    expect(await turn()).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect.poll(turn).toBe(true);
  });

  it('keep what they asked for over a restart', async () => {
    const clock = new TestClock(setTime);
    await setTime(clock.instant);
    const before = bookOf(undefined, testTime);
    const turns = turnsOf({ clock, book: before });
    await visit(turns, 'rateLimited', { 'retry-after': '45' });
    await before.close();
    // The machine's own clock jumps meanwhile.
    const jumped: TestClock = new TestClock(async () => setTime((clock.instant += jumped.slept.at(-1) ?? 0)));
    jumped.instant = 0;
    expect(await visit(turnsOf({ clock: jumped, book: bookOf(undefined, testTime) }), 'ok')).toBe('ok');
    expect(jumped.slept).toEqual([45_000]);
  });

  it('never see two requests nearer than the interval, nor more at once than they may: measured there', async () => {
    const arrivals: number[] = [];
    let underWay = 0;
    let most = 0;
    const server = createServer((_, response) => {
      arrivals.push(performance.now());
      most = Math.max(most, (underWay += 1));
      setTimeout(() => {
        underWay -= 1;
        response.writeHead(200, { 'content-type': 'text/html' }).end('<p>ok</p>');
      }, 30);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const intervalMs = 60;
    const workers = Array.from({ length: 4 }, () => {
      const gate = new HostTurns(bookOf(), systemClock, { intervalMs, jitter: 0 });
      const policy = new NetworkPolicy('127.0.0.0/8');
      return new HttpFetcher({ policy, userAgent: 'Mingjing', now: () => Date.now(), gate });
    });
    const lag = monitorEventLoopDelay({ resolution: 1 });
    lag.enable();
    const requests = workers.flatMap((worker) =>
      Array.from({ length: 6 }, () => worker.fetch({ url: address, method: 'GET' }, never)),
    );
    const answers = await Promise.all(requests);
    lag.disable();
    expect(answers.map(({ outcome }) => outcome)).toEqual(answers.map(() => 'ok'));
    expect(most).toBe(1);
    const gaps = arrivals.slice(1).map((at, n) => at - (arrivals[n] ?? 0));
    // A request is noted down when the one process that all share here comes to it.
    const late = lag.max / 1e6 + 5;
    expect(Math.min(...gaps)).toBeGreaterThan(intervalMs - late);
    expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(intervalMs * (arrivals.length - 1) - late);
    await Promise.all(workers.map((worker) => worker.close()));
    server.closeAllConnections();
    server.close();
  });
});
