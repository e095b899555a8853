import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { contradictedByDays, toldTwice } from '../consistency.js';
import { DOCS, OTHERS, READINGS } from './content/index.js';
import { site } from './index.js';
import { snowflake } from './text.js';
import type { SiteAnswer } from '../model.js';

const ORIGIN = 'http://127.0.0.1:1';
const truth = site.truth(ORIGIN);
const TENANT = { 'tenant-id': '000000' };

interface Row {
  id: string;
  bt: string;
  fbsj: string | number;
  fbzt: number;
  /** Where the row leads, when that is outside the site. */
  wbdz: string | null;
}
interface Info extends Row {
  nr: string;
  nrjm?: 1;
  syh?: string;
  wh?: string;
  fj?: string;
  pdf?: string | null;
  gljd?: { id: string }[];
  glzc?: { id: string } | null;
}

async function ask(path: string, headers: Record<string, string> = {}, form?: unknown): Promise<SiteAnswer> {
  const body = Buffer.from(form === undefined ? '' : JSON.stringify(form));
  return site.answer({ method: form === undefined ? 'GET' : 'POST', path, headers, body }, ORIGIN);
}
const text = ({ body }: SiteAnswer): string => Buffer.from(body).toString('utf8');
async function data<T>(path: string, form?: unknown): Promise<T> {
  const { code, msg, data: held } = JSON.parse(text(await ask(path, TENANT, form))) as Record<string, unknown>;
  expect(code, `${path} ${String(msg)}`).toBe(0);
  return held as T;
}

/** What the application asks for to draw an address. */
async function shown(url: string): Promise<Info> {
  const hash = url.slice(url.indexOf('#') + 1);
  const policy = /^\/policy\/detail\/(\d+)$/.exec(hash)?.[1];
  const id = new URLSearchParams(hash.split('?')[1]).get('id') ?? '';
  if (policy === undefined) return data(`/api/${hash.startsWith('/read') ? 'jd' : 'article'}/info?id=${id}`);
  const info = await data<Info>(`/api/policy/info/${policy}`);
  return { ...info, nr: Buffer.from(info.nr, 'base64').toString('utf8') };
}
const bare = (html: string): string => html.replace(/<[^>]*>|\s/g, '');
const day = (at: string | number): string =>
  typeof at === 'string' ? at.slice(0, 10) : new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
const ids = (rows: Row[]): string[] => rows.filter(({ fbzt, wbdz }) => fbzt === 1 && wbdz === null).map(({ id }) => id);

/** Whether an address is of the kind that a list of this form links to. */
const opens = (url: string, form: string): boolean =>
  url.startsWith(`${ORIGIN}/#`) && url.includes(form) && url.endsWith('from=open') === (form === 'from=open');

