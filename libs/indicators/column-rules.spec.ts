import { describe, expect, it } from 'vitest';
import type { ColumnFact } from '#facts';
import { columnFreshness } from './column-freshness.indicator.js';
import { columnGap } from './column-gap.indicator.js';
import { columnMinimum } from './column-minimum.indicator.js';
import { columnQuota } from './column-quota.indicator.js';
import { evaluateIndicator } from './define-indicator.js';
import { someColumn, someContext, someFacts } from './facts.fixture.js';

/** So many items in the middle of each month. */
const monthly = (year: number, counts: number[]): string[] =>
  counts.flatMap((count, month) =>
    Array.from({ length: count }, (_, n) => `${year}-${String(month + 1).padStart(2, '0')}-${String(n + 10)}`),
  );
const listing = (itemDates: string[], change: Partial<ColumnFact> = {}) =>
  someColumn('news', { itemDates, itemCount: itemDates.length, ...change });

describe('a quota of items for every month', () => {
  const params = { columns: ['news'], atLeast: 6, per: 'month' };
  const quota = (column: ColumnFact, period = '2018Q1', asOf = '2018-12-31') =>
    evaluateIndicator(columnQuota, someFacts({ columns: [column] }), someContext(params, { period, asOf }));

  it('finds every month below it (盘山: 每个栏目每月6条)', () => {
    const result = quota(listing(monthly(2018, [6, 5, 8])));
    expect(result).toMatchObject({ outcome: 'fail', measured: 2, of: 3, unmeasured: 0 });
    expect(result.findings.map((one) => [one.subject, one.message])).toEqual([
      ['news 2018-02', '“政务动态（news）”2018-02发布5条，低于规定的6条'],
    ]);
  });

  it('judges only months that are over', () => {
    expect(quota(listing(monthly(2018, [6, 6])), '2018Q1', '2018-03-20')).toMatchObject({ outcome: 'pass', of: 2 });
    expect(quota(listing([]), '2018-01', '2018-01-20').outcome).toBe('notApplicable');
  });

  it.each<[string, Partial<ColumnFact>]>([
    ['the list was not read to its end', { complete: false }],
    ['an item without a date may make up for it', { undatedItems: 1 }],
    ['the column could not be read', { state: 'unread', outcome: 'timeout' }],
    ['the page is itself the content', { isPage: true }],
    ['there is no evidence', { capture: null }],
  ])('says nothing when %s', (_, change) => {
    const result = quota(listing(monthly(2018, [5]), change), '2018-01');
    expect(result).toMatchObject({ outcome: 'notMeasured', findings: [], unmeasured: 1 });
  });

  it('takes a situation statement of the month for compliance', () => {
    expect(quota(listing([], { statementOn: '2018-01-31' }), '2018-01').outcome).toBe('pass');
    expect(quota(listing([], { statementOn: '2018-02-01' }), '2018-01').outcome).toBe('fail');
  });

  it('counts quarters (政策解读每季度1条)', () => {
    const column = someColumn('interpretation', { itemDates: ['2018-02-10', '2018-08-10'] });
    const result = evaluateIndicator(
      columnQuota,
      someFacts({ columns: [column] }),
      someContext({ columns: ['interpretation'], atLeast: 1, per: 'quarter' }, { period: '2018', asOf: '2018-12-31' }),
    );
    expect(result).toMatchObject({ measured: 2, of: 4 });
    expect(result.findings.map((one) => one.subject)).toEqual(['interpretation 2018Q2', 'interpretation 2018Q4']);
  });

  it('adds columns together (怀远: 县直每月不少于20条)', () => {
    const months = (key: ColumnFact['key'], counts: number[]) => {
      const itemDates = monthly(2022, counts);
      return someColumn(key, { itemDates, itemCount: itemDates.length });
    };
    const facts = someFacts({ columns: [months('news', [15, 15]), months('notice', [5, 4])] });
    const of = (columns: string[]) =>
      evaluateIndicator(
        columnQuota,
        facts,
        someContext({ columns, atLeast: 20, per: 'month', together: true }, { period: '2022Q1', asOf: '2022-02-28' }),
      );
    expect(of(['news', 'notice'])).toMatchObject({ outcome: 'fail', measured: 1, of: 2 });
    expect(of(['news', 'notice']).findings[0]).toMatchObject({
      subject: '2022-02',
      details: [
        { label: '政务动态（news）', value: '15条' },
        { label: '通知公告（notice）', value: '4条' },
      ],
    });
    // A column that was not seen may hold what is missing.
    expect(of(['news', 'notice', 'policy'])).toMatchObject({ outcome: 'pass', of: 1, unmeasured: 1 });
  });
});

