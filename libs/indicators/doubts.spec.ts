import { createWorkdays, parsePeriod } from '#calendar';
import { describe, expect, it } from 'vitest';
import type { ColumnFact, Doubt, DocumentFact, InterpretationFact, SiteFacts, UnreadFact } from '#facts';
import { defaultColumnRule } from './columns.js';
import { evaluateIndicator } from './define-indicator.js';
import {
  issued,
  published,
  someColumn,
  someContext,
  someDocument,
  someFacts,
  someInterpretation,
  someOrganisation,
  someReport,
} from './facts.fixture.js';
import { findIndicator } from './indicators.js';
import { annualReportLedger, documentLedger } from './ledgers.js';

const columnRules = [{ ...defaultColumnRule('policy'), required: true }];
const deadlines = { department: '01-31', government: '03-31', township: '01-31' };
const params: Record<string, unknown> = {
  'published-in-time': { workdays: 20, startsFrom: 'issued' },
  'published-together': { workdays: 3 },
  'interpretations-varied': { thresholds: [{ fromYear: 2022, atLeast: '0.7' }] },
  'annual-report-in-time': deadlines,
  'annual-report-parts': { parts: 6 },
};
const evaluate = (id: string, facts: SiteFacts) =>
  evaluateIndicator(findIndicator(id)!, facts, someContext(params[id] ?? {}, { columnRules }));

const doubt = (field: Doubt['field'], other?: string): Pick<DocumentFact, 'doubts'> => ({
  doubts: [{ field, why: '两处写法不同', ...(other === undefined ? {} : { other }) }],
});
const unread = (
  as: UnreadFact['visit']['as'],
  columnKey: string | null,
  linkText: string | null = null,
): { unread: UnreadFact[] } => ({
  unread: [
    {
      url: 'https://www.yunling.example/x.html',
      outcome: 'timeout',
      visit: { as, columnKey, columnName: null, from: null, linkText, listPage: 1, depth: 2 },
      unrendered: false,
      capture: 'capture-x',
    },
  ],
});

const late = (change: Partial<DocumentFact> = {}) => ({
  documents: [someDocument('甲', { publishedOn: published('2022-10-20'), ...change })],
});
const unnumbered = (change: Partial<DocumentFact> = {}) => ({
  documents: [someDocument('甲', { documentNumber: null, title: '云岭县教育局关于做好招生工作的通知', ...change })],
});
const uninterpreted = (change: Partial<DocumentFact> = {}, interpretations: InterpretationFact[] = []) => ({
  documents: [someDocument('甲', change)],
  interpretations,
  columns: [someColumn('interpretation')],
});
const pair = (one: Partial<InterpretationFact>, policy: Partial<DocumentFact> = {}) => ({
  documents: [someDocument('甲', policy)],
  interpretations: [
    someInterpretation('甲', { publishedOn: published('2022-10-20'), linkedFromPolicy: false, ...one }),
  ],
});
const by = (how: 'number' | 'title' | 'column', url: string | null = someDocument('甲').url) => ({
  policy: { url, title: someDocument('甲').title, by: how },
});
const plain = (count: number, change: Partial<InterpretationFact> = {}) =>
  Array.from({ length: count }, (_, n) => someInterpretation(`文${n}`, { formats: ['text'], ...change }));
const varied = (count: number, change: Partial<InterpretationFact> = {}) =>
  Array.from({ length: count }, (_, n) => someInterpretation(`图${n}`, change));
const report = (change = {}) => ({
  annualReports: [someReport(2021, { publishedOn: published('2022-05-01'), ...change })],
});
const noReport = (change: Partial<ColumnFact> = {}) => ({
  annualReports: [someReport(2020)],
  columns: [someColumn('annual', change)],
});
const lacking = (change = {}) => ({ annualReports: [someReport(2021, { parts: [1, 2, 3], ...change })] });
const column = (key: ColumnFact['key'], change: Partial<ColumnFact>) => ({ columns: [someColumn(key, change)] });
const empty = { itemDates: [], itemCount: 0 };
const gone = { state: 'missing', url: null } as const;

