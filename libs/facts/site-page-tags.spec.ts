import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import type { ReadCapture } from './model.js';
import { readPage } from './read-page.js';
import { sitePageTags } from './site-page-tags.js';

const site = 'https://www.yunling.example';
const meta = (name: string, content = '某') => `<meta name="${name}" content="${content}">`;
const body = `<h1>云岭县人民政府关于做好防汛工作的通知</h1><div class="TRS_Editor"><p>${'各乡镇要做好防汛工作。'.repeat(40)}</p></div>`;
const list = `<ul>${[1, 2, 3, 4].map((n) => `<li><a href="/a/${n}.html">关于做好第${n}项工作的通知</a><span>2022-09-0${n}</span></li>`).join('')}</ul>`;

function page(as: Visit['as'], path: string, head: string, change: Partial<ReadCapture> = {}): ReadCapture {
  const visit: Visit = { as, columnKey: null, columnName: null, from: null, linkText: null, listPage: 1, depth: 1 };
  const url = path.startsWith('http') ? path : site + path;
  const text = `<html><head><title>云岭县</title>${head}</head><body>${as === 'detail' ? body : list}</body></html>`;
  const reading = readPage({ url, text, contentType: 'text/html', visit }, []);
  const times = { fetchedAt: '2022-12-20T18:00:00Z', outcome: 'ok' as const, unrendered: false };
  return { capture: url, url, finalUrl: url, ...times, visit, reading, ...change };
}

const home = page('home', '/', meta('sitename') + meta('SITEDOMAIN') + meta('SiteIDCode', '{{code}}'));
const factOf = (pages: ReadCapture[], of: string) =>
  sitePageTags([home, ...pages], home).find((fact) => fact.of === of)!;
const lackingIn = (pages: ReadCapture[], of: string) =>
  Object.fromEntries(factOf(pages, of).lacking.map(({ tag, missing, blank }) => [tag, [missing, blank]]));

describe('the standard tags over the pages of a site', () => {
  it('are told in any case, and apart from those that are there with nothing in them', () => {
    expect(lackingIn([], 'home')).toMatchObject({ SiteIDCode: [0, 1], ColumnName: [1, 0] });
    expect(Object.keys(lackingIn([], 'home'))).not.toContain('SiteDomain');
  });

  it('are counted by class of page, with the first page that lacks them', () => {
    const pages = [
      page('column', '/zc/', meta('ColumnName')),
      page('column', '/gg/', ''),
      page('detail', '/a/1.html', meta('ArticleTitle') + meta('PubDate', '2022-09-01')),
      page('detail', '/a/2.html', meta('ArticleTitle') + meta('PubDate', '')),
    ];
    expect(lackingIn(pages, 'column')['ColumnName']).toEqual([1, 0]);
    expect(factOf(pages, 'column').lacking.find(({ tag }) => tag === 'ColumnName')?.url).toBe(`${site}/gg/`);
    expect(lackingIn(pages, 'content')).toMatchObject({ PubDate: [0, 1], ContentSource: [2, 0] });
    expect(lackingIn(pages, 'content')).not.toHaveProperty('ArticleTitle');
  });

  it.each<[string, ReadCapture]>([
    ['of another host', page('detail', 'https://other.example/a.html', '')],
    [
      'a later part of an article',
      page('detail', '/a/1_2.html', '', { visit: { ...page('detail', '/x', '').visit, listPage: 2 } }),
    ],
    ['gone', page('detail', '/a/9.html', '', { outcome: 'notFound', reading: null })],
  ])('leave out pages: %s', (_, left) => {
    expect(factOf([left], 'content')).toMatchObject({ pages: 0, unread: 0 });
  });

  it.each<[string, Partial<ReadCapture>]>([
    ['not rendered', { unrendered: true }],
    ['that did not come', { outcome: 'timeout', reading: null }],
    [
      'read by an older version',
      { reading: { ...page('detail', '/a/1.html', '').reading!, tags: undefined as never } },
    ],
  ])('know nothing of pages %s', (_, change) => {
    const fact = factOf([page('detail', '/a/1.html', '', change)], 'content');
    expect(fact).toMatchObject({ pages: 0, unread: 1, lacking: [] });
  });

  it('count what is reached as a list where it says that it is a column, for it may be the inside of a frame', () => {
    const pages = [page('column', '/gg/', ''), page('list', '/zc/', meta('ColumnName')), page('list', '/frame/', '')];
    expect(factOf(pages, 'column').pages).toBe(2);
    expect(lackingIn(pages, 'column')['ColumnName']).toEqual([1, 0]);
  });

  it('leave out frames of articles', () => {
    const outer = page('detail', '/a/1.html', meta('ArticleTitle'));
    const inner = page('detail', '/a/1-text.html', '');
    const framed = { ...inner, visit: { ...inner.visit, from: outer.url } };
    expect(factOf([outer, framed], 'content').pages).toBe(1);
  });
});
