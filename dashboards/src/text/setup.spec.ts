import { describe, expect, it } from 'vitest';
import type { SetupState } from '../api/types.js';
import { cronOf, cronWords, stepSentence } from './setup.js';

describe('times of plans', () => {
  it.each([
    ['day', '22:00', 1, '0 22 * * *', '每天 22:00'],
    ['week', '01:30', 1, '30 1 * * 1', '每周一 1:30'],
    ['week', '08:05', 0, '5 8 * * 0', '每周日 8:05'],
    ['month', '06:00', 28, '0 6 28 * *', '每月 28 日 6:00'],
  ] as const)('%s %s %i', (rhythm, time, on, cron, words) => {
    expect(cronOf(rhythm, time, on)).toBe(cron);
    expect(cronWords(cron)).toBe(words);
  });

  it('stay as they are written where no words reach', () => {
    for (const cron of ['*/5 * * * *', '0 22 1 * 1', '0 22 * 1 *', 'x']) expect(cronWords(cron)).toBe(cron);
  });
});

describe('steps', () => {
  const empty: SetupState = {
    units: { count: 0, withSite: 0 },
    programme: null,
    sites: { count: 0, looked: 0, read: 0 },
    schedules: { count: 0, next: null },
    round: null,
    scored: false,
    done: [],
    next: 'units',
  };
  it('say what is to be done, then what was done', () => {
    expect(stepSentence('units', empty)).toBe('导入单位名单');
    expect(stepSentence('units', { ...empty, units: { count: 60, withSite: 40 } })).toBe('60 个单位，40 个有网站');
    expect(stepSentence('sites', empty)).toBe('先导入有网站的单位');
    expect(stepSentence('round', { ...empty, round: { startedAt: '', finishedAt: null } })).toBe('正在采集');
    expect(stepSentence('round', { ...empty, scored: true })).toBe('已有评分');
  });
});
