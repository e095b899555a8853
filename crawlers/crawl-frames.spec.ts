import { afterEach, describe, expect, it } from 'vitest';
import { MemoryBlobStore } from '#evidence';
import { assembleSite } from '#facts';
import { crawlSite } from './crawl-site.js';
import { families } from './families/index.js';
import { MemoryCrawlSink } from './frontier/memory-sink.js';
import { localFetcher, serve, type Loopback } from './loopback-server.test.js';
import { pageReader } from './reading/page-reader.js';

const open: Loopback[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function crawl(pages: Record<string, string>) {
  const server = await serve(pages);
  open.push(server);
  const deps = {
    fetcher: localFetcher(),
    browser: null,
    blobs: new MemoryBlobStore(),
    read: pageReader(families),
    now: () => Date.now(),
  };
  const site = { round: 'r1', site: 's1', homeUrl: `${server.origin}/`, hosts: [] };
  const { read } = await crawlSite(site, deps, new MemoryCrawlSink());
  return { read, facts: assembleSite(read), origin: server.origin };
}

const page = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const home = (links: string) =>
  page('云岭县人民政府', `<div class="nav">${links}</div>${'<p>云岭县人民政府门户网站。</p>'.repeat(5)}`);

describe('the frame of a page of openness', () => {
  it('that opens with a column of the menu beside it is that column', async () => {
    const { facts } = await crawl({
      '/': home('<a href="/xxgk/">政府信息公开</a>'),
      '/xxgk/': page(
        '政府信息公开',
        `<table><tr><td><a href="/xxgk/zn.html" target="main">政府信息公开指南</a></td><td><a href="/xxgk/fd.html" target="main">法定主动公开内容</a></td></tr></table><iframe name="main" src="/xxgk/fd.html"></iframe>`,
      ),
      '/xxgk/zn.html': page(
        '政府信息公开指南',
        `<h1>政府信息公开指南</h1><p>${'为方便公民获取信息，编制本指南。'.repeat(9)}</p>`,
      ),
      '/xxgk/fd.html': page(
        '法定主动公开内容',
        [1, 2, 3]
          .map((n) => `<li><a href="/zc/t20250801_${n}.html">云岭县第${n}号政策文件</a><span>2025-08-01</span></li>`)
          .join(''),
      ),
    });
    expect(facts.columns.find(({ key }) => key === 'statutory')).toMatchObject({ state: 'found', itemCount: 3 });
  });
});

describe('an article that goes on', () => {
  it('on other pages or in a frame is fetched whole, each part once, as deep as its first page', async () => {
    const title = (n: number) => `云岭县人民政府关于第${n}号事项的通知`;
    const text = '<p>各乡镇人民政府，县政府各部门：请结合实际，认真贯彻执行。</p>'.repeat(4);
    const article = (n: number, body: string) => page(title(n), `<h1>${title(n)}</h1><div id="zoom">${body}</div>`);
    const turn = (n: number) => `<p><a href="/zc/1.html">[1]</a> <a href="/zc/1_${n}.html">下一页</a></p>`;
    const { read, facts, origin } = await crawl({
      '/': home('<a href="/zcwj/">政策文件</a>'),
      '/zcwj/': page(
        '政策文件',
        [1, 2].map((n) => `<li><a href="/zc/${n}.html">${title(n)}</a><span>2025-08-01</span></li>`).join(''),
      ),
      '/zc/1.html': article(1, text + turn(1)),
      '/zc/1_1.html': article(1, text + turn(2)),
      '/zc/1_2.html': article(1, '<p align="right">云岭县人民政府</p><p align="right">2025年7月31日</p>'),
      '/zc/2.html': article(2, '<iframe src="/inc/text.html?id=2"></iframe>'),
      '/inc/text.html?id=2': page('', `<div class="content">${text}<a href="/f/2.docx">附件.docx</a></div>`),
    });
    const parts = read.filter(({ visit }) => visit.as === 'detail' && visit.listPage > 1);
    expect(parts.map(({ url, visit }) => [url.replace(origin, ''), visit.listPage, visit.depth]).sort()).toEqual([
      ['/inc/text.html?id=2', 2, 2],
      ['/zc/1_1.html', 2, 2],
      ['/zc/1_2.html', 3, 2],
    ]);
    expect(facts.documents.map((one) => [one.title, one.issuedOn?.on, one.attachments.length])).toEqual([
      [title(1), '2025-07-31', 0],
      [title(2), undefined, 1],
    ]);
  });
});
