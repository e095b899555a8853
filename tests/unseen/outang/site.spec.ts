import { describe, expect, it } from 'vitest';
import { contradictedByDays, toldTwice } from '../consistency.js';
import { addressOf, COLUMNS, columnPath, KINDS, libraryPath, pagesOf, rowsOf } from './columns.js';
import { ITEMS } from './content/index.js';
import { site } from './index.js';
import type { SiteAnswer } from '../model.js';

const ORIGIN = 'http://127.0.0.1:1';
const truth = site.truth(ORIGIN);
const articles = [...truth.documents, ...truth.interpretations];

async function ask(path: string): Promise<SiteAnswer> {
  return await site.answer({ method: 'GET', path, headers: {}, body: new Uint8Array() }, ORIGIN);
}
const text = (answer: SiteAnswer): string => String(answer.body);
const bare = (html: string): string => html.replace(/<[^>]*>|&nbsp;|\s/g, '');
const paths = (urls: string[]): string[] => urls.map((url) => url.slice(ORIGIN.length));
const first = (urls: string[]): string => paths(urls)[0] ?? '';

async function walk(): Promise<Set<string>> {
  const seen = new Set<string>(['/']);
  for (const path of seen) {
    const answer = await ask(path);
    if (!answer.headers['content-type']?.includes('html')) continue;
    for (const [, to = ''] of text(answer).matchAll(/(?:href|src|replace\()[="]+([^"]+)"/g)) {
      if (/^(?:javascript:|#)/.test(to)) continue;
      const url = new URL(to.replaceAll('&amp;', '&'), `${ORIGIN}${path}`);
      if (url.origin === ORIGIN) seen.add(url.pathname + url.search);
    }
  }
  return seen;
}

describe('藕塘县, a county portal with a library of policy files', () => {
  it('has the size it should have', () => {
    expect(truth.documents).toHaveLength(52);
    expect(truth.interpretations).toHaveLength(16);
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
        expect(text(answer), path).toContain(`>${title}</div>`);
        expect(text(answer), path).toContain(`发布时间：${publishedOn}`);
      }
    for (const { urls, documentNumber, indexNumber } of truth.documents) {
      const html = bare(text(await ask(first(urls))));
      expect(html).toContain(documentNumber ?? '');
      expect(html).toContain(indexNumber ?? '');
    }
    for (const path of paths([...truth.others, ...truth.annualReports.flatMap(({ urls }) => urls)]))
      expect((await ask(path)).status, path).toBe(200);
  });

  it('is reached from the home page, files too, and nothing that a link names is lost', async () => {
    const seen = await walk();
    const files = truth.documents.flatMap(({ attachments }) => attachments.map(({ url }) => url));
    const wanted = [...articles, ...truth.annualReports].flatMap(({ urls }) => urls).concat(files, truth.others);
    for (const path of paths(wanted)) expect(seen.has(path), path).toBe(true);
    const lost: string[] = [];
    for (const path of seen) if ((await ask(path)).status !== 200) lost.push(path);
    expect(lost).toEqual([]);
  });

  it('names each attachment as its link does, and the day of writing stands in the text or the fields', async () => {
    for (const { urls, attachments } of truth.documents) {
      const html = text(await ask(first(urls)));
      const links = [...html.matchAll(/<a href="(\/oss\/[^"]+)"[^>]*>([^<]*)</g)];
      expect(new Set(links.map(([, path, name]) => `${name} ${path}`))).toEqual(
        new Set(attachments.map(({ name, url }) => `${name} ${first([url])}`)),
      );
    }
    for (const { urls, issuedOn } of truth.documents) {
      if (issuedOn === null) continue;
      const [year = 0, month = 0, day = 0] = issuedOn.split('-').map(Number);
      const html = bare(text(await ask(first(urls))));
      const inFields = new RegExp(`(?:成文|签发|生成|发文)日期：(?:${issuedOn}|${issuedOn.replaceAll('-', '')})`);
      expect(inFields.test(html) || html.includes(`${year}年${month}月${day}日`), urls[0]).toBe(true);
    }
  });

  it('links interpretations and policies as the truth says', async () => {
    const holds = async (from: string[], to: string[]): Promise<boolean> => {
      const pages = await Promise.all(paths(from).map(async (path) => text(await ask(path))));
      return pages.some((html) => paths(to).some((path) => html.includes(`href="${path}"`)));
    };
    for (const { urls, policyUrls, linksToPolicy, linkedFromPolicy, policyTitle } of truth.interpretations) {
      expect(await holds(urls, policyUrls), urls[0]).toBe(linksToPolicy);
      expect(await holds(policyUrls, urls), urls[0]).toBe(linkedFromPolicy);
      const policy = truth.documents.find((document) => document.urls[0] === policyUrls[0]);
      expect(policy?.title ?? null).toBe(policyTitle);
    }
  });

  it('has the parts of each annual report and the states of columns that the truth tells', async () => {
    const heads = ['总体情况', '主动公开政府信息', '收到和处理', '行政复议', '存在的主要问题', '其他需要报告'];
    for (const { urls, parts } of truth.annualReports) {
      const html = text(await ask(first(urls)));
      expect(
        heads.flatMap((head, at) => (new RegExp(`<strong>[一二三四五六]、[^<]*${head}`).test(html) ? [at + 1] : [])),
      ).toEqual(parts);
    }
    expect(text(await ask('/zfxxgk/zd/index.html'))).toContain('正在建设中');
    expect(text(await ask('/ztzl/index.html'))).toContain('replace("/404.html")');
  });

  it('shows every item in the lists of each of its columns', async () => {
    const shown = async (key: string, path: (key: string, page: number) => string): Promise<string> => {
      const pages = Array.from({ length: pagesOf(key) }, async (_, i) => text(await ask(path(key, i + 1))));
      return (await Promise.all(pages)).join('');
    };
    for (const [keys, path] of [
      [COLUMNS, columnPath],
      [KINDS, libraryPath],
    ] as const)
      for (const key of Object.keys(keys)) {
        const html = await shown(key, path);
        for (const item of rowsOf(key)) expect(html).toContain(`href="${addressOf(item)}"`);
      }
  });
});
