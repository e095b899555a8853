import { describe, expect, it } from 'vitest';
import type { Probe } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { someContext, someFacts } from './facts.fixture.js';
import { siteReachable } from './site-reachable.indicator.js';

interface Kept {
  days?: number;
  perDay?: number;
  everyMinutes?: number;
  first?: string;
}

/** A week from 2022-12-01 on, 20 visits a day, every half hour from eight in the morning, all well. */
function probesOf({ days = 7, perDay = 20, everyMinutes = 30, first = '2022-12-01' }: Kept = {}): Probe[] {
  const start = Date.parse(`${first}T08:00:00+08:00`);
  return Array.from({ length: days * perDay }, (_, n) => ({
    at: new Date(start + Math.floor(n / perDay) * 86_400_000 + (n % perDay) * everyMinutes * 60_000).toISOString(),
    outcome: 'ok' as const,
    ms: 900,
  }));
}

/** The first so many visits changed. */
const spoilt = (count: number, change: Partial<Probe>, probes = probesOf()) =>
  probes.map((probe, n) => (n < count ? { ...probe, ...change } : probe));

function judge(probes: Probe[] | undefined, params: object = {}, context = {}) {
  const log = { url: 'https://www.yunling.example/', source: '云岭县监测点', capture: 'import-log' };
  const facts = someFacts(probes ? { probes: { ...log, probes } } : {});
  return evaluateIndicator(siteReachable, facts, someContext(params, context));
}

describe('a site that is visited over a week', () => {
  it.each<[string, Probe[] | undefined, string]>([
    ['opens always', probesOf(), 'pass'],
    ['a log kept for longer', probesOf({ days: 20, perDay: 40 }), 'pass'],
    ['fails six times of 140', spoilt(6, { outcome: 'timeout', ms: 30_000 }), 'pass'],
    [
      'fails seven times of 140, which is the share that strikes',
      spoilt(7, { outcome: 'timeout', ms: 30_000 }),
      'fail',
    ],
    ['opens after fifteen seconds', spoilt(7, { ms: 15_000 }), 'fail'],
    ['opens within fifteen seconds', spoilt(140, { ms: 14_999 }), 'pass'],
    ['refuses connections', spoilt(30, { outcome: 'refused' }), 'fail'],
    ['turns the monitor away, which leaves too few visits', spoilt(7, { outcome: 'forbidden' }), 'notMeasured'],
    [
      'turns the monitor away beside visits enough',
      spoilt(7, { outcome: 'challenged' }, probesOf({ perDay: 30 })),
      'pass',
    ],
    ['no log', undefined, 'notMeasured'],
    ['an empty log', [], 'notMeasured'],
    ['six days', spoilt(100, { outcome: 'timeout' }, probesOf({ days: 6 })), 'notMeasured'],
    ['nineteen visits a day', spoilt(100, { outcome: 'timeout' }, probesOf({ perDay: 19 })), 'notMeasured'],
    ['visits all in one hour', spoilt(100, { outcome: 'timeout' }, probesOf({ everyMinutes: 3 })), 'notMeasured'],
    ['visits all in one morning', spoilt(100, { outcome: 'timeout' }, probesOf({ everyMinutes: 12 })), 'notMeasured'],
    ['a day left out', probesOf({ days: 9 }).filter(({ at }) => !at.startsWith('2022-12-05')), 'notMeasured'],
    ['before the period', probesOf({ first: '2021-12-01' }), 'notMeasured'],
    ['after the day of assessment', probesOf({ first: '2022-12-28' }), 'notMeasured'],
  ])('%s', (_, probes, outcome) => {
    const result = judge(probes);
    expect(result.outcome, result.message).toBe(outcome);
  });

  it('takes the latest week', () => {
    const bad = spoilt(140, { outcome: 'timeout' }, probesOf({ first: '2022-11-01' }));
    expect(judge([...bad, ...probesOf()])).toMatchObject({
      outcome: 'pass',
      message: '2022-12-01至2022-12-07访问首页140次，打不开0次，占0%',
    });
    expect(judge([...bad, ...probesOf()], {}, { asOf: '2022-11-30' }).outcome).toBe('fail');
  });

  it('counts what was tried again at once as one visit, open if any of them opened', () => {
    const again = probesOf().map((probe) => ({ ...probe, at: new Date(Date.parse(probe.at) + 60_000).toISOString() }));
    const log = [...spoilt(140, { outcome: 'timeout' }), ...again];
    expect(judge(log)).toMatchObject({ outcome: 'pass', measured: 140, of: 140 });
    expect(judge([...log].reverse())).toEqual(judge(log));
  });

  it('shows the days behind the figure', () => {
    const [finding] = judge(spoilt(20, { outcome: 'dns' })).findings;
    expect(finding).toMatchObject({ subject: 'availability', evidence: { capture: 'import-log' } });
    expect(finding!.details).toEqual([
      { label: '记录来源', value: '云岭县监测点' },
      { label: '2022-12-01', value: '访问20次，打不开20次' },
      ...[2, 3, 4, 5, 6, 7].map((day) => ({ label: `2022-12-0${day}`, value: '访问20次，打不开0次' })),
    ]);
  });

  it('has its figures from the programme', () => {
    expect(judge(probesOf({ days: 3, perDay: 10, everyMinutes: 60 }), { days: 3, perDay: 10 }).outcome).toBe('pass');
    expect(judge(spoilt(7, { outcome: 'timeout' }), { share: '0.1' }).outcome).toBe('pass');
  });
});
