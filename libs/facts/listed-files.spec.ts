import { describe, expect, it } from 'vitest';
import type { FetchOutcome, Visit } from '#evidence';
import { assembleSite, readPage, type ReadCapture, type SiteFacts } from './index.js';

const host = 'https://www.yunling.example.gov.cn';

function capture(path: string, text: string | null, more: Partial<Visit>, outcome: FetchOutcome = 'ok'): ReadCapture {
  const visit: Visit = {
    ...{ as: 'detail', columnKey: null, columnName: null, from: `${host}/` },
    ...{ linkText: null, listPage: 1, depth: 2, ...more },
  };
  const url = host + path;
  const page = { url, text: `<html><body>${text ?? ''}</body></html>`, contentType: 'text/html', visit };
  const of = { capture: url, url, finalUrl: url, fetchedAt: '2026-06-30T00:00:00Z', visit, unrendered: false };
  return { ...of, outcome, reading: text === null ? null : readPage(page, []) };
}

type Column = Pick<Visit, 'columnKey' | 'columnName'>;
const notices: Column = { columnKey: 'notice', columnName: '通知公告' };
const row = (path: string, title: string, before = '') =>
  `<li>${before}<a href="${path}">${title}</a><span>2026-03-20</span></li>`;

/** A column whose rows are as given, and the file of the first, whose text was not read. */
function site(path: string, title: string, column = notices, before = '', ...more: ReadCapture[]): SiteFacts {
  const others = row('/tz/1.html', '关于城区停水的通告') + row('/tz/2.html', '关于启动应急响应的通知');
  const list = capture('/tz/', `<ul>${row(path, title, before)}${others}</ul>`, { as: 'column', ...column, depth: 1 });
  return assembleSite([list, capture(path, null, { ...column, linkText: title }, 'notHtml'), ...more]);
}

const documentsOf = ({ documents }: SiteFacts) => documents.filter(({ kind }) => kind === 'document');

describe('a row that leads to a file whose text cannot be read', () => {
  it('is a document by its title, with the day and the number of the row; what it does not say is in doubt', () => {
    const title = '关于开展2026年宣传活动的通知';
    expect(documentsOf(site('/f/1.pdf', title))).toMatchObject([
      {
        url: `${host}/f/1.pdf`,
        title,
        documentNumber: null,
        issuedOn: null,
        publishedOn: { on: '2026-03-20', source: 'list' },
        attachments: [],
        doubts: [{ field: 'documentNumber' }, { field: 'issuedOn' }],
      },
    ]);
    expect(documentsOf(site('/f/1.pdf', title, notices, '<font>云水办〔2026〕7号</font>&nbsp;'))).toMatchObject([
      { documentNumber: '云水办〔2026〕7号', doubts: [{ field: 'issuedOn' }] },
    ]);
  });

  it.each([
    ['/f/1.ofd', '云岭县2026年度监督检查对象名录公告', '云岭县2026年度监督检查对象名录公告'],
    ['/f/1.doc', '关于公开征求意见的公告', '关于公开征求意见的公告'],
    ['/f/1.xlsx', '2025年度考核结果公示', '2025年度考核结果公示'],
    ['/f/1.pdf', '云岭县水务局2026年部门预算公开.pdf', '云岭县水务局2026年部门预算公开'],
    ['/f/1.pdf', '某水厂取水许可准予行政许可决定书', '某水厂取水许可准予行政许可决定书'],
  ])('is one: %s %s', (path, words, title) => {
    expect(documentsOf(site(path, words)).map((one) => one.title)).toEqual([title]);
  });

  it.each<[string, string, string, Column]>([
    ['a blank form', '/f/1.doc', '取水许可申请表（下载）', notices],
    ['an issue of a gazette', '/f/1.pdf', '云岭县水务公报2025年第4期', notices],
    ['a picture', '/f/1.jpg', '云岭县防汛工作方案', notices],
    ['what one takes along', '/f/1.doc', '信息公开申请办理方案', { columnKey: 'request', columnName: '依申请公开' }],
    ['a program', '/f/1.exe', '关于启用新系统的通知', notices],
  ])('is none: %s', (_, path, title, column) => expect(documentsOf(site(path, title, column))).toEqual([]));

  it('is none of its own where an article has it as its attachment', () => {
    const text = `<h1>关于开展宣传活动的通知</h1><div class="TRS_Editor"><p>各单位：现将有关事项通知如下，请遵照执行。</p><a href="/f/1.pdf">宣传活动安排方案</a></div>`;
    const facts = site('/f/1.pdf', '宣传活动安排方案', notices, '', capture('/tz/3.html', text, notices));
    expect(documentsOf(facts).map(({ url }) => url)).toEqual([`${host}/tz/3.html`]);
  });

  it('is a copy where an article or another format of it bears its title and day', () => {
    const title = '云岭县水务局2026年部门预算公开';
    const text = `<h1>${title}</h1><p>发布时间：2026-03-20 10:00</p><div class="TRS_Editor"><p>现将部门预算公开如下，请社会各界监督。</p></div>`;
    const page = capture('/tz/3.html', text, notices);
    expect(documentsOf(site('/f/1.pdf', title, notices, '', page)).map(({ url }) => url)).toEqual([
      `${host}/tz/3.html`,
    ]);
    const list = capture('/ys/', `<ul>${row('/f/1.ofd', `${title}.ofd`)}${row('/f/1.pdf', `${title}.pdf`)}</ul>`, {
      ...{ as: 'column', columnName: '预决算', depth: 1 },
    });
    const files = ['/f/1.ofd', '/f/1.pdf'].map((path) => capture(path, null, { linkText: title }, 'notHtml'));
    expect(documentsOf(assembleSite([list, ...files]))).toHaveLength(1);
    const earlier = capture('/tz/4.html', text.replace('2026-03-20', '2025-03-21'), notices);
    expect(documentsOf(site('/f/1.pdf', title, notices, '', earlier))).toHaveLength(2);
  });

  it.each([
    ['/f/1.jpg', ['infographic']],
    ['/f/1.mp4', ['video']],
    ['/f/1.pdf', []],
  ])('interprets in the column for interpretations: %s', (path, formats) => {
    const column = { columnKey: 'interpretation', columnName: '政策解读' };
    const { interpretations } = site(path, '一图读懂《云岭县农村供水管护办法》', column);
    expect(interpretations).toMatchObject([{ url: host + path, formats, publishedOn: { on: '2026-03-20' } }]);
  });

  it('is a report whose parts are unread', () => {
    const { annualReports } = site('/f/1.pdf', '云岭县水务局2025年政府信息公开工作年度报告', {
      columnKey: 'annual',
      columnName: '政府信息公开年报',
    });
    expect(annualReports).toMatchObject([{ year: 2025, partsUnread: true, parts: [] }]);
  });
});
