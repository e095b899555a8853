import dayjs from 'chinese-days';
import { describe, expect, it } from 'vitest';
import type { SiteAnswer } from '../model.js';
import { site } from './index.js';

const ORIGIN = 'http://127.0.0.1:8080';
const truth = site.truth(ORIGIN);

async function get(url: string): Promise<SiteAnswer> {
  const path = url.slice(ORIGIN.length) || '/';
  return site.answer({ method: 'GET', path, headers: {}, body: new Uint8Array() }, ORIGIN);
}

async function body(url: string): Promise<string> {
  const answer = await get(url);
  return typeof answer.body === 'string' ? answer.body : '';
}

const bare = (text: string) => text.replace(/&[a-z]+;/g, '').replace(/[\s　]/g, '');
const words = (html: string) => bare(html.replace(/<[^>]*>/g, ''));

/** Addresses that a browser would open from here: links, frames, and what the script of 政府信息公开 fetches. */
async function opened(url: string): Promise<string[]> {
  // Text of scripts is no link; their own addresses are kept.
  const html = (await body(url)).replace(/(<script[^>]*>)[\s\S]*?<\/script>/gi, '$1');
  const fetches = (await body(url)).includes('newslist.jsp');
  const found = [...html.matchAll(/\b(?:href|src)="([^"#]+)"/gi)].map((m) => m[1] ?? '');
  if (fetches) {
    const fetched = JSON.parse(await body(`${ORIGIN}/system/resource/code/newslist.jsp?treeid=1012&rows=8`)) as {
      list: { url: string }[];
    };
    found.push(...fetched.list.map((item) => item.url));
  }
  return found
    .filter((href) => !/^(javascript|file|mailto):/i.test(href))
    .map((href) => new URL(href, url).href)
    .filter((href) => href.startsWith(ORIGIN));
}

async function everythingReachable(): Promise<Set<string>> {
  const seen = new Set<string>([`${ORIGIN}/`]);
  const queue = [...seen];
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const url of await opened(next)) {
      if (seen.has(url)) continue;
      seen.add(url);
      if (!/\.js$/.test(url)) queue.push(url);
    }
  }
  return seen;
}

const pages = [
  ...truth.documents,
  ...truth.interpretations,
  ...truth.annualReports.map((report) => ({ urls: report.urls, title: `${report.year}年政府信息公开工作年度报告` })),
];

describe('the site of 博岭县', () => {
  it('has the size it should have', () => {
    expect(truth.documents.length).toBeGreaterThanOrEqual(45);
    expect(truth.interpretations.length).toBeGreaterThanOrEqual(18);
    expect(truth.annualReports.map((r) => r.year)).toEqual([2025, 2024, 2023, 2022]);
    expect(truth.columns).toHaveLength(12);
  });

  it('answers every address of the truth with a page of that title', async () => {
    for (const { urls, title } of pages) {
      for (const url of urls) {
        expect((await get(url)).status, url).toBe(200);
        const html = await body(url);
        expect(words(html), url).toContain(bare(title));
        // The heading itself, not only the <title>.
        expect(words(/<h1[^>]*>([\s\S]*?)<\/h1>/i.exec(html)?.[1] ?? ''), url).toContain(bare(title));
      }
    }
  });

  it('says each address and each title once', () => {
    const urls = [...pages.flatMap((p) => p.urls), ...truth.others];
    expect(new Set(urls).size).toBe(urls.length);
    const titles = pages.map((p) => p.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('leads from the home page to every document, interpretation, report and attachment', async () => {
    const seen = await everythingReachable();
    for (const { urls } of pages) expect(seen.has(urls[0] ?? ''), urls[0]).toBe(true);
    for (const { url } of truth.documents.flatMap((d) => d.attachments)) {
      expect(seen.has(url), url).toBe(true);
      expect((await get(url)).status, url).toBe(200);
    }
    const dead: string[] = [];
    for (const url of seen) if ((await get(url)).status !== 200) dead.push(url.slice(ORIGIN.length));
    expect(dead.sort()).toEqual(['/info/1002/6333.htm', '/zfxxgk/ysqgk.htm']);
  });

  it('shows what the truth says of documents', async () => {
    for (const d of truth.documents) {
      const html = await body(d.urls[0] ?? '');
      const text = words(html);
      if (d.documentNumber) {
        const [, prefix = '', year = '', serial = ''] =
          /^(.*?)[〔]?(20\d\d)〕?年?第?(\d+)号$/.exec(d.documentNumber) ?? [];
        expect(text, d.title).toMatch(new RegExp(`${prefix}.?${year}.?第?${serial}号`));
      }
      if (d.indexNumber) expect(text).toContain(d.indexNumber);
      if (d.publishedOn) {
        const [y, m, day] = d.publishedOn.split('-');
        expect(text, d.title).toMatch(new RegExp(`${y}/${m}/${day}|${y}年${m}月${day}日`));
      }
      if (d.issuedOn) {
        const [y = '', m, day] = d.issuedOn.split('-');
        const han = [...y].map((c) => '〇一二三四五六七八九'[Number(c)]).join('');
        expect(text, d.title).toMatch(new RegExp(`${y}年${Number(m)}月${Number(day)}日|${y}/${m}/${day}|${han}年`));
      }
    }
  });

  it('counts twenty working days as the truth does', () => {
    for (const d of truth.documents) {
      if (!d.issuedOn || !d.publishedOn) {
        expect(d.timeliness, d.title).toBe('notMeasured');
        continue;
      }
      if (Number(d.publishedOn.slice(0, 4)) - Number(d.issuedOn.slice(0, 4)) > 5) {
        expect(d.timeliness, d.title).toBe('notMeasured');
        continue;
      }
      const taken = dayjs.getWorkdaysInRange(d.issuedOn, d.publishedOn, true).filter((x) => x !== d.issuedOn).length;
      expect(taken > 20 ? 'late' : 'onTime', `${d.title}: ${taken}`).toBe(d.timeliness);
      if (d.trap?.includes('exactly')) expect([20, 21]).toContain(taken);
    }
  });

  it('links files and interpretations as the truth says', async () => {
    for (const i of truth.interpretations) {
      const own = new Set(await opened(i.urls[0] ?? ''));
      expect(
        i.policyUrls.some((url) => own.has(url)),
        i.title,
      ).toBe(i.linksToPolicy);
      const policy = i.policyUrls[0];
      const back = policy ? new Set(await opened(policy)) : new Set<string>();
      expect(
        i.urls.some((url) => back.has(url)),
        i.title,
      ).toBe(i.linkedFromPolicy);
    }
  });

  it('numbers the pages of its lists downwards', async () => {
    const first = await body(`${ORIGIN}/xwdt/tzgg.htm`);
    const last = Number(/p_last p_fun"><a href="tzgg\/(\d+)\.htm"/.exec(first)?.[1]);
    const second = Number(/p_next p_fun"><a href="tzgg\/(\d+)\.htm"/.exec(first)?.[1]);
    expect(last).toBe(1);
    expect(second).toBeGreaterThan(last);
    expect((await get(`${ORIGIN}/xwdt/tzgg/99.htm`)).status).toBe(404);
  });
});
