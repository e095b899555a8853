import { describe, expect, it } from 'vitest';
import { address, COLUMNS, listed } from './columns.js';
import { ARTICLES } from './content/index.js';
import { site } from './index.js';
import type { SiteAnswer } from '../model.js';

const ORIGIN = 'http://127.0.0.1:1';

async function ask(path: string, form?: string): Promise<SiteAnswer> {
  return await site.answer({ method: form ? 'POST' : 'GET', path, headers: {}, body: Buffer.from(form ?? '') }, ORIGIN);
}
const text = (answer: SiteAnswer): string => Buffer.from(answer.body).toString('utf8');
const bare = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')
    .replace(/&#8220;/g, '“')
    .replace(/&#8221;/g, '”')
    .replace(/&nbsp;|&ensp;|\s/g, '');
const paths = (urls: string[]): string[] => urls.map((url) => url.slice(ORIGIN.length));

/** Follows links, and the calls that the lists' scripts make. */
async function walk(): Promise<Set<string>> {
  const seen = new Set<string>(['/']);
  const todo: [path: string, form?: string][] = [['/']];
  const add = (path: string, form?: string): void => {
    const key = form ? `${path} ${form}` : path;
    if (!path.startsWith('/') || seen.has(key)) return;
    seen.add(key);
    todo.push([path, form]);
  };
  for (let next = todo.shift(); next; next = todo.shift()) {
    const [path, form] = next;
    const answer = await ask(path, form);
    if (!/html|xml/.test(answer.headers['content-type'] ?? '')) continue;
    const html = text(answer).replace(/<!--(?!<)[\s\S]*?-->/g, '');
    for (const [, to] of html.matchAll(/(?:href|src|data|poster|video)[=:]['"]([^'"]+)['"]/gi))
      add(new URL((to ?? '').replaceAll('&amp;', '&'), `${ORIGIN}${path}`).href.replace(ORIGIN, ''));
    for (const [, name] of html.matchAll(/createPageHTML\((\d+), \d+/g))
      for (let at = 1; at < Number(name); at++) add(`/fgc/tzwj/index_${at}.html`);
    const key = /columnid:(\d+)/.exec(html)?.[1];
    const total = Number(/totalRecord:(\d+)/.exec(html)?.[1] ?? 0);
    if (key && total > 10)
      add(`/module/web/jpage/dataproxy.jsp?startrecord=11&endrecord=${total}&perpage=5`, `columnid=${key}`);
    const type = /infotypeId=(B\d+)/.exec(html)?.[1] ?? /infotypeId=(B\d+)/.exec(form ?? '')?.[1];
    for (const page of type ? [1, 2] : []) add(`/module/xxgk/search.jsp?currpage=${page}`, `infotypeId=${type}`);
  }
  return seen;
}

describe('望川市住建局, static pages with data islands', () => {
  const truth = site.truth(ORIGIN);
  const articles = [...truth.documents, ...truth.interpretations];

  it('has the size it should have', () => {
    expect(truth.documents).toHaveLength(49);
    expect(truth.interpretations).toHaveLength(14);
    expect(truth.annualReports.map(({ year }) => year)).toEqual([2025, 2024, 2023]);
    expect(new Set(ARTICLES.map(({ id }) => id)).size).toBe(ARTICLES.length);
    expect(new Set(truth.columns.map(({ key }) => key)).size).toBe(12);
  });

  it('answers every true address with a page that shows the title and the day', async () => {
    for (const { urls, title, publishedOn } of [
      ...articles,
      ...truth.annualReports.map((one) => ({ ...one, title: '政府信息公开工作年度报告' })),
    ])
      for (const path of paths(urls)) {
        const answer = await ask(path);
        expect(answer.status, path).toBe(200);
        expect(bare(text(answer)), path).toContain(title.replace(/\s/g, ''));
        expect(text(answer), path).toContain(publishedOn);
      }
    for (const path of paths(truth.others)) expect((await ask(path)).status, path).toBe(200);
  });

  it('shows the numbers and index numbers of the truth', async () => {
    for (const { urls, documentNumber, indexNumber } of truth.documents) {
      const html = bare(text(await ask(paths(urls)[0] ?? ''))).replace('[2026]', '〔2026〕');
      expect(html).toContain(documentNumber ?? '');
      expect(html).toContain(indexNumber ?? '');
    }
  });

  it('names no address twice and no title twice', () => {
    const all = [...articles, ...truth.annualReports].flatMap(({ urls }) => urls).concat(truth.others);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(articles.map(({ title }) => title)).size).toBe(articles.length);
  });

  it('is reached from the home page, files too', async () => {
    const seen = await walk();
    for (const path of paths([...articles, ...truth.annualReports].flatMap(({ urls }) => urls)))
      expect(seen.has(path), path).toBe(true);
    for (const path of paths(truth.documents.flatMap(({ attachments }) => attachments.map(({ url }) => url)))) {
      expect(seen.has(path), path).toBe(true);
      expect((await ask(path)).headers['content-type'], path).toMatch(/pdf|octet-stream/);
    }
    for (const path of seen)
      if (/\.(?:jpg|png|gif|mp4|m4a|js)$/.test(path)) expect((await ask(path)).status, path).toBe(200);
  });

  it('links interpretations and policies as the truth says', async () => {
    for (const { urls, policyUrls, linksToPolicy, linkedFromPolicy } of truth.interpretations) {
      const own = text(await ask(paths(urls)[0] ?? ''));
      expect(
        paths(policyUrls).some((path) => own.includes(`${path}"`)),
        urls[0],
      ).toBe(linksToPolicy);
      const back = await Promise.all(paths(policyUrls).map(async (path) => text(await ask(path))));
      expect(
        back.some((html) => paths(urls).some((path) => html.includes(`"${path}"`))),
        urls[0],
      ).toBe(linkedFromPolicy);
    }
  });

  it('has the parts of each annual report and the states of columns that the truth tells', async () => {
    const heads = ['总体情况', '主动公开政府信息情况', '收到和处理', '行政复议', '存在的主要问题', '其他需要报告'];
    for (const { urls, parts } of truth.annualReports) {
      const html = text(await ask(paths(urls)[0] ?? ''));
      const found = heads.flatMap((head, at) =>
        new RegExp(`<strong>[一二三四五六][、．][^<]*${head}`).test(html) ? [at + 1] : [],
      );
      expect(found).toEqual(parts);
    }
    expect(listed('18813')).toEqual([]);
    expect(text(await ask('/col/col18822/index.html'))).toContain('不存在或已被删除');
    expect(listed('18810')[0]?.published).toBe('2023-05-30');
  });

  it('gives every record of an island in its pages or by the proxy', async () => {
    for (const { key, group } of COLUMNS.filter(({ manner }) => manner === 'jpage')) {
      const page = text(await ask(`/col/col${key}/index.html`));
      const rest = text(
        await ask(`/module/web/jpage/dataproxy.jsp?startrecord=${group + 1}&endrecord=99&perpage=5`, `columnid=${key}`),
      );
      for (const item of listed(key)) expect(page + rest).toContain(`"${address(item, key)}"`);
      expect((page + rest).match(/<record>/g)?.length ?? 0).toBe(listed(key).length);
    }
  });
});
