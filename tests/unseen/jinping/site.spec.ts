import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { paddedDay, plainDay, chineseDay } from './dates.js';
import { site } from './index.js';
import type { SiteAnswer } from '../model.js';

const ORIGIN = 'http://127.0.0.1:9090';
const truth = site.truth(ORIGIN);

const get = async (url: string): Promise<SiteAnswer> =>
  site.answer({ method: 'GET', path: url.slice(ORIGIN.length) || '/', headers: {}, body: new Uint8Array() }, ORIGIN);

const source = async (url: string): Promise<string> => {
  const { body } = await get(url);
  return typeof body === 'string' ? body : '';
};

/** Text as it is read: without comments, tags and white space. */
const shown = (html: string) => html.replace(/<!--[\s\S]*?-->|<[^>]*>|\s/g, '');

/** What a browser opens from a page: links, frames, options of a pager, and the rows of the JSON file the list names. */
async function followed(url: string): Promise<string[]> {
  const html = (await source(url)).replace(/<!--[\s\S]*?-->/g, '');
  const found = [...html.matchAll(/\b(?:href|src|data)="([^"]+)"|<option value="([^"]+)"/g)].map(
    (m) => m[1] ?? m[2] ?? '',
  );
  const json = /data-json="([^"]+)"/.exec(html)?.[1];
  if (json) {
    const answer = JSON.parse(await source(new URL(json, url).href)) as { data: { rows: { url: string }[] } };
    found.push(...answer.data.rows.map((row) => row.url));
  }
  return found
    .filter((href) => !href.startsWith('javascript:'))
    .map((href) => new URL(href, url).href)
    .filter((href) => href.startsWith(ORIGIN));
}

async function reachable(): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  const queue = [`${ORIGIN}/`];
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (seen.has(url)) continue;
    const { status, headers } = await get(url);
    seen.set(url, status);
    if (headers['location']) queue.push(new URL(headers['location'], url).href);
    if (/text\/html/.test(headers['content-type'] ?? '')) queue.push(...(await followed(url)));
  }
  return seen;
}

/** Working days after the first day up to and including the last. */
function workingDays(from: string, to: string): number {
  let count = 0;
  for (let day = Date.parse(from) + 864e5; day <= Date.parse(to); day += 864e5) {
    if (chineseDays.isWorkday(new Date(day).toISOString().slice(0, 10))) count++;
  }
  return count;
}

const REPORT_TITLE = (year: number) => `锦屏湖区人民政府${year}年政府信息公开工作年度报告`;
const titled = [
  ...truth.documents,
  ...truth.interpretations,
  ...truth.annualReports.map((report) => ({ urls: report.urls, title: REPORT_TITLE(report.year) })),
];

describe('the site of 锦屏湖区', () => {
  it('has the size and the columns it should have', () => {
    expect(truth.documents.length).toBeGreaterThanOrEqual(45);
    expect(truth.interpretations.length).toBeGreaterThanOrEqual(18);
    expect(truth.annualReports).toHaveLength(4);
    expect(new Set(truth.columns.map((c) => c.key)).size).toBe(12);
    expect(
      truth.columns
        .filter((c) => c.status !== 'ok')
        .map((c) => c.status)
        .sort(),
    ).toEqual(['broken', 'empty', 'missing', 'stale']);
  });

  it('names every address and every title once', () => {
    const urls = [...titled.flatMap((p) => p.urls), ...truth.others];
    expect(urls.filter((url, k) => urls.indexOf(url) !== k)).toEqual([]);
    const titles = titled.map((p) => p.title);
    expect(titles.filter((title, k) => titles.indexOf(title) !== k)).toEqual([]);
  });

  it('answers every address with a page headed by its title', async () => {
    for (const { urls, title } of titled) {
      for (const url of urls) {
        expect((await get(url)).status, url).toBe(200);
        const heading = /<h1>([\s\S]*?)<\/h1>/.exec(await source(url))?.[1] ?? '';
        expect(shown(heading), url).toBe(shown(title));
      }
    }
  });

  it('shows the numbers, dates and files that the truth tells', async () => {
    for (const doc of truth.documents) {
      const html = (await Promise.all(doc.urls.map(source))).join('');
      const text = shown(html);
      if (doc.documentNumber) expect(text.replace(/\[(\d{4})\]/g, '〔$1〕'), doc.title).toContain(doc.documentNumber);
      if (doc.indexNumber) expect(text, doc.title).toContain(doc.indexNumber);
      if (doc.publishedOn) expect(text, doc.title).toContain(`发布时间：${doc.publishedOn}`);
      if (doc.issuedOn) {
        const forms = [plainDay(doc.issuedOn), paddedDay(doc.issuedOn), chineseDay(doc.issuedOn)];
        expect(
          forms.some((form) => text.includes(form)),
          doc.title,
        ).toBe(true);
      }
      for (const file of doc.attachments) {
        expect(html, doc.title).toContain(`href="${file.url.slice(ORIGIN.length)}"`);
        expect(text, doc.title).toContain(shown(file.name));
      }
    }
  });

  it('counts working days as the calendar does', () => {
    for (const { title, issuedOn, publishedOn, timeliness } of truth.documents) {
      if (!issuedOn || !publishedOn || timeliness === 'notMeasured') continue;
      expect(workingDays(issuedOn, publishedOn) > 20 ? 'late' : 'onTime', title).toBe(timeliness);
    }
    const days = (id: string) => {
      const doc = truth.documents.find((d) => d.urls[0]?.endsWith(id));
      return workingDays(doc?.issuedOn ?? '', doc?.publishedOn ?? '');
    };
    expect(days('/80816.jhtml')).toBe(20);
    expect(days('/80231.jhtml')).toBe(21);
  });

  it('links policies and interpretations as the truth tells', async () => {
    for (const item of truth.interpretations) {
      const page = await followed(item.urls[0] ?? '');
      expect(
        page.some((url) => item.policyUrls.includes(url)),
        item.title,
      ).toBe(item.linksToPolicy);
      const back = (await Promise.all(item.policyUrls.map(followed))).flat();
      expect(back.includes(item.urls[0] ?? ''), item.title).toBe(item.linkedFromPolicy);
    }
  });

  it('leads from the home page to everything, and to one dead link', async () => {
    const seen = await reachable();
    for (const { urls } of titled) for (const url of urls) expect(seen.get(url), url).toBe(200);
    for (const { url } of truth.documents.flatMap((d) => d.attachments)) expect(seen.get(url), url).toBe(200);
    const dead = [...seen].filter(([, status]) => status >= 400).map(([url]) => url.slice(ORIGIN.length));
    expect(dead).toEqual(['/zfxxgk/zc/qtwj/2025/0611/79290.jhtml']);
  });
});
