import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import {
  assembleSite,
  type DocumentFact,
  printReading,
  type ProvenField,
  readPage,
  type ReadCapture,
} from './index.js';

const host = 'https://www.yunling.example.gov.cn';
const address = `${host}/zfxxgk/c102/content_1.html`;
const title = '云岭县人民政府关于做好老年助餐服务的通知';
const running =
  '<p>各乡镇人民政府，县政府各部门：</p><p>为做好老年助餐服务工作，结合我县实际，现将有关事项通知如下，请认真贯彻执行。</p>' +
  '<p>一、各乡镇要加强组织领导，明确工作责任，确保按时完成任务，并将进展情况及时报告县民政局。</p>';
const signature = (on: string) => `<p>云岭县人民政府</p><p>${on}</p>`;

interface Given {
  tag?: string;
  head?: string;
  info?: string;
  block?: Record<string, string>;
  text?: string;
  heading?: string;
  url?: string;
}

function pageOf({ tag, head = '', info = '', block = {}, text = '', heading = title }: Given): string {
  const rows = Object.entries(block).map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`);
  const meta = tag === undefined ? '' : `<meta name="PubDate" content="${tag}">`;
  return `<html><head>${head}${meta}</head><body><table>${rows.join('')}</table><h1>${heading}</h1><div>${info}</div>
<div class="TRS_Editor">${text}${running}</div></body></html>`;
}

const visit = (more: Partial<Visit>): Visit => ({
  as: 'detail',
  columnKey: null,
  columnName: null,
  from: null,
  linkText: null,
  listPage: 1,
  depth: 2,
  ...more,
});

function read(given: Given) {
  return readPage({ url: given.url ?? address, text: pageOf(given), contentType: 'text/html', visit: visit({}) }, [])
    .detail!;
}

type Row = [name: string, given: Given, field: ProvenField, certainty: string, why: RegExp | null, other?: string];

const block = { 索引号: '1153/2025-12', 成文日期: '2025-03-12', 文号: '云政发〔2025〕7号' };

const rows: Row[] = [
  ['tag and visible day agree', { tag: '2025-03-21', info: '发布时间：2025-03-21 09:36' }, 'publishedOn', 'sure', null],
  ['a day apart', { tag: '2025-03-21', info: '发布时间：2025-03-20 23:36' }, 'publishedOn', 'sure', null],
  ['a tag alone', { tag: '2025-03-21' }, 'publishedOn', 'likely', /只见于页面标签/],
  [
    'a tag of the day on which the page was made again',
    { tag: '2025-04-20', info: '发布时间：2025-03-21' },
    'publishedOn',
    'likely',
    /页面标签与可见日期相差30天/,
    '2025-04-20',
  ],
  [
    'a tag earlier than what readers see',
    { tag: '2025-02-19', info: '发布时间：2025-03-21' },
    'publishedOn',
    'doubtful',
    /页面标签与可见日期相差30天/,
    '2025-03-21',
  ],
  [
    'two visible days',
    { info: '2025-03-25 09:36 来源：县政府办', block: { ...block, 发布日期: '2025-03-20' } },
    'publishedOn',
    'doubtful',
    /信息栏日期与可见日期相差5天/,
    '2025-03-25',
  ],
  [
    'a tag alone, and an address of long before',
    { tag: '2025-03-27', url: `${host}/zwgk/202502/t20250221_97999.html` },
    'publishedOn',
    'doubtful',
    /页面标签与网址日期相差34天/,
    '2025-02-21',
  ],
  [
    'an address that agrees with the tag',
    { tag: '2025-02-21', url: `${host}/zwgk/202502/t20250221_97999.html` },
    'publishedOn',
    'sure',
    null,
  ],
  ['an address alone', { url: `${host}/zwgk/202502/t20250221_97999.html` }, 'publishedOn', 'likely', /只见于网址/],
  [
    'two tags of different days',
    { tag: '2025-03-21', head: '<meta name="PubDate" content="2025-03-01">' },
    'publishedOn',
    'doubtful',
    /两个不同的PubDate/,
    '2025-03-21',
  ],
  [
    'a tag that is the time of making to the second',
    { tag: '2025-03-21 10:00:01', head: '<meta name="Maketime" content="2025-03-21 10:00:01">' },
    'publishedOn',
    'doubtful',
    /页面生成的时间/,
  ],
  ['a tag that is no day', { tag: '2025-02-31' }, 'publishedOn', 'doubtful', /无法识别/, '2025-02-31'],
  ['block and signature agree', { block, text: '' }, 'issuedOn', 'sure', null],
  [
    'block and signature differ',
    { block, text: `${running}${signature('2025年3月2日')}` },
    'issuedOn',
    'doubtful',
    /信息栏成文日期与落款相差10天/,
    '2025-03-02',
  ],
  [
    'a day of writing that is none, a signature below',
    { block: { ...block, 成文日期: '2025-02-30' }, text: `${running}${signature('2025年2月28日')}` },
    'issuedOn',
    'doubtful',
    /无法识别/,
    '2025-02-30',
  ],
  ['words for a day', { block: { ...block, 成文日期: '详见正文' } }, 'issuedOn', 'doubtful', /无法识别/, '详见正文'],
  [
    'two days in one field',
    { block: { ...block, 成文日期: '2025-03-12 2025-04-12' } },
    'issuedOn',
    'doubtful',
    /两个日期/,
  ],
  ['a day with an hour', { block: { ...block, 成文日期: '2025-03-12 16:34:12' } }, 'issuedOn', 'doubtful', /时分/],
  [
    'a day with the hour that systems fill in',
    { block: { ...block, 成文日期: '2025-03-12 00:00:00' } },
    'issuedOn',
    'sure',
    null,
  ],
  [
    'written after it was published',
    { block: { ...block, 成文日期: '2025-05-12' }, tag: '2025-03-21', info: '发布时间：2025-03-21' },
    'issuedOn',
    'doubtful',
    /成文日期2025-05-12晚于发布日期2025-03-21/,
    '2025-03-21',
  ],
  [
    'published before it was written',
    { block: { ...block, 成文日期: '2025-05-12' }, tag: '2025-03-21', info: '发布时间：2025-03-21' },
    'publishedOn',
    'doubtful',
    /晚于发布日期/,
    '2025-05-12',
  ],
  ['a number of another year', { block: { ...block, 成文日期: '2023-03-12' } }, 'issuedOn', 'doubtful', /文号为2025年/],
  [
    'a number of the year before, in January',
    { block: { ...block, 成文日期: '2026-01-12' } },
    'issuedOn',
    'sure',
    null,
  ],
  ['a signature with its office', { text: `${running}${signature('2025年3月2日')}` }, 'issuedOn', 'sure', null],
  ['a day alone at the end', { text: `${running}<p>2025年3月2日</p>` }, 'issuedOn', 'likely', /落款只有日期/],
  ['the number of the block', { block }, 'documentNumber', 'sure', null],
  ['“none” in the block, none in the text', { block: { ...block, 文号: '无' } }, 'documentNumber', 'sure', null],
  [
    '“none” in the block, a number in the text',
    { block: { ...block, 文号: '无' }, text: '<p>云政发〔2025〕7号</p>' },
    'documentNumber',
    'doubtful',
    /写明无文号/,
  ],
  [
    'another number in the text',
    { block, text: '<p>云政发〔2025〕17号</p>' },
    'documentNumber',
    'doubtful',
    /不同/,
    '云政发〔2025〕17号',
  ],
  [
    'a field that holds something else',
    { block: { ...block, 文号: '关于老年助餐的通知' } },
    'documentNumber',
    'doubtful',
    /无法识别/,
  ],
  [
    'a number not yet given',
    { block: { ...block, 文号: '云政发〔2025〕 号' } },
    'documentNumber',
    'doubtful',
    /无法识别/,
  ],
  [
    'a document number as index number',
    { block: { ...block, 索引号: '云政发〔2025〕7号' } },
    'indexNumber',
    'doubtful',
    /写的是文号/,
  ],
  ['words as index number', { block: { ...block, 索引号: '详见附件' } }, 'indexNumber', 'doubtful', /无法识别/],
  ['an office', { block: { ...block, 发文机关: '云岭县人民政府' } }, 'issuer', 'sure', null],
  [
    'a sentence as office',
    { block: { ...block, 发文机关: '2025年3月12日发布。' } },
    'issuer',
    'doubtful',
    /不像机关名称/,
  ],
  [
    'a document number as office',
    { block: { ...block, 发文机关: '云政发〔2025〕7号' } },
    'issuer',
    'doubtful',
    /写的是文号/,
  ],
  [
    'a document number as office, beside a signature',
    {
      block: { ...block, 发文机关: '云政发〔2025〕7号' },
      text: signature('2025年3月12日'),
    },
    'issuer',
    'likely',
    /写的是文号/,
  ],
  ['a title', {}, 'title', 'sure', null],
  [
    'a tag of another article',
    {
      head: `<title>${title}-云岭县人民政府</title><meta name="ArticleTitle" content="云岭县2025年春季植树活动启动">`,
    },
    'title',
    'doubtful',
    /不一致/,
    title,
  ],
  [
    'a cut title',
    { head: '<meta name="ArticleTitle" content="云岭县人民政府关于调整…">' },
    'title',
    'doubtful',
    /截断/,
  ],
  [
    'a title whose inner name was eaten',
    { head: '<meta name="ArticleTitle" content="云岭县交通运输局关于印发的通知">' },
    'title',
    'doubtful',
    /文件名缺失/,
  ],
  [
    'garbled',
    { head: '<meta name="ArticleTitle" content="云岭县�û�关于做好工作的通知">' },
    'title',
    'doubtful',
    /乱码/,
  ],
];

describe('provenance of a field', () => {
  it.each(rows)('%s: %#', (_, given, field, certainty, why, other) => {
    const found = read(given).provenance[field];
    expect(found).toMatchObject({ certainty, ...(other === undefined ? {} : { other }) });
    if (why) expect(found?.why).toMatch(why);
    else expect(found).not.toHaveProperty('why');
  });

  it('is never sure of a broken page', () => {
    const broken = read({
      tag: '2025-13-45',
      block: { 索引号: '见附件', 成文日期: '——年—月', 文号: '〔〕号', 发文机关: '。' },
    });
    const said = Object.entries(broken.provenance).filter(([field]) => field !== 'title');
    expect(said.length).toBeGreaterThanOrEqual(4);
    expect(said.map(([field, { certainty }]) => [field, certainty])).toEqual(
      said.map(([field]) => [field, 'doubtful']),
    );
  });

  it('does not change what is printed of a page', () => {
    const reading = readPage({ url: address, text: pageOf({ block }), contentType: 'text/html', visit: visit({}) }, []);
    expect(Object.keys(printReading({ url: address }, reading))).toEqual(
      'url kind title documentNumber issuedOn issuedOnSource publishedOn publishedOnSource issuer indexNumber columnName siteName validity attachments formats interprets interpretedBy text'.split(
        ' ',
      ),
    );
  });
});

describe('doubts of a document', () => {
  const capture = (url: string, text: string, more: Partial<Visit>): ReadCapture => ({
    capture: `capture of ${url}`,
    url,
    finalUrl: url,
    fetchedAt: '2025-06-30T00:00:00Z',
    outcome: 'ok',
    visit: visit(more),
    unrendered: false,
    reading: readPage({ url, text, contentType: 'text/html', visit: visit(more) }, []),
  });
  const listOf = (...days: string[]) =>
    days.map((on, n) =>
      capture(
        `${host}/list${n}/`,
        `<ul><li><a href="${address}">${title}</a><span>${on}</span></li><li><a href="/a.html">关于开展春季植树活动的通知</a><span>2025-01-01</span></li><li><a href="/b.html">关于做好防汛工作的通知</a><span>2025-01-01</span></li></ul>`,
        { as: 'column', columnKey: 'policy', depth: 1 },
      ),
    );
  const factOf = (given: Given, ...days: string[]): DocumentFact =>
    assembleSite([...listOf(...days), capture(address, pageOf(given), { columnKey: 'policy' })]).documents.find(
      (fact) => fact.url === address,
    )!;

  it('are not stored where everything is sure', () => {
    const info = '发布时间：2025-03-21';
    expect(factOf({ block, tag: '2025-03-21', info }, '2025-03-21')).not.toHaveProperty('doubts');
    expect(factOf({ block, info }, '2025-03-22')).not.toHaveProperty('doubts');
  });

  it('are carried from the page', () => {
    expect(
      factOf({ block, text: `${running}${signature('2025年3月2日')}`, info: '发布时间：2025-03-21' }).doubts,
    ).toEqual([{ field: 'issuedOn', why: '信息栏成文日期与落款相差10天', other: '2025-03-02' }]);
  });

  it('arise where page and list differ', () => {
    const found = factOf({ info: '发布时间：2025-03-21' }, '2025-03-01');
    expect(found.publishedOn).toMatchObject({ on: '2025-03-21', source: 'info' });
    expect(found.publishedOnOthers).toEqual([{ on: '2025-03-01', source: 'list', words: '列表日期：2025-03-01' }]);
    expect(found.doubts).toEqual([{ field: 'publishedOn', why: '可见日期与列表日期相差20天', other: '2025-03-01' }]);
  });

  it('do not arise from a list of days of writing, nor against tag and visible day together', () => {
    expect(factOf({ block, info: '发布时间：2025-03-21' }, '2025-03-12')).not.toHaveProperty('doubts');
    expect(factOf({ tag: '2025-03-21', info: '发布时间：2025-03-21' }, '2025-03-01')).not.toHaveProperty('doubts');
  });

  it('a list shows that the tag is the day of regeneration', () => {
    const found = factOf({ block, tag: '2025-05-30' }, '2025-03-21');
    expect(found.publishedOn).toMatchObject({ on: '2025-03-21', source: 'list' });
    expect(found.publishedOnOthers.map(({ on }) => on)).toEqual(['2025-05-30']);
    expect(found).not.toHaveProperty('doubts');
    // Without a day of writing the list's day may be that.
    const open = factOf({ tag: '2025-05-30' }, '2025-03-21');
    expect(open.publishedOn).toMatchObject({ on: '2025-05-30', source: 'tag' });
    expect(open.doubts).toMatchObject([{ field: 'publishedOn', other: '2025-03-21' }]);
  });

  it('arise where lists differ and the page says nothing', () => {
    expect(factOf({}, '2025-03-01', '2025-03-21').doubts).toMatchObject([
      { field: 'publishedOn', other: '2025-03-21' },
    ]);
  });

  it('arise from days after the page was fetched', () => {
    expect(factOf({ info: '发布时间：2052-03-21' }).doubts).toEqual([
      { field: 'publishedOn', why: '发布日期2052-03-21晚于采集日' },
    ]);
  });

  it('arise where two addresses of an article give two days of writing', () => {
    const twin = address.replace('www.', 'm.');
    const other = { ...block, 成文日期: '2025-03-15' };
    const facts = assembleSite([
      capture(address, pageOf({ block }), { columnKey: 'policy' }),
      capture(twin, pageOf({ block: other }), { columnKey: 'policy' }),
    ]);
    expect(facts.documents).toHaveLength(1);
    expect(facts.documents[0]!.doubts).toMatchObject([{ field: 'issuedOn', why: '两个网址上的成文日期不同' }]);
  });
});
