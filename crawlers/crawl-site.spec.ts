import { afterEach, describe, expect, it } from 'vitest';
import { MemoryBlobStore, requestKey, type PageRequest } from '#evidence';
import type { PageReading } from '#facts';
import { crawlSite, type CrawlDeps, type CrawlOptions } from './crawl-site.js';
import { families } from './families/index.js';
import { MemoryCrawlSink } from './frontier/memory-sink.js';
import { localFetcher, serve, type Handler, type Loopback } from './loopback-server.test.js';
import type { Checkpoint, Renderer, SiteTarget } from './model.js';
import { pageReader } from './reading/page-reader.js';

const open: Loopback[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function site(pages: Record<string, string | Handler>): Promise<Loopback> {
  const server = await serve(pages);
  open.push(server);
  return server;
}

function deps(part: Partial<CrawlDeps> = {}): CrawlDeps {
  return {
    fetcher: localFetcher(),
    browser: null,
    blobs: new MemoryBlobStore(),
    read: pageReader(families),
    now: () => Date.now(),
    ...part,
  };
}

const target = (origin: string): SiteTarget => ({ round: 'r1', site: 's1', homeUrl: `${origin}/`, hosts: [] });

async function crawl(origin: string, options: Partial<CrawlOptions> = {}, part: Partial<CrawlDeps> = {}) {
  const sink = new MemoryCrawlSink();
  const result = await crawlSite(target(origin), deps(part), sink, { fewestColumns: 0, ...options });
  return { result, sink, paths: sink.captures.map((one) => one.request.url.replace(origin, '')) };
}

const home = (links: string) =>
  `<html><head><meta name="SiteName" content="云岭县人民政府"><title>云岭县人民政府</title></head><body><div class="nav">${links}</div>${'<p>云岭县人民政府门户网站。</p>'.repeat(5)}</body></html>`;
const list = (name: string, items: [string, string][], next = '') =>
  `<html><head><meta name="SiteName" content="云岭县人民政府"><meta name="ColumnName" content="${name}"><title>${name}</title></head><body><ul class="list">${items
    .map(([href, title]) => `<li><a href="${href}" title="${title}">${title}</a><span>2025-08-01</span></li>`)
    .join('')}</ul>${next}</body></html>`;
const article = (title: string, extra = '') =>
  `<html><head><meta name="SiteName" content="云岭县人民政府"><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2025-08-01"><title>${title}</title></head><body><h1>${title}</h1><div id="zoom">${'<p>各乡镇人民政府，县政府各部门：现将有关事项通知如下，请认真贯彻执行。</p>'.repeat(8)}${extra}</div></body></html>`;
const nextLink = (href: string) => `<div class="page"><a href="${href}">下一页</a></div>`;
const titles = (from: number, count: number): [string, string][] =>
  Array.from({ length: count }, (_, n) => [
    `/zwgk/zcwj/t${from + n}.html`,
    `云岭县人民政府关于第${from + n}号事项的通知`,
  ]);

describe('walking a site', () => {
  it('reads columns, every page of their lists and the articles, each once, nearest first', async () => {
    const server = await site({
      '/': home(
        '<a href="/zcwj/">政策文件</a><a href="/tzgg/;jsessionid=ABC?utm_source=x#top">通知公告</a><a href="javascript:void(0)">互动交流</a><a href="mailto:a@b.example">依申请公开</a>',
      ),
      '/zcwj/': list('政策文件', titles(1, 8), nextLink('/zcwj/index_1.html')),
      '/zcwj/index_1.html': list('政策文件', titles(9, 8)),
      '/tzgg/': list('通知公告', [...titles(1, 3), ...titles(20, 6)]),
      '*': (_, response) =>
        void response.writeHead(200, { 'content-type': 'text/html' }).end(article('云岭县人民政府关于事项的通知')),
    });
    const { result, sink, paths } = await crawl(server.origin);
    expect(result).toMatchObject({ ended: 'complete', pages: 26, outcomes: { ok: 26 }, unrendered: 0 });
    expect(paths.slice(0, 4)).toEqual(['/', '/zcwj/', '/tzgg/', '/zcwj/index_1.html']);
    expect(new Set(paths).size).toBe(paths.length);
    expect(server.asked).toHaveLength(26);
    const first = sink.captures.find((one) => one.request.url.endsWith('/t1.html'));
    expect(first?.visit).toMatchObject({
      as: 'detail',
      columnKey: 'policy',
      columnName: '政策文件',
      from: `${server.origin}/zcwj/`,
      depth: 2,
      linkText: '云岭县人民政府关于第1号事项的通知',
    });
    expect(sink.captures[3]?.visit).toMatchObject({ as: 'list', columnKey: 'policy', listPage: 2, depth: 1 });
    expect(sink.captures.every((one) => one.sha256 !== null && one.charset === 'utf-8')).toBe(true);
    expect(result.read).toHaveLength(26);
  });

  it('follows columns of any name from the pages that gather them, as many as allowed', async () => {
    const server = await site({
      '/': home('<a href="/gk/">政府信息公开</a>'),
      '/gk/': home('<a href="/gk/tree.html">法定主动公开内容</a>'),
      '/gk/tree.html':
        '<frameset cols="9,*"><frame src="/gk/left.html" name="l"><frame src="/gk/right.html" name="r"></frameset>',
      '/gk/left.html':
        '<html><body><a href="/jh/" target="r">计划总结</a><a href="/cz/" target="r">财政预决算</a></body></html>',
      '/gk/right.html': '<html><body><p>请从左侧进入各栏目。</p></body></html>',
      '/jh/': list('计划总结', titles(1, 3)),
      '/cz/': list('财政预决算', titles(11, 3), '<div><a href="/cz/sub/">专项资金</a></div>'),
      '/cz/sub/': list('专项资金', titles(21, 3)),
      '*': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(article('通知')),
    });
    const { sink, paths } = await crawl(server.origin);
    for (const n of [1, 11, 21]) expect(paths).toContain(`/zwgk/zcwj/t${n}.html`);
    const plans = sink.captures.find((one) => one.request.url.endsWith('/jh/'));
    expect(plans?.visit).toMatchObject({ as: 'column', columnKey: null, columnName: '计划总结', linkText: '计划总结' });
    const few = await crawl(server.origin, { maxOtherColumns: 1 });
    expect(few.paths.filter((path) => /^\/(?:jh|cz)\//.test(path))).toEqual(['/jh/']);
  });

  it('reads the columns of units in folders of the host after all of its own', async () => {
    const server = await site({
      '/': home('<a href="/bm/jyj/">云岭县教育局</a><a href="/tzgg/">通知公告</a>'),
      '/tzgg/': list('通知公告', titles(1, 3)),
      '/bm/jyj/': home('<a href="/bm/jyj/tzgg/">通知公告</a><a href="/">返回首页</a>'),
      '/bm/jyj/tzgg/': list('通知公告', titles(11, 3)),
      '*': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(article('通知')),
    });
    const { sink, paths } = await crawl(server.origin);
    const [last, unit] = [paths.indexOf('/zwgk/zcwj/t3.html'), paths.indexOf('/bm/jyj/')];
    expect(last).toBeGreaterThan(0);
    expect(unit).toBeGreaterThan(last);
    expect(paths.slice(unit)).toContain('/zwgk/zcwj/t13.html');
    const column = sink.captures.find((one) => one.request.url.endsWith('/bm/jyj/tzgg/'));
    expect(column?.visit).toMatchObject({ as: 'column', columnKey: null, columnName: '云岭县教育局·通知公告' });
  });

  it('goes the same way however fast or slow the pages come', async () => {
    const orders: string[][] = [];
    for (const shuffle of [0, 7, 13]) {
      const server = await site({
        '/': home('<a href="/zcwj/">政策文件</a><a href="/tzgg/">通知公告</a>'),
        '/zcwj/': list('政策文件', titles(1, 8)),
        '/tzgg/': list('通知公告', titles(20, 8)),
        '*': (request, response) => {
          const wait =
            shuffle === 0
              ? 0
              : ((request.url ?? '').length * shuffle * Number(/\d+/.exec(request.url ?? '')?.[0])) % 25;
          setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(article('通知')), wait);
        },
      });
      orders.push((await crawl(server.origin)).paths);
    }
    expect(orders[1]).toEqual(orders[0]);
    expect(orders[2]).toEqual(orders[0]);
  });

  it('sees through soft 404s: sent to the home page, a page that says so, a challenge', async () => {
    const to =
      (location: string): Handler =>
      (_, response) =>
        void response.writeHead(302, { location }).end();
    const server = await site({
      '/': home(
        '<a href="/zcwj/">政策文件</a><a href="/zcjd/">政策解读</a><a href="/tzgg/">通知公告</a><a href="/ysqgk/">依申请公开</a>',
      ),
      '/zcwj/': to('/'),
      '/zcjd/': '<html><head><title>404</title></head><body><p>您访问的页面不存在或已删除</p></body></html>',
      '/tzgg/': '<html><head><title>访问验证</title></head><body>请完成安全验证</body></html>',
      '/ysqgk/': (_, response) => void response.writeHead(412).end('<script>$_ts={}</script>'),
    });
    const { sink, result } = await crawl(server.origin);
    expect(sink.captures.map((one) => one.outcome)).toEqual([
      'ok',
      'softNotFound',
      'softNotFound',
      'challenged',
      'challenged',
    ]);
    expect(sink.captures[1]?.note).toBe('被转到网站首页');
    expect(result.read.slice(1).every((one) => one.reading === null)).toBe(true);
  });

  it('looks once at columns on other hosts and goes no further there', async () => {
    const outside = await site({ '*': list('依申请公开', [['/inner', '某某事项的公告通知']]) });
    const server = await site({ '/': home(`<a href="${outside.origin}/apply">依申请公开</a>`) });
    const { sink } = await crawl(server.origin);
    expect(sink.captures[1]).toMatchObject({ visit: { as: 'probe', columnKey: 'request' }, outcome: 'ok' });
    expect(outside.asked).toEqual(['GET /apply']);
  });

  it('says when the home page cannot be reached', async () => {
    const server = await site({ '/': (_, response) => void response.writeHead(500).end() });
    expect((await crawl(server.origin)).result).toMatchObject({
      ended: 'unreachable',
      pages: 1,
      outcomes: { serverError: 1 },
    });
  });

  it('keeps pages that only a browser could show apart, and renders them where there is one', async () => {
    const shell =
      '<!doctype html><html><head><title>云岭县</title></head><body><div id="app"></div><script src="/js/app.123.js"></script></body></html>';
    const server = await site({ '/': shell, '/zcwj/': list('政策文件', titles(1, 4)) });
    const without = await crawl(server.origin);
    expect(without.result).toMatchObject({ unrendered: 1, ended: 'complete' });
    const browser: Renderer = {
      fetch: () => Promise.reject(new Error('the source is at hand and not asked for again')),
      render: (source) =>
        Promise.resolve({ ...source, body: Buffer.from(home('<a href="/zcwj/">政策文件</a>')), via: 'browser' }),
      close: () => Promise.resolve(),
    };
    const withBrowser = await crawl(server.origin, {}, { browser });
    expect(withBrowser.sink.captures[0]).toMatchObject({ via: 'browser' });
    expect(withBrowser.paths.slice(0, 2)).toEqual(['/', '/zcwj/']);
  });
});

describe('traps', () => {
  it('ends a pager that shows the same items for ever, and one that invents new ones', async () => {
    const same = await site({
      '/': home('<a href="/list?p=1">政策文件</a>'),
      '*': (request, response) => {
        const page = Number(/p=(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
        const body = request.url?.startsWith('/list')
          ? list('政策文件', titles(1, 6), nextLink(`/list?p=${page + 1}`))
          : article('通知');
        response.writeHead(200, { 'content-type': 'text/html' }).end(body);
      },
    });
    expect((await crawl(same.origin)).paths.filter((path) => path.startsWith('/list'))).toEqual([
      '/list?p=1',
      '/list?p=2',
    ]);

    const inventing = await site({
      '/': home('<a href="/list?p=1">政策文件</a>'),
      '*': (request, response) => {
        const page = Number(/p=(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
        const body = request.url?.startsWith('/list')
          ? list('政策文件', titles(page * 10, 6), nextLink(`/list?p=${page + 1}`))
          : article('通知');
        response.writeHead(200, { 'content-type': 'text/html' }).end(body);
      },
    });
    const { result, paths } = await crawl(inventing.origin, { maxPages: 60, maxListPages: 5 });
    expect(paths.filter((path) => path.startsWith('/list'))).toHaveLength(5);
    expect(result.ended).toBe('complete');
    const limited = await crawl(inventing.origin, { maxPages: 12, maxListPages: 5 });
    expect(limited.result).toMatchObject({ ended: 'pageLimit', pages: 12 });
  });

  it('reads an article once that two addresses redirect to', async () => {
    const server = await site({
      '/': home('<a href="/zcwj/">政策文件</a>'),
      '/zcwj/': list('政策文件', [
        ['/go?id=1', '云岭县人民政府关于甲事项的通知'],
        ['/a/1.html', '云岭县人民政府关于乙事项的通知'],
        ['/a/2.html', '云岭县人民政府关于丙事项的通知'],
      ]),
      '/go?id=1': (_, response) => void response.writeHead(302, { location: '/a/1.html' }).end(),
      '/a/1.html': article('云岭县人民政府关于甲事项的通知'),
      '/a/2.html': article('云岭县人民政府关于丙事项的通知'),
    });
    const { paths } = await crawl(server.origin, { concurrency: 1 });
    expect(paths).toEqual(['/', '/zcwj/', '/go?id=1', '/a/2.html']);
  });

  it('follows pagers that post', async () => {
    const server = await site({
      '/': home('<a href="/zcwj/">政策文件</a>'),
      '/zcwj/': '<p>shell</p>',
      '/data': (request, response) => {
        let body = '';
        request.on('data', (part: Buffer) => (body += part.toString()));
        request.on('end', () =>
          response.writeHead(200, { 'content-type': 'application/json' }).end(`{"page":${body.split('=')[1]}}`),
        );
      },
      '*': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(article('通知')),
    });
    const real = pageReader(families);
    const post = (page: number): PageRequest => ({
      url: `${server.origin}/data`,
      method: 'POST',
      body: `page=${page}`,
      contentType: 'application/x-www-form-urlencoded',
    });
    const read: CrawlDeps['read'] = async (fetched, visit, request) => {
      const { charset, reading, unread } = await real(fetched, visit, request);
      if (!reading) return { charset, reading, unread };
      const path = new URL(fetched.finalUrl).pathname;
      const blank: PageReading = { ...reading, kind: 'list', detail: null, list: null, columns: [], follow: [] };
      if (path === '/zcwj/')
        return { charset, reading: { ...blank, follow: [{ request: post(1), as: 'data' }] }, unread };
      if (path !== '/data') return { charset, reading, unread };
      const page = (JSON.parse(Buffer.from(fetched.body).toString()) as { page: number }).page;
      const items = [1, 2].map((n) => ({
        title: `第${page}-${n}号`,
        url: `${server.origin}/d/${page}-${n}`,
        publishedOn: null,
        documentNumber: null,
      }));
      return {
        charset,
        reading: { ...blank, list: { column: null, items, next: page < 3 ? post(page + 1) : null, totalItems: 6 } },
        unread,
      };
    };
    const { sink } = await crawl(server.origin, {}, { read });
    const posts = sink.captures.filter((one) => one.request.method === 'POST');
    expect(
      posts.map((one) => [requestKey(one.request).split(' ').at(-1), one.visit.listPage, one.visit.columnKey]),
    ).toEqual([
      ['page=1', 1, 'policy'],
      ['page=2', 2, 'policy'],
      ['page=3', 3, 'policy'],
    ]);
    expect(sink.captures.filter((one) => one.request.url.includes('/d/'))).toHaveLength(6);
  });
});

describe('after a kill', () => {
  class DyingSink extends MemoryCrawlSink {
    dying = true;
    constructor(private readonly at: number) {
      super();
    }
    override async checkpoint(batch: Checkpoint): Promise<void> {
      if (this.dying && this.captures.length >= this.at) throw new Error('killed');
      await super.checkpoint(batch);
    }
  }

  it.each([3, 4, 7, 11, 15])(
    'at page %i it goes on from the last checkpoint and ends as if nothing had happened',
    async (at) => {
      const related = (href: string) =>
        `<div>相关解读：<a href="${href}">《云岭县人民政府关于第12号事项的通知》政策解读</a></div>`;
      const server = await site({
        '/': home('<a href="/zcwj/">政策文件</a><a href="/tzgg/">通知公告</a>'),
        '/zcwj/': list('政策文件', titles(1, 8), nextLink('/zcwj/index_1.html')),
        '/zcwj/index_1.html': list('政策文件', titles(9, 8), nextLink('/zcwj/index_1.html?again=1')),
        '/zcwj/index_1.html?again=1': list('政策文件', titles(9, 8)),
        '/tzgg/': list('通知公告', [['/go', '云岭县人民政府关于跳转事项的通知'], ...titles(5, 6), ...titles(30, 3)]),
        '/go': (_, response) => void response.writeHead(302, { location: '/zwgk/zcwj/t31.html' }).end(),
        '/zwgk/zcwj/t1.html': article('云岭县人民政府关于第1号事项的通知', related('/zcjd/1.html')),
        '*': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(article('通知')),
      });
      const essence = (sink: MemoryCrawlSink) =>
        sink.captures.map(({ id, visit }) => ({ id, visit })).sort((a, b) => (a.id < b.id ? -1 : 1));
      const straight = (await crawl(server.origin, { fewestColumns: 3 })).sink;
      const sink = new DyingSink(at);
      const every = { checkpointEvery: { pages: 3, milliseconds: 1e9 } };
      await expect(crawlSite(target(server.origin), deps(), sink, every)).rejects.toThrow('killed');
      const kept = sink.captures.map((one) => one.request.url.replace(server.origin, ''));
      expect(kept.length).toBeGreaterThanOrEqual(at);
      server.asked.length = 0;
      sink.dying = false;
      const result = await crawlSite(target(server.origin), deps(), sink, every);
      expect(server.asked.filter((one) => kept.includes(one.slice(4)) && one !== 'GET /zwgk/zcwj/t31.html')).toEqual(
        [],
      );
      expect(essence(sink)).toEqual(essence(straight));
      expect(result).toMatchObject({ ended: 'complete', pages: straight.captures.length });
    },
  );

  it('stops when told to and leaves the rest for the next start', async () => {
    const stop = new AbortController();
    const server = await site({
      '/': home('<a href="/zcwj/">政策文件</a>'),
      '/zcwj/': list('政策文件', titles(1, 8)),
      '*': (_, response) =>
        void setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(article('通知')), 20),
    });
    const sink = new MemoryCrawlSink();
    const onProgress = ({ fetched }: { fetched: number }): void => void (fetched === 4 && stop.abort());
    const options = { signal: stop.signal, onProgress };
    expect(await crawlSite(target(server.origin), deps(), sink, options)).toMatchObject({
      ended: 'stopped',
      pages: 4,
    });
    expect((await sink.restore())?.pending).toHaveLength(6);
    expect(await crawlSite(target(server.origin), deps(), sink, { fewestColumns: 0 })).toMatchObject({
      ended: 'complete',
      pages: 10,
    });
  });
});
