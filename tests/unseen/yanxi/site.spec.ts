import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { contradictedByDays, toldTwice } from '../consistency.js';
import { guard } from './app/guard.js';
import { ITEMS } from './content/index.js';
import { TREE } from './content/tree.js';
import { site } from './index.js';
import type { SiteAnswer } from '../model.js';

const ORIGIN = 'http://127.0.0.1:1';
const truth = site.truth(ORIGIN);

interface Row {
  id: number;
  title: string;
}
interface Article {
  title: string;
  date: string;
  ms?: number;
  body: string;
  fields?: Record<string, string> | null;
  files?: { name: string; url?: string; file?: string }[];
  policy?: { to: string; title: string };
  readings?: { to: string }[];
}

const text = ({ body }: SiteAnswer): string => Buffer.from(body).toString('utf8');
const get = async (path: string): Promise<SiteAnswer> =>
  site.answer({ method: 'GET', path, headers: {}, body: new Uint8Array() }, ORIGIN);

let nonces = 0;
/** What the gateway says to a request signed as the page signs it, unless told otherwise. */
async function post(
  name: string,
  asked: unknown,
  { stamp = Date.now(), nonce = `nonce${(nonces += 1)}`, sign = '' } = {},
): Promise<Record<string, unknown>> {
  const path = `/portal-api/${name}`;
  const body = JSON.stringify({ data: guard.seal(asked, 'abcd1234') });
  const headers = {
    'x-timestamp': String(stamp),
    'x-nonce': nonce,
    'x-sign': sign || guard.sign(path, String(stamp), nonce, body),
  };
  const answered = await site.answer({ method: 'POST', path, headers, body: Buffer.from(body) }, ORIGIN);
  return JSON.parse(text(answered)) as Record<string, unknown>;
}
async function data<T>(name: string, asked: unknown = {}): Promise<T> {
  const told = await post(name, asked);
  expect(Object.keys(told), name).toEqual(['data']);
  return guard.unseal(String(told.data)) as T;
}

const drawn = (url: string): boolean => !url.includes('/xxgknb/');
/** What the application asks for to draw an address. */
async function shown(url: string): Promise<Article> {
  const [, reading, id] = /(\/jd)?\/detail\/(\d+)/.exec(url) ?? [];
  return data<Article>(reading ? 'read/info' : 'article/info', { id: Number(id) });
}
const bare = (html: string): string => html.replace(/<[^>]*>|\s/g, '');
const chinese = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
const page = async (cid: number, at: number, size: number, year?: number): Promise<Row[]> =>
  (await data<{ rows: Row[] }>('article/page', { cid, page: at, size, year })).rows;

