import { describe, expect, it } from 'vitest';
import type { OpenRound } from '#database';
import {
  judgeBackup,
  judgeCalendar,
  judgeCertificates,
  judgeClock,
  judgeDisk,
  judgeFailedSites,
  judgeFonts,
  judgeHosts,
  judgeQueue,
  judgeRounds,
} from './judge.js';

const gigabyte = 1e9;
const now = Date.parse('2026-07-02T00:00:00Z');
const round: OpenRound = {
  id: 'r',
  startedAt: '2026-07-01T20:00:00.000Z',
  lastMoveAt: '2026-07-01T23:55:00.000Z',
  quietMinutes: 5,
  waiting: 1,
  running: 2,
  done: 3,
  failed: 0,
};
const idle = { kind: 'crawl-site', waiting: 0, active: 0, givenUp: 0, oldestSeconds: 0 };
const last = { takenAt: '2026-07-01T20:00:00.000Z', place: '/b', missing: 0 };
const state = { hasData: true, placeThere: true };

describe('the doctor', () => {
  it.each([
    ['plenty', 100, 1000, true, false],
    ['a small disk half full', 10, 20, true, false],
    ['nearly full', 4, 1000, false, false],
    ['a twentieth of a large one', 20, 1000, false, false],
    ['full', 0.5, 1000, false, true],
  ])('of a disk with %s', (_what, free, total, good, needed) => {
    expect(judgeDisk('/data', free * gigabyte, total * gigabyte)).toMatchObject({ good, needed });
  });

  it.each([
    ['right', 0, null, true, ''],
    ['a little off', 30_000, null, true, ''],
    ['fast', 600_000, null, false, '快 10 分钟'],
    ['slow', -7_200_000, null, false, '慢 2 小时'],
    ['set back, with the database on the same machine', 0, now + 3 * 86_400_000, false, '早 3 天'],
  ])('of a clock that is %s', (_what, off, newest, good, word) => {
    const check = judgeClock(now + off, now, newest);
    expect(check.good).toBe(good);
    expect(check.found).toContain(word);
  });

  it('of rounds: none, one that gets on, one that is stuck, one too old to go on with', () => {
    expect(judgeRounds([]).good).toBe(true);
    expect(judgeRounds([round]).good).toBe(true);
    const stuck = judgeRounds([{ ...round, quietMinutes: 180 }, round]);
    expect(stuck.good).toBe(false);
    expect(stuck.found).toMatch(/已 3 小时没有进展（完成 3，进行 2，等待 1/);
    expect(stuck.advice).toMatch(/crawl/);
    expect(judgeRounds([{ ...round, quietMinutes: 5000 }]).advice).toMatch(/不必处理/);
  });

  it('of sites that failed, in one line whatever the error said', () => {
    expect(judgeFailedSites({ total: 0, sites: [] }).good).toBe(true);
    const site = { url: 'http://a.example/', units: ['云岭县财政局'], note: `断了\n${'x'.repeat(1000)}` };
    const { good, found } = judgeFailedSites({ total: 7, sites: [site, { ...site, units: [] }] });
    expect(good).toBe(false);
    expect(found).toBe('最近一轮 7 个：云岭县财政局（断了）；http://a.example/（断了） 等');
  });

  it('of hosts that were given up', () => {
    expect(judgeHosts({ total: 0, hosts: [] }).good).toBe(true);
    const check = judgeHosts({ total: 1, hosts: [{ host: 'a.example', trouble: 'challenged' }] });
    expect(check).toMatchObject({ good: false, found: '1 个：a.example（challenged）' });
  });

  it('of certificates that end soon, or are faulty, by unit', () => {
    expect(judgeCertificates({ total: 0, sites: [] }, now).good).toBe(true);
    const sites = [
      { unit: '云岭县水务局', validTo: '2026-06-30T00:00:00.000Z', problem: 'expired' as const },
      { unit: '云岭县林业局', validTo: '2026-07-12T12:00:00.000Z', problem: null },
    ];
    expect(judgeCertificates({ total: 7, sites }, now)).toMatchObject({
      good: false,
      needed: false,
      found: '7 个：云岭县水务局证书已过期（2026-06-30 止）；云岭县林业局证书还有 10 天到期（2026-07-12） 等',
    });
  });

  it.each([
    ['empty', [], true],
    ['taken', [{ ...idle, waiting: 40, active: 2, oldestSeconds: 900 }], true],
    ['just sent', [{ ...idle, waiting: 40, oldestSeconds: 20 }], true],
    ['without a worker', [{ ...idle, waiting: 40, oldestSeconds: 900 }], false],
    ['with work that was given up', [{ ...idle, givenUp: 1 }], false],
  ])('of a queue that is %s', (_what, queue, good) => {
    expect(judgeQueue(queue).good).toBe(good);
  });

  it.each([
    ['fresh', last, state, true],
    ['none, and nothing to lose', null, { ...state, hasData: false }, true],
    ['none', null, state, false],
    ['old', { ...last, takenAt: '2026-06-30T00:00:00.000Z' }, state, false],
    ['gone', last, { ...state, placeThere: false }, false],
    ['with gaps', { ...last, missing: 2 }, state, false],
  ])('of a backup that is %s', (_what, backup, about, good) => {
    expect(judgeBackup(backup, now, about).good).toBe(good);
  });

  it.each([
    ['2026-06-30', true, ''],
    ['2026-11-30', false, '还有 31 天'],
    ['2027-01-05', false, '只到 2026-12-31'],
  ])('of a calendar on %s', (today, good, word) => {
    const check = judgeCalendar(today, '2026-12-31');
    expect(check.good).toBe(good);
    expect(check.found).toContain(word);
  });

  it('of fonts', () => {
    expect(judgeFonts(null).good).toBe(true);
    expect(judgeFonts([]).good).toBe(false);
    expect(judgeFonts(['Noto Sans CJK SC']).good).toBe(true);
  });
});
