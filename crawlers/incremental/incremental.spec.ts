import { afterEach, describe, expect, it } from 'vitest';
import { captureId, MemoryBlobStore, sha256Of } from '#evidence';
import { assembleSite, type ReadCapture } from '#facts';
import { canonicalJson } from '#kernel';
import { crawlSite, type CrawlDeps, type CrawlOptions } from '../crawl-site.js';
import { families } from '../families/index.js';
import { MemoryCrawlSink } from '../frontier/memory-sink.js';
import { localFetcher, serve, type Handler, type Loopback } from '../loopback-server.test.js';
import type { Checkpoint, EarlierRound, KeptPage, SiteTarget } from '../model.js';
import { pageReader } from '../reading/page-reader.js';

const now = Date.parse('2025-09-01T02:00:00Z');
const day = 86_400_000;

interface Answered {
  path: string;
  status: number;
}

/** A site whose pages can be changed between rounds and that knows conditional requests. */
class ChangingSite {
  readonly pages = new Map<string, string>();
  readonly statuses = new Map<string, number>();
  readonly answered: Answered[] = [];
  validators = true;
  private server: Loopback | null = null;

  async open(): Promise<string> {
    const answer: Handler = (request, response) => {
      const path = request.url ?? '/';
      const page = this.pages.get(path);
      const status = this.statuses.get(path) ?? (page === undefined ? 404 : 200);
      const etag = `"${sha256Of(Buffer.from(page ?? '')).slice(0, 16)}"`;
      const isSame = status === 200 && this.validators && request.headers['if-none-match'] === etag;
      this.answered.push({ path, status: isSame ? 304 : status });
      const headers = { 'content-type': 'text/html; charset=utf-8', ...(this.validators ? { etag } : {}) };
      if (isSame) response.writeHead(304, headers).end();
      else response.writeHead(status, headers).end(page ?? '<p>404</p>');
    };
    this.server = await serve({ '*': answer });
    return this.server.origin;
  }

  async close(): Promise<void> {
    await this.server?.close();
  }
}

