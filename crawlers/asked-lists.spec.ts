import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MemoryBlobStore } from '#evidence';
import { crawlSite, type CrawlDeps } from './crawl-site.js';
import { families } from './families/index.js';
import { BrowserFetcher } from './fetchers/browser.fetcher.js';
import { findBrowser } from './fetchers/find-browser.js';
import { askedHeader } from './fetchers/own-headers.js';
import { userAgent } from './fetchers/user-agent.js';
import { MemoryCrawlSink, readCapture } from './frontier/memory-sink.js';
import { localFetcher, serve, type Loopback } from './loopback-server.test.js';
import { systemClock } from './politeness/clock.js';
import { pageReader } from './reading/page-reader.js';

const path = findBrowser({ ...(process.env['CHROMIUM_PATH'] ? { CHROMIUM_PATH: process.env['CHROMIUM_PATH'] } : {}) });

interface Asked {
  method: string;
  url: URL;
  body: string;
}

const titleOf = (list: string, n: number): string => `云岭县人民政府关于${list}类第${n}号事项的通知`;
const rowsOf = (list: string, page: number, size: number, all: number) =>
  Array.from({ length: Math.max(0, Math.min(size, all - (page - 1) * size)) }, (_, k) => {
    const n = (page - 1) * size + k + 1;
    return {
      title: titleOf(list, n),
      url: `/d/${list}${n}.html`,
      date: `2025-03-${String((n % 28) + 1).padStart(2, '0')}`,
    };
  });
const nestedRows = (list: string, page: number, size: number, all: number) =>
  rowsOf(list, page, size, all).map(({ title, url, date }) => ({
    doc: { subject: title, at: { pc: url } },
    time: { pub: date },
  }));

/** Puts rows into the list; every site of these tests asks in another way. */
const drawing = `
  const draw = (rows) => { document.getElementById('list').innerHTML = '<ul>' + rows.map((r) =>
    '<li><a href="' + (r.url || r.doc.at.pc) + '">' + (r.title || r.doc.subject) + '</a><span>' + (r.date || r.time.pub) + '</span></li>').join('') + '</ul>'; };
  const at = (...parts) => '/' + parts.map((part) => part.split('').reverse().join('')).join('/');`;
const column = (script: string, before = '') =>
  `<html><head><meta charset="utf-8"><meta name="ColumnName" content="政策文件"><title>政策文件</title></head><body>
  ${before}<div class="list" id="list">正在加载中……</div><p>云岭县人民政府政策文件栏目。</p><script>${drawing}${script}</script></body></html>`;
const home = `<html><head><meta charset="utf-8"><meta name="SiteName" content="云岭县人民政府"><title>云岭县人民政府</title></head>
  <body><div class="nav"><a href="/zcwj/">政策文件</a></div>${'<p>云岭县人民政府门户网站。</p>'.repeat(5)}</body></html>`;
const article = (title: string) =>
  `<html><head><meta charset="utf-8"><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2025-03-01"><title>${title}</title></head>
  <body><h1>${title}</h1><div id="zoom">${'<p>各乡镇人民政府，县政府各部门：现将有关事项通知如下，请认真贯彻执行。</p>'.repeat(8)}</div></body></html>`;

const postForm = `const x = new XMLHttpRequest(); x.open('POST', at('ipa', 'tsil')); x.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
  x.onload = () => draw(JSON.parse(x.responseText).rows); x.send('unit=' + [8, 8].join('') + '&pageNum=1&pageSize=4');`;
const postJson = `fetch(at('ipa', 'tsil'), { method: 'POST', headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ where: { unit: '甲' }, paging: { page: 1, size: 4 } }) }).then((r) => r.json()).then((r) => draw(r.data.records));`;
const builtGet = `fetch(at('ipa', 'tsil') + '?ch=' + (40 + 2) + '&p=' + 1 + '&n=4').then((r) => r.json()).then((r) => draw(r.rows));`;