describe('芷岚县人社局, an application behind hash routes', () => {
  it('has the size it should have', () => {
    expect(truth.documents).toHaveLength(47);
    expect(truth.interpretations).toHaveLength(13);
    expect(truth.annualReports.map(({ year }) => year)).toEqual([2025, 2024, 2023]);
    expect(new Set(truth.columns.map(({ key }) => key)).size).toBe(12);
    const keys = [...DOCS, ...READINGS, ...OTHERS].map(({ key }) => key);
    expect(new Set(keys.map(snowflake)).size).toBe(keys.length);
    expect(truth.documents.every(({ urls }) => urls.length > 0)).toBe(true);
  });

  it('agrees with itself', () => {
    expect(contradictedByDays(truth)).toEqual([]);
    expect(toldTwice(truth)).toEqual([]);
  });

  it('answers every address with one shell, whatever is asked for', async () => {
    const shell = text(await ask('/'));
    for (const path of ['/index.html', '/robots.txt', '/sitemap.xml', '/file/2026/zdgk-jbml.pdf', '/p__service__x.js'])
      expect(text(await ask(path)), path).toBe(shell);
    expect(bare(shell.replace(/<script[^]*?<\/script>|<noscript>.*?<\/noscript>|<title>.*?<\/title>/g, ''))).toBe('');
    const bundle = /src="(\/umi[^"]+js)"/.exec(shell)?.[1] ?? '';
    const answered = await ask(bundle);
    expect(() => new Script(text(answered))).not.toThrow();
    expect(answered.headers['content-type']).toContain('javascript');
  });

  it('gives the title, the day, the numbers and the files of everything true', async () => {
    for (const { urls, title, publishedOn } of [...truth.documents, ...truth.interpretations])
      for (const url of urls) {
        const info = await shown(url);
        expect(info.bt, url).toBe(title);
        expect(day(info.fbsj), url).toBe(publishedOn);
      }
    for (const { urls, documentNumber, indexNumber, attachments } of truth.documents) {
      const info = await shown(urls[0] ?? '');
      const words = `${info.wh ?? ''}${bare(info.nr)}`.replace('【', '〔').replace('】', '〕');
      expect(words, urls[0]).toContain(documentNumber ?? '');
      expect(info.syh ?? null).toBe(indexNumber);
      const files = JSON.parse(info.fj ?? '[]') as { mc: string; dz: string }[];
      const inText = [...info.nr.matchAll(/href="(\/file\/[^"]+)"[^>]*>([^<]+)</g)];
      expect(attachments.map(({ name, url }) => [name, url])).toEqual([
        ...files.map(({ mc, dz }) => [mc, ORIGIN + dz]),
        ...inText.map(([, dz, mc]) => [mc, `${ORIGIN}${dz}`]),
      ]);
      for (const { url } of attachments)
        expect((await ask(url.slice(ORIGIN.length))).headers['content-disposition'], url).toContain('attachment');
    }
  });

  it('lists all documents and interpretations, and drafts only for the application to leave out', async () => {
    const found = new Map<string, Row[]>();
    const notices = [1, 2].map((pageNum) =>
      data<{ rows: Row[] }>('/api/article/page', { cid: 1021, pageNum, pageSize: 10 }),
    );
    found.set('#/detail?id=', [
      ...(await Promise.all(notices)).flatMap(({ rows }) => rows),
      ...(await data<Row[]>('/api/article/all?cid=1022')),
    ]);
    const policies = [1, 2].map((at) => data<{ records: Row[] }>(`/api/policy/search?current=${at}&size=8`));
    found.set(
      '#/policy/detail/',
      (await Promise.all(policies)).flatMap(({ records }) => records),
    );
    const nodes = [2020, 2031, 2032, 2033, 2034, 2035, 2036].map((node) =>
      data<Row[]>(`/api/article/node?node=${node}`),
    );
    found.set('from=open', (await Promise.all(nodes)).flat());
    for (const [form, rows] of found) {
      const told = truth.documents.filter(({ urls }) => urls.some((url) => opens(url, form)));
      expect(new Set(ids(rows)), form).toEqual(new Set(told.map(({ urls }) => /\d{19}/.exec(urls[0] ?? '')?.[0])));
    }
    const drafts = [...found.values()].flat().filter(({ fbzt }) => fbzt === 0);
    expect(drafts).toHaveLength(2);
    for (const { id } of drafts) expect(text(await ask(`/api/article/info?id=${id}`))).toContain('撤回');
    expect(ids(await data<Row[]>('/api/jd/list'))).toHaveLength(truth.interpretations.length);
    expect(text(await ask('/api/policy/search?current=1'))).toContain('"code":401');
  });

  it('links interpretations and policies as the truth says', async () => {
    for (const { urls, policyUrls, policyTitle, linksToPolicy, linkedFromPolicy } of truth.interpretations) {
      const id = /\d{19}/.exec(urls[0] ?? '')?.[0] ?? '';
      const info = await shown(urls[0] ?? '');
      const policy = /\d{19}/.exec(policyUrls[0] ?? '')?.[0] ?? 'none';
      expect(info.glzc?.id === policy || info.nr.includes(`#/policy/detail/${policy}"`), urls[0]).toBe(linksToPolicy);
      if (policyTitle === null) continue;
      const from = await shown(policyUrls.find((url) => url.includes('/policy/')) ?? '');
      expect(from.bt).toBe(policyTitle);
      expect(from.gljd?.some((one) => one.id === id) ?? false, urls[0]).toBe(linkedFromPolicy);
    }
  });

  it('has the parts of each annual report and the columns that the truth tells', async () => {
    const heads = [
      '总体情况',
      '主动公开政府信息',
      '收到和处理',
      '政府信息公开行政复议',
      '存在的主要问题',
      '其他需要报告',
    ];
    for (const { urls, parts, publishedOn, year } of truth.annualReports) {
      const { nr, bt, fbsj } = await shown(urls[0] ?? '');
      expect(heads.flatMap((head, at) => (new RegExp(`、${head}`).test(nr) ? [at + 1] : []))).toEqual(parts);
      expect([bt.includes(`${year}年`), day(fbsj)]).toEqual([true, publishedOn]);
    }
    const [{ lxsj } = { lxsj: '' }] = await data<{ lxsj: string }[]>('/api/letter/list');
    expect(lxsj.slice(0, 4)).toBe('2023');
    expect(await data('/api/topic/list')).toEqual([]);
    const { nr } = await data<Info>('/api/single?code=guide');
    expect(nr).not.toContain('传真');
    for (const word of [
      '分类',
      '编排体系',
      '获取方式',
      '工作机构名称',
      '办公地址',
      '办公时间',
      '联系电话',
      '互联网联系方式',
    ])
      expect(nr).toContain(word);
  });
});
