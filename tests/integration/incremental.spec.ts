import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startCounty } from '#county';
import { siteId, type OrganisationRow } from '#database';
import { requestKey, sha256Of } from '#evidence';
import { canonicalJson, readSettings } from '#kernel';
import {
  crawlArchive,
  crawlRound,
  exportRows,
  importUnits,
  openHouse,
  writeArchive,
  type Clock,
  type House,
} from '#operations';
import { assessWhole } from '../assess-whole.js';
import type { UnseenSite } from '../unseen/model.js';
import { serveSite } from '../unseen/serve.js';
import { temporaryPlace } from './support/temporary-database.js';

const day = 86_400_000;

/** A clock that stands still until it is moved. */
class SetClock implements Clock {
  constructor(public at: number) {}
  now(): Date {
    return new Date(this.at);
  }
}

interface Opened {
  house: House;
  clock: SetClock;
  units: OrganisationRow[];
  round(full: boolean, signal?: AbortSignal): Promise<Awaited<ReturnType<typeof crawlRound>>>;
  close(): Promise<void>;
}

async function open(csv: string, at: string, settings: Record<string, string> = {}): Promise<Opened> {
  const place = await temporaryPlace();
  const clock = new SetClock(Date.parse(at));
  const house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1', ...settings }), clock);
  const units = await importUnits(house, new TextEncoder().encode(csv), '单位名单.csv', { sample: false });
  return {
    house,
    clock,
    units,
    round: (full, signal = new AbortController().signal) =>
      crawlRound(house, {
        units,
        full,
        sample: false,
        allowNetworks: '127.0.0.1/32',
        intervalMs: 0,
        patienceMs: 3000,
        signal,
      }),
    close: async () => {
      await house.close();
      await place.remove();
    },
  };
}

const csvOf = (rows: [string, string][]) =>
  `名称,别名,层级,类别,上级,网站\n${rows.map(([name, url]) => `${name},,县,部门,,${url}\n`).join('')}`;

/** A site's facts of a round, its captures named by what was asked for: each round has ids of its own. */
async function factsOf(house: House, round: string, unit: OrganisationRow): Promise<string> {
  const site = siteId(unit.site!);
  let facts = canonicalJson(await house.facts.loadSiteFacts(round, site));
  for await (const { id, request } of house.evidence.captures(round, site))
    facts = facts.replaceAll(`"${id}"`, JSON.stringify(requestKey(request)));
  return facts;
}

async function holdsThatItIsAWholeRound({ house, clock, units, round }: Opened): Promise<void> {
  const first = await round(true);
  clock.at += day;
  const upon = await round(false);
  const whole = await round(true);
  expect([first.finished, upon.finished, whole.finished]).toEqual([true, true, true]);
  for (const [index, unit] of units.entries()) {
    expect({ site: unit.name, facts: await factsOf(house, upon.round, unit) }).toEqual({
      site: unit.name,
      facts: await factsOf(house, whole.round, unit),
    });
    const [one, other] = [upon.sites[index]!, whole.sites[index]!];
    expect({ ...one, seconds: 0 }).toEqual({ ...other, seconds: 0, asked: one.asked, unchanged: one.unchanged });
    expect([other.asked, other.unchanged]).toEqual([other.pages, 0]);
  }
  const sum = (of: 'asked' | 'pages') => upon.sites.reduce((total, site) => total + site[of], 0);
  expect(sum('asked')).toBeLessThan(sum('pages'));
}

