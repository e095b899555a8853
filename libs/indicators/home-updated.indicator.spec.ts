import { describe, expect, it } from 'vitest';
import type { HomeFact, SiteFacts } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { published, someColumn, someContext, someDocument, someFacts } from './facts.fixture.js';
import { homeUpdated } from './home-updated.indicator.js';

type Shown = NonNullable<HomeFact['shown']>;

/** The day of assessment is 2022-12-31: two weeks before it is 2022-12-17. */
function home(shown: Partial<Shown> | undefined, change: Partial<HomeFact> = {}): Partial<SiteFacts> {
  const days = shown && { days: ['2022-12-01'], dated: 5, short: [], complete: true, ...shown };
  const fact = {
    url: 'https://www.yunling.example/',
    outcome: 'ok' as const,
    capture: 'capture-home',
    seenOn: '2022-12-31',
  };
  return { home: { ...fact, ...(days ? { shown: days } : {}), ...change } };
}

const silent = [
  someColumn('news', { itemDates: ['2022-12-01', '2022-11-01'] }),
  someColumn('guide', { isPage: true, itemDates: [] }),
];
const judge = (facts: Partial<SiteFacts>) =>
  evaluateIndicator(homeUpdated, someFacts({ columns: silent, ...facts }), someContext({}));

const unread = {
  url: 'https://www.yunling.example/xw/',
  outcome: 'timeout' as const,
  visit: {
    as: 'column' as const,
    columnKey: 'news',
    columnName: null,
    from: null,
    linkText: null,
    listPage: 1,
    depth: 1,
  },
  unrendered: false,
  capture: 'capture-unread',
};

describe('a home page that was not updated for two weeks', () => {
  it.each<[string, Partial<SiteFacts>, string]>([
    ['an item on the first of the days', home({ days: ['2022-12-17'] }), 'pass'],
    ['an item a day before', home({ days: ['2022-12-16'] }), 'fail'],
    ['only a day to come', home({ days: ['2023-02-01', '2022-12-01'] }), 'fail'],
    ['seen earlier, new then', home({ days: ['2022-11-20'] }, { seenOn: '2022-12-01' }), 'pass'],
    ['seen earlier, old then', home({ days: ['2022-11-05'] }, { seenOn: '2022-11-25' }), 'fail'],
    ['seen before the period', home({ days: ['2021-11-01'] }, { seenOn: '2021-12-01' }), 'notMeasured'],
    [
      'seen later, updated since',
      home({ days: ['2023-05-01', '2022-10-01'] }, { seenOn: '2023-05-02' }),
      'notMeasured',
    ],
    ['seen later, still old', home({ days: ['2022-10-01'] }, { seenOn: '2023-05-02' }), 'fail'],
    ['no dates at all', home({ days: [], dated: 0 }), 'notMeasured'],
    ['a date in an address only', home({ dated: 0 }), 'notMeasured'],
    ['hardly any date', home({ dated: 2 }), 'needsReview'],
    ['days without a year that may be new', home({ short: ['12-20'] }), 'needsReview'],
    ['days without a year that are old', home({ short: ['11-20'] }), 'fail'],
    ['a script’s part that was not read', home({ complete: false }), 'needsReview'],
    ['facts of an earlier version', home(undefined), 'notMeasured'],
    ['a page that timed out', home(undefined, { outcome: 'timeout' }), 'notMeasured'],
    ['a page that is not there', home(undefined, { outcome: 'notFound' }), 'notMeasured'],
    ['no home page', { home: null }, 'notMeasured'],
    [
      'a column that is newer',
      { ...home({}), columns: [someColumn('notice', { itemDates: ['2022-12-20'] })] },
      'needsReview',
    ],
    [
      'a column that was not read whole',
      { ...home({}), columns: [...silent, someColumn('notice', { itemDates: ['2022-12-01'], complete: false })] },
      'needsReview',
    ],
    [
      'a column with undated items',
      { ...home({}), columns: [someColumn('notice', { itemDates: ['2022-12-01'], undatedItems: 1 })] },
      'needsReview',
    ],
    [
      'a column that is unread',
      { ...home({}), columns: [...silent, someColumn('notice', { state: 'unread' })] },
      'needsReview',
    ],
    ['no column to confirm it', { ...home({}), columns: [] }, 'needsReview'],
    [
      'a new document',
      { ...home({}), documents: [someDocument('供水', { publishedOn: published('2022-12-20') })] },
      'needsReview',
    ],
    ['an unread page', { ...home({}), unread: [unread] }, 'needsReview'],
  ])('%s', (_, facts, outcome) => {
    const result = judge(facts);
    expect(result.outcome, result.message).toBe(outcome);
    expect(result.findings.some(({ kind }) => kind === 'fail')).toBe(outcome === 'fail');
  });

  it('says the figures', () => {
    expect(judge(home({})).findings).toMatchObject([
      {
        subject: 'home',
        message: '首页最新信息为2022-12-01，距2022-12-31已30天',
        evidence: { capture: 'capture-home' },
      },
    ]);
    expect(judge(home({ dated: 1 })).message).toContain('首页只有1处写明日期');
  });

  it('keeps to the days asked for', () => {
    const facts = someFacts({ columns: silent, ...home({ days: ['2022-12-05'] }) });
    expect(evaluateIndicator(homeUpdated, facts, someContext({ days: 30 })).outcome).toBe('pass');
  });

  it('sees a new year', () => {
    const context = someContext({}, { asOf: '2023-01-05', period: '2023Q1' });
    const facts = someFacts({ columns: silent, ...home({ short: ['12-28'] }, { seenOn: '2023-01-05' }) });
    expect(evaluateIndicator(homeUpdated, facts, context).outcome).toBe('needsReview');
  });
});
