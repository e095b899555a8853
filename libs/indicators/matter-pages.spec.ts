import { describe, expect, it } from 'vitest';
import type { MatterPageFact, SiteFacts } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { someContext, someFacts } from './facts.fixture.js';
import { openDay } from './open-day.indicator.js';
import { participationPage } from './participation-page.indicator.js';
import { villageColumn } from './village-column.indicator.js';

const page = (matter: MatterPageFact['matter'], change: Partial<MatterPageFact> = {}): MatterPageFact => ({
  matter,
  name: '村务公开',
  url: 'https://www.yunling.example/cwgk/',
  capture: 'capture-cwgk',
  on: '2022-12-01',
  isColumn: true,
  lines: [],
  ...change,
});
const visit = {
  as: 'openness',
  columnKey: null,
  columnName: null,
  from: null,
  linkText: null,
  listPage: 1,
  depth: 1,
} as const;
const unread = { url: 'u', outcome: 'timeout', visit, unrendered: false, capture: 'c' } as const;

const village = (change: Partial<SiteFacts>, params: object = {}) =>
  evaluateIndicator(
    villageColumn,
    someFacts(change),
    someContext({ topics: ['村级财务', '社会救助', '征地拆迁'], ...params }),
  );

describe('the column of villages', () => {
  const lines = ['河湾村第一季度收支公示', '最低生活保障对象名单', '土地征收补偿款发放公示'];

  it('passes with all topics of the plan, in words of its own', () => {
    const result = village({ matters: [page('village', { lines })] });
    expect(result).toMatchObject({ outcome: 'pass', measured: 3, of: 3, findings: [] });
    expect(result.message).toContain('“村务公开”');
  });

  it('asks a person about topics that it does not know again, and never deducts', () => {
    const some = village({ matters: [page('village', { lines: lines.slice(0, 2) })] });
    expect(some).toMatchObject({ outcome: 'pass', measured: 2, of: 2, unmeasured: 1 });
    expect(some.findings).toMatchObject([
      { kind: 'review', evidence: { capture: 'capture-cwgk', marks: ['村务公开'] } },
    ]);
    expect(some.findings[0]?.message).toContain('没有认出“征地拆迁”');
    expect(village({ matters: [page('village')] })).toMatchObject({ outcome: 'needsReview', unmeasured: 3 });
    const own = village({ matters: [page('village', { lines: ['殡葬服务公示'] })] }, { topics: ['殡葬'] });
    expect(own.outcome).toBe('pass');
  });

  it.each<[string, Partial<SiteFacts>, object, string]>([
    ['not found', {}, {}, 'needsReview'],
    ['not found, and only to be tried', {}, { explored: true }, 'notApplicable'],
    ['not found where the home page was not read', { home: null }, {}, 'notMeasured'],
    ['not found where another entrance was not read', { unread: [unread] }, { explored: true }, 'notMeasured'],
    ['of another matter', { matters: [page('openDay')] }, {}, 'needsReview'],
  ])('%s: %s', (_, change, params, outcome) => {
    expect(village(change, params).outcome).toBe(outcome);
  });
});

describe('the page of participation', () => {
  const judge = (lines: string[]) =>
    evaluateIndicator(
      participationPage,
      someFacts({ matters: [page('participation', { name: '公众参与办法', lines, isColumn: false })] }),
      someContext({ contents: ['事项范围', '参与方式', '参与渠道'] }),
    );

  it('says which matters, in which ways and where', () => {
    expect(judge(['下列事项应当听取公众意见', '采取座谈会、听证会等形式', '可发送电子邮件或来信'])).toMatchObject({
      outcome: 'pass',
      of: 3,
    });
    expect(judge(['采取座谈会、听证会等形式']).findings[0]?.message).toContain('没有认出“事项范围”“参与渠道”');
  });
});

describe('the open day of the government', () => {
  const judge = (on: string | null) =>
    evaluateIndicator(openDay, someFacts({ matters: [page('openDay', { on })] }), someContext({})).outcome;

  it.each([
    ['2022-12-31', 'pass'],
    ['2021-12-31', 'pass'],
    ['2021-12-30', 'needsReview'],
    ['2023-01-01', 'needsReview'],
    [null, 'needsReview'],
  ])('published on %s: %s', (on, outcome) => {
    expect(judge(on)).toBe(outcome);
  });
});
