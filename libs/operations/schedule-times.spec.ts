import { describe, expect, it } from 'vitest';
import { BadInput } from '#kernel';
import { ScheduleTimes } from './schedule-times.js';

const at = (text: string) => new Date(text);
const iso = (date: Date | null) => date?.toISOString() ?? null;

describe('times of a schedule', () => {
  it('are told in Beijing time, the next ones after an instant', () => {
    const nightly = new ScheduleTimes('0 22 * * *');
    expect(nightly.next(at('2026-11-21T14:00:00Z'), 2).map(iso)).toEqual([
      '2026-11-22T14:00:00.000Z',
      '2026-11-23T14:00:00.000Z',
    ]);
    expect(iso(new ScheduleTimes('30 1 * * 1').nextAfter(at('2026-11-21T00:00:00Z')))).toBe('2026-11-22T17:30:00.000Z');
  });

  it.each([
    ['0 22 * * *', '2026-11-01T00:00:00Z', '2026-11-21T13:59:59Z', '2026-11-20T14:00:00.000Z'],
    ['0 22 * * *', '2026-11-01T00:00:00Z', '2026-11-21T14:00:00Z', '2026-11-21T14:00:00.000Z'],
    ['*/5 * * * *', '2020-01-01T00:00:00Z', '2026-11-21T14:03:00Z', '2026-11-21T14:00:00.000Z'],
    ['0 0 1 1 *', '2020-01-01T00:00:00Z', '2026-11-21T14:03:00Z', '2025-12-31T16:00:00.000Z'],
    // Nothing was due since: a schedule that was just set catches nothing up.
    ['0 22 * * *', '2026-11-21T14:00:00Z', '2026-11-22T13:00:00Z', null],
    ['0 22 * * *', '2026-11-21T15:00:00Z', '2026-11-21T14:30:00Z', null],
  ])('%s due since %s is, at %s, %s', (cron, since, now, due) => {
    expect(iso(new ScheduleTimes(cron).latestDue(at(since), at(now)))).toBe(due);
  });

  it.each(['', '61 * * * *', '* * * * * *', '@daily', '0 0 31 2 *', '每天', '0 2 L * *'])('refuse “%s”', (cron) => {
    expect(() => new ScheduleTimes(cron)).toThrow(BadInput);
  });
});