describe('the gap between neighbouring items (平昌: 不大于90天)', () => {
  const gap = (column: ColumnFact) =>
    evaluateIndicator(
      columnGap,
      someFacts({ columns: [column] }),
      someContext({ columns: ['news'], maxDays: 90 }, { period: '2022', asOf: '2022-12-31' }),
    );

  it.each([
    ['90 days are enough', ['2022-01-01', '2022-04-01', '2022-06-30'], 'pass'],
    ['91 are not', ['2022-01-01', '2022-04-02'], 'fail'],
    ['a gap that ended before the period is past', ['2020-01-01', '2021-12-01', '2022-01-10'], 'pass'],
    ['a gap that ends in the period counts', ['2021-06-01', '2022-01-10'], 'fail'],
    ['one item has no neighbour', ['2022-01-10'], 'notMeasured'],
    ['later items are not known yet', ['2022-11-01', '2023-06-01'], 'notMeasured'],
  ])('%s', (_, dates, outcome) => {
    expect(gap(listing(dates)).outcome).toBe(outcome);
  });

  it('names the gaps', () => {
    expect(gap(listing(['2022-01-01', '2022-06-01', '2022-12-01'])).findings[0]?.message).toBe(
      '“政务动态（news）”更新间隔超过90天：2022-01-01至2022-06-01隔151天、2022-06-01至2022-12-01隔183天',
    );
  });

  it.each<[string, Partial<ColumnFact>, string]>([
    ['an unread rest of the list', { complete: false }, 'notMeasured'],
    ['an item without a date', { undatedItems: 1 }, 'notMeasured'],
    ['a situation statement in between', { statementOn: '2022-03-31' }, 'pass'],
  ])('is not held against the unit with %s', (_, change, outcome) => {
    expect(gap(listing(['2022-01-01', '2022-06-01'], change)).outcome).toBe(outcome);
  });
});

describe('the least number of items (平昌: 不少于4条)', () => {
  it.each<[string, Partial<ColumnFact>, string]>([
    ['four', { itemCount: 4 }, 'pass'],
    ['three', { itemCount: 3 }, 'fail'],
    ['three of a list read in part', { itemCount: 3, complete: false }, 'notMeasured'],
    ['none, with a statement of the year', { itemCount: 0, statementOn: '2022-03-01' }, 'pass'],
    ['none, with an old statement', { itemCount: 0, statementOn: '2020-03-01' }, 'fail'],
    ['a missing column', { state: 'missing' }, 'notMeasured'],
  ])('%s', (_, change, outcome) => {
    const facts = someFacts({ columns: [someColumn('topic', change)] });
    const context = someContext({ columns: ['topic'], atLeast: 4 });
    expect(evaluateIndicator(columnMinimum, facts, context).outcome).toBe(outcome);
  });
});

describe('the greatest age of each column', () => {
  it('has a number of days for every column', () => {
    const columns = [
      someColumn('news', { itemDates: ['2022-12-01'] }),
      someColumn('notice', { itemDates: ['2022-12-01'] }),
      someColumn('policy', { itemDates: [], itemCount: 0 }),
    ];
    const context = someContext({ maxAgeDays: { news: 14, notice: 183, policy: 183, topic: 90 } });
    const result = evaluateIndicator(columnFreshness, someFacts({ columns }), context);
    // The blank and the absent column are the matter of other indicators.
    expect(result).toMatchObject({ outcome: 'fail', measured: 1, of: 2, unmeasured: 2 });
    expect(result.findings.map((one) => one.subject)).toEqual(['news']);
  });
});