type Twin = [
  what: string,
  facts: Partial<SiteFacts>,
  outcome: 'fail' | 'needsReview' | 'notMeasured' | 'pass' | 'notApplicable',
];

/** Each begins with a case that fails; what follows is the same case, doubtful or half read. */
const twins: [indicator: string, cases: Twin[]][] = [
  [
    'published-in-time',
    [
      ['late beyond doubt', late(), 'fail'],
      ['a day of issue that would be in time', late(doubt('issuedOn', '2022-10-08')), 'needsReview'],
      ['a day of publication that would be in time', late(doubt('publishedOn', '2022-09-20')), 'needsReview'],
      ['late by both days', late(doubt('publishedOn', '2022-10-25')), 'needsReview'],
      ['a broken day', late(doubt('issuedOn')), 'needsReview'],
      ['a day against words', late(doubt('issuedOn', '详见正文')), 'needsReview'],
      [
        'in time by both days',
        late({ publishedOn: published('2022-09-15'), ...doubt('publishedOn', '2022-09-20') }),
        'pass',
      ],
      [
        'in time, or late',
        late({ publishedOn: published('2022-09-15'), ...doubt('publishedOn', '2022-10-20') }),
        'needsReview',
      ],
      ['no day could be read', late({ issuedOn: null, ...doubt('issuedOn', '详见正文') }), 'notMeasured'],
      ['an issuer that may be a higher one', late(doubt('issuer', '国务院办公厅')), 'needsReview'],
      ['an issuer that cannot be read', late({ issuer: null, ...doubt('issuer') }), 'needsReview'],
      ['an issuer that says something else', late({ issuer: null, ...doubt('issuer', '见正文') }), 'needsReview'],
      ['an issuer that is a lower one either way', late(doubt('issuer', '云岭县教育局')), 'fail'],
      ['a number that may be a central one', late(doubt('documentNumber', '国办发〔2022〕9号')), 'needsReview'],
      [
        'official by a doubtful number alone',
        late({
          columnKey: 'notice',
          issuedOn: issued('2022-09-01', 'text'),
          ...doubt('documentNumber', '云教发〔2022〕2号'),
        }),
        'needsReview',
      ],
      ['a doubt that does not matter', late(doubt('indexNumber')), 'fail'],
    ],
  ],
  [
    'document-number-present',
    [
      ['no number', unnumbered(), 'fail'],
      ['a label with something else behind it', unnumbered(doubt('documentNumber', '见附件')), 'needsReview'],
      ['a garbled title', unnumbered(doubt('title')), 'needsReview'],
      ['perhaps of another period', unnumbered(doubt('publishedOn', '2021-12-30')), 'needsReview'],
      ['perhaps an archive', unnumbered(doubt('issuedOn', '2012-09-01')), 'needsReview'],
      ['nobody knows whose', unnumbered(doubt('issuer')), 'needsReview'],
      [
        'the text in a file',
        unnumbered({
          attachments: [{ title: '关于做好招生工作的通知.doc', url: 'https://www.yunling.example/1.doc' }],
        }),
        'needsReview',
      ],
      [
        'a file that says nothing',
        unnumbered({ attachments: [{ title: '附件.pdf', url: 'https://www.yunling.example/1.pdf' }] }),
        'needsReview',
      ],
      [
        'a list of places beside the text',
        unnumbered({
          attachments: [{ title: '附件1：招生学校一览表.xlsx', url: 'https://www.yunling.example/1.xlsx' }],
        }),
        'fail',
      ],
      [
        'a number of which another stands there too',
        unnumbered({ documentNumber: '云教发〔2022〕1号', ...doubt('documentNumber', '云教发〔2022〕2号') }),
        'pass',
      ],
    ],
  ],
  [
    'policies-interpreted',
    [
      ['none', uninterpreted(), 'fail'],
      ['a doubtful number', uninterpreted(doubt('documentNumber', '云政办发〔2022〕11号')), 'needsReview'],
      ['a garbled title', uninterpreted(doubt('title')), 'needsReview'],
      ['perhaps of another period', uninterpreted(doubt('publishedOn', '2021-12-30')), 'needsReview'],
      ['a page of the column unread', { ...uninterpreted(), ...unread('detail', 'interpretation') }, 'needsReview'],
      [
        'an unread page that is named so',
        { ...uninterpreted(), ...unread('detail', null, '一图读懂实施方案') },
        'needsReview',
      ],
      ['another page unread', { ...uninterpreted(), ...unread('detail', 'notice', '关于停水的公告') }, 'fail'],
      [
        'an interpretation with a garbled title',
        uninterpreted({}, [someInterpretation('丁', { policy: null, ...doubt('title') })]),
        'needsReview',
      ],
      ['an interpretation of nothing', uninterpreted({}, [someInterpretation('丁', { policy: null })]), 'fail'],
    ],
  ],
  [
    'linked-both-ways',
    [
      ['one way alone', pair({}), 'fail'],
      ['paired by days and columns', pair({ ...by('column'), linksToPolicy: false }), 'needsReview'],
      ['paired by a title that has no address', pair(by('title', null)), 'needsReview'],
      ['paired by number', pair(by('number')), 'fail'],
      ['paired by a doubtful number', pair({ ...by('number'), ...doubt('documentNumber') }), 'needsReview'],
      ['paired by the doubtful title of the policy', pair(by('title'), doubt('title')), 'needsReview'],
      ['perhaps of another period', pair(doubt('publishedOn', '2021-12-30')), 'needsReview'],
      ['linked, with a doubtful title', pair(doubt('title')), 'fail'],
    ],
  ],
  [
    'published-together',
    [
      ['weeks later', pair({}), 'fail'],
      ['a doubtful day of the interpretation', pair(doubt('publishedOn', '2022-09-15')), 'needsReview'],
      ['late by both days', pair(doubt('publishedOn', '2022-10-25')), 'needsReview'],
      ['a doubtful day of the policy', pair({}, doubt('publishedOn')), 'needsReview'],
      ['paired by days and columns', pair(by('column')), 'needsReview'],
      ['paired by a doubtful number', pair(by('number'), doubt('documentNumber')), 'needsReview'],
      ['no day could be read', pair({ publishedOn: null, ...doubt('publishedOn', '近日') }), 'notMeasured'],
    ],
  ],
  [
    'interpretations-varied',
    [
      ['too few', { interpretations: [...varied(6), ...plain(4)] }, 'fail'],
      [
        'one with a doubtful day might make it up',
        { interpretations: [...varied(6), ...plain(3), ...plain(1, { url: 'u', ...doubt('publishedOn') })] },
        'needsReview',
      ],
      [
        'so many unread pages',
        { interpretations: [...varied(6), ...plain(3)], ...unread('detail', 'interpretation') },
        'needsReview',
      ],
      [
        'one unread page makes no difference',
        { interpretations: plain(4), ...unread('detail', 'interpretation') },
        'fail',
      ],
      [
        'a list not read to the period',
        { interpretations: plain(4), ...column('interpretation', { complete: false }) },
        'needsReview',
      ],
      [
        'a list read beyond the period',
        {
          interpretations: plain(4),
          ...column('interpretation', { complete: false, itemDates: ['2022-03-01', '2021-12-30'] }),
        },
        'fail',
      ],
      [
        'a column that could not be looked at',
        { interpretations: plain(4), ...column('interpretation', { state: 'unread', outcome: 'timeout' }) },
        'needsReview',
      ],
    ],
  ],
  [
    'annual-report-in-time',
    [
      ['late', report(), 'fail'],
      ['a day that would be in time', report(doubt('publishedOn', '2022-03-20')), 'needsReview'],
      ['late by both days', report(doubt('publishedOn', '2022-05-06')), 'needsReview'],
      [
        'in time, or late',
        report({ publishedOn: published('2022-03-20'), ...doubt('publishedOn', '2022-05-06') }),
        'needsReview',
      ],
      [
        'in time by both days',
        report({ publishedOn: published('2022-03-20'), ...doubt('publishedOn', '2022-03-21') }),
        'pass',
      ],
      ['a garbled title', report(doubt('title')), 'needsReview'],
      ['the report of a bureau', report({ title: '云岭县教育局2021年政府信息公开工作年度报告' }), 'needsReview'],
      ['under the short name', report({ title: '云岭县2021年政府信息公开工作年度报告' }), 'fail'],
      ['another page unread', { ...report(), ...unread('detail', 'annual', '2021年政府信息公开年报') }, 'needsReview'],
      [
        'a report of another year unread',
        { ...report(), ...unread('detail', 'annual', '2015年政府信息公开年报') },
        'fail',
      ],
    ],
  ],
  [
    'annual-report-in-time',
    [
      ['absent', noReport(), 'fail'],
      ['perhaps on an unread page of the list', { ...noReport(), ...unread('list', 'annual') }, 'notMeasured'],
      [
        'perhaps in another column',
        { ...noReport(), ...unread('detail', null, '2021年政府信息公开工作年度报告') },
        'notMeasured',
      ],
      [
        'perhaps the one with a garbled title',
        { ...noReport(), annualReports: [someReport(2020, doubt('title'))] },
        'notMeasured',
      ],
      ['a column of one page', noReport({ ...empty, isPage: true }), 'notMeasured'],
    ],
  ],
  [
    'annual-report-parts',
    [
      ['three of six', lacking(), 'fail'],
      ['a garbled title', lacking(doubt('title')), 'needsReview'],
      ['perhaps of another year', lacking(doubt('publishedOn', '2021-01-20')), 'needsReview'],
      [
        'a page of that year unread',
        { ...lacking(), ...unread('detail', 'annual', '2021年政府信息公开年报') },
        'needsReview',
      ],
      [
        'a page of an earlier year unread',
        { ...lacking(), ...unread('detail', 'annual', '2012年政府信息公开年报') },
        'fail',
      ],
      [
        'a twin whose text is in a file',
        { annualReports: [...lacking().annualReports, someReport(2021, { url: 'u', parts: [], partsUnread: true })] },
        'needsReview',
      ],
    ],
  ],
  [
    'columns-complete',
    [
      ['stale', column('policy', { itemDates: ['2022-01-05'], itemCount: 1 }), 'fail'],
      [
        'an item without a date',
        column('policy', { itemDates: ['2022-01-05'], undatedItems: 1, itemCount: 2 }),
        'notMeasured',
      ],
      [
        'an unread page of its list',
        { ...column('policy', { itemDates: ['2022-01-05'] }), ...unread('list', 'policy') },
        'notMeasured',
      ],
      [
        'unread data behind it',
        { ...column('policy', { itemDates: ['2022-01-05'] }), ...unread('data', 'policy') },
        'notMeasured',
      ],
      [
        'an unread article in it',
        { ...column('policy', { itemDates: ['2022-01-05'] }), ...unread('detail', 'policy') },
        'fail',
      ],
    ],
  ],
  [
    'columns-complete',
    [
      ['empty', column('policy', empty), 'fail'],
      ['an unread page of its list', { ...column('policy', empty), ...unread('list', 'policy') }, 'notMeasured'],
    ],
  ],
  [
    'columns-complete',
    [
      ['missing', column('policy', gone), 'fail'],
      ['openness page unread', { ...column('policy', gone), ...unread('openness', null) }, 'notMeasured'],
      ['no home page', { ...column('policy', gone), home: null }, 'notMeasured'],
      [
        'home page unread',
        { ...column('policy', gone), home: { url: 'https://www.yunling.example/', outcome: 'timeout', capture: 'h' } },
        'notMeasured',
      ],
    ],
  ],
  [
    'topic-column',
    [
      ['missing', column('topic', gone), 'fail'],
      ['home page unread', { ...column('topic', gone), ...unread('home', null) }, 'notMeasured'],
      ['openness page unread', { ...column('topic', gone), ...unread('openness', null) }, 'notMeasured'],
    ],
  ],
  [
    'topic-column',
    [
      ['empty', column('topic', empty), 'fail'],
      ['an unread page of its list', { ...column('topic', empty), ...unread('data', 'topic') }, 'notMeasured'],
    ],
  ],
  [
    'unified-entrances',
    [
      ['missing', column('service', gone), 'fail'],
      ['home page unread', { ...column('service', gone), ...unread('home', null) }, 'notMeasured'],
    ],
  ],
  [
    'catalogue-published',
    [
      ['missing', column('catalogue', gone), 'fail'],
      [
        'a page of a catalogue unread',
        { ...column('catalogue', gone), ...unread('detail', null, '养老服务领域标准目录') },
        'notMeasured',
      ],
      ['openness page unread', { ...column('catalogue', gone), ...unread('openness', null) }, 'notMeasured'],
      [
        'a page of a catalogue elsewhere',
        { ...column('catalogue', gone), documents: [someDocument('甲', { kind: 'catalogue' })] },
        'pass',
      ],
    ],
  ],
  [
    'catalogue-published',
    [
      ['empty', column('catalogue', empty), 'fail'],
      ['its list unread', { ...column('catalogue', empty), ...unread('list', 'catalogue') }, 'notMeasured'],
    ],
  ],
];

