import { describe, expect, it } from 'vitest';
import { printPoints } from '#kernel';
import type { RubricRule } from '#programmes';
import { priceItem } from './price-item.js';
import { ruleText } from './rule-text.js';
import { someItem, someResult } from './scoring.fixture.js';

const threshold: RubricRule = {
  kind: 'threshold',
  full: '0.7',
  zero: '0.2',
  fullByYear: [{ fromYear: 2023, full: '0.9' }],
};
const bands: RubricRule = {
  kind: 'bands',
  bands: [
    { atLeast: '0.9', points: '10' },
    { atLeast: '0.5', points: '6' },
  ],
};

describe('pricing an item of 10 points', () => {
  it.each<[string, RubricRule, 'pass' | 'fail', [number, number], string]>([
    ['all or nothing, met', { kind: 'allOrNothing' }, 'pass', [3, 3], '10'],
    ['all or nothing, not met', { kind: 'allOrNothing' }, 'fail', [2, 3], '0'],
    ['in proportion', { kind: 'proportional' }, 'fail', [2, 3], '6.67'],
    ['per finding', { kind: 'perFinding', each: '0.25' }, 'fail', [2, 5], '9.25'],
    ['per finding, down to zero', { kind: 'perFinding', each: '3' }, 'fail', [0, 5], '0'],
    ['per finding, capped', { kind: 'perFinding', each: '3', cap: '4' }, 'fail', [0, 5], '6'],
    ['at the threshold', threshold, 'pass', [7, 10], '10'],
    ['between', threshold, 'fail', [45, 100], '5'],
    ['at zero', threshold, 'fail', [2, 10], '0'],
    ['below zero', threshold, 'fail', [1, 10], '0'],
    ['threshold without zero', { kind: 'threshold', full: '0.8' }, 'fail', [4, 10], '5'],
    ['best band', bands, 'fail', [9, 10], '10'],
    ['second band', bands, 'fail', [8, 10], '6'],
    ['no band', bands, 'fail', [1, 10], '0'],
  ])('%s', (_, rule, outcome, share, expected) => {
    const price = priceItem(someItem('a', '10', rule), someResult('a', outcome, share), 2022);
    expect(printPoints(price.points)).toBe(expected);
  });

  it('asks more from the year on that the plan names', () => {
    const item = someItem('a', '10', { ...threshold, zero: '0' } as RubricRule);
    expect(printPoints(priceItem(item, someResult('a', 'fail', [7, 10]), 2023).points)).toBe('7.78');
    expect(ruleText(item.rule, 2023)).toBe('比例达到90%得满分，不足的按比例得分');
    expect(ruleText(item.rule, 2022)).toBe('比例达到70%得满分，不足的按比例得分');
  });

  it('does not count reviews as findings', () => {
    const result = someResult('a', 'fail', [1, 2]);
    const doubtful = { ...result.findings[0]!, id: 'x', kind: 'review' as const };
    const item = someItem('a', '10', { kind: 'perFinding', each: '2' });
    const price = priceItem(item, { ...result, findings: [...result.findings, doubtful] }, 2022);
    expect(printPoints(price.points)).toBe('8');
  });
});
