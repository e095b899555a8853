import { describe, expect, it } from 'vitest';
import type { AnnualReportFact, SiteFacts } from '#facts';
import { annualReportInTime } from './annual-report-in-time.indicator.js';
import { annualReportPartsPresent } from './annual-report-parts.indicator.js';
import { evaluateIndicator } from './define-indicator.js';
import { published, someColumn, someContext, someFacts, someOrganisation, someReport } from './facts.fixture.js';

const deadlines = { department: '01-31', government: '03-31', township: '01-31' };
const annual = someColumn('annual');
const inTime = (change: Partial<SiteFacts>, context = {}) =>
  evaluateIndicator(annualReportInTime, someFacts({ columns: [annual], ...change }), someContext(deadlines, context));
const as = (category: string) => ({ organisation: { ...someOrganisation, category } });

describe('annual report in time', () => {
  it.each([
    ['政府', '2022-03-31', 'pass'],
    ['政府', '2022-04-01', 'fail'],
    ['部门', '2022-01-31', 'pass'],
    ['部门', '2022-02-01', 'fail'],
    ['街镇', '2022-02-01', 'fail'],
    ['村居', '2022-02-01', 'notApplicable'],
    ['政府', '2023-06-01', 'notMeasured'],
  ])('%s, published %s: %s', (category, day, outcome) => {
    const report = someReport(2021, { publishedOn: published(day) });
    expect(inTime({ annualReports: [report] }, as(category)).outcome).toBe(outcome);
  });

  it('says by how many days, with the date marked', () => {
    const result = inTime({ annualReports: [someReport(2021, { publishedOn: published('2022-04-06') })] });
    expect(result.findings).toMatchObject([
      {
        subject: '2021',
        message: '2021年年度报告于2022-04-06公布，截止日期为2022-03-31，逾期6天',
        evidence: { capture: 'capture-report-2021', marks: ['发布时间：2022-04-06'] },
      },
    ]);
  });

  it.each([
    ['2022-W05', '2022-12-31'],
    ['2022Q1', '2022-03-30'],
    ['2022', '2022-03-31'],
  ])('does not judge %s as of %s when nothing is there yet', (period, asOf) => {
    expect(inTime({}, { period, asOf }).outcome).toBe('notApplicable');
  });

  it('calls a report absent only when the whole column was read', () => {
    const older = [someReport(2020)];
    const absent = inTime({ annualReports: older });
    expect(absent).toMatchObject({
      outcome: 'fail',
      findings: [{ subject: '2021', evidence: { capture: 'capture-annual' } }],
    });
    const unread = { url: 'u', outcome: 'timeout', unrendered: false, capture: 'c' } as const;
    const visit = {
      as: 'detail',
      columnKey: 'annual',
      columnName: null,
      from: null,
      linkText: null,
      listPage: 1,
      depth: 2,
    } as const;
    const cases: Partial<SiteFacts>[] = [
      { columns: [someColumn('annual', { complete: false })] },
      { columns: [someColumn('annual', { state: 'unread' })] },
      { columns: [someColumn('annual', { state: 'missing' })] },
      { columns: [] },
      { unread: [{ ...unread, visit }] },
      { annualReports: [...older, someReport(2022)] },
      { annualReports: [someReport(2021, { publishedOn: null })] },
    ];
    for (const change of cases) expect(inTime({ annualReports: older, ...change }).outcome).toBe('notMeasured');
  });

  it('takes the unit’s own report of several', () => {
    const other = someReport(2021, {
      url: 'https://www.yunling.example/nb/x.html',
      title: '云岭县教育局2021年年度报告',
    });
    const own = someReport(2021, { publishedOn: published('2022-05-01') });
    expect(inTime({ annualReports: [other, own] }).outcome).toBe('fail');
    const undated = { ...own, url: `${own.url}?2`, publishedOn: null };
    expect(inTime({ annualReports: [undated, own] }).outcome).toBe('needsReview');
  });
});

describe('annual report parts', () => {
  const parts = (annualReports: AnnualReportFact[], params: unknown = { parts: 6 }) =>
    evaluateIndicator(annualReportPartsPresent, someFacts({ annualReports }), someContext(params));

  it('names the missing parts of the newest report that is due', () => {
    const report = someReport(2021, { parts: [1, 2, 3, 5] });
    const result = parts([report, someReport(2020), someReport(2022, { parts: [1, 2] })]);
    expect(result).toMatchObject({ outcome: 'fail', measured: 4, of: 6, findings: [{ subject: '2021' }] });
    expect(result.findings[0]?.message).toContain('第6部分“其他需要报告的事项”');
    expect(parts([report], { parts: [1, 2, 3] })).toMatchObject({ outcome: 'pass', measured: 3, of: 3 });
  });

  it.each<[string, Partial<AnnualReportFact>, string]>([
    ['all parts', {}, 'pass'],
    ['a file only', { parts: [], partsUnread: true }, 'notMeasured'],
    ['no heading at all', { parts: [] }, 'notMeasured'],
    ['a single heading', { parts: [1] }, 'needsReview'],
  ])('%s: %s', (_, change, outcome) => {
    expect(parts([someReport(2021, change)]).outcome).toBe(outcome);
  });
});
