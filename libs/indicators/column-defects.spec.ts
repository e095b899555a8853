import { describe, expect, it } from 'vitest';
import type { ColumnFact } from '#facts';
import { blankColumns } from './blank-columns.indicator.js';
import { defaultColumnRule } from './columns.js';
import { evaluateIndicator } from './define-indicator.js';
import { someColumn, someContext, someFacts } from './facts.fixture.js';
import { keyColumnsUpdated } from './key-columns-updated.indicator.js';
import { longStaleColumns } from './long-stale-columns.indicator.js';

const at = (key: ColumnFact['key'], n: number, newest: string, change: Partial<ColumnFact> = {}) =>
  someColumn(key, { url: `https://www.yunling.example/${key}/${n}/`, itemDates: [newest], itemCount: 1, ...change });

describe('the national vetoes over columns (国办秘函〔2019〕19号)', () => {
  it('counts key columns that were not updated, several of a kind each for itself', () => {
    const columns = [
      at('news', 1, '2022-12-20'),
      at('news', 2, '2022-12-16'),
      at('news', 3, '2022-12-17'),
      at('notice', 1, '2022-06-30'),
      at('policy', 1, '2022-07-01'),
      at('policy', 2, '2022-01-01', { complete: false }),
      at('guide', 1, '2010-01-01'),
    ];
    const result = evaluateIndicator(keyColumnsUpdated, someFacts({ columns }), someContext({}));
    expect(result).toMatchObject({ outcome: 'fail', measured: 3, of: 5, unmeasured: 1 });
    expect(result.findings.map((one) => one.subject)).toEqual([
      'https://www.yunling.example/news/2/',
      'https://www.yunling.example/notice/1/',
    ]);
  });

  it('takes the ages that the programme sets for the others', () => {
    const columns = [at('topic', 1, '2022-09-01'), at('rules', 1, '2021-06-01'), at('news', 1, '2010-01-01')];
    const of = (columnRules = [{ ...defaultColumnRule('topic'), maxAgeDays: 90 }]) =>
      evaluateIndicator(longStaleColumns, someFacts({ columns }), someContext({}, { columnRules }));
    expect(of().findings.map((one) => one.subject)).toHaveLength(2);
    expect(of([]).findings.map((one) => one.subject)).toEqual(['https://www.yunling.example/rules/1/']);
  });

  it.each<[string, Partial<ColumnFact>, string]>([
    ['a blank one', {}, 'fail'],
    ['a blank one with a statement', { statementOn: '2022-05-01' }, 'pass'],
    ['a list that was not read to its end', { complete: false }, 'notMeasured'],
    ['a page that is the content', { isPage: true }, 'pass'],
    ['a missing one', { state: 'missing' }, 'notMeasured'],
  ])('blank columns: %s', (_, change, outcome) => {
    const columns = [someColumn('topic', { itemDates: [], itemCount: 0, ...change })];
    expect(evaluateIndicator(blankColumns, someFacts({ columns }), someContext({})).outcome).toBe(outcome);
  });
});