describe('an incremental round over a site that stayed as it was', () => {
  it('leaves the facts of a whole one: the sample county, and replay and archive hold', async () => {
    const county = await startCounty({ slowMs: 5000 });
    const opened = await open(county.organisationsCsv, '2026-06-29T20:00:00+08:00');
    try {
      await holdsThatItIsAWholeRound(opened);
      const { house, clock, units, round } = opened;
      clock.at += day;
      const last = await round(false);
      const asked = { programme: 'pingliang-2020', period: '2026Q2', asOf: '2026-06-30', units };
      await assessWhole(house, { ...asked, replay: false });
      expect((await assessWhole(house, { ...asked, replay: true })).replay).toEqual({
        compared: units.length,
        differing: [],
      });

      const file = join(house.settings.MINGJING_DATA, 'round.warc.gz');
      await writeArchive(house, file, units);
      const read = await crawlArchive(house, file, { units, signal: new AbortController().signal });
      for (const unit of units)
        expect({ site: unit.name, facts: await factsOf(house, read.round, unit) }).toEqual({
          site: unit.name,
          facts: await factsOf(house, last.round, unit),
        });
    } finally {
      await opened.close();
      await county.close();
    }
  });

  it('leaves the facts of a whole one: sites in styles that nobody had seen', async () => {
    const folder = join(import.meta.dirname, '../unseen');
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const sites = await Promise.all(
      names.map(async ({ name }) => ((await import(join(folder, name, 'index.ts'))) as { site: UnseenSite }).site),
    );
    const served = await Promise.all(sites.map((site) => serveSite(site)));
    const rows = sites.map((site, index) => [site.name, `${served[index]!.origin}/`] as [string, string]);
    const opened = await open(csvOf(rows), '2026-06-29T20:00:00+08:00');
    try {
      await holdsThatItIsAWholeRound(opened);
    } finally {
      await opened.close();
      await Promise.all(served.map((site) => site.close()));
    }
  });
});

