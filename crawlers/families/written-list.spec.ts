import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { type PageReading, readPage } from '#facts';
import { families } from './index.js';

const host = 'https://www.yunling.example.gov.cn';

function read(text: string, more: Partial<Visit> = {}, contentType = 'text/html'): PageReading {
  const visit: Visit = {
    ...{ as: 'column', columnKey: 'policy', columnName: '行政许可', from: `${host}/` },
    ...{ linkText: null, listPage: 1, depth: 1, ...more },
  };
  return readPage({ url: `${host}/index.php?m=content&c=index&a=lists&catid=16`, text, contentType, visit }, families);
}

const frame = (inside: string, head = '') =>
  `<html><head><title>行政许可</title>${head}</head><body><ul class="nav"><li><a href="/">首页</a></li></ul><h2>行政许可</h2>${inside}</body></html>`;
const script = (src: string) => `<script type="text/javascript" src="${src}"></script>`;
const asked = (html: string, more: Partial<Visit> = {}) =>
  read(html, more)
    .follow.filter(({ as }) => as === 'data')
    .map(({ request }) => request.url.slice(host.length));

describe('a script in the place of a list', () => {
  it.each([
    ['/index.php?m=dbsource&c=call&a=get&id=3'],
    ['/d/js/class/class6_newnews.js'],
    ['/plus/newslist.js?catid=3'],
    ['/js.asp?typeid=7'],
  ])('is asked for: %s', (src) => {
    expect(asked(frame(`<div class="xk">${script(src)}</div>`))).toEqual([src]);
  });

  const rows = [1, 2, 3].map(
    (n) => `<li><a href="/a/${n}.html">关于第${n}批许可事项的公告</a><span>2026-03-0${n}</span></li>`,
  );
  it.each([
    ['a counter', frame(script('/api.php?op=count&id=31&modelid=1'))],
    ['another counter', frame(script('/e/public/ViewClick/?classid=5&id=85'))],
    ['what is read most', frame(script('/d/js/class/class6_hotnews.js'))],
    ['advertisements', frame(script('/caches/poster_js/2.js'))],
    ['a library with its version', frame(script('/js/jquery.min.js?v=3') + script('/js/pages.js?v=3'))],
    ['a script of another host', frame(script('https://other.example/list.php?id=3'))],
    ['a script of the head', frame('', script('/index.php?m=dbsource&id=3'))],
    ['beside a list with days', frame(`<ul>${rows.join('')}</ul>${script('/index.php?m=dbsource&id=3')}`)],
    [
      'beside a text',
      frame(`<p>为方便公众获取本机关的政府信息，根据有关规定编制本指南。</p>${script('/js.php?id=3')}`),
    ],
    ['one of many', frame([1, 2, 3].map((id) => script(`/index.php?m=dbsource&id=${id}`)).join(''))],
  ])('is not asked for: %s', (_, html) => expect(asked(html)).toEqual([]));

  it('leaves the column unread where there are many of them', () => {
    const many = [1, 2, 3].map((id) => script(`/index.php?m=dbsource&id=${id}`)).join('');
    expect(read(frame(many)).unfilled).toBe(true);
    expect(read(frame(script('/api.php?op=count&id=31') + script('/js/pages.js?v=3'))).unfilled).toBeUndefined();
  });

  it('is not asked for on the page of an article', () =>
    expect(asked(frame(script('/index.php?m=dbsource&id=3')), { as: 'detail' })).toEqual([]));

  const row = (n: number) => `<li><span>2026/03/0${n}</span>·<a href="/show-${n}.html">准予许可决定书第${n}号</a></li>`;
  const written = [
    ['in one piece', `document.write('<ul>${row(1)}${row(2)}<\\/ul>');\r\n`],
    ['in double quotes', `document.write("<ul>${(row(1) + row(2)).replaceAll('"', '\\"')}</ul>");`],
    ['in pieces', `document.write('<ul>' + '${row(1)}' +\n '${row(2)}');document.writeln("</ul>")`],
    ['line by line', `document.write('<ul>');\ndocument.write('${row(1)}');\ndocument.write('${row(2)}');`],
  ];
  it.each(written)('answers with a list: %s', (_, text) => {
    const { list, kind } = read(text, { as: 'data' }, 'text/javascript');
    expect(kind).toBe('list');
    expect(list?.items).toMatchObject([
      { title: '准予许可决定书第1号', url: `${host}/show-1.html`, publishedOn: '2026-03-01' },
      { title: '准予许可决定书第2号', url: `${host}/show-2.html`, publishedOn: '2026-03-02' },
    ]);
    // There may be older rows that it was not told to write.
    expect(list?.restUnknown).toBe(true);
  });

  it.each([
    ["document.write('236');"],
    ['document.write(rows[0] + "</li>");'],
    [`document.write("${'<li>'.repeat(5)}`],
  ])('answers with none: %s', (text) => expect(read(text, { as: 'data' }, 'text/javascript').list).toBeNull());

  it('ends soon, whatever it holds', () => {
    const text = 'document.write("'.repeat(25_000);
    const began = process.cpuUsage();
    expect(read(text, { as: 'data' }, 'text/javascript').list).toBeNull();
    expect(process.cpuUsage(began).user).toBeLessThan(3_000_000);
  });
});
