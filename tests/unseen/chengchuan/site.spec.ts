import { describe, expect, it } from 'vitest';
import { contradictedByDays, toldTwice } from '../consistency.js';
import { allChannels, CATEGORIES, categoryPath, fileHref, inCategory } from './channels.js';
import { ITEMS } from './content/index.js';
import { site } from './index.js';
import type { SiteAnswer } from '../model.js';

const ORIGIN = 'http://127.0.0.1:1';
const API = '/prod-api/xxgk';
const truth = site.truth(ORIGIN);
const articles = [...truth.documents, ...truth.interpretations];

interface Row {
  infoId: number;
  channelId: number | null;
  title: string;
  linkUrl: string | null;
  publishTime: string;
}
interface Listing {
  total: number;
  rows: Row[];
}
interface Info extends Row {
  fwzh: string;
  syh: string | null;
  cwrq: number[] | null;
  content: string;
  attachments: { fileName: string; filePath: string }[];
  relates: { url: string }[];
}

async function ask(path: string, body?: object): Promise<SiteAnswer> {
  const method = body ? 'POST' : 'GET';
  return await site.answer({ method, path, headers: {}, body: Buffer.from(JSON.stringify(body ?? '')) }, ORIGIN);
}
const text = (answer: SiteAnswer): string => Buffer.from(answer.body).toString('utf8');
const read = async <T>(path: string, body?: object): Promise<T> => JSON.parse(text(await ask(path, body))) as T;
const bare = (html: string): string => html.replace(/<[^>]*>|&nbsp;|\s/g, '');
const paths = (urls: string[]): string[] => urls.map((url) => url.slice(ORIGIN.length));
const brackets = (value: string): string => value.replace(/[[【](\d{4})[\]】]/g, '〔$1〕');
const idOf = (path: string): string | undefined => /detail\.html\?id=(\d+)/.exec(path)?.[1];

const infoOf = async (id: string): Promise<Info> => (await read<{ data: Info }>(`${API}/info/${id}`)).data;

/** What the scripts of the platform's pages show at an address, or what stands on a page of the portal. */
async function shown(path: string): Promise<string> {
  const id = idOf(path);
  if (!id) return text(await ask(path));
  const info = await infoOf(id);
  const day = info.cwrq?.map((part) => String(part).padStart(2, '0')).join('-') ?? '-';
  const content = info.content.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');
  return [info.title, info.syh, info.fwzh, day, info.publishTime, content].join('\n');
}

/** Every page of a list of the platform. */
async function rowsOf(query: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page++) {
    const listing = await read<Listing>(`${API}/info/list?siteId=17&${query}&pageNum=${page}&pageSize=10`);
    rows.push(...listing.rows);
    if (rows.length >= listing.total) return rows;
  }
}

async function library(): Promise<Row[]> {
  const rows: Row[] = [];
  for (let pageNum = 1; ; pageNum++) {
    const listing = await read<Listing>(`${API}/policy/search`, { siteId: 17, keyword: '', pageNum, pageSize: 6 });
    rows.push(...listing.rows);
    if (rows.length >= listing.total) return rows;
  }
}

/** Follows links and pictures, and what the scripts of the platform would show. */
async function walk(): Promise<Set<string>> {
  const seen = new Set<string>(['/']);
  for (const { channelId } of allChannels())
    for (const row of await rowsOf(`channelId=${channelId}`))
      seen.add(row.linkUrl ?? `/zfxxgk/detail.html?id=${row.infoId}&cid=${row.channelId}`);
  for (const row of await library()) seen.add(`/zfxxgk/detail.html?id=${row.infoId}`);
  for (const path of seen) {
    const id = idOf(path);
    if (id) {
      const { relates, attachments, content } = await infoOf(id);
      for (const { url } of relates) seen.add(url);
      for (const { filePath } of attachments) seen.add(fileHref(filePath));
      for (const [, to = ''] of content.matchAll(/href="([^"]+)"/g)) seen.add(to);
    }
    const answer = path.startsWith('https:') ? null : await ask(path);
    if (!answer?.headers['content-type']?.includes('html')) continue;
    for (const [, to = ''] of text(answer).matchAll(/\s(?:href|src|poster)="([^"]+)"/g)) {
      const url = new URL(to.replaceAll('&amp;', '&'), `${ORIGIN}${path}`);
      if (url.origin === ORIGIN && !to.startsWith('javascript')) seen.add(`${url.pathname}${url.search}`);
    }
  }
  return seen;
}

