import { describe, expect, it } from 'vitest';
import { ago, listed, told } from './channels.js';
import { ARTICLES } from './content/index.js';
import { site } from './index.js';
import { SIZE } from './list.js';
import type { SiteAnswer } from '../model.js';

const ORIGIN = 'http://127.0.0.1:1';

const ask = async (path: string): Promise<SiteAnswer> =>
  await site.answer({ method: 'GET', path, headers: {}, body: Buffer.alloc(0) }, ORIGIN);
const text = (answer: SiteAnswer): string => Buffer.from(answer.body).toString('utf8');
const bare = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/\s/g, '');
const paths = (urls: string[]): string[] => urls.map((url) => url.slice(ORIGIN.length));

/** Follows links, and the requests that the scripts of the lists state. */
async function walk(): Promise<Set<string>> {
  const seen = new Set<string>(['/']);
  const todo = ['/'];
  const add = (path: string): void => {
    if (!path.startsWith('/') || seen.has(path)) return;
    seen.add(path);
    todo.push(path);
  };
  for (let path = todo.shift(); path; path = todo.shift()) {
    const answer = await ask(path);
    if (!/html|json/.test(answer.headers['content-type'] ?? '')) continue;
    const html = text(answer);
    for (const [, to] of html.matchAll(/(?:href|src|data-original|data-src|poster|"linkUrl"|"u")[=:]"([^"]+)"/g))
      add((to ?? '').split('#')[0] ?? '');
    for (const [, to] of html.matchAll(/new Audio\("([^"]+)"/g)) add(to ?? '');
    if (path.includes('simple=1')) for (const [, id] of html.matchAll(/"id":(\d+)/g)) add(`/a/${id}`);
    const channel = /channel(?:: '|=)(\w+)/.exec(html)?.[1];
    const simple = html.includes('&simple=1') ? '&simple=1' : '';
    for (let no = 1; channel && no <= 4; no++)
      add(`/api/content/page?channel=${channel}&pageNo=${no}&pageSize=${SIZE}${simple}`);
  }
  return seen;
}

describe('石榴湾街道, made for telephones', () => {
  const truth = site.truth(ORIGIN);
  const articles = [...truth.documents, ...truth.interpretations];

  it('has the size it should have', () => {
    expect(truth.documents).toHaveLength(43);
    expect(truth.interpretations).toHaveLength(13);
    expect(truth.annualReports.map(({ year }) => year)).toEqual([2025, 2024, 2023]);
    expect(new Set(ARTICLES.map(({ id }) => id)).size).toBe(ARTICLES.length);
    expect(new Set(truth.columns.map(({ key }) => key)).size).toBe(12);
  });

  it('answers every true address with a page that shows the title', async () => {
    for (const { urls, title } of [
      ...articles,
      ...ARTICLES.filter(({ kind }) => kind === 'annual').map(({ id, look, title }) => ({
        title,
        urls: [ORIGIN + (look === 'pc' ? `/pc/view?id=${id}` : `/a/${id}`)],
      })),
    ])
      for (const path of paths(urls)) {
        const answer = await ask(path);
        expect(answer.status, path).toBe(200);
        expect(bare(text(answer)), path).toContain(title.replace(/\s/g, ''));
      }
    for (const path of paths(truth.others)) expect((await ask(path)).status, path).toBe(200);
  });

  it('shows the numbers, index numbers and days of the truth', async () => {
    for (const { urls, documentNumber, indexNumber, title } of truth.documents) {
      const html = bare(text(await ask(paths(urls)[0] ?? ''))).replace(/[[（](20\d\d)[\]）]/g, '〔$1〕');
      expect(html, title).toContain(documentNumber ?? '');
      expect(html, title).toContain(indexNumber ?? '');
    }
    for (const { look, id, published, clock } of ARTICLES) {
      const html = text(await ask(look === 'pc' ? `/pc/view?id=${id}` : `/a/${id}`));
      const seconds = /var ct="(\d+)"/.exec(html)?.[1];
      const day = look === 'pc' ? published : told(published, clock ?? '09:20');
      expect(
        seconds
          ? new Date(Number(seconds) * 1000 + 8 * 3_600_000).toISOString().slice(0, 10)
          : html.includes(day) && published,
      ).toBe(published);
    }
  });

  it('tells days as a telephone does', () => {
    expect(['2026-06-29', '2026-06-27', '2026-05-12', '2025-12-03'].map(ago)).toEqual([
      '昨天',
      '3天前',
      '05-12',
      '2025-12-03',
    ]);
    expect(told('2026-06-27', '09:20')).toBe('周六 06-27 09:20');
    expect(told('2026-05-12', '09:20')).toBe('05-12 09:20');
  });

  it('names no address twice and no title twice', () => {
    const all = [...articles, ...truth.annualReports].flatMap(({ urls }) => urls).concat(truth.others);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(articles.map(({ title }) => title)).size).toBe(articles.length);
  });

  it('is reached from the home page, files too', async () => {
    const seen = await walk();
    for (const { urls } of [...articles, ...truth.annualReports])
      expect(seen.has(paths(urls)[0] ?? ''), urls[0]).toBe(true);
    for (const path of paths(truth.documents.flatMap(({ attachments }) => attachments.map(({ url }) => url)))) {
      expect(seen.has(path), path).toBe(true);
      expect((await ask(path)).headers['content-type'], path).toMatch(/pdf|octet-stream/);
    }
    for (const path of seen) if (/^\/(?:upload|static)\//.test(path)) expect((await ask(path)).status, path).toBe(200);
  });

  it('links interpretations and policies as the truth says', async () => {
    const linked = (html: string, urls: string[]): boolean => paths(urls).some((path) => html.includes(`"${path}"`));
    for (const { urls, policyUrls, linksToPolicy, linkedFromPolicy } of truth.interpretations) {
      expect(linked(text(await ask(paths(urls)[0] ?? '')), policyUrls), urls[0]).toBe(linksToPolicy);
      const back = policyUrls[0] ? text(await ask(paths(policyUrls)[0] ?? '')) : '';
      expect(linked(back, urls), urls[0]).toBe(linkedFromPolicy);
    }
  });

  it('has the parts of each annual report and the states of columns that the truth tells', async () => {
    const heads = ['总体情况', '主动公开政府信息情况', '收到和处理', '行政复议', '存在的主要问题', '其他需要报告'];
    for (const { urls, parts } of truth.annualReports) {
      const html = text(await ask(paths(urls)[0] ?? ''));
      expect(heads.flatMap((head, at) => (new RegExp(`<h3>[^<]*${head}`).test(html) ? [at + 1] : []))).toEqual(parts);
    }
    const open = text(await ask('/zwgk'));
    expect(/id="zd">([\s\S]*?)<\/section>/.exec(open)?.[1]).not.toContain('<a ');
    expect(open).not.toMatch(/传真|索引号/);
    expect(text(await ask('/app/bs'))).toContain('"code":404');
    expect(text(await ask('/hd'))).not.toMatch(/202[4-6]-/);
    expect(text(await ask('/'))).not.toContain('专题');
    expect(listed('zcjd')).toHaveLength(13);
  });
});
