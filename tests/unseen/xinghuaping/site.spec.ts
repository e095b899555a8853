import { describe, expect, it } from 'vitest';
import { contradictedByDays, toldTwice } from '../consistency.js';
import { COLUMNS, pagePath, pagesOf, rowsOf } from './columns.js';
import { ITEMS } from './content/index.js';
import { site } from './index.js';
import type { SiteAnswer } from '../model.js';

const ORIGIN = 'http://127.0.0.1:1';
const truth = site.truth(ORIGIN);
const articles = [...truth.documents, ...truth.interpretations];

async function ask(path: string): Promise<SiteAnswer> {
  return await site.answer({ method: 'GET', path, headers: {}, body: new Uint8Array() }, ORIGIN);
}
const text = (answer: SiteAnswer): string => new TextDecoder('gbk').decode(Buffer.from(answer.body));
const bare = (html: string): string => html.replace(/<[^>]*>|&nbsp;|\s/g, '');
const paths = (urls: string[]): string[] => urls.map((url) => url.slice(ORIGIN.length));
const brackets = (value: string): string => value.replace(/[[（](\d{4})[\]）]/g, '〔$1〕');

async function walk(): Promise<Set<string>> {
  const seen = new Set<string>(['/']);
  for (const path of seen) {
    const answer = await ask(path);
    if (!answer.headers['content-type']?.includes('html')) continue;
    for (const [, to = ''] of text(answer).matchAll(/(?:href|src)=["']([^"'#]+)["']/g)) {
      const url = new URL(to.replaceAll('&amp;', '&'), `${ORIGIN}${path}`);
      if (url.origin === ORIGIN) seen.add(url.pathname + url.search);
    }
  }
  return seen;
}

/** All pages of an article. */
async function whole(path: string): Promise<string> {
  let all = text(await ask(path));
  for (let at = 2; ; at++) {
    const next = path.includes('?') ? `${path}&pageno=${at}` : path.replace('.html', `_${at}.html`);
    if (!all.includes(`${next.split('/').at(-1)}'`)) return all;
    all += text(await ask(next));
  }
}

describe('杏花坪镇, a town on DedeCMS', () => {
  it('has the size it should have', () => {
    expect(truth.documents).toHaveLength(40);
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
    const singles = new Set(paths(truth.others).filter((path) => path.startsWith('/a/zhinan/')));
    const wanted = [...articles, ...truth.annualReports].flatMap(({ urls }) => urls).concat(files, truth.others);
    for (const path of paths(wanted)) if (!singles.has(path)) expect(seen.has(path), path).toBe(true);
    const lost: string[] = [];
    for (const path of seen) if (!path.includes('search.php') && (await ask(path)).status !== 200) lost.push(path);
    expect(lost).toEqual([]);
  });

  it('names each attachment as its link does, and the day of writing stands in the text or the fields', async () => {
    for (const { urls, attachments } of truth.documents) {
      const html = await whole(paths(urls)[0] ?? '');
      const links = [...html.matchAll(/href="(\/(?:uploads\/soft|plus\/download)[^"]+)"/g)].map(([, path]) =>
        path?.replaceAll('&amp;', '&'),
      );
      expect(new Set(links), urls[0]).toEqual(new Set(paths(attachments.map(({ url }) => url))));
      for (const { name } of attachments) expect(html).toContain(name);
    }
    for (const item of ITEMS) {
      if (item.kind !== 'document' || item.issued === null) continue;
      const [year = '', month, day] = item.issued.split('-').map(Number);
      const html = bare(await whole(paths(truth.documents.find(({ title }) => title === item.title)!.urls)[0] ?? ''));
      const han = (value: number): string => ['〇一二三四五六七八九'[value] ?? '', '十'][value === 10 ? 1 : 0] ?? '';
      expect(
        [`${year}年${month}月${day}日`, item.issued, `${year}.${month}.${day}`, `年${han(Number(month))}月`].some(
          (form) => html.includes(form),
        ),
        item.title,
      ).toBe(true);
    }
  });

  it('links interpretations and policies as the truth says', async () => {
    const holds = async (from: string[], to: string[]): Promise<boolean> => {
      const pages = await Promise.all(paths(from).map(whole));
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
    expect(text(await ask('/plus/list.php?tid=20'))).toContain('模板文件不存在');
    expect(rowsOf('fuwu')).toEqual([]);
  });

  it('shows every item in the lists of each of its columns', async () => {
    for (const column of COLUMNS.filter(({ as }) => as === 'list')) {
      let shown = '';
      for (let at = 1; at <= pagesOf(column.id); at++) shown += text(await ask(pagePath(column, at)));
      for (const { path } of rowsOf(column.id)) expect(shown).toContain(`href="${path}"`);
    }
  });
});