describe.each(twins)('%s', (id, cases) => {
  it.each(cases)('%s', (_, change, outcome) => {
    const result = evaluate(id, someFacts(change));
    expect(result.outcome, result.message).toBe(outcome);
    for (const { kind, message, details } of result.findings) {
      if (kind === 'fail') continue;
      expect(message.length).toBeGreaterThan(10);
      expect(details.every(({ value }) => value !== '')).toBe(true);
    }
  });

  it('begins with a case that fails, and all others differ from it', () => {
    expect(cases[0]![2]).toBe('fail');
  });
});

describe('a doubtful finding', () => {
  it('shows where the reading is in doubt, and what else was read', () => {
    const [one] = evaluate('published-in-time', someFacts(late(doubt('publishedOn', '2022-09-20')))).findings;
    expect(one?.kind).toBe('review');
    expect(one?.message).toContain('须人工复核：日期读法有疑：发布日期（两处写法不同，另见2022-09-20）');
    expect(one?.details).toContainEqual({ label: '此处读法有疑', value: '发布日期（两处写法不同，另见2022-09-20）' });
  });
});

describe('a batch of which some pages are unread', () => {
  const batch = ['2022-01-05', '2022-03-10', '2022-06-10'].map((day, n) =>
    someDocument(`旧${n}`, { issuedOn: issued(day), publishedOn: published('2022-11-15') }),
  );
  const pages = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ ...unread('detail', 'policy').unread[0]!, url: `u${n}` }));

  it.each([
    [0, 'fail'],
    [1, 'fail'],
    [2, 'needsReview'],
  ])('with %s unread pages: %s', (count, outcome) => {
    expect(evaluate('published-in-time', someFacts({ documents: batch, unread: pages(count) })).outcome).toBe(outcome);
  });
});

