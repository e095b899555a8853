import { describe, expect, it } from 'vitest';
import { parsePage } from './parsed-page.js';
import type { RequestTable } from './report-figures.js';
import { figureOf, readReportTables } from './report-tables.js';

const visit = {
  as: 'detail',
  columnKey: 'annual',
  columnName: null,
  from: null,
  linkText: null,
  listPage: 1,
  depth: 2,
} as const;

function tablesOf(html: string) {
  const text = `<html><body><div>${html}</div></body></html>`;
  return readReportTables(
    parsePage({ url: 'https://www.yunling.example/nb/2021.html', text, contentType: 'text/html', visit }),
  );
}

const cells = (figures: readonly (string | number)[]) => figures.map((one) => `<td>${one}</td>`).join('');
const zero = [0, 0, 0, 0, 0, 0, 0];

/** The table as the form draws it (国办公开办函〔2021〕30号): three rows of heads, classes merged over their kinds. */
function form(change: Record<string, readonly (string | number)[]> = {}): string {
  const of = (name: string, usual: readonly (string | number)[] = zero) => cells(change[name] ?? usual);
  const group = (name: string, kinds: string[]) =>
    kinds
      .map((kind, n) => {
        const head = n === 0 ? `<td rowspan="${kinds.length}">${name}</td>` : '';
        return `<tr>${head}<td><p>${n + 1}.${kind}</p></td>${of(kind)}</tr>`;
      })
      .join('');
  return `<table>
<tr><td colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan="7">申请人情况</td></tr>
<tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>
<tr><td>商业<br>企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
<tr><td colspan="3">一、本年新收政府信息公开申请数量</td>${of('新收', [5, 1, 0, 0, 0, 0, 6])}</tr>
<tr><td colspan="3">二、上年结转政府信息公开申请数量</td>${of('结转', [1, 0, 0, 0, 0, 0, 1])}</tr>
<tr><td rowspan="22">三、本年度办理结果</td><td colspan="2">（一）予以公开</td>${of('予以公开', [3, 1, 0, 0, 0, 0, 4])}</tr>
<tr><td colspan="2">（二）部分公开（区分处理的，只计这一情形，不计其他情形）</td>${of('部分公开')}</tr>
${group('（三）不予公开', ['属于国家秘密', '其他法律行政法规禁止公开', '危及“三安全一稳定”', '保护第三方合法权益', '属于三类内部事务信息', '属于四类过程性信息', '属于行政执法案卷', '属于行政查询事项'])}
${group('（四）无法提供', ['本机关不掌握相关政府信息', '没有现成信息需要另行制作', '补正后申请内容仍不明确'])}
${group('（五）不予处理', ['信访举报投诉类申请', '重复申请', '要求提供公开出版物', '无正当理由大量反复申请', '要求行政机关确认或重新出具已获取信息'])}
${group('（六）其他处理', ['申请人无正当理由逾期不补正', '申请人逾期未按收费通知要求缴纳费用', '其他'])}
<tr><td colspan="2">（七）总计</td>${of('总计', [3, 1, 0, 0, 0, 0, 4])}</tr>
<tr><td colspan="3">四、结转下年度继续办理</td>${of('下年', [3, 0, 0, 0, 0, 0, 3])}</tr></table>`;
}

const rowOf = (table: RequestTable | undefined, name: string) => table?.rows.find((row) => row.name.includes(name));

