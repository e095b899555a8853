import { describe, expect, it } from 'vitest';
import { contradictedByDays, toldTwice } from '../consistency.js';
import { COLUMNS } from './columns.js';
import { items } from './content/index.js';
import { site } from './index.js';
import { rowsOf } from './list.js';
import { truth as truthAt } from './truth.js';
import type { SiteAnswer } from '../model.js';

const ORIGIN = 'http://127.0.0.1:1';
const truth = truthAt(ORIGIN);
const articles = [...truth.documents, ...truth.interpretations];

const ask = async (path: string): Promise<SiteAnswer> =>
  await site.answer({ method: 'GET', path, headers: {}, body: new Uint8Array() }, ORIGIN);
const text = (answer: SiteAnswer): string => Buffer.from(answer.body).toString('utf8');
const bare = (html: string): string => html.replace(/<[^>]*>|&nbsp;|\s/g, '');
const round = (value: string): string => value.replace(/[（(](\d{4})[)）]/g, '〔$1〕');
const paths = (urls: string[]): string[] => urls.map((url) => url.slice(ORIGIN.length));
const isStub = (html: string): boolean => html.includes('http-equiv="refresh"');

/** Follows links, pictures, refreshes and both scripts that write pagers. */
async function walk(): Promise<Map<string, number>> {
  const seen = new Map<string, number>([['/', 0]]);
  for (const path of seen.keys()) {
    const answer = await ask(path);
    seen.set(path, answer.status);
    if (!answer.headers['content-type']?.includes('html')) continue;
    const html = text(answer);
    const found = [...html.matchAll(/(?<![a-z])(?:href|src|data-audio|; url)="?([^"'\\> ]+)"/g)].map(
      ([, to = '']) => to,
    );
    const pages = Number(/(?:createPageHTML\(|countPage = )(\d+)/.exec(html)?.[1] ?? 1);
    for (let at = 1; at < pages; at++) found.push(`index_${at}.html`);
    for (const to of found) {
      const url = new URL(to, `${ORIGIN}${path}`);
      if (url.origin === ORIGIN && !seen.has(url.pathname + url.search)) seen.set(url.pathname + url.search, 0);
    }
  }
  return seen;
}

describe('栖川市, a portal redesigned twice with sections of departments', () => {
  it('has the size it should have', () => {
    expect(truth.documents).toHaveLength(42);
    expect(truth.interpretations).toHaveLength(15);
    expect(truth.annualReports.map(({ year }) => year)).toEqual([2025, 2024, 2023]);
    expect(new Set(truth.columns.map(({ key }) => key)).size).toBe(12);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('agrees with itself', () => {
    expect(contradictedByDays(truth)).toEqual([]);
    expect(toldTwice(truth)).toEqual([]);
  });

  it('answers every true address with a page that shows the title and the day', async () => {
    for (const { urls, title, publishedOn } of articles)
      for (const path of paths(urls)) {
        const answer = await ask(path);
        expect(answer.status, path).toBe(200);
        expect(bare(text(answer)), path).toContain(bare(title));
        const day = path.startsWith('/Item/') ? publishedOn?.replace(/-0?/g, '/') : publishedOn;
        if (!isStub(text(answer))) expect(text(answer), path).toContain(day);
      }
    for (const path of paths([...truth.others, ...truth.annualReports.flatMap(({ urls }) => urls)]))
      expect((await ask(path)).status, path).toBe(200);
  });

  it('shows each number on the page, each index number there or in a list, and the day of writing', async () => {
    const lists = (await Promise.all(COLUMNS.map(async ({ path }) => text(await ask(path))))).join('');
    for (const { urls, documentNumber, indexNumber, issuedOn } of truth.documents) {
      const html = text(await ask(paths(urls)[0] ?? ''));
      expect(round(bare(html)), urls[0]).toContain(documentNumber ?? '');
      expect(html.includes(indexNumber ?? '') || lists.includes(indexNumber ?? ''), urls[0]).toBe(true);
      if (issuedOn === null) continue;
      const [year = '', month = '', day = ''] = issuedOn.split('-');
      const forms = [
        issuedOn,
        `${year}年${Number(month)}月${Number(day)}日`,
        '二O二六年三月二日',
        '二〇一八年四月二十七日',
      ];
      expect(
        forms.some((form) => bare(html).includes(form)),
        urls[0],
      ).toBe(true);
    }
  });

  it('lets each document be attributed: the unit stands on its page, in full or without the name of the city', async () => {
    for (const { urls, unit } of truth.documents)
      expect(bare(text(await ask(paths(urls)[0] ?? ''))), urls[0]).toContain(
        unit.replace(/^栖川市(?!人民|新冠)|人民政府$/g, ''),
      );
    expect(new Set(truth.documents.map(({ unit }) => unit)).size).toBe(9);
  });

  it('is reached from the home page, files too, and loses only what the truth tells', async () => {
    const seen = await walk();
    const files = truth.documents.flatMap(({ attachments }) => attachments.map(({ url }) => url));
    const wanted = [...articles, ...truth.annualReports].flatMap(({ urls }) => urls).concat(files, truth.others);
    for (const path of paths(wanted)) expect(seen.get(path), path).toBe(200);
    const lost = [...seen].filter(([, status]) => status !== 200).map(([path]) => path);
    expect(lost.sort()).toEqual(['/zwfw/', '/zwgk/tzgg/index_2.html', '/zwgk/tzgg/index_3.html']);
  });

  it('names each attachment as its link does, on every page of the document', async () => {
    for (const { urls, attachments } of truth.documents)
      for (const path of paths(urls)) {
        const html = text(await ask(path));
        if (isStub(html)) continue;
        const links = [...html.matchAll(/href="([^"]+\.(?:pdf|docx?|xlsx?|zip|rar))"[^>]*>([^<]+)</g)].map(
          ([, to = '', name]) => ({
            name,
            url: new URL(to, `${ORIGIN}${path}`).href,
          }),
        );
        expect(links, path).toEqual(attachments);
      }
  });

  it('links interpretations and policies as the truth says', async () => {
    const holds = async (from: string[], to: string[]): Promise<boolean> => {
      for (const path of paths(from))
        for (const [, link = ''] of text(await ask(path)).matchAll(/href="([^"]+)"/g))
          if (to.includes(new URL(link, `${ORIGIN}${path}`).href)) return true;
      return false;
    };
    for (const { urls, policyUrls, linksToPolicy, linkedFromPolicy } of truth.interpretations) {
      expect(await holds(urls, policyUrls), urls[0]).toBe(linksToPolicy);
      expect(await holds(policyUrls, urls), urls[0]).toBe(linkedFromPolicy);
    }
  });

  it('has the parts of each annual report and the states of columns that the truth tells', async () => {
    for (const { urls, parts } of truth.annualReports) {
      const html = text(await ask(paths(urls)[0] ?? ''));
      expect([...'一二三四五六'].flatMap((head, at) => (html.includes(`<strong>${head}、`) ? [at + 1] : []))).toEqual(
        parts,
      );
    }
    expect(bare(text(await ask('/xxgkpt/jbml/')))).toContain('暂无数据');
    expect(text(await ask('/hdjl/')).match(/202[56]-\d\d/)).toBeNull();
  });

  it('shows every item in the lists of each of its columns', async () => {
    for (const { path, perPage } of COLUMNS) {
      const rows = rowsOf(path);
      const shown = new Set<string>();
      for (let at = 0; at < Math.max(1, Math.ceil(rows.length / perPage)); at++)
        for (const [, to = ''] of text(await ask(`${path}index${at === 0 ? '' : `_${at}`}.html`)).matchAll(
          /href="([^"\\]+)"/g,
        ))
          shown.add(new URL(to, `${ORIGIN}${path}`).pathname);
      for (const row of rows) expect(shown.has(row.path), row.path).toBe(true);
    }
  });
});
