import { describe, expect, it } from 'vitest';
import type { ColumnFact } from '#facts';
import { appliesTo, columnStatus, defaultColumnRule } from './columns.js';
import { someColumn, someOrganisation } from './facts.fixture.js';

const asOf = '2022-12-31';
const status = (key: ColumnFact['key'], change: Partial<ColumnFact>) =>
  columnStatus(someColumn(key, change), defaultColumnRule(key), asOf);

describe('the status of a column', () => {
  it.each<[string, ColumnFact['key'], Partial<ColumnFact>, string, string | null]>([
    ['14 days old news', 'news', { itemDates: ['2022-12-17'] }, 'ok', '2022-12-17'],
    ['15 days old news', 'news', { itemDates: ['2022-12-16'] }, 'stale', '2022-12-16'],
    ['183 days old policy', 'policy', { itemDates: ['2022-07-01'] }, 'ok', '2022-07-01'],
    ['184 days old policy', 'policy', { itemDates: ['2022-06-30'] }, 'stale', '2022-06-30'],
    ['366 days old rules', 'rules', { itemDates: ['2021-12-30'] }, 'stale', '2021-12-30'],
    ['dates in any order', 'news', { itemDates: ['2022-01-01', '2022-12-30', '2022-05-01'] }, 'ok', '2022-12-30'],
    ['dates after the day do not count', 'news', { itemDates: ['2023-01-05', '2022-11-01'] }, 'stale', '2022-11-01'],
    ['only dates after the day: not empty, age unknown', 'news', { itemDates: ['2023-01-05'] }, 'notMeasured', null],
    ['no dates at all', 'notice', { itemDates: [], undatedItems: 2 }, 'notMeasured', null],
    [
      'mostly undated',
      'notice',
      { itemDates: ['2021-01-01'], undatedItems: 3, itemCount: 4 },
      'notMeasured',
      '2021-01-01',
    ],
    [
      'stale, but the list was not read to its end',
      'notice',
      { itemDates: ['2021-01-01'], complete: false },
      'notMeasured',
      '2021-01-01',
    ],
    ['fresh, though the list was not read to its end', 'notice', { complete: false }, 'ok', '2022-12-20'],
    ['no items', 'rules', { itemDates: [], itemCount: 0 }, 'empty', null],
    ['no items, not read to its end', 'rules', { itemDates: [], itemCount: 0, complete: false }, 'notMeasured', null],
    ['no items, explained', 'rules', { itemDates: [], itemCount: 0, statementOn: '2022-06-01' }, 'ok', null],
    ['quiet, explained', 'policy', { itemDates: ['2021-01-01'], statementOn: '2022-09-30' }, 'ok', '2021-01-01'],
    [
      'quiet, explained too long ago',
      'policy',
      { itemDates: ['2021-01-01'], statementOn: '2022-06-01' },
      'stale',
      '2021-01-01',
    ],
    ['explained only later', 'policy', { itemDates: ['2021-01-01'], statementOn: '2023-01-09' }, 'stale', '2021-01-01'],
    ['a page is its own content', 'guide', { isPage: true, itemDates: [], itemCount: 0 }, 'ok', null],
    [
      'a list column whose list was not understood',
      'notice',
      { isPage: true, itemDates: [], itemCount: 0 },
      'notMeasured',
      null,
    ],
    ['no link', 'topic', { state: 'missing', itemDates: [], itemCount: 0 }, 'missing', null],
    ['a dead link', 'topic', { state: 'broken', outcome: 'notFound', itemDates: [] }, 'broken', null],
    ['a link that timed out', 'topic', { state: 'broken', outcome: 'timeout', itemDates: [] }, 'notMeasured', null],
    ['a challenge', 'topic', { state: 'unread', outcome: 'challenged', itemDates: [] }, 'notMeasured', null],
  ])('%s', (_, key, change, expected, newestOn) => {
    expect(status(key, change)).toMatchObject({ status: expected, newestOn });
  });

  it('is not measured without a record', () => {
    expect(columnStatus(undefined, defaultColumnRule('news'), asOf).status).toBe('notMeasured');
  });

  it('never gets stale where the programme sets no age', () => {
    const rule = { ...defaultColumnRule('rules'), maxAgeDays: null };
    expect(columnStatus(someColumn('rules', { itemDates: ['2010-01-01'] }), rule, asOf).status).toBe('ok');
  });

  it('says its figures', () => {
    expect(status('news', { itemDates: ['2022-12-01'] }).reason).toBe(
      '最新信息为2022-12-01，距2022-12-31已30天，更新期限14天',
    );
  });
});

describe('whom a rule is meant for', () => {
  it.each([
    [undefined, true],
    [{}, true],
    [{ categories: ['政府'] }, true],
    [{ categories: ['部门'] }, false],
    [{ categories: ['政府'], levels: ['乡'] }, false],
  ])('%o: %s', (scope, applies) => {
    expect(appliesTo(scope, someOrganisation)).toBe(applies);
  });
});