describe('the table of requests', () => {
  it('is read as the form draws it, merged cells spread out', () => {
    const table = tablesOf(form({ 属于行政执法案卷: [1, 0, 0, 0, 0, 0, 1] }))?.requests;
    expect(table?.columns).toEqual(['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']);
    expect(table?.rows).toHaveLength(25);
    expect(table?.rows.map(({ kind }) => kind).filter((kind) => kind !== 'result')).toEqual([
      'received',
      'carried',
      'total',
      'forward',
    ]);
    expect(new Set(table?.rows.flatMap(({ group }) => group ?? []))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    expect(rowOf(table, '属于行政执法案卷')).toEqual({
      kind: 'result',
      group: 3,
      name: '7.属于行政执法案卷',
      figures: [1, 0, 0, 0, 0, 0, 1],
    });
    expect(rowOf(table, '（七）总计')?.figures).toEqual([3, 1, 0, 0, 0, 0, 4]);
  });

  it('keeps what is no whole number as unread', () => {
    const table = tablesOf(form({ 新收: ['５', '—', '', '/', '1 2', '<img src="1.png">', '1,006件'] }))?.requests;
    expect(rowOf(table, '本年新收')?.figures).toEqual([5, null, null, null, null, null, 1006]);
  });

  it('reads a table without merged classes, and leaves sums within a class out', () => {
    const rows = [
      ['', '自然人', '法人或其他组织', '总计'],
      ['一、本年新收政府信息公开申请数量', 2, 0, 2],
      ['二、上年结转政府信息公开申请数量', 0, 0, 0],
      ['三、本年度办理结果：（一）予以公开', 1, 0, 1],
      ['（三）不予公开', '', '', ''],
      ['1.属于国家秘密', 1, 0, 1],
      ['小计', 1, 0, 1],
      ['（七）总计', 2, 0, 2],
      ['四、结转下年度继续办理', 0, 0, 0],
    ];
    const table = (all: (string | number)[][]) =>
      tablesOf(`<table>${all.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`)?.requests;
    expect(table(rows)?.rows.map(({ name, group }) => [name, group])).toEqual([
      ['一、本年新收政府信息公开申请数量', undefined],
      ['二、上年结转政府信息公开申请数量', undefined],
      ['三、本年度办理结果：（一）予以公开', 1],
      ['1.属于国家秘密', 3],
      ['（七）总计', undefined],
      ['四、结转下年度继续办理', undefined],
    ]);
    // A class with figures above its kinds: their sum, or more of them.
    const summed = rows.map((row) => (row[0] === '（三）不予公开' ? ['（三）不予公开', 1, 0, 1] : row));
    expect(rowOf(table(summed), '不予公开')?.figures).toEqual([null, null, null]);
  });

  it.each<[string, string]>([
    ['has a row too long', form({ 新收: [...zero, 1] })],
    ['lacks the row of the total', form().replace('（七）总计', '（七）')],
    ['stands there twice, otherwise', form() + form({ 新收: [9, 0, 0, 0, 0, 0, 9] })],
    ['goes on in another', form().replace('<tr><td colspan="3">四、', '</table><table><tr><td colspan="3">四、')],
    ['is a picture', '<p>本年新收政府信息公开申请数量</p><img src="/nb/1.png">'],
  ])('is not read where it %s', (_, html) => {
    expect(tablesOf(html)?.requests).toBeUndefined();
  });

  it('is one where the page prints it twice, and where a table sets the page', () => {
    expect(tablesOf(form() + form())?.requests?.rows).toHaveLength(25);
    expect(tablesOf(`<table><tr><td>${form()}</td></tr></table>`)?.requests?.rows).toHaveLength(25);
  });

  it('does not take a row that lacks a cell for its neighbours', () => {
    const table = tablesOf(form().replace('<td><p>2.重复申请</p></td>', ''))?.requests;
    expect(table?.rows.find(({ group, figures }) => group === 5 && figures.every((one) => one === null))).toBeDefined();
  });
});

describe('the table of appeals', () => {
  const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const whole = (figures: readonly (string | number)[]) => `<table>
<tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr>${heads.map((head) => `<td rowspan="2">${head}</td>`).join('')}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr>${cells([...heads, ...heads])}</tr><tr>${cells(figures)}</tr></table>`;

  it('is read by its kinds', () => {
    const groups = tablesOf(whole([1, 0, 0, 1, 2, 0, 0, 0, 0, 0, '', 0, 0, 0, 1]))?.appeals?.groups;
    expect(groups).toEqual([
      { name: '行政复议', figures: [1, 0, 0, 1, 2] },
      { name: '行政诉讼：未经复议直接起诉', figures: [0, 0, 0, 0, 0] },
      { name: '行政诉讼：复议后起诉', figures: [null, 0, 0, 0, 1] },
    ]);
  });

  it('is not read where heads or figures are otherwise', () => {
    expect(tablesOf(whole([1, 0, 0, 1, 2]).replace('其他结果', '其它'))).toBeNull();
    expect(tablesOf(whole(Array.from({ length: 16 }, () => 0)))).toBeNull();
  });
});

describe('a figure', () => {
  it.each<[string, number | null]>([
    ['0', 0],
    ['１２', 12],
    ['1,204', 1204],
    ['3件', 3],
    ['', null],
    ['-', null],
    ['1.5', null],
    ['12,04', null],
    ['约3', null],
    ['１'.repeat(5000), null],
  ])('%s: %s', (text, figure) => {
    expect(figureOf(text)).toBe(figure);
  });
});
