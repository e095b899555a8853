import { describe, expect, it } from 'vitest';
import type { ComparableResult } from '../api/types.js';
import { resultBefore } from './results.js';

const result = (period: string, asOf: string, latest = true) =>
  ({ id: period + asOf, period, asOf, latest }) as ComparableResult;
const results = [
  result('2026Q3', '2026-09-30'),
  result('2026H1', '2026-06-30'),
  result('2026Q2', '2026-06-30'),
  result('2026Q2', '2026-06-29', false),
  result('2026Q1', '2026-03-31'),
];

describe('the result that another is set beside', () => {
  it.each([
    ['2026Q3', '2026Q2'],
    ['2026Q2', '2026Q1'],
    ['2026Q1', undefined],
    ['2026H1', undefined],
  ])('of %s is that of %s', (period, before) => {
    const after = results.find((one) => one.period === period)!;
    expect(resultBefore(results, after)?.period).toBe(before);
  });

  it('is one that stands, not one that was replaced', () => {
    expect(resultBefore(results, results[0]!)?.asOf).toBe('2026-06-30');
  });
});
