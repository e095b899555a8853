import { afterEach, describe, expect, it } from 'vitest';
import { MemoryBlobStore, sha256Of } from '#evidence';
import { crawlSite } from '../crawl-site.js';
import { families } from '../families/index.js';
import { localFetcher, serve, type Handler, type Loopback } from '../loopback-server.test.js';
import { pageReader } from '../reading/page-reader.js';
import { MemoryCrawlSink } from './memory-sink.js';

const open: Loopback[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

let visits = 0;
/** Another one for every visitor and visit. */
const token = () => sha256Of(Buffer.from(`visit ${(visits += 1)}`)).slice(0, 24);
const moment = () => 1_756_684_800_000 + (visits += 1);

const shell = (title: string, body: string) =>
  `<html><head><meta charset="utf-8"><meta name="SiteName" content="云岭县人民政府"><title>${title}</title></head><body>${body}</body></html>`;
const titleOf = (n: number) => `云岭县人民政府关于第${n}号事项的通知`;
const rows = (from: number, count: number, href: (n: number) => string) =>
  `<ul class="list">${Array.from({ length: count }, (_, n) => `<li><a href="${href(from + n)}" title="${titleOf(from + n)}">${titleOf(from + n)}</a><span>2025-08-01</span></li>`).join('')}</ul>`;
const next = (href: string) => `<div class="page"><a href="${href}">下一页</a></div>`;
const article = (n: number) =>
  shell(
    titleOf(n),
    `<h1>${titleOf(n)}</h1><div id="zoom">${'<p>各乡镇人民政府，县政府各部门：现将有关事项通知如下，请认真贯彻执行。</p>'.repeat(8)}</div>`,
  );

async function crawl(
  answer: (path: string) => string | null,
): Promise<{ paths: string[]; asked: string[]; ended: string }> {
  const handler: Handler = (request, response) => {
    const page = answer(request.url ?? '/');
    response.writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page ?? '404');
  };
  const server = await serve({ '*': handler });
  open.push(server);
  const sink = new MemoryCrawlSink();
  const deps = {
    fetcher: localFetcher(),
    browser: null,
    blobs: new MemoryBlobStore(),
    read: pageReader(families),
    now: () => Date.now(),
  };
  const target = { round: 'r1', site: 's1', homeUrl: `${server.origin}/`, hosts: [] };
  const { ended } = await crawlSite(target, deps, sink, { fewestColumns: 0, maxPages: 400 });
  const paths = sink.captures.map(({ request }) => request.url.slice(server.origin.length));
  return { paths, asked: server.asked, ended };
}

const home = shell(
  '云岭县人民政府',
  `<div class="nav"><a href="/zcwj/">政策文件</a></div>${'<p>云岭县人民政府门户网站。</p>'.repeat(5)}`,
);
const number = (path: string, name: string) => Number(new RegExp(`[?&]${name}=(\\d+)`).exec(path)?.[1] ?? 1);

describe('a site without end', () => {
  it('that gives every visitor a session is read once', async () => {
    const { paths, ended } = await crawl((path) => {
      if (path === '/') return home;
      const session = `sid=${token()}&sessionId=${token()}&_=${moment()}`;
      const article_ = /^\/d\.jsp;?.*?[?&]id=(\d+)/.exec(path)?.[1];
      if (article_) return article(Number(article_));
      const page = number(path, 'page');
      const rest = page < 3 ? next(`/zcwj/?page=${page + 1}&${session}`) : '';
      return shell('政策文件', rows(page * 10, 10, (n) => `/d.jsp;jsessionid=${token()}?id=${n}&${session}`) + rest);
    });
    expect(ended).toBe('complete');
    expect(paths).toHaveLength(1 + 3 + 30);
    expect(paths.every((path) => !/sid|session|_=/i.test(path))).toBe(true);
  });

  it('that shows its last page for ever, under addresses that change with each visit, ends there', async () => {
    const { paths, ended } = await crawl((path) => {
      if (path === '/') return home;
      const id = /^\/d\/(\d+)/.exec(path)?.[1];
      if (id) return article(Number(id));
      const page = number(path, 'page');
      const shown = Math.min(page, 4) * 10;
      return shell('政策文件', rows(shown, 10, (n) => `/d/${n}?v=${token()}`) + next(`/zcwj/?page=${page + 1}`));
    });
    expect(ended).toBe('complete');
    const lists = paths.filter((path) => path.startsWith('/zcwj/'));
    expect(lists).toEqual(['/zcwj/', ...[2, 3, 4, 5].map((n) => `/zcwj/?page=${n}`)]);
    expect(new Set(paths.map((path) => /^\/d\/\d+/.exec(path)?.[0] ?? '')).size).toBe(40 + 1);
  });

  it('reads on where titles repeat but the pages differ', async () => {
    const { paths } = await crawl((path) => {
      if (path === '/') return home;
      if (path.startsWith('/d/')) return article(Number(path.slice(3)));
      const page = number(path, 'page');
      const same = rows(page * 10, 10, (n) => `/d/${n}`).replace(/第\d+号/g, '第1号');
      return shell('政策文件', same + (page < 6 ? next(`/zcwj/?page=${page + 1}`) : ''));
    });
    expect(paths.filter((path) => path.startsWith('/zcwj/'))).toHaveLength(6);
    expect(paths.filter((path) => path.startsWith('/d/'))).toHaveLength(60);
  });

  it('with a calendar, orders to sort by and links that go round is left after its own pages', async () => {
    const { paths, ended } = await crawl((path) => {
      if (path === '/') return home;
      if (path.startsWith('/d/')) return article(Number(path.slice(3)));
      const sorts = ['title', 'date', 'hits']
        .flatMap((by) => ['asc', 'desc'].map((way) => `<a href="?sort=${by}&order=${way}&r=0.${moment()}">排序</a>`))
        .join('');
      const month = number(path, 'month') + 1;
      const days = Array.from({ length: 28 }, (_, n) => `<a href="/zcwj/?month=${month}&day=${n}">${n}</a>`).join('');
      const calendar = `<table>${days}</table><a href="/zcwj/?month=${month}">下个月</a>`;
      const round = '<div class="nav"><a href="zcwj/">政策文件</a></div>';
      return shell('政策文件', `${round}${sorts}${rows(1, 10, (n) => `/d/${n}`)}${calendar}`);
    });
    expect(ended).toBe('complete');
    expect(paths.filter((path) => path.startsWith('/d/'))).toHaveLength(10);
    expect(paths.filter((path) => /sort|month/.test(path))).toEqual([]);
    expect(paths.length).toBeLessThanOrEqual(1 + 10 + 4);
  });
});