/** A site of columns with lists of articles, which can be changed; it knows conditional requests and counts what is asked. */
class CountingSite {
  readonly pages = new Map<string, string>();
  asked: string[] = [];
  /** Called with every path, before it is answered. */
  onAsked: (path: string) => void = () => undefined;
  private readonly server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    this.asked.push(path);
    this.onAsked(path);
    const page = this.pages.get(path);
    const etag = `"${sha256Of(Buffer.from(page ?? '')).slice(0, 16)}"`;
    const headers = { 'content-type': 'text/html; charset=utf-8', etag };
    if (page === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<p>页面不存在</p>');
    else if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end();
    else response.writeHead(200, headers).end(page);
  });

  constructor(private readonly columns: Record<string, number>) {
    const links = Object.keys(columns).map((name, n) => `<a href="/c${n}/">${name}</a>`);
    this.pages.set(
      '/',
      page('云岭县水务局', `<div class="nav">${links.join('')}</div><p>欢迎访问云岭县水务局网站。</p>`),
    );
    for (const [n, [name, count]] of Object.entries(columns).entries())
      this.list(
        n,
        name,
        Array.from({ length: count }, (_, index) => count - index),
      );
  }

  list(column: number, name: string, articles: number[], perPage = 25): void {
    const last = Math.ceil(articles.length / perPage) - 1;
    const pathOf = (n: number) => `/c${column}/${n === 0 ? '' : `index_${n}.html`}`;
    for (let n = 0; n <= last; n += 1) {
      const rows = articles.slice(n * perPage, (n + 1) * perPage).map((article) => {
        const title = `关于做好第${article}批${name}有关工作的通知`;
        const path = `/c${column}/d${article}.html`;
        this.pages.set(
          path,
          page(
            title,
            `<h1>${title}</h1><div id="zoom">${'<p>现将有关事项通知如下，请认真贯彻执行。</p>'.repeat(9)}</div>`,
          ),
        );
        return `<li><a href="${path}">${title}</a><span>2026-06-01</span></li>`;
      });
      const next = n < last ? `<div class="page"><a href="${pathOf(n + 1)}">下一页</a></div>` : '';
      this.pages.set(pathOf(n), page(name, `<ul>${rows.join('')}</ul>${next}`));
    }
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const page = (title: string, body: string) =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

describe('an incremental round', () => {
  let site: CountingSite;
  let opened: Opened;
  const ask = async (full: boolean) => {
    site.asked = [];
    const round = await opened.round(full);
    expect(round.finished).toBe(true);
    return { ...round, asked: site.asked, site: round.sites[0]! };
  };
  const begin = async (columns: Record<string, number>) => {
    site = new CountingSite(columns);
    opened = await open(csvOf([['云岭县水务局', await site.open()]]), '2026-06-20T20:00:00+08:00');
  };
  afterEach(async () => {
    await opened.close();
    await site.close();
  });

  it('asks a tenth of an unchanged site at most, and keeps each reading once', async () => {
    await begin({ 政策文件: 300 });
    const first = await ask(false);
    // Of so few columns the site's map for robots is asked, which it does not have.
    expect(first.site).toMatchObject({ pages: 315, asked: 315, unchanged: 0, outcomes: { ok: 313, notFound: 2 } });
    opened.clock.at += day;
    const second = await ask(false);
    expect(second.asked.length / first.asked.length).toBeLessThanOrEqual(0.1);
    expect(second.site).toMatchObject({ pages: 315, unchanged: second.site.asked - 2, outcomes: { ok: 313 } });
    const rows = await opened.house.database.dataSource.query<unknown[]>(`select count(*)::int as n from reading`);
    expect(rows).toEqual([{ n: 313 }]);
  });

  it('asks for all of it when that is due or asked for', async () => {
    await begin({ 政策文件: 20 });
    const all = { asked: 24, unchanged: 0 };
    expect((await ask(false)).site).toMatchObject(all);
    opened.clock.at += day;
    expect((await ask(true)).site).toMatchObject(all);
    opened.clock.at += 29 * day;
    expect((await ask(false)).site.unchanged).toBeGreaterThan(0);
    opened.clock.at += day;
    expect((await ask(false)).site).toMatchObject(all);
  });

  it('goes on after a stop upon the round it began upon, and ends with the facts of a whole one', async () => {
    await begin({ 政策文件: 120 });
    await ask(false);
    opened.clock.at += day;
    site.list(0, '政策文件', [900, 901, ...Array.from({ length: 119 }, (_, n) => 120 - n)]);
    const stop = new AbortController();
    site.asked = [];
    site.onAsked = (path) => path.includes('/d') && stop.abort();
    const cut = await opened.round(false, stop.signal);
    site.onAsked = () => undefined;
    expect([cut.finished, cut.sites[0]?.ended]).toEqual([false, 'stopped']);
    opened.clock.at += 60_000;
    const resumed = await ask(false);
    expect([resumed.round, resumed.resumed]).toEqual([cut.round, true]);
    expect(resumed.asked).toContain('/c0/d900.html');
    const whole = await ask(true);
    const [unit] = opened.units;
    expect(await factsOf(opened.house, resumed.round, unit!)).toBe(await factsOf(opened.house, whole.round, unit!));
    const [state] = await opened.house.rounds.siteStates(resumed.round);
    expect(state).toMatchObject({ state: 'done', pages: 1 + 5 + 121 + 2 });
    expect(state!.asked).toBeLessThan(60);
  });

  it('tells what vanished, with both captures, and holds it against nobody', async () => {
    await begin({ 政策文件: 60 });
    const { house, clock, units } = opened;
    const first = await ask(false);
    clock.at += day;
    site.list(
      0,
      '政策文件',
      Array.from({ length: 60 }, (_, n) => 60 - n).filter((n) => n !== 55),
    );
    // Its page is gone while the list still names it: found when the page has its turn.
    site.pages.delete('/c0/d20.html');
    const found: Record<string, unknown>[] = [];
    for (let n = 0; n < 14; n += 1) {
      await ask(false);
      clock.at += day;
    }
    found.push(...(await exportRows(house, 'vanished', { period: '2026' })));
    const base = units[0]!.site!;
    expect(
      found
        .map(({ url, how, outcome }) => ({ url, how, outcome }))
        .sort((a, b) => (String(a.url) < String(b.url) ? -1 : 1)),
    ).toEqual([
      { url: `${base}c0/d20.html`, how: 'removed', outcome: 'notFound' },
      { url: `${base}c0/d55.html`, how: 'unlisted', outcome: null },
    ]);
    for (const { before, after } of found) {
      expect(await house.evidence.capture(String(before))).toMatchObject({ outcome: 'ok', visit: { as: 'detail' } });
      expect(await house.evidence.capture(String(after))).not.toBeNull();
    }
    expect(await exportRows(house, 'vanished', { period: '2025' })).toEqual([]);
    expect(first.site.pages).toBe(1 + 3 + 60 + 2);
  });
});