describe.skipIf(path === null)('lists that only scripts can ask for (skipped where there is no browser)', () => {
  let browser: BrowserFetcher;
  let server: Loopback | null = null;
  beforeAll(() => {
    const fetchers = { documents: localFetcher(), parts: localFetcher() };
    browser = new BrowserFetcher({
      executablePath: path ?? '',
      ...fetchers,
      userAgent: userAgent('0.1.0'),
      clock: systemClock,
      totalMs: 120_000,
    });
  });
  afterAll(() => browser.close());
  afterEach(() => server?.close());

  async function crawl(page: string, answer: (asked: Asked) => unknown, withBrowser = true, cutOffAt = 0, menu = home) {
    const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const url = new URL(request.url ?? '/', 'http://localhost');
      const told = answer({ method: request.method ?? 'GET', url, body: Buffer.concat(chunks).toString() });
      const text = told === undefined ? article(`云岭县人民政府关于${url.pathname}的通知`) : JSON.stringify(told);
      response
        .writeHead(200, { 'content-type': told === undefined ? 'text/html; charset=utf-8' : 'application/json' })
        .end(text);
    };
    server = await serve({
      '/': menu,
      '/zcwj/': page,
      '*': (request, response) => void handle(request, response).catch(() => response.end()),
    });
    const blobs = new MemoryBlobStore();
    const sink = new MemoryCrawlSink();
    const read = pageReader(families);
    const deps: CrawlDeps = {
      fetcher: localFetcher(),
      browser: withBrowser ? browser : null,
      blobs,
      read,
      now: () => Date.now(),
    };
    const target = { round: 'r1', site: 's1', homeUrl: `${server.origin}/`, hosts: [] };
    const rules = { fewestColumns: 0, maxPages: 200 };
    // Cut off after so many pages, it goes on from what was kept, and without a browser.
    if (cutOffAt > 0) await crawlSite(target, deps, sink, { ...rules, maxPages: cutOffAt });
    if (cutOffAt > 0) deps.browser = null;
    const result = await crawlSite(target, deps, sink, rules);
    const articles = result.read.filter(({ visit }) => visit.as === 'detail').map(({ url }) => new URL(url).pathname);
    const data = sink.captures.filter(({ visit }) => visit.as === 'data');
    const columnPage = sink.captures.find(({ visit }) => visit.as === 'column');
    /** From the kept evidence alone, as a later reading sees it. */
    const again = await Promise.all(
      sink.captures.map(async (capture) => {
        const body = capture.sha256 === null ? null : await blobs.get(capture.sha256);
        const { headers, finalUrl, visit, request } = capture;
        const reading = body ? (await read({ headers, body, finalUrl }, visit, request)).reading : null;
        return readCapture(capture, reading, false);
      }),
    );
    return { result, articles, data, columnPage, again, origin: server.origin, asked: server.asked };
  }

  const api = (asked: Asked, told: () => unknown): unknown => (asked.url.pathname === '/api/list' ? told() : undefined);
  const form = (asked: Asked) => new URLSearchParams(asked.body);

  it.each<[string, string, (asked: Asked) => unknown]>([
    [
      'a posted form',
      postForm,
      (asked) => ({
        rows: form(asked).get('unit') === '88' ? rowsOf('a', Number(form(asked).get('pageNum')), 4, 10) : [],
      }),
    ],
    [
      'posted JSON with the number of the page within, rows nested',
      postJson,
      ({ body }) => {
        const { paging } = JSON.parse(body) as { paging: { page: number } };
        return { data: { total: 10, records: nestedRows('a', paging.page, 4, 10) } };
      },
    ],
    [
      'an address put together by a script',
      builtGet,
      ({ url }) => ({
        amount: 10,
        rows: url.searchParams.get('ch') === '42' ? rowsOf('a', Number(url.searchParams.get('p')), 4, 10) : [],
      }),
    ],
  ])(
    '%s: to its last page, and the same once more from the evidence alone',
    async (_, script, told) => {
      const { result, articles, data, columnPage, again } = await crawl(column(script), (asked) =>
        api(asked, () => told(asked)),
      );
      expect(result.ended).toBe('complete');
      expect(articles.sort()).toEqual(
        rowsOf('a', 1, 10, 10)
          .map(({ url }) => url)
          .sort(),
      );
      expect(columnPage).toMatchObject({ via: 'browser', outcome: 'ok' });
      expect(data.map(({ visit }) => visit.listPage).slice(0, 3)).toEqual([1, 2, 3]);
      expect(data.every(({ via, visit }) => via === 'http' && visit.columnKey === 'policy')).toBe(true);
      expect(again).toEqual(result.read);
    },
    60_000,
  );

  const bare = `const bareRows = (ch, page) => fetch(at('ipa', 'tsil'), { method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ch: 'x' + ch, pageNum: page }) }).then((r) => r.json()).then((r) => {
    document.getElementById('list').innerHTML = r.rows.map((row) => shown(row)).join('');
    document.querySelectorAll('#list .row').forEach((one, n) => one.onclick = () => opens(r.rows[n])); });
    const card = (row) => '<div class="row"><h4>' + row.title + '</h4><p>发布日期：' + row.date + '</p></div>';
    const opens = (row) => led(row); let led = () => undefined;`;
  it.each<[string, string]>([
    [
      'links',
      `const shown = (row) => '<p><a href="/d/' + row.id + '.html">' + row.title + '</a> ' + row.date + '</p>'`,
    ],
    ['cards that open a window', `const shown = card; led = (row) => window.open('/d/' + row.id + '.html')`],
    ['cards that lead away', `const shown = card; led = (row) => { location.href = '/d/' + row.id + '.html'; }`],
    [
      'cards that a router leads on from',
      `const shown = card; led = (row) => { history.pushState({}, '', '/d/' + row.id + '.html'); document.getElementById('list').innerHTML = ''; };
       window.onpopstate = () => bareRows(1, 1)`,
    ],
  ])(
    '%s, and rows without addresses: the page tells how they are made',
    async (_, shown) => {
      const { result, articles, columnPage, again, asked } = await crawl(
        column(`${bare}${shown}; bareRows(1, 1);`),
        (request) =>
          api(request, () => {
            const { ch, pageNum } = JSON.parse(request.body) as { ch: string; pageNum: number };
            if (ch !== 'x1') return { rows: [] };
            return {
              total: 10,
              rows: rowsOf('a', pageNum, 4, 10).map(({ url, ...row }) => ({
                ...row,
                id: /(\w+)\.html/.exec(url)?.[1],
              })),
            };
          }),
      );
      expect(result.ended).toBe('complete');
      expect(articles.sort()).toEqual(
        rowsOf('a', 1, 10, 10)
          .map(({ url }) => url)
          .sort(),
      );
      expect(columnPage?.headers[askedHeader]).toContain('{');
      expect(again).toEqual(result.read);
      expect(asked.filter((one) => one.startsWith('GET /d/'))).toHaveLength(10);
    },
    60_000,
  );

  it('presses no row within a form, and takes no rule that leads to another site', async () => {
    const rows = (draw: string) =>
      `fetch(at('ipa', 'tsil')).then((r) => r.json()).then((r) => { document.getElementById('list').innerHTML = r.rows.map((row) => ${draw}).join('');
        document.querySelectorAll('.row').forEach((one) => one.onclick = () => fetch(at('ipa', 'desserp'))); });`;
    const told = (asked: Asked) =>
      api(asked, () => ({
        rows: rowsOf('a', 1, 4, 4).map(({ title, date }, n) => ({ title, date, id: `a${n + 1}` })),
      }));
    const inForm = await crawl(
      column(rows(`'<form><div class="row">' + row.title + '</div></form>' + row.date`)),
      told,
    );
    expect([inForm.articles, inForm.asked.includes('GET /api/pressed')]).toEqual([[], false]);
    const away = `'<p><a href="http://elsewhere.example.com/d/' + row.id + '">' + row.title + '</a> ' + row.date + '</p>'`;
    expect((await crawl(column(rows(away)), told)).data).toEqual([]);
  });

  it('is unread without a browser, and nothing is followed', async () => {
    const { result, articles, data } = await crawl(
      column(postForm),
      (asked) => api(asked, () => ({ rows: rowsOf('a', 1, 4, 4) })),
      false,
    );
    expect([articles, data]).toEqual([[], []]);
    const read = result.read.find(({ visit }) => visit.as === 'column');
    expect(read?.unrendered || read?.reading?.unfilled).toBe(true);
  });

  it('goes on after a kill from the kept requests, and needs no browser for what is left', async () => {
    const told = ({ body }: Asked) => {
      const { paging } = JSON.parse(body) as { paging: { page: number } };
      return { data: { records: nestedRows('a', paging.page, 4, 10) } };
    };
    const { articles, data, result } = await crawl(column(postJson), (asked) => api(asked, () => told(asked)), true, 2);
    expect([result.ended, result.unrendered]).toEqual(['complete', 0]);
    expect(articles).toHaveLength(10);
    expect(data.length).toBeGreaterThanOrEqual(3);
  });

  it('asks for each tab of the column, and presses nothing that does something', async () => {
    const bar = `<ul class="tabs" id="tabs"><li class="on" data-ch="a">县政府文件</li><li data-ch="b">部门文件</li><li data-ch="c">我要提交</li></ul>
      <form><ul class="tabs"><li onclick="fetch('/api/post')">甲类意见</li><li onclick="fetch('/api/post')">乙类意见</li></ul></form>`;
    const script = `const load = (ch) => fetch(at('ipa', 'tsil'), { method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ch, page: 1, rows: 4 }) }).then((r) => r.json()).then((r) => draw(r.rows));
      document.getElementById('tabs').onclick = (e) => load(e.target.dataset.ch); load('a');`;
    const { articles, asked, data } = await crawl(column(script, bar), (request) =>
      api(request, () => {
        const { ch, page } = JSON.parse(request.body) as { ch: string; page: number };
        return { total: 6, rows: rowsOf(ch, page, 4, 6) };
      }),
    );
    expect(articles.sort()).toEqual(['a', 'b'].flatMap((list) => rowsOf(list, 1, 6, 6).map(({ url }) => url)).sort());
    expect(data).toHaveLength(4);
    expect(asked).not.toContain('GET /api/post');
  });

  it.each(['法定主动公开内容', '政府信息公开'])('asks for each column of the tree on the page of %s', async (name) => {
    const node = (ch: string, words: string) =>
      `<div class="el-tree-node" role="treeitem"><div class="el-tree-node__content" data-ch="${ch}"><span>${words}</span></div><div class="children"></div></div>`;
    const tree = `<div class="el-tree">${node('a', '机构职能')}${node('b', '规划计划')}
        <div role="treeitem"><a href="/d/linked.html">网站年度报表</a></div></div>
      <form><div class="el-tree-node__content" data-ch="post"><span>提交意见</span></div></form>`;
    const script = `const load = (ch) => fetch(at('ipa', 'tsil'), { method: 'POST', headers: { 'Content-Type': 'application/json', 'tenant-id': '7' },
        body: JSON.stringify({ ch, page: 1, rows: 4 }) }).then((r) => r.json()).then((r) => draw(r.rows));
      document.addEventListener('click', (e) => {
        const one = e.target.closest('[data-ch]'); if (!one) return;
        if (one.dataset.ch === 'b') one.nextElementSibling.innerHTML = ${JSON.stringify(node('c', '发展规划'))};
        load(one.dataset.ch);
      });
      load('a');`;
    const { articles, data, asked } = await crawl(
      column(script, tree).replaceAll('政策文件', name),
      (request) =>
        api(request, () => {
          const { ch, page } = JSON.parse(request.body) as { ch: string; page: number };
          return { total: 6, rows: rowsOf(ch, page, 4, 6) };
        }),
      true,
      0,
      home.replace('政策文件', name),
    );
    const all = ['a', 'b', 'c'].flatMap((list) => rowsOf(list, 1, 6, 6).map(({ url }) => url));
    expect(articles.filter((path) => path !== '/d/linked.html').sort()).toEqual(all.sort());
    expect(data).toHaveLength(6);
    expect(data.map(({ request }) => request.headers)).toEqual(Array.from({ length: 6 }, () => ({ 'tenant-id': '7' })));
    expect(asked.filter((one) => one === 'POST /api/list').length).toBeGreaterThan(8);
  });

  it('ends a pager that answers the same for ever', async () => {
    const { articles, data, result } = await crawl(column(postForm), (asked) =>
      api(asked, () => ({ total: 9000, rows: rowsOf('a', 1, 4, 4) })),
    );
    expect(result.ended).toBe('complete');
    expect(articles).toHaveLength(4);
    expect(data).toHaveLength(2);
  });

  it('follows nothing on a foreign host, and nothing that is not the list on the page', async () => {
    const foreign = await serve({
      '*': (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
          .end(JSON.stringify({ rows: rowsOf('f', 1, 4, 4) })),
    });
    const elsewhere = `http://localhost:${new URL(foreign.origin).port}/api/list?page=1`;
    const script = `fetch('/api/' + 'menu').then((r) => r.json()); fetch('/api/' + 'count', { method: 'POST', body: 'id=1' });
      fetch('${elsewhere}').then((r) => r.json()).then((r) => draw(r.rows)).catch(() => draw([]));`;
    const { data, columnPage, asked } = await crawl(column(script), ({ url }) =>
      url.pathname === '/api/menu'
        ? { rows: rowsOf('m', 1, 4, 4) }
        : url.pathname === '/api/count'
          ? { hits: 3 }
          : undefined,
    );
    await foreign.close();
    expect(asked).toContain('GET /api/menu');
    expect(columnPage?.headers[askedHeader]).toBeUndefined();
    expect(data).toEqual([]);
  });
});