describe('砚溪县, routes of history behind signed and enciphered answers', () => {
  it('has the size it should have', () => {
    expect(truth.documents).toHaveLength(56);
    expect(truth.interpretations).toHaveLength(13);
    expect(truth.annualReports.map(({ year }) => year)).toEqual([2025, 2024, 2023]);
    expect(new Set(truth.columns.map(({ key }) => key)).size).toBe(12);
    expect(new Set(ITEMS.map(({ id }) => id)).size).toBe(ITEMS.length);
  });

  it('agrees with itself', () => {
    expect(contradictedByDays(truth)).toEqual([]);
    expect(toldTwice(truth)).toEqual([]);
  });

  it('answers every address with one shell, whatever is asked for', async () => {
    const shell = text(await get('/'));
    expect(shell.length).toBeLessThan(2048);
    const routes = [...truth.documents, ...truth.interpretations].flatMap(({ urls }) => urls).filter(drawn);
    for (const path of [
      '/robots.txt',
      '/sitemap.xml',
      '/bsfw/index',
      '/no/such',
      ...routes.map((url) => url.slice(ORIGIN.length)),
    ])
      expect(text(await get(path)), path).toBe(shell);
    const bundle = await get(/src="(\/assets\/[^"]+\.js)"/.exec(shell)?.[1] ?? '');
    expect(bundle.headers['content-type']).toContain('javascript');
    expect(() => new Script(text(bundle))).not.toThrow();
    expect((await get(/href="(\/assets\/[^"]+\.css)"/.exec(shell)?.[1] ?? '')).headers['content-type']).toContain(
      'css',
    );
  });

  it('refuses what is unsigned, old or repeated', async () => {
    const asked = { cid: 1024, page: 1, size: 10 };
    expect(await post('article/page', asked, { nonce: 'once' })).not.toHaveProperty('code');
    for (const wrong of [{ nonce: 'once' }, { stamp: Date.now() - 61_000 }, { sign: '0'.repeat(32) }])
      expect(await post('article/page', asked, wrong)).toMatchObject({ code: 401 });
    expect(text(await get('/portal-api/article/page?cid=1024'))).toContain('405');
  });

  it('gives the title, the days, the numbers and the files of everything that the application draws', async () => {
    for (const { urls, title, publishedOn } of [...truth.documents, ...truth.interpretations])
      for (const url of urls.filter(drawn)) {
        const { title: given, date, ms } = await shown(url);
        expect([given, date.slice(0, 10)], url).toEqual([title, publishedOn]);
        if (ms !== undefined) expect(new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10), url).toBe(publishedOn);
      }
    for (const { urls, documentNumber, indexNumber, issuedOn, attachments } of truth.documents.filter(({ urls }) =>
      urls.every(drawn),
    )) {
      const { fields, body, files = [] } = await shown(urls[0] ?? '');
      const words = `${Object.values(fields ?? {}).join(' ')}${bare(body)}`;
      if (documentNumber) expect(words, urls[0]).toContain(documentNumber);
      else expect(fields?.number ?? '无').toMatch(/^[-无]$/);
      expect((fields?.index ?? '-').replace(/^-$/, '') || null, urls[0]).toBe(indexNumber);
      if (fields) expect(fields.written, urls[0]).toBe(issuedOn);
      if (issuedOn && bare(body))
        expect(bare(body), urls[0]).toMatch(new RegExp(`${chinese(issuedOn)}|二〇二六年四月三十日`));
      expect(attachments).toEqual(
        files.map(({ name, url, file }) => ({ name, url: `${ORIGIN}${url ?? `/portal-api/file/dl/${file}`}` })),
      );
      for (const { url } of attachments)
        expect((await get(url.slice(ORIGIN.length))).headers['content-type'], url).not.toMatch(/html|json/);
    }
  });

  it('lists every document and interpretation', async () => {
    const lists = [
      page(1024, 1, 10),
      page(1024, 2, 10),
      ...[2026, 2025, 2024].flatMap((year) => [1, 2].map((at) => page(1025, at, 6, year))),
      page(1026, 1, 200),
      page(1031, 1, 8),
      page(1031, 2, 8),
      page(1032, 1, 5),
      page(1032, 2, 5),
      ...[2026, 2025].map((year) => page(2011, 1, 20, year)),
      ...[2012, 2013, 2014].map((cid) => page(cid, 1, 8)),
    ];
    const listed = new Set((await Promise.all(lists)).flat().map(({ id }) => id));
    const told = truth.documents
      .filter(({ urls }) => urls.every(drawn))
      .map(({ urls }) => Number(/\d{5}/.exec(urls[0]?.slice(ORIGIN.length) ?? '')?.[0]));
    expect(listed).toEqual(new Set(told));
    const tabs = await Promise.all(['wz', 'tj', 'yst', 'fbh'].map((tab) => data<Row[]>('read/list', { tab })));
    expect(new Set(tabs.flat().map(({ id }) => `${ORIGIN}/jd/detail/${id}`))).toEqual(
      new Set(truth.interpretations.flatMap(({ urls }) => urls)),
    );
    expect(await data('channel/tree')).toEqual(TREE);
    for (const cid of [2017, 2018, 2019]) expect(await page(cid, 1, 8)).toEqual([]);
  });

  it('links interpretations and policies as the truth says', async () => {
    for (const { urls, policyUrls, policyTitle, linksToPolicy, linkedFromPolicy } of truth.interpretations) {
      const [url = ''] = urls;
      const { policy, body } = await shown(url);
      const there = policyUrls.map((one) => one.slice(ORIGIN.length));
      expect(there.includes(policy?.to ?? 'none') || there.some((one) => body.includes(`href="${one}"`)), url).toBe(
        linksToPolicy,
      );
      if (policyUrls.length === 0) continue;
      const from = await shown(policyUrls[0] ?? '');
      expect(from.title).toBe(policyTitle);
      expect(from.readings?.some(({ to }) => url.endsWith(to)) ?? false, url).toBe(linkedFromPolicy);
    }
  });

  it('draws the former pages on the server', async () => {
    const archive = (await Promise.all(['', '?p=2'].map((at) => get(`/xxgknb/lswj.php${at}`)))).map(text).join('');
    for (const { urls, title, documentNumber, publishedOn, issuedOn } of truth.documents.filter(
      ({ urls }) => !urls.every(drawn),
    )) {
      const path = urls[0]?.slice(ORIGIN.length) ?? '';
      expect(archive).toContain(`<a href="${path}" title="${title}">`);
      const shownPage = text(await get(path));
      for (const word of [
        `<h1>${title}</h1>`,
        documentNumber ?? '',
        `发布时间：${publishedOn}`,
        chinese(issuedOn ?? ''),
      ])
        expect(shownPage).toContain(word);
    }
    const heads = [
      '总体情况',
      '主动公开政府信息',
      '收到和处理',
      '政府信息公开行政复议',
      '存在的主要问题',
      '其他需要报告',
    ];
    for (const { urls, parts, publishedOn, year } of truth.annualReports) {
      const shownPage = text(await get(urls[0]?.slice(ORIGIN.length) ?? ''));
      expect(heads.flatMap((head, at) => (shownPage.includes(`、${head}`) ? [at + 1] : []))).toEqual(parts);
      expect(shownPage).toContain(`发布时间：${publishedOn}`);
      expect(text(await get('/xxgknb/index.html'))).toContain(`href="${year}.html"`);
    }
  });

  it('has the columns that the truth tells', async () => {
    const letters = await data<{ date: string }[]>('letter/list', { tab: 'xz' });
    expect(letters[0]?.date).toBe('2024-10-17');
    expect(await data('topic/list')).toEqual([]);
    const { body } = await data<Article>('single/get', { code: 'guide' });
    for (const word of [
      '分类',
      '编排体系',
      '获取方式',
      '工作机构名称',
      '办公地址',
      '联系电话',
      '传真号码',
      '互联网联系方式',
    ])
      expect(body).toContain(word);
    expect(body).not.toContain('办公时间');
  });
});