describe('ledgers of doubtful facts', () => {
  const of = { organisation: someOrganisation, period: parsePeriod('2022'), asOf: '2022-12-31' };
  const workdays = createWorkdays();

  it.each([
    ['late by both days', '2022-10-20', '2022-10-25', 'late'],
    ['in time by both days', '2022-09-15', '2022-09-20', 'onTime'],
    ['late or in time', '2022-10-20', '2022-09-20', 'notMeasured'],
    ['in time or late', '2022-09-20', '2022-10-20', 'notMeasured'],
    ['late, against words', '2022-10-20', '近日', 'late'],
  ])('%s', (_, taken, other, timeliness) => {
    const facts = someFacts(late({ publishedOn: published(taken), ...doubt('publishedOn', other) }));
    const [row] = documentLedger(facts, of, { workdays: 20, startsFrom: 'issued' }, workdays);
    expect(row).toMatchObject({ timeliness, publishedOn: taken });
  });

  it.each([
    ['2022-05-01', '2022-05-06', 'late'],
    ['2022-05-01', '2022-03-20', 'notMeasured'],
    ['2022-03-20', '2022-05-01', 'notMeasured'],
    ['2022-03-20', '2022-03-21', 'onTime'],
  ])('a report of %s or %s is %s', (taken, other, timeliness) => {
    const facts = someFacts(report({ publishedOn: published(taken), ...doubt('publishedOn', other) }));
    expect(annualReportLedger(facts, of, deadlines)[0]).toMatchObject({ timeliness });
  });
});
