import { describe, expect, it } from 'vitest';
import { contradictedByDays, toldTwice } from '../consistency.js';
import { COLUMNS, listed } from './columns.js';
import { ITEMS } from './content/index.js';
import { site } from './index.js';
import type { SiteAnswer } from '../model.js';

const ORIGIN = 'http://127.0.0.1:1';
const truth = site.truth(ORIGIN);
const articles = [...truth.documents, ...truth.interpretations];

async function ask(path: string): Promise<SiteAnswer> {
  return await site.answer({ method: 'GET', path, headers: {}, body: new Uint8Array() }, ORIGIN);
}
const text = (answer: SiteAnswer): string => Buffer.from(answer.body).toString('utf8');
const bare = (html: string): string => html.replace(/<[^>]*>|&nbsp;|\s/g, '');
const paths = (urls: string[]): string[] => urls.map((url) => url.slice(ORIGIN.length));
const brackets = (value: string): string => value.replace(/\[(\d{4})\]/g, '〔$1〕');

/** Follows links, pictures, areas of pictures and the options of the box that chooses a page. */
async function walk(): Promise<Set<string>> {
  const seen = new Set<string>(['/']);
  for (const path of seen) {
    const answer = await ask(path);
    if (!answer.headers['content-type']?.includes('html')) continue;
    for (const [, to = ''] of text(answer).matchAll(/(?:href|src|poster|option value)="([^"]+)"/g)) {
      const url = new URL(to, `${ORIGIN}${path}`);
      if (url.origin === ORIGIN) seen.add(url.pathname);
    }
  }
  return seen;
}

describe('鹿鸣县, an ordinary portal of a county', () => {
  it('has the size it should have', () => {
    expect(truth.documents).toHaveLength(48);
    expect(truth.interpretations).toHaveLength(13);
    expect(truth.annualReports.map(({ year }) => year)).toEqual([2025, 2024, 2023]);
    expect(new Set(truth.columns.map(({ key }) => key)).size).toBe(12);
    expect(new Set(ITEMS.map(({ id }) => id)).size).toBe(ITEMS.length);
  });

  it('agrees with itself', () => {
    expect(contradictedByDays(truth)).toEqual([]);
    expect(toldTwice(truth)).toEqual([]);
  });

  it('answers every true address with a page that shows the title, the day, the number and the index number', async () => {
    for (const { urls, title, publishedOn } of articles)
      for (const path of paths(urls)) {
        const answer = await ask(path);
        expect(answer.status, path).toBe(200);
        expect(bare(text(answer)), path).toContain(title.replace(/\s/g, ''));
        expect(text(answer), path).toContain(publishedOn);
      }
    for (const { urls, documentNumber, indexNumber } of truth.documents) {
      const html = brackets(bare(text(await ask(paths(urls)[0] ?? ''))));
      expect(html).toContain(documentNumber ?? '');
      expect(html).toContain(indexNumber ?? '');
    }
    for (const path of paths([...truth.others, ...truth.annualReports.flatMap(({ urls }) => urls)]))
      expect((await ask(path)).status, path).toBe(200);
  });

  it('is reached from the home page, files too', async () => {
    const seen = await walk();
    const files = truth.documents.flatMap(({ attachments }) => attachments.map(({ url }) => url));
    const wanted = [...articles, ...truth.annualReports].flatMap(({ urls }) => urls).concat(files, truth.others);
    for (const path of paths(wanted)) expect(seen.has(path), path).toBe(true);
    for (const path of paths(files)) expect((await ask(path)).headers['content-type']).toMatch(/pdf|octet-stream/);
    const lost: string[] = [];
    for (const path of seen) if ((await ask(path)).status !== 200) lost.push(path);
    expect(lost).toEqual([]);
  });

  it('names each attachment as its link does', async () => {
    for (const { urls, attachments } of truth.documents) {
      const html = text(await ask(paths(urls)[0] ?? ''));
      const links = [...html.matchAll(/href="(\/upload\/[^"]+)"/g)].map(([, path]) => path);
      expect(new Set(links)).toEqual(new Set(paths(attachments.map(({ url }) => url))));
      for (const { name } of attachments) expect(html).toContain(name);
    }
  });

  it('links interpretations and policies as the truth says', async () => {
    const holds = async (from: string[], to: string[]): Promise<boolean> => {
      const pages = await Promise.all(paths(from).map(async (path) => text(await ask(path)).split('arcNext')[0] ?? ''));
      return pages.some((html) => paths(to).some((path) => html.includes(`href="${path}"`)));
    };
    for (const { urls, policyUrls, linksToPolicy, linkedFromPolicy } of truth.interpretations) {
      expect(await holds(urls, policyUrls), urls[0]).toBe(linksToPolicy);
      expect(await holds(policyUrls, urls), urls[0]).toBe(linkedFromPolicy);
    }
  });

  it('has the parts of each annual report and the states of columns that the truth tells', async () => {
    const heads = ['总体情况', '主动公开政府信息', '收到和处理', '行政复议', '存在的主要问题', '其他需要报告'];
    for (const { urls, parts } of truth.annualReports) {
      const html = text(await ask(paths(urls)[0] ?? ''));
      expect(
        heads.flatMap((head, at) => (new RegExp(`<strong>[一二三四五六]、[^<]*${head}`).test(html) ? [at + 1] : [])),
      ).toEqual(parts);
    }
    expect(text(await ask('/channels/60.html'))).toContain('暂停访问');
    expect(listed('70').map(({ day }) => day)).toEqual(['2024-04-02']);
  });

  it('shows every item in the lists of each of its columns', async () => {
    for (const { id, perPage } of COLUMNS) {
      let shown = '';
      for (let at = 1; at <= Math.max(1, Math.ceil(listed(id).length / perPage)); at++)
        shown += text(await ask(`/channels/${id}${at === 1 ? '' : `_${at}`}.html`));
      for (const item of listed(id)) expect(shown).toContain(`"/contents/${id}/${item.id}.html"`);
    }
  });
});
