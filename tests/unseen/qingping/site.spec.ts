import { describe, expect, it } from 'vitest';
import { contradictedByDays, toldTwice } from '../consistency.js';
import { COLUMNS, listed } from './columns.js';
import { ITEMS } from './content/index.js';
import { site } from './index.js';
import type { SiteAnswer } from '../model.js';

const ORIGIN = 'http://127.0.0.1:1';
const truth = site.truth(ORIGIN);
const articles = [...truth.documents, ...truth.interpretations];

/** Follows redirects, as every client does. */
async function ask(path: string): Promise<SiteAnswer> {
  const answer = await site.answer({ method: 'GET', path, headers: {}, body: new Uint8Array() }, ORIGIN);
  const to = answer.headers.location;
  return to === undefined ? answer : await ask(to);
}
const text = (answer: SiteAnswer): string => Buffer.from(answer.body).toString('utf8');
/** What stands in the page itself, not in its data. */
const shown = (answer: SiteAnswer): string => text(answer).split('<script id="__NEXT_DATA__"')[0] ?? '';
const bare = (html: string): string => html.replace(/<[^>]*>|\s/g, '');
const paths = (urls: string[]): string[] => urls.map((url) => url.slice(ORIGIN.length));

interface Feed {
  data: { list: { id: string }[]; next: string | null };
}

/** Every address reached: links against the base, and what the lists' script asks for. */
async function walk(): Promise<Set<string>> {
  const seen = new Set<string>(['/']);
  const add = (to: string, base: string): void => {
    const url = new URL(to.replaceAll('&amp;', '&'), base);
    if (url.origin === ORIGIN) seen.add(`${url.pathname}${url.search}`);
  };
  for (const path of seen) {
    const answer = await ask(path);
    const base = `${ORIGIN}/qingping/`;
    if (answer.headers['content-type']?.includes('json') && path.includes('/api/')) {
      const { data } = JSON.parse(text(answer)) as Feed;
      for (const { id } of data.list) add(`a/${id}`, base);
    }
    if (!answer.headers['content-type']?.includes('html')) continue;
    for (const [, to = ''] of shown(answer).matchAll(/ (?:href|src|data-src|poster)="([^"]+)"/g))
      if (!to.startsWith('data:')) add(to, base);
    const [, channel, cursor] = /"channel":"(\w+)".*"nextCursor":"([\w-]+)"/.exec(text(answer)) ?? [];
    if (channel) add(`api/feed?channel=${channel}&cursor=${cursor}`, base);
  }
  return seen;
}

describe('青萍街道, a hosted platform that renders on the server', () => {
  it('has the size it should have', () => {
    expect(truth.documents).toHaveLength(43);
    expect(truth.interpretations).toHaveLength(13);
    expect(truth.annualReports.map(({ year }) => year)).toEqual([2025, 2024, 2023]);
    expect(new Set(truth.columns.map(({ key }) => key)).size).toBe(12);
    expect(new Set(ITEMS.map(({ id }) => id.toLowerCase())).size).toBe(ITEMS.length);
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
        expect(bare(shown(answer)), path).toContain(title.replace(/\s/g, ''));
        expect(shown(answer), path).toContain(`>${publishedOn} `);
      }
    for (const { urls, documentNumber, indexNumber } of truth.documents) {
      const html = bare(shown(await ask(paths(urls)[0] ?? '')));
      expect(html).toContain(documentNumber ?? '');
      expect(html).toContain(indexNumber ?? '');
    }
    for (const path of paths([...truth.others, ...truth.annualReports.flatMap(({ urls }) => urls)]))
      expect((await ask(path)).status, path).toBe(200);
  });

  it('is reached from the home page, files too, and nothing that it names is lost', async () => {
    const seen = await walk();
    const files = truth.documents.flatMap(({ attachments }) => attachments.map(({ url }) => url));
    const rows = [...articles, ...truth.annualReports].flatMap(({ urls }) => urls[0] ?? []);
    for (const path of paths([...rows, ...files, ...truth.others])) expect(seen.has(path), path).toBe(true);
    for (const path of paths(files)) expect((await ask(path)).headers['content-type']).toMatch(/pdf|octet-stream/);
    const lost: string[] = [];
    for (const path of seen) if ((await ask(path)).status !== 200) lost.push(path);
    expect(lost).toEqual([]);
  });

  it('links interpretations and policies as the truth says', async () => {
    const ids = (urls: string[]): string[] => paths(urls).map((path) => path.replace('/qingping/', ''));
    const holds = async (from: string[], to: string[]): Promise<boolean> => {
      const html = shown(await ask(paths(from)[0] ?? '/'));
      return to.length > 0 && new RegExp(`href="${ids(to)[0]}["?]`).test(html);
    };
    for (const { urls, policyUrls, linksToPolicy, linkedFromPolicy } of truth.interpretations) {
      expect(await holds(urls, policyUrls), urls[0]).toBe(linksToPolicy);
      expect(await holds(policyUrls, urls), urls[0]).toBe(linkedFromPolicy);
    }
  });

  it('has the parts of each annual report and the states of columns that the truth tells', async () => {
    const heads = [
      '总体情况',
      '主动公开政府信息',
      '收到和处理',
      '政府信息公开行政复议',
      '存在的主要问题',
      '其他需要报告',
    ];
    for (const { urls, parts } of truth.annualReports) {
      const html = shown(await ask(paths(urls)[0] ?? ''));
      const found = heads.flatMap((head, at) => (new RegExp(`</i><span>${head}`).test(html) ? [at + 1] : []));
      expect(found).toEqual(parts);
    }
    expect(text(await ask('/qingping/c/topic'))).toContain('Application error');
    expect(listed('rules').map(({ at }) => at.slice(0, 4))).toEqual(['2022']);
    const nav = /<nav.*<\/nav>/.exec(shown(await ask('/')))?.[0] ?? '';
    expect(nav).toContain('互动交流');
    expect(nav + shown(await ask('/qingping/open'))).not.toMatch(/依申请|办事服务/);
  });

  it('gives every item of a list in its page or by its cursors', async () => {
    for (const { id } of COLUMNS) {
      const page = text(await ask(`/qingping/c/${id}`));
      const got = [...(page.split('__NEXT_DATA__')[0] ?? '').matchAll(/href="a\/(\w+)"/g)].map(([, one]) => one);
      for (let next = /"nextCursor":"([\w-]+)"/.exec(page)?.[1] ?? null; next !== null;) {
        const { data } = JSON.parse(text(await ask(`/qingping/api/feed?channel=${id}&cursor=${next}`))) as Feed;
        got.push(...data.list.map((one) => one.id));
        next = data.next;
      }
      expect(got).toEqual(listed(id).map((one) => one.id));
    }
  });
});