describe('澄川经济开发区, static pages beside a platform that asks for JSON', () => {
  it('has the size it should have', () => {
    expect(truth.documents).toHaveLength(58);
    expect(truth.interpretations).toHaveLength(15);
    expect(truth.annualReports.map(({ year }) => year)).toEqual([2025, 2024, 2023]);
    expect(new Set(truth.columns.map(({ key }) => key)).size).toBe(12);
    expect(new Set(ITEMS.map(({ id }) => id)).size).toBe(ITEMS.length);
  });

  it('agrees with itself', () => {
    expect(contradictedByDays(truth)).toEqual([]);
    expect(toldTwice(truth)).toEqual([]);
  });

  it('shows the title, the day, the number, the index number and the day of writing where the truth says', async () => {
    for (const { urls, title, publishedOn } of articles)
      for (const path of paths(urls)) {
        expect((await ask(path)).status, path).toBe(200);
        const html = await shown(path);
        expect(bare(html), path).toContain(title.replace(/\s/g, ''));
        const [year, month, day] = publishedOn?.split('-').map(Number) ?? [];
        expect(html.includes(publishedOn ?? '') || html.includes(`${year}/${month}/${day}`), path).toBe(true);
      }
    for (const { urls, documentNumber, indexNumber, issuedOn } of truth.documents) {
      const html = brackets(bare(await shown(paths(urls)[0] ?? '')));
      expect(html).toContain(brackets(documentNumber ?? ''));
      expect(html).toContain(indexNumber ?? '');
      const [year, month, day] = issuedOn?.split('-').map(Number) ?? [];
      const forms = [issuedOn ?? '', `${year}年${month}月${day}日`, `${year}.${month}.${day}`];
      expect(
        forms.some((form) => html.includes(form)),
        urls[0],
      ).toBe(true);
    }
    for (const path of paths([...truth.others, ...truth.annualReports.flatMap(({ urls }) => urls)]))
      expect((await ask(path)).status, path).toBe(200);
  });

  it('has nothing of a document in the source of the platform', async () => {
    const source = text(await ask('/zfxxgk/detail.html?id=20101&cid=1121'));
    expect(source).toContain('v-html="info.title"');
    expect(source).not.toContain('稳增长');
    expect(await read(`${API}/info/1`)).toEqual({ msg: '信息不存在或已下线', code: 500 });
  });

  it('is reached from the home page and by the lists of the platform, files too', async () => {
    const seen = await walk();
    const files = truth.documents.flatMap(({ attachments }) => attachments.map(({ url }) => url));
    for (const { urls } of [...articles, ...truth.annualReports])
      expect(
        paths(urls).some((path) => seen.has(path)),
        urls[0],
      ).toBe(true);
    const listed = paths(truth.others).filter((path) => !/\?id=\d+$/.test(path));
    for (const path of [...paths(files), ...listed]) expect(seen.has(path), path).toBe(true);
    for (const path of paths(files)) expect((await ask(path)).headers['content-type']).toMatch(/pdf|octet-stream/);
    const lost: string[] = [];
    for (const path of seen) if (path.startsWith('/') && (await ask(path)).status !== 200) lost.push(path);
    expect(lost).toEqual(['/009/subpage.html']);
  });

  it('links interpretations and policies as the truth says', async () => {
    const holds = async (from: string[], to: string[]): Promise<boolean> => {
      for (const path of paths(from)) {
        const id = idOf(path);
        const links = id
          ? (await infoOf(id)).relates.map(({ url }) => url)
          : [...text(await ask(path)).matchAll(/href="([^"]+)"/g)].map(([, link]) => link ?? '');
        if (links.some((link) => paths(to).includes(link))) return true;
      }
      return false;
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
    expect(await rowsOf('channelId=1150')).toEqual([]);
    expect(inCategory('008001')[0]?.day).toBe('2023-09-18');
  });

  it('lists every item once in each of its channels and categories, behind years where there are years', async () => {
    for (const { channelId, children } of allChannels()) {
      if (children) continue;
      const ids = (await rowsOf(`channelId=${channelId}`))
        .filter(({ linkUrl }) => !linkUrl)
        .map(({ infoId }) => infoId);
      const own = ITEMS.filter(({ channels }) => channels?.includes(channelId)).map(({ id }) => id);
      expect(ids.sort(), String(channelId)).toEqual(own.sort());
    }
    const years = await Promise.all([2026, 2025, 2024, 2023].map((year) => rowsOf(`channelId=1122&year=${year}`)));
    expect(years.map((rows) => rows.length)).toEqual([2, 3, 2, 1]);
    for (const [category, [, perPage]] of Object.entries(CATEGORIES)) {
      let html = '';
      for (let at = 1; at <= Math.ceil(inCategory(category).length / perPage); at++)
        html += text(await ask(`${categoryPath(category)}/${at === 1 ? 'moreinfo' : at}.html`));
      expect([...html.matchAll(/class="wb-data-list"/g)]).toHaveLength(inCategory(category).length);
    }
  });
});
