import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { addressByRule, articleRule, isArticleRule } from './article-rule.js';
import { parsePage, readArticleRule, readJsonList, titlesWithoutAddress } from './index.js';

const host = 'https://www.yunling.example.gov.cn';
const visit: Visit = {
  ...{ as: 'column', columnKey: 'policy', columnName: '政策文件', from: null, linkText: null, listPage: 1, depth: 1 },
};
const row = (n: number) => ({ infoId: 20100 + n, channelId: 1121, state: '1', code: `a-${n}f-7`, title: `第${n}件` });

describe('the rule by which a page makes addresses of rows', () => {
  it.each<[string, (n: number) => string, string | null]>([
    ['a parameter', (n) => `/detail.html?id=${20100 + n}`, '/detail.html?id={infoId}'],
    ['two parameters', (n) => `/d.html?id=${20100 + n}&cid=1121`, '/d.html?id={infoId}&cid={channelId}'],
    ['a piece of the path', (n) => `/info/1121/${20100 + n}.html`, '/info/{channelId}/{infoId}.html'],
    ['a route', (n) => `/#/detail?id=${20100 + n}`, '/#/detail?id={infoId}'],
    ['a value with lines in it', (n) => `/d/a-${n}f-7`, '/d/{code}'],
    ['a short value that is the same everywhere is no value', (n) => `/d/1/${20100 + n}`, '/d/1/{infoId}'],
    ['what no value tells', (n) => `/d/${n}x${n}.html`, null],
    ['addresses of another make', (n) => (n === 1 ? '/d/20101' : `/e/d/${20100 + n}`), null],
    ['one address for all', () => '/list.html', null],
  ])('%s', (_, url, rule) => {
    const found = articleRule([1, 2, 3].map((n) => ({ row: row(n), url: host + url(n) })));
    expect(found).toBe(rule && host + rule);
    if (found !== null) expect(addressByRule(found, row(9))).toBe(host + url(9));
  });

  it('is told by one row where its value can be no chance', () => {
    expect(articleRule([{ row: row(1), url: `${host}/d?id=20101` }])).toBe(`${host}/d?id={infoId}`);
    expect(articleRule([{ row: { id: 7 }, url: `${host}/d?id=7` }])).toBeNull();
    expect(articleRule([{ row: row(1), url: `${host}/d/a1/20101` }])).toBeNull();
    expect(articleRule([])).toBeNull();
  });

  it('makes no address of a row that lacks the value', () => {
    expect(addressByRule(`${host}/d?id={infoId}`, { infoId: null })).toBeNull();
    expect(addressByRule(`${host}/d?id={id}`, { id: '甲&x=1' })).toBe(`${host}/d?id=%E7%94%B2%26x%3D1`);
  });

  it.each([
    [`${host}/d?id={id}`, true],
    [`${host}/d?id=1`, false],
    ['javascript:{id}', false],
    ['/d?id={id}', false],
    [`${host}/d?id={}`, false],
    [`${host}/{id}${'x'.repeat(3000)}`, false],
  ])('%s is one: %s', (text, is) => {
    expect(isArticleRule(text)).toBe(is);
  });
});

describe('rows of an answer without addresses', () => {
  const title = (n: number) => `云岭县人民政府关于第${n}件事项办理情况的通知`;
  const rows = [1, 2, 3].map((n) => ({
    infoId: 500 + n,
    title: n === 2 ? title(n).replace('关于', '<br/>关于&nbsp;') : title(n),
    publishTime: `2026-03-0${n} 09:00:00`,
    linkUrl: n === 3 ? '/zcjd/3.html' : null,
  }));
  const answer = (articles?: string) =>
    parsePage({
      url: `${host}/prod-api/list?pageNum=1`,
      text: JSON.stringify({ code: 200, total: 3, rows }),
      contentType: 'application/json',
      visit: { ...visit, as: 'data' },
      request: { url: `${host}/prod-api/list?pageNum=1`, method: 'GET', ...(articles ? { articles } : {}) },
    });
  const shown = (body: string) => parsePage({ url: `${host}/zcwj/`, text: body, contentType: 'text/html', visit });
  const links = (of: (n: number) => string) =>
    [1, 2, 3].map((n) => `<li><a href="${of(n)}">${title(n)}</a><i>2026-03-0${n}</i></li>`).join('');

  it('are addressed as the page that shows them does', () => {
    const rule = readArticleRule(shown(links((n) => `detail.html?id=${500 + n}`)), answer());
    expect(rule).toBe(`${host}/zcwj/detail.html?id={infoId}`);
    expect(readJsonList(answer(rule!))?.list.items.map(({ url }) => url.replace(host, ''))).toEqual([
      '/zcwj/detail.html?id=501',
      '/zcwj/detail.html?id=502',
      '/zcjd/3.html',
    ]);
  });

  it('are addressed by links that are cut off, and by what was pressed', () => {
    const cut = links((n) => `detail.html?id=${500 + n}`).replaceAll('办理情况的通知', '…');
    expect(readArticleRule(shown(cut), answer())).toBe(`${host}/zcwj/detail.html?id={infoId}`);
    const opened = [{ title: title(1), url: `${host}/#/detail/501` }];
    expect(readArticleRule(shown('<div>没有链接</div>'), answer(), opened)).toBe(`${host}/#/detail/{infoId}`);
  });

  it('are not addressed by a guess', () => {
    expect(readArticleRule(shown(links(() => '/list.html')), answer())).toBeNull();
    expect(readArticleRule(shown(links((n) => `/d/${n * 37}`)), answer())).toBeNull();
    expect(readJsonList(answer())?.list.items ?? []).toEqual([]);
  });

  it('are told by their titles, for a page to be tried', () => {
    const text = JSON.stringify({ rows, tree: [{ name: '政策文件栏目', id: 1 }] });
    expect(titlesWithoutAddress(text, `${host}/api`)).toEqual([title(1), title(2).replace('关于', '关于 ')]);
  });
});
