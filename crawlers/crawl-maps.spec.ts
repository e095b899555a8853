import { afterEach, describe, expect, it } from 'vitest';
import { MemoryBlobStore } from '#evidence';
import { assembleSite } from '#facts';
import { crawlSite, type CrawlOptions } from './crawl-site.js';
import { families } from './families/index.js';
import { MemoryCrawlSink } from './frontier/memory-sink.js';
import { localFetcher, serve, type Handler, type Loopback } from './loopback-server.test.js';
import { pageReader } from './reading/page-reader.js';

const open: Loopback[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

type Pages = Record<string, string | Handler>;
/** `@` stands for the origin of the server. */
const file =
  (type: string, text: string): Handler =>
  (request, response) =>
    void response.writeHead(200, { 'content-type': type }).end(text.replaceAll('@', `http://${request.headers.host}`));
const xml = (text: string) => file('application/xml', `<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
const urlset = (...paths: string[]) =>
  xml(
    `<urlset>${paths.map((path) => `<url><loc>@${path}</loc><lastmod>2025-08-01</lastmod></url>`).join('')}</urlset>`,
  );
const index = (...paths: string[]) =>
  xml(`<sitemapindex>${paths.map((path) => `<sitemap><loc>@${path}</loc></sitemap>`).join('')}</sitemapindex>`);

const home = (links: string) =>
  `<html><head><meta name="SiteName" content="云岭县人民政府"><title>云岭县人民政府</title></head><body><div class="nav">${links}</div>${'<p>云岭县人民政府门户网站。</p>'.repeat(5)}</body></html>`;
const title = (n: number) => `云岭县人民政府关于第${n}号事项的通知`;
const list = (name: string, from: number) =>
  `<html><head><meta name="ColumnName" content="${name}"><title>${name}</title></head><body><ul>${[0, 1, 2]
    .map(
      (n) => `<li><a href="/zc/202508/t20250801_${from + n}.html">${title(from + n)}</a><span>2025-08-01</span></li>`,
    )
    .join('')}</ul></body></html>`;
const article: Handler = (request, response) => {
  const n = Number(/_(\d+)\.html$/.exec(request.url ?? '')?.[1] ?? 0);
  const html = `<html><head><meta name="ArticleTitle" content="${title(n)}"><meta name="PubDate" content="2025-08-01"></head><body><h1>${title(n)}</h1><div id="zoom">${`<p>各乡镇人民政府，县政府各部门：第${n}号事项请认真贯彻执行。</p>`.repeat(8)}</div></body></html>`;
  response.writeHead(n > 0 ? 200 : 404, { 'content-type': 'text/html' }).end(n > 0 ? html : '<p>404</p>');
};

async function crawl(pages: Pages, options: Partial<CrawlOptions> = {}) {
  const server = await serve({ '/': home(''), '*': article, ...pages });
  open.push(server);
  const deps = {
    fetcher: localFetcher(),
    browser: null,
    blobs: new MemoryBlobStore(),
    read: pageReader(families),
    now: () => Date.now(),
  };
  const site = { round: 'r1', site: 's1', homeUrl: `${server.origin}/`, hosts: [] };
  const { read, ended } = await crawlSite(site, deps, new MemoryCrawlSink(), options);
  const paths = read.map(({ url }) => url.replace(server.origin, ''));
  return { read, paths, ended, facts: assembleSite(read), origin: server.origin };
}

describe('the map for robots', () => {
  it('leads to the columns and articles of a site whose menu only a script knows', async () => {
    const { facts, ended } = await crawl({
      '/sitemap.xml': urlset('/', '/zcwj/', '/zc/202508/t20250801_9.html', '/f/1.pdf'),
      '/zcwj/': list('政策文件', 1),
    });
    expect(facts.documents.map((document) => document.title).sort()).toEqual([1, 2, 3, 9].map(title));
    expect(facts.columns.find(({ key }) => key === 'policy')).toMatchObject({ state: 'found', itemCount: 3 });
    expect(ended).toBe('complete');
  });

  it('is found by robots.txt, through the map of maps, and no deeper', async () => {
    const { paths } = await crawl({
      '/robots.txt': file('text/plain', 'User-agent: *\nAllow: /\nSitemap: @/map/all.xml\n'),
      '/map/all.xml': index('/map/1.xml'),
      '/map/1.xml': index('/map/2.xml'),
      '/map/2.xml': urlset('/zcwj/'),
      '/zcwj/': list('政策文件', 1),
    });
    expect(paths).toEqual(['/', '/robots.txt', '/sitemap.xml', '/map/all.xml', '/map/1.xml']);
  });

  it('is not asked for where links lead to columns', async () => {
    const { paths } = await crawl({
      '/': home('<a href="/zcwj/">政策文件</a><a href="/tzgg/">通知公告</a><a href="/zcjd/">政策解读</a>'),
      '/zcwj/': list('政策文件', 1),
      '/tzgg/': list('通知公告', 11),
      '/zcjd/': list('政策解读', 21),
      '/sitemap.xml': urlset('/other/'),
    });
    expect(paths).not.toContain('/sitemap.xml');
    expect(paths).not.toContain('/other/');
  });

  it('leads to no other host, and to no more than allowed', async () => {
    const many = Array.from({ length: 900 }, (_, n) => `/zc/202508/t20250801_${n + 1}.html`);
    const stranger = xml(
      '<urlset><url><loc>http://www.other.example/zcwj/</loc></url><url><loc>@/zcwj/</loc></url></urlset>',
    );
    const few = await crawl({ '/sitemap.xml': stranger, '/zcwj/': list('政策文件', 1) });
    expect(few.read.every(({ url }) => url.startsWith(few.origin))).toBe(true);
    const bounded = await crawl({ '/sitemap.xml': urlset(...many) }, { maxMapped: 20 });
    expect(bounded.paths.filter((path) => path.startsWith('/zc/'))).toHaveLength(20);
  });

  it('is nothing where a page answers to everything, or where it names what is gone', async () => {
    const some = list('通知公告', 1);
    const caught = await crawl({ '/robots.txt': some, '/sitemap.xml': some });
    expect(caught.paths).toEqual(['/', '/robots.txt', '/sitemap.xml']);
    const gone = await crawl({ '/sitemap.xml': urlset('/old/', '/old/index_2.html') });
    expect([gone.facts.documents, gone.facts.unread]).toEqual([[], []]);
    expect(gone.facts.columns.every(({ state }) => state === 'missing')).toBe(true);
  });
});
