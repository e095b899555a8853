import { expect, it } from 'vitest';
import type { IndicatorRate, Programme } from '../api/types.js';
import { rateChange, rateOf, variedThreshold } from './headline.js';

const rate = (measured: number, of: number): IndicatorRate => ({
  indicator: 'published-in-time',
  title: '文件按时上网',
  measured,
  of,
  unmeasured: 0,
  passed: 0,
  failed: 0,
  undecided: 0,
});

it('finds a rate and its change, and none where nothing was measured', () => {
  expect(rateOf([rate(1, 2)], 'published-in-time')?.of).toBe(2);
  expect(rateOf([rate(1, 2)], 'columns-complete')).toBeNull();
  expect(rateChange(rate(9, 10), rate(8, 10))).toBe('10.0');
  expect(rateChange(rate(0, 0), rate(8, 10))).toBeNull();
  expect(rateChange(rate(9, 10), null)).toBeNull();
});

it.each([
  ['2021Q4', null],
  ['2022H1', 0.7],
  ['2023-05', 0.9],
])('asks in %s for the share in force', (period, share) => {
  const thresholds = [
    { fromYear: 2023, atLeast: 0.9 },
    { fromYear: 2022, atLeast: '0.7' },
  ];
  const item = { indicator: 'interpretations-varied', params: { thresholds } };
  const programme = { rubric: { groups: [{ items: [item] }] } } as unknown as Programme;
  expect(variedThreshold(programme, period)).toBe(share);
});
