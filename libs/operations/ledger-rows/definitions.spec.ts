import { describe, expect, it } from 'vitest';
import { parsePeriod } from '#calendar';
import type { FindingRow, LedgerKind, TaskState } from '#database';
import type { SiteFacts } from '#facts';
import { columnKeys } from '#programmes';
import type { TaskUnitState } from '#scoring';
import { ledgers } from '../ledgers.js';
import { findProgramme } from '../plans.js';
import { ledgerDefinition, ledgerDefinitions } from './definitions.js';
import type { LedgerUnit } from './define-ledger.js';
import { shownCells } from './print-view.js';

const site = 'https://czj.yunling.example/';
const seen = (on: string) => ({ on, source: 'tag', words: on }) as const;
const facts: SiteFacts = {
  ...{ siteName: '云岭县财政局', home: null, unread: [], pages: 9 },
  documents: [
    {
      ...{ url: `${site}1.html`, kind: 'document', title: '关于预算的通知', documentNumber: '云财〔2025〕1号' },
      ...{
        indexNumber: null,
        issuer: null,
        validity: null,
        issuedOn: { on: '2025-10-09', source: 'signature', words: '2025年10月9日' },
        publishedOn: seen('2025-12-30'),
      },
      ...{ publishedOnOthers: [], columnKey: 'policy', columnName: '政策文件', capture: 'c1' },
      attachments: [{ title: '附件', url: `${site}1.xlsx` }],
    },
  ],
  interpretations: [
    {
      ...{
        url: `${site}2.html`,
        title: '《预算》解读',
        publishedOn: null,
        formats: ['text', 'video'],
        elements: ['背景依据'],
      },
      ...{ policy: { title: '关于预算的通知', url: `${site}1.html` }, linksToPolicy: false, linkedFromPolicy: true },
      ...{ linksUnread: true, columnName: '政策解读', capture: 'c2' },
    } as unknown as SiteFacts['interpretations'][number],
  ],
  columns: [],
  annualReports: [
    {
      year: 2024,
      url: `${site}nb.html`,
      title: '年报',
      publishedOn: seen('2025-03-01'),
      parts: [1, 2, 3],
      capture: 'c3',
    },
  ],
  catalogue: [{ field: '财政预决算', item: '预算', elements: { 公开时限: '20个工作日' }, url: site, capture: 'c4' }],
};
const finding: FindingRow = {
  ...{ id: 'f1', organisation: 'u1', indicator: 'published-in-time', subject: `${site}1.html`, kind: 'fail' },
  ...{ message: '超期公开', remedy: '按期公开', details: [], programme: 'national', period: '2025Q4' },
  ...{ requirement: 'R1', clause: '第二十六条', points: '1.5', state: 'new' },
  evidence: { capture: 'c1', url: `${site}1.html`, marks: [] },
} as FindingRow;
const state: TaskUnitState = {
  ...{ task: 'T1', organisation: 'u1', name: '云岭县财政局', state: 'late', provedBy: ['facts'], on: '2025-11-01' },
  ...{ reason: '迟了', evidence: [{ capture: 'c1', url: site }] },
};
const task = {
  ...{ programme: 'national', period: '2025Q4', task: 'T1', stage: '一', title: '编制目录', dueOn: '2025-10-31' },
  dueText: '10月底前',
} as TaskState;
const organisation = {
  ...{ id: 'u1', name: '云岭县财政局', aliases: [], level: '县', category: '部门', parent: null },
  site,
};
const unit = { organisation, facts, findings: [finding], tasks: [state] } as LedgerUnit;
const period = parsePeriod('2025Q4');
const programme = await findProgramme('national');
const about = { programme, period, asOf: '2025-12-31', tasks: new Map([['T1', task]]) };
const of = { organisation, period, asOf: '2025-12-31' };

const rowsOf = (kind: LedgerKind, from: LedgerUnit = unit) => ledgerDefinition(kind).rows(from, about);

/** The first row as it is shown, by the titles of its columns. */
function shownRow(kind: LedgerKind): Record<string, unknown> {
  const { columns } = ledgerDefinition(kind);
  const cells = shownCells({ row: rowsOf(kind)[0] as Record<string, unknown> }, columns);
  return Object.fromEntries(columns.map(({ title }, index) => [title, cells[index]]));
}

describe('the rows of a ledger', () => {
  it.each(['documents', 'interpretations', 'columns', 'catalogue', 'annual-reports'] as const)(
    'of %s are those of the export',
    (kind) => {
      expect(rowsOf(kind)).toEqual(ledgers[kind](facts, of, programme));
      expect(rowsOf(kind)).not.toEqual([]);
    },
  );

  it.each(ledgerDefinitions.map(({ kind }) => kind))('of %s have every column, and the first is the unit', (kind) => {
    const { columns, title, hint } = ledgerDefinition(kind);
    const [row] = rowsOf(kind) as Record<string, unknown>[];
    expect(columns.filter(({ key }) => row?.[key] === undefined).map(({ key }) => key)).toEqual([]);
    expect(columns[0]).toMatchObject({ key: 'organisation', type: 'text', usual: true });
    expect(row?.organisation).toBe('云岭县财政局');
    expect(`${title}${hint}`).toMatch(/^\p{Script=Han}.*。$/u);
    for (const { type, values } of columns) expect(values.length > 0 || !/^choice/.test(type ?? '')).toBe(true);
  });

  it('are none for a unit of which nothing is known', () => {
    const unknown = { ...unit, facts: null, findings: [], tasks: [] };
    for (const { kind } of ledgerDefinitions) expect([kind, rowsOf(kind, unknown)]).toEqual([kind, []]);
  });

  it('are shown in words', () => {
    expect(shownRow('documents')).toMatchObject({ 是否按时: '超期', 类型: '文件', 附件: `附件（${site}1.xlsx）` });
    expect(shownRow('interpretations')).toMatchObject({
      ...{ 解读形式: '文字；视频', 解读链接文件: '未测得', 文件链接解读: '是', 发布日期: null },
    });
    expect(shownRow('columns')).toMatchObject({ 栏目标识: '政府信息公开指南', 状态: '未测得', 条数: 0 });
    expect(rowsOf('columns')).toHaveLength(columnKeys.length - 1);
    expect(shownRow('annual-reports')).toMatchObject({ 年度: 2024, '具备部分（共六部分）': 3 });
    expect(shownRow('catalogue')).toMatchObject({ 领域: '财政预决算', 要素: '公开时限：20个工作日' });
    expect(shownRow('tasks')).toMatchObject({
      任务: '编制目录',
      状态: '逾期完成',
      依据: '网站内容',
      截止日期: '2025-10-31',
    });
    expect(shownRow('findings')).toMatchObject({ 性质: '扣分问题', 扣分: 1.5, 状态: '新发现', 问题编号: 'f1' });
  });
});
