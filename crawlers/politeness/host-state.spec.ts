import { describe, expect, it } from 'vitest';
import type { FetchOutcome } from '#evidence';
import { FakeClock, never } from '../loopback-server.test.js';
import { isPass } from '../fetchers/gate.js';
import { calm, type HostState } from './host-book.js';
import { afterAnswer, givenUp, usualTrouble } from './host-state.js';
import { HostTurns } from './host-turns.js';
import { MemoryHostBook } from './memory-host-book.js';

const now = Date.parse('2026-03-01T00:00:00Z');
const hour = 3_600_000;

function after(state: HostState, outcome: FetchOutcome, headers: Record<string, string> = {}, at = now): HostState {
  return afterAnswer(state, { outcome, headers, intervalMs: 500 }, at, usualTrouble);
}

describe('the state of a host', () => {
  it('is calm again after a good answer, and stays so', () => {
    expect(after(after(calm, 'refused'), 'notFound')).toBe(calm);
    expect(after(calm, 'ok')).toBe(calm);
  });

  it.each<[FetchOutcome, number]>([
    ['rateLimited', 1000],
    ['serverError', 1000],
    ['timeout', 1000],
    ['refused', 0],
    ['dns', 0],
    ['challenged', 0],
  ])('after %s: slowed to %d ms', (outcome, slowedMs) =>
    expect(after(calm, outcome)).toEqual({ ...calm, failures: 1, trouble: outcome, troubleSince: now, slowedMs }),
  );

  it('keeps a quiet that was asked for, though another answer is good', () => {
    const quiet = after(calm, 'rateLimited', { 'retry-after': '40' });
    expect(after(quiet, 'ok')).toMatchObject({ pausedUntil: now + 40_000, failures: 0, slowedMs: 1000 });
    const away = after(calm, 'rateLimited', { 'retry-after': '4000' });
    expect(after(away, 'ok')).toMatchObject({ givenUpUntil: now + 4_000_000, trouble: 'rateLimited' });
    expect(after(away, 'ok', {}, now + 4_000_000)).toMatchObject({ givenUpUntil: null, trouble: null });
  });

  it.each([
    ['120', 120_000],
    ['99999999', 7 * 24 * hour],
    ['Sun, 01 Mar 2026 02:00:00 GMT', 2 * hour],
  ])('is given up as long as Retry-After %j says, a week at most', (value, ms) =>
    expect(after(calm, 'serverError', { 'retry-after': value }).givenUpUntil).toBe(now + Math.max(ms, 15 * 60_000)),
  );

  it('takes no word of quiet from a page that is merely forbidden, nor nonsense', () => {
    expect(after(calm, 'forbidden', { 'retry-after': '4000' })).toBe(calm);
    expect(after(calm, 'serverError', { 'retry-after': 'soon' }).pausedUntil).toBeNull();
  });

  it('is given up for longer each time, once for all that comes in late, and anew on another day', () => {
    const first = givenUp({ ...calm, trouble: 'timeout' }, now, usualTrouble);
    expect(after(first, 'timeout')).toMatchObject({ givenUpUntil: first.givenUpUntil, givenUpTimes: 1 });
    const until = first.givenUpUntil ?? 0;
    const second = after(first, 'timeout', {}, until);
    expect(second).toMatchObject({ givenUpUntil: until + hour / 2, givenUpTimes: 2 });
    const often = { ...first, givenUpTimes: 30 };
    expect(after(often, 'timeout', {}, until).givenUpUntil).toBe(until + 6 * hour);
    expect(after(first, 'timeout', {}, until + 7 * hour)).toMatchObject({ failures: 1, givenUpUntil: null });
  });
});

describe('turns', () => {
  const url = new URL('http://a.example/');

  it('are drawn out by chance, never shortened', async () => {
    const clock = new FakeClock();
    const chances = [0, 0.5, 1];
    const chance = () => chances.shift() ?? 0;
    const turns = new HostTurns(new MemoryHostBook(clock), clock, { jitter: 0.2, chance, ticks: () => clock.now() });
    for (let n = 0; n < 4; n += 1) {
      const pass = await turns.admit(url, never);
      if (isPass(pass)) await pass.release({ outcome: 'ok', headers: {} });
    }
    expect(clock.slept.map(Math.round)).toEqual([500, 550, 600]);
  });

  it('let go of who is stopped, and of nobody else', async () => {
    const clock = new FakeClock();
    const turns = new HostTurns(new MemoryHostBook(clock), clock, { intervalMs: 0, ticks: () => clock.now() });
    const first = await turns.admit(url, never);
    const [head, behind] = [new AbortController(), new AbortController()];
    const order: string[] = [];
    const waiting = [head.signal, behind.signal, never].map(async (signal, n) => {
      const answer = await turns.admit(url, signal);
      order.push(`${n} ${isPass(answer) ? 'sent' : answer.note}`);
    });
    behind.abort();
    await waiting[1];
    head.abort();
    await waiting[0];
    expect(order).toEqual(['1 采集已停止', '0 采集已停止']);
    if (isPass(first)) await first.release({ outcome: 'ok', headers: {} });
    await waiting[2];
    expect(order[2]).toBe('2 sent');
  });

  it('count nothing against a host that we broke off from', async () => {
    const clock = new FakeClock();
    const book = new MemoryHostBook(clock);
    const turns = new HostTurns(book, clock, { intervalMs: 0, failures: 1, rests: 0, ticks: () => clock.now() });
    const stop = new AbortController();
    const pass = await turns.admit(url, stop.signal);
    stop.abort();
    if (isPass(pass)) await pass.release({ outcome: 'timeout', headers: {} });
    expect(isPass(await turns.admit(url, never))).toBe(true);
  });
});
