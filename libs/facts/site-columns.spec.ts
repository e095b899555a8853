import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { assembleSite, type ColumnKey, readPage, type ReadCapture } from './index.js';

const host = 'https://www.yunling.example.gov.cn';

function capture(path: string, text: string, more: Partial<Visit>): ReadCapture {
  const visit: Visit = {
    ...{ as: 'column', columnKey: null, columnName: null, from: `${host}/` },
    ...{ linkText: null, listPage: 1, depth: 1, ...more },
  };
  const url = host + path;
  const reading = readPage({ url, text: `<html><body>${text}</body></html>`, contentType: 'text/html', visit }, []);
  return {
    ...{ capture: `capture of ${url}`, url, finalUrl: url, fetchedAt: '2026-06-30T00:00:00Z' },
    ...{ outcome: 'ok', visit, unrendered: false, reading },
  };
}

const stateOf = (key: ColumnKey, ...pages: ReadCapture[]) => {
  const home = capture('/', '<div class="nav"><a href="/zfxxgk/">政府信息公开</a></div>', { as: 'home', depth: 0 });
  const { state, itemCount, isPage } = assembleSite([home, ...pages]).columns.find((one) => one.key === key)!;
  return [state, itemCount, isPage];
};

describe('a catalogue with a page for each field', () => {
  const row = (cells: string[], tag: string) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const table = `<table>${row(['序号', '公开事项', '公开内容（要素）', '公开依据', '公开时限', '公开主体'], 'th')}${row(['1', '政策法规', '文件名称、文号', '《条例》', '20个工作日内', '县民政局'], 'td')}</table>`;
  const icons = '<ul><li><a href="/ml/101.html"><img src="/i/1.png"><p>养老服务</p></a></li></ul>';
  const of = (columnKey: ColumnKey, columnName: string, inside: string) =>
    stateOf(
      columnKey,
      capture('/ml/', icons, { columnKey, columnName, linkText: columnName }),
      capture('/ml/101.html', inside, { columnName: '养老服务', from: `${host}/ml/`, depth: 2 }),
    );

  it('is there, and so is the topic of openness that leads to it', () => {
    expect(of('catalogue', '标准目录', table)).toEqual(['found', 0, true]);
    expect(of('topic', '基层政务公开', table)).toEqual(['found', 0, true]);
  });

  it('is not there where those pages hold none', () =>
    expect(of('catalogue', '标准目录', '<p>养老服务</p>')).toEqual(['found', 0, false]));
});

describe('a column to which nothing leads', () => {
  const named = '<div class="nav"><a href="/zcjd/">政策解读</a></div>';
  const of = (inside: string) => {
    const home = capture('/', inside, { as: 'home', depth: 0 });
    return assembleSite([home]).columns.find(({ key }) => key === 'guide')!.state;
  };

  it('is missing where others are named', () => expect(of(named)).toBe('missing'));

  it.each([
    ['only a script knows where openness is', `${named}<ul><li class="menu-item"><span>政府信息公开</span></li></ul>`],
    ['the page stumbled', `${named}<p>Something went wrong.</p>`],
  ])('is unread where %s', (_, inside) => expect(of(inside)).toBe('unread'));
});

describe('a column of one page', () => {
  const file = (name: string) => `<p><a href="/f/1.pdf">${name}</a></p>`;
  const of = (columnKey: ColumnKey, inside: string) =>
    stateOf(columnKey, capture('/zd/', `<h2>栏目</h2><div class="content">${inside}</div>`, { columnKey }));
  const rules =
    '<p>一、政府信息公开申请办理制度：收到申请之日起20个工作日内答复。</p><p>二、政府信息公开保密审查制度：先审查后公开。</p>';

  it('holds rules in words and files, or a catalogue as a file', () => {
    expect(of('rules', rules + file('三、政府信息发布协调制度（点击查看）'))).toEqual(['found', 0, true]);
    expect(
      of(
        'catalogue',
        '<p>云岭县水务局政务公开基本目录（2025年版）</p>' + file('下载：云岭县水务局政务公开基本目录.pdf'),
      ),
    ).toEqual(['found', 0, true]);
  });

  it('is not known to hold any by another file, or by words alone', () => {
    expect(of('catalogue', file('政府信息公开申请表.doc'))[2]).toBe(false);
    expect(of('rules', file('三、政府信息发布协调制度（点击查看）'))[2]).toBe(false);
    expect(of('rules', rules)[2]).toBe(false);
  });
});

describe('letters that open in place', () => {
  const letter = (words: string) =>
    `<div class="ant-collapse-item"><div class="ant-collapse-header" role="button">${words}</div></div>`;
  const page = (inside: string) =>
    stateOf('interaction', capture('/hdjl/', inside, { columnKey: 'interaction', columnName: '互动交流' }))[0];

  it('are a list that was not read, not an empty column', () => {
    const one = letter('请问灵活就业人员养老保险怎么补缴　来信时间：2023-05-12 20:11:03');
    expect(page(one + letter('工资被拖欠找哪个科室　来信时间：2023-03-08 08:02:44'))).toBe('unread');
    expect(page('<p>No Data</p>')).toBe('found');
  });
});

describe('services', () => {
  const page = (inside: string) =>
    stateOf('service', capture('/bsfw/index.html', inside, { columnKey: 'service', columnName: '办事服务' }));
  const rows = (folder: string, ...names: string[]) =>
    `<ul>${names.map((name, n) => `<li><a href="${folder}${n}.html">${name}</a><a href="javascript:;">在线办理</a></li>`).join('')}</ul>`;

  it('are there where several pages below tell how they are got, without a day', () =>
    expect(page(rows('/bsfw/zn/', '公租房申请', '残疾人证办理', '不动产查询'))).toEqual(['found', 0, true]));

  it.each([
    ['the menu beside the place leads on', rows('/', '公租房申请', '残疾人证办理', '不动产查询')],
    ['there is but one', rows('/bsfw/zn/', '公租房申请')],
  ])('are not where %s', (_, inside) => expect(page(inside)).toEqual(['found', 0, false]));
});

describe('a pager that counts none', () => {
  const hot =
    '<dl><dt>热点内容</dt><dd><ul><li><a href="/view.php?aid=27">云岭镇2026年公开招聘村级后备干部公告</a></li><li><a href="/view.php?aid=46">2026年春节期间烟花爆竹禁限放通告</a></li><li><a href="/view.php?aid=96">关于界河大桥危桥封闭施工的公告</a></li></ul></dd></dl>';
  const page = (pager: string) =>
    stateOf('rules', capture('/zd/', `<ul></ul><p>${pager}</p>${hot}`, { columnKey: 'rules', columnName: '公开制度' }));

  it('says that rows without a day stand beside the list', () => {
    expect(page('共 1页0条记录')).toEqual(['found', 0, false]);
    expect(page('共 1 页，共 0 条')).toEqual(['found', 0, false]);
  });

  it.each(['共 0 条', '共 0页0条', '共 1页3条记录', ''])('is not “%s”: a script may count later', (pager) =>
    expect(page(pager)).toEqual(['found', 3, false]),
  );
});