const open: ChangingSite[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

const shell = (title: string, body: string, tags = '') =>
  `<html><head><meta name="SiteName" content="云岭县人民政府">${tags}<title>${title}</title></head><body>${body}</body></html>`;
const home = (links: string) =>
  shell('云岭县人民政府', `<div class="nav">${links}</div>${'<p>云岭县人民政府门户网站。</p>'.repeat(5)}`);
const article = (title: string, more = '') =>
  shell(
    title,
    `<h1>${title}</h1><div id="zoom">${'<p>各乡镇人民政府，县政府各部门：现将有关事项通知如下，请认真贯彻执行。</p>'.repeat(8)}${more}</div>`,
    `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2025-08-01">`,
  );
const titleOf = (n: number) => `云岭县人民政府关于第${n}号事项的通知`;
const row = (n: number, title = titleOf(n)) =>
  `<li><a href="/zwgk/zcwj/t${n}.html" title="${title}">${title}</a><span>2025-08-01</span></li>`;
const pageName = (n: number) => (n === 0 ? '/zcwj/' : `/zcwj/index_${n}.html`);

/** Lists the articles, newest first, so many on a page. */
function list(site: ChangingSite, articles: number[], perPage = 10): void {
  const pages = Math.ceil(articles.length / perPage);
  for (let page = 0; page < pages; page += 1) {
    const rows = articles.slice(page * perPage, (page + 1) * perPage).map((n) => row(n));
    const next = page + 1 < pages ? `<div class="page"><a href="${pageName(page + 1)}">下一页</a></div>` : '';
    const tags = '<meta name="ColumnName" content="政策文件">';
    site.pages.set(pageName(page), shell('政策文件', `<ul class="list">${rows.join('')}</ul>${next}`, tags));
  }
  for (const n of articles) site.pages.set(`/zwgk/zcwj/t${n}.html`, article(titleOf(n)));
}

const downFrom = (to: number, count: number) => Array.from({ length: count }, (_, n) => to - n);

async function siteWith(count: number): Promise<ChangingSite> {
  const site = new ChangingSite();
  open.push(site);
  site.pages.set('/', home('<a href="/zcwj/">政策文件</a>'));
  list(site, downFrom(count, count));
  return site;
}

interface Round {
  sink: MemoryCrawlSink;
  earlier: EarlierRound;
  read: ReadCapture[];
  reads: string[];
  ended: string;
}

/** One round over a site, upon an earlier one where it is given. */
class Rounds {
  readonly blobs = new MemoryBlobStore();
  private count = 0;

  constructor(
    private readonly origin: string,
    private readonly site: ChangingSite,
  ) {}

  async next(
    earlier: EarlierRound | null,
    {
      at = now,
      name = `r${(this.count += 1)}`,
      sink = new MemoryCrawlSink(),
      options = {},
    }: { at?: number; name?: string; sink?: MemoryCrawlSink; options?: Partial<CrawlOptions> } = {},
  ): Promise<Round> {
    this.site.answered.length = 0;
    const reads: string[] = [];
    const read = pageReader(families);
    const deps: CrawlDeps = {
      fetcher: localFetcher({ now: () => at }),
      browser: null,
      blobs: this.blobs,
      read: (fetched, visit, request) => {
        reads.push(request.url.slice(this.origin.length));
        return read(fetched, visit, request);
      },
      now: () => at,
    };
    const target: SiteTarget = { round: name, site: 's1', homeUrl: `${this.origin}/`, hosts: [] };
    if (earlier) target.earlier = { ...earlier, startedAt: new Date(at).toISOString() };
    const result = await crawlSite(target, deps, sink, { fewestColumns: 0, ...options });
    const pages: KeptPage[] = sink.captures.map((capture) => {
      const one = sink.read.find(({ capture: id }) => id === capture.id);
      return { capture, unrendered: one?.unrendered ?? false, reading: one?.reading ?? null };
    });
    return {
      sink,
      earlier: { pages, startedAt: new Date(at).toISOString(), everyDays: 14 },
      read: result.read,
      reads,
      ended: result.ended,
    };
  }
}

async function firstRound(count: number): Promise<{ site: ChangingSite; rounds: Rounds; first: Round }> {
  const site = await siteWith(count);
  const rounds = new Rounds(await site.open(), site);
  return { site, rounds, first: await rounds.next(null) };
}

const paths = ({ site }: { site: ChangingSite }) => site.answered.map(({ path }) => path);
const facts = ({ read }: Round) => canonicalJson(assembleSite(read));
const isDetail = (path: string) => path.startsWith('/zwgk/');

describe('a round upon an earlier one', () => {
  it('asks an unchanged site for its entrances and the pages whose turn it is, reads nothing and keeps the same facts', async () => {
    const { site, rounds, first } = await firstRound(200);
    expect(site.answered).toHaveLength(1 + 20 + 200);
    const second = await rounds.next(first.earlier, { name: 'r1' });
    expect(facts(second)).toBe(facts(first));
    expect(second.reads).toEqual([]);
    expect(site.answered.every(({ status }) => status === 304)).toBe(true);
    expect(paths({ site })).toEqual(expect.arrayContaining(['/', '/zcwj/']));
    expect(site.answered.length).toBeLessThanOrEqual(2 + 220 / 7);
    const how = second.sink.captures.map(({ revisit }) => revisit?.how);
    expect(how.filter((one) => one === 'notModified')).toHaveLength(site.answered.length);
    expect(how.filter((one) => one === 'carried')).toHaveLength(221 - site.answered.length);
  });

  it('takes the same bytes for the same page where the server knows no conditions', async () => {
    const { site, rounds, first } = await firstRound(30);
    site.validators = false;
    const second = await rounds.next(first.earlier, { name: 'r1' });
    expect(facts(second)).toBe(facts(first));
    expect(second.reads).toEqual([]);
    expect(second.sink.captures.find(({ visit }) => visit.as === 'home')).toMatchObject({
      revisit: { of: captureId('r1', 's1', first.sink.captures[0]!.request), how: 'sameBytes' },
      outcome: 'ok',
      status: 200,
    });
  });

  it('looks at every page again within the days set, and says of the others when they were last seen', async () => {
    const { site, rounds, first } = await firstRound(60);
    const seen = new Set<string>();
    let before = first;
    for (let n = 1; n <= 14; n += 1) {
      before = await rounds.next(before.earlier, { at: now + n * day });
      for (const path of paths({ site })) seen.add(path);
    }
    expect(seen.size).toBe(1 + 6 + 60);
    const oldest = Math.min(...before.sink.captures.map(({ fetchedAt }) => Date.parse(fetchedAt)));
    expect(oldest).toBeGreaterThan(now);
    for (const { revisit } of before.sink.captures)
      expect(first.sink.captures.map(({ id }) => id)).toContain(revisit?.of);
  });

  it('looks at what was missed on its day as soon as it is overdue', async () => {
    const { site, rounds, first } = await firstRound(20);
    await rounds.next(first.earlier, { at: now + 15 * day });
    expect(site.answered).toHaveLength(1 + 2 + 20);
  });

  it('follows a list while its pages are not as they were, and asks for what is new or listed otherwise', async () => {
    const { site, rounds, first } = await firstRound(50);
    // One more row on the first page: the rows behind it are pushed on, page by page.
    const articles = [...downFrom(50, 5), 900, ...downFrom(45, 45)];
    list(site, articles);
    const shifted = await rounds.next(first.earlier);
    expect(paths({ site })).toEqual(
      expect.arrayContaining(['/zwgk/zcwj/t900.html', ...[0, 1, 2, 3, 4, 5].map(pageName)]),
    );
    expect(paths({ site }).filter(isDetail).length).toBeLessThan(50 / 4);
    const whole = await rounds.next(null, { name: shifted.sink.captures[0]!.round });
    expect(facts(shifted)).toBe(facts(whole));

    const page = site.pages.get('/zcwj/')!;
    site.pages.set('/zcwj/', page.replaceAll(titleOf(48), `${titleOf(48)}（更正）`));
    site.pages.set('/zwgk/zcwj/t48.html', article(`${titleOf(48)}（更正）`));
    const renamed = await rounds.next(shifted.earlier);
    expect(site.answered).toContainEqual({ path: '/zwgk/zcwj/t48.html', status: 200 });
    expect(renamed.reads).toContain('/zwgk/zcwj/t48.html');
    expect(facts(renamed)).toBe(facts(await rounds.next(null, { name: renamed.sink.captures[0]!.round })));
  });

  it('asks again for what could not be read before', async () => {
    const site = await siteWith(10);
    const rounds = new Rounds(await site.open(), site);
    site.statuses.set('/zwgk/zcwj/t3.html', 503);
    const first = await rounds.next(null);
    site.statuses.clear();
    const second = await rounds.next(first.earlier, { name: 'r1' });
    expect(site.answered).toContainEqual({ path: '/zwgk/zcwj/t3.html', status: 200 });
    expect(facts(second)).toBe(facts(await rounds.next(null, { name: 'r1' })));
  });

  it('holds nothing for gone that it could not look at: not a page in its turn, nor what a list led to', async () => {
    const { site, rounds, first } = await firstRound(30);
    for (const path of site.pages.keys()) if (path !== '/') site.statuses.set(path, 503);
    const second = await rounds.next(first.earlier, { at: now + day });
    const list1 = second.read.find(({ url }) => url.endsWith('/zcwj/'));
    expect(list1).toMatchObject({ outcome: 'serverError', reading: null });
    const details = second.read.filter(({ visit }) => visit.as === 'detail');
    expect(details).toHaveLength(30);
    expect(details.every(({ outcome, reading }) => outcome === 'ok' && reading !== null)).toBe(true);
    const turned = second.sink.captures.filter(({ note }) => note?.includes('本轮核对未成'));
    expect(turned.length).toBeGreaterThan(0);
    for (const { revisit, fetchedAt } of turned) {
      expect(revisit?.how).toBe('carried');
      expect(Date.parse(fetchedAt)).toBe(now);
    }
  });

  it('asks for a page anew when its kept bytes are gone, and reads again what it would read otherwise now', async () => {
    const { site, rounds, first } = await firstRound(30);
    const unread = [...first.earlier.pages].map((page) => ({ ...page, reading: null }));
    const again = await rounds.next({ ...first.earlier, pages: unread }, { name: 'r1' });
    expect(facts(again)).toBe(facts(first));
    expect(again.reads.length).toBeGreaterThan(0);

    const lost = unread.map((page) => ({
      ...page,
      capture: page.capture.sha256 === null ? page.capture : { ...page.capture, sha256: 'f'.repeat(64) },
    }));
    const anew = await rounds.next({ ...first.earlier, pages: lost }, { name: 'r1' });
    expect(facts(anew)).toBe(facts(first));
    expect(site.answered.filter(({ status }) => status === 200)).toHaveLength(34);
  });

  it('does not believe a server that calls unchanged what nobody asked it about', async () => {
    const { site, rounds, first } = await firstRound(10);
    site.statuses.set('/zcwj/', 304);
    const noValidators = [...first.earlier.pages].map((page) => ({
      ...page,
      capture: { ...page.capture, headers: { 'content-type': 'text/html; charset=utf-8' } },
    }));
    const second = await rounds.next({ ...first.earlier, pages: noValidators });
    expect(second.read.find(({ url }) => url.endsWith('/zcwj/'))?.outcome).toBe('notModified');
    expect(second.sink.captures.find(({ request }) => request.url.endsWith('/zcwj/'))?.revisit ?? null).toBeNull();
  });

  it('chooses the same pages after a kill as without one', async () => {
    const { site, rounds, first } = await firstRound(80);
    list(site, [901, ...downFrom(80, 80)]);
    site.pages.set('/zwgk/zcwj/t77.html', article('改过的通知'));
    const at = now + 3 * day;
    const whole = await rounds.next(first.earlier, { at, name: 'r2' });
    const asked = new Set(paths({ site }));
    for (const batches of [1, 3, 12]) {
      const sink = new KilledSink(batches);
      const options = { checkpointEvery: { pages: 1, milliseconds: 1e9 } };
      await expect(rounds.next(first.earlier, { at, name: 'r2', sink, options })).rejects.toThrow('killed');
      const before = sink.captures
        .filter(({ revisit }) => revisit?.how !== 'carried')
        .map(({ request }) => request.url);
      sink.left = Infinity;
      const resumed = await rounds.next(first.earlier, { at, name: 'r2', sink, options });
      expect(canonicalJson(sorted(resumed.sink))).toBe(canonicalJson(sorted(whole.sink)));
      expect(facts(resumed)).toBe(facts(whole));
      const both = new Set([...paths({ site }), ...before.map((url) => new URL(url).pathname)]);
      expect(both).toEqual(asked);
    }
  });
});

function sorted({ captures }: MemoryCrawlSink): unknown[] {
  return captures.map(({ headers: _headers, ...capture }) => capture).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Dies after so many checkpoints, as a process does. */
class KilledSink extends MemoryCrawlSink {
  constructor(public left: number) {
    super();
  }

  override async checkpoint(batch: Checkpoint): Promise<void> {
    if (this.left <= 0) throw new Error('killed');
    this.left -= 1;
    await super.checkpoint(batch);
  }
}
