import { describe, expect, it } from 'vitest';
import type { AnnualReportFact, Figure, ReportTables, RequestRow } from '#facts';
import { annualReportTables } from './annual-report-tables.indicator.js';
import { evaluateIndicator } from './define-indicator.js';
import { someContext, someFacts, someReport } from './facts.fixture.js';

const row = (kind: RequestRow['kind'], name: string, figures: Figure[], group?: number): RequestRow => ({
  kind,
  ...(group ? { group } : {}),
  name,
  figures,
});

const sound: Required<ReportTables> = {
  requests: {
    columns: ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
    rows: [
      row('received', '一、本年新收政府信息公开申请数量', [5, 1, 0, 0, 0, 0, 6]),
      row('carried', '二、上年结转政府信息公开申请数量', [1, 0, 0, 0, 0, 0, 1]),
      row('result', '（一）予以公开', [2, 1, 0, 0, 0, 0, 3], 1),
      row('result', '（二）部分公开', [0, 0, 0, 0, 0, 0, 0], 2),
      row('result', '1.属于国家秘密', [1, 0, 0, 0, 0, 0, 1], 3),
      row('result', '2.没有现成信息需要另行制作', [0, 0, 0, 0, 0, 0, 0], 4),
      row('result', '2.重复申请', [1, 0, 0, 0, 0, 0, 1], 5),
      row('result', '3.其他', [0, 0, 0, 0, 0, 0, 0], 6),
      row('total', '（七）总计', [4, 1, 0, 0, 0, 0, 5]),
      row('forward', '四、结转下年度继续办理', [2, 0, 0, 0, 0, 0, 2]),
    ],
  },
  appeals: { groups: [{ name: '行政复议', figures: [1, 0, 0, 1, 2] }] },
};

/** The sound tables with the figures of some rows changed. */
function withRows(change: Record<string, Figure[]>): ReportTables {
  const rows = sound.requests.rows.map((one) => {
    const name = Object.keys(change).find((words) => one.name.includes(words));
    return name === undefined ? one : { ...one, figures: change[name]! };
  });
  return { ...sound, requests: { ...sound.requests, rows } };
}

const judge = (
  tables: ReportTables | undefined,
  change: Partial<AnnualReportFact> = {},
  more: AnnualReportFact[] = [],
) =>
  evaluateIndicator(
    annualReportTables,
    someFacts({ annualReports: [someReport(2021, { ...(tables ? { tables } : {}), ...change }), ...more] }),
    someContext({}),
  );

describe('the statistics tables of an annual report', () => {
  it('comply where all four identities hold', () => {
    expect(judge(sound)).toMatchObject({ outcome: 'pass', measured: 4, of: 4, unmeasured: 0, findings: [] });
  });

  it('fail with both figures and the rows marked', () => {
    const result = judge(withRows({ 结转下年度: [1, 0, 0, 0, 0, 0, 2] }));
    // The row does not add up either: 1 is not 2.
    expect(result).toMatchObject({ outcome: 'fail', measured: 2, of: 4 });
    const [applicants, balance] = result.findings;
    expect(balance).toMatchObject({ subject: '2021 balance', kind: 'fail' });
    expect(balance?.message).toContain('“自然人”列不相等（新收5＋结转1＝6，总计4＋结转下年度1＝5）');
    expect(balance?.evidence).toMatchObject({
      capture: 'capture-report-2021',
      marks: expect.arrayContaining(['一、本年新收政府信息公开申请数量', '四、结转下年度继续办理']) as unknown,
    });
    expect(applicants?.message).toContain('“四、结转下年度继续办理”行不相等（各项之和1，总计2）');
  });

  it.each<[string, ReportTables, string]>([
    ['results', withRows({ 重复申请: [0, 0, 0, 0, 0, 0, 0] }), '2＋1＝3，总计4'],
    [
      'appeals',
      { ...sound, appeals: { groups: [{ name: '行政复议', figures: [1, 0, 0, 0, 2] }] } },
      '各项之和1，总计2',
    ],
  ])('fail at %s alone', (id, tables, words) => {
    const result = judge(tables);
    expect(result).toMatchObject({ outcome: 'fail', measured: 3, of: 4 });
    expect(result.findings.map(({ subject }) => subject)).toEqual([`2021 ${id}`]);
    expect(result.findings[0]?.message).toContain(words);
  });

  it('leave unmeasured what holds a cell that is no number', () => {
    const blank = judge(withRows({ 属于国家秘密: [1, null, 0, 0, 0, 0, 1] }));
    expect(blank).toMatchObject({ outcome: 'pass', measured: 2, of: 2, unmeasured: 2, findings: [] });
    const one = withRows({ 上年结转: [null, 0, 0, 0, 0, 0, 1], 重复申请: [null, 0, 0, 0, 0, 0, 1] });
    expect(judge(one)).toMatchObject({ outcome: 'pass', measured: 1, of: 1, unmeasured: 3 });
  });

  it('ask a person where a class of results was not found', () => {
    const rows = sound.requests.rows.filter(({ group }) => group !== 5);
    const result = judge({ ...sound, requests: { ...sound.requests, rows } });
    expect(result).toMatchObject({ outcome: 'pass', measured: 3, of: 3, unmeasured: 1 });
    expect(result.findings).toMatchObject([{ kind: 'review', subject: '2021 results' }]);
    expect(result.findings[0]?.message).toContain('没有认出“不予处理”的行');
  });

  it('do not count applicants under heads of their own making', () => {
    const columns = ['自然人', '企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
    expect(judge({ ...sound, requests: { ...sound.requests, columns } })).toMatchObject({ of: 3, unmeasured: 1 });
  });

  it('are not measured where none was read, nor in readings of before', () => {
    expect(judge(undefined)).toMatchObject({ outcome: 'notMeasured', unmeasured: 4 });
    expect(judge(undefined, { parts: [], partsUnread: true }).outcome).toBe('notMeasured');
    expect(judge({ appeals: sound.appeals })).toMatchObject({ outcome: 'pass', of: 1, unmeasured: 3 });
    expect(evaluateIndicator(annualReportTables, someFacts(), someContext({})).outcome).toBe('notApplicable');
  });

  it('hold nothing against a unit whose report it may not be', () => {
    const broken = withRows({ 重复申请: [0, 0, 0, 0, 0, 0, 0] });
    const other = judge(broken, { title: '青石镇人民政府2021年政府信息公开工作年度报告' });
    expect(other).toMatchObject({ outcome: 'pass', measured: 3, findings: [{ kind: 'review' }] });
    const twin = someReport(2021, { url: 'https://www.yunling.example/nb/2021z.html', tables: sound });
    expect(judge(broken, {}, [twin]).findings).toMatchObject([{ kind: 'review' }]);
  });
});
