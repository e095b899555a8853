import { describe, expect, it } from 'vitest';
import { paths } from './addresses.js';
import { attributes } from './render/article.js';
import { documents } from './content/index.js';
import { contradictedByDays, toldTwice } from '../consistency.js';
import { site } from './index.js';

const origin = 'http://127.0.0.1:8080';
const truth = site.truth(origin);

async function ask(url: string, json?: unknown) {
  const path = url.startsWith(origin) ? url.slice(origin.length) || '/' : url;
  const body = new TextEncoder().encode(json === undefined ? '' : JSON.stringify(json));
  const answer = await site.answer({ method: json === undefined ? 'GET' : 'POST', path, headers: {}, body }, origin);
  const text = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString('latin1');
  return { status: answer.status, headers: answer.headers, text };
}

/** What a reader sees of a page: no scripts, comments, marks or white space. */
const seen = (html: string) =>
  html
    .replace(/^[^]*<main[^>]*>/, '')
    .replace(/<script[^]*?<\/script>|<[^>]+>/g, '')
    .replaceAll('&ensp;', '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .normalize('NFKC')
    .replace(/\s/g, '');

const links = (html: string) =>
  [...html.matchAll(/(?:href|data-href)="([^"]*)"/g)]
    .map(([, link]) => (link ?? '').replaceAll('&amp;', '&'))
    .filter((link) => link.startsWith('/') && !link.startsWith('/_nuxt'))
    .map((link) => origin + link);

interface Answer {
  data: {
    pages: number;
    records: { url: string; publishTime: number | string }[];
    list: { url: string }[];
    more: boolean;
  };
}
const parse = (text: string) => JSON.parse(text) as Answer;

/** Rows of a list that is asked for, through all of its pages. */
async function turned(url: string, asked: object): Promise<string[]> {
  const found: string[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const { data } = parse((await ask(url, { siteId: 'hlx', pageNo: page, pageSize: 10, ...asked })).text);
    pages = data.pages;
    found.push(...data.records.map((row) => row.url));
  }
  return found.map((path) => origin + path);
}

/** Every address a visitor comes to: by links, by nodes of the tree and by pagers. */
async function walk(): Promise<Set<string>> {
  const reached = new Set<string>();
  const queue = [`${origin}/`];
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (reached.has(url) || /\/p\/[5-9]|\/p\/\d\d/.test(url)) continue;
    reached.add(url);
    const { text, headers } = await ask(url);
    if (!headers['content-type']?.startsWith('text/html')) continue;
    queue.push(...links(text));
    for (const [, node] of text.matchAll(/data-id="(\d+)" data-leaf="false"/g)) {
      const tree = (await ask(`/gw/portal/v1/channel/children?parentId=${node}&siteId=hlx`)).text;
      for (const { id, leaf } of (JSON.parse(tree) as { data: { id: number; leaf: boolean }[] }).data) {
        queue.push(`${origin}/zfxxgk/n/${id}`);
        if (leaf) continue;
        const below = JSON.parse((await ask(`/gw/portal/v1/channel/children?parentId=${id}&siteId=hlx`)).text) as {
          data: { id: number }[];
        };
        queue.push(...below.data.map((one) => `${origin}/zfxxgk/n/${one.id}`));
      }
    }
    for (const [, list] of text.matchAll(/data-list="(\w+)"/g))
      queue.push(
        ...(list === 'library'
          ? await turned('/gw/search/v1/policy', {})
          : await turned('/gw/portal/v1/article/page', { channelId: Number(list) })),
      );
    if (text.includes('data-cards'))
      for (let offset = 0, more = true; more; offset += 6) {
        const { data } = parse((await ask(`/gw/portal/v1/interpret/cards?kind=&offset=${offset}&siteId=hlx`)).text);
        queue.push(...data.list.map((row) => origin + row.url));
        more = data.more;
      }
  }
  return reached;
}

const forms = (day: string) => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const spelt = (value: number) =>
    `${value < 10 ? '' : `${value < 20 ? '' : '一二三'[Math.floor(value / 10) - 1]}十`}${value % 10 ? '一二三四五六七八九'[(value % 10) - 1] : ''}`;
  const years = (zero: string) =>
    [...String(year)].map((digit) => (digit === '0' ? zero : '一二三四五六七八九'[Number(digit) - 1])).join('');
  return [
    day,
    `${year}-${month}-${date}`,
    `${year}.${month}.${date}`,
    `${year}年${month}月${date}日`,
    ...['〇', '零'].map((zero) => `${years(zero)}年${spelt(month)}月${spelt(date)}日`),
  ].map((form) => form.normalize('NFKC'));
};

describe('槐陵县', () => {
  it('leads to every row of its truth, and each address shows the title', async () => {
    const reached = await walk();
    for (const row of [...truth.documents, ...truth.interpretations])
      for (const url of row.urls) {
        const { status, text } = await ask(url);
        expect(status, url).toBe(200);
        expect(seen(text), url).toContain(row.title.normalize('NFKC').replace(/\s/g, ''));
        expect(reached.has(url), url).toBe(true);
      }
    const told = [...truth.documents, ...truth.interpretations, ...truth.annualReports].flatMap((row) => row.urls);
    const articles = [...reached].filter((url) => /\/a\/\d+|\d\.html|\/d\/\d/.test(url));
    expect(articles.filter((url) => !told.includes(url) && !truth.others.includes(url))).toEqual([]);
    expect(truth.others.filter((url) => url.startsWith(origin) && !reached.has(url))).toEqual([]);
  });

  it('shows the numbers and days that it tells, in the block or in the text', async () => {
    for (const row of truth.documents) {
      const own = documents.find((one) => truth.documents.indexOf(row) === documents.indexOf(one))!;
      const drawn = own.block === 'script' ? attributes(own).join('') : '';
      const page = seen(`<main>${(await ask(row.urls[0]!)).text}${drawn}`);
      const has = (text: string) => page.includes(text.normalize('NFKC').replace(/\s/g, ''));
      if (row.documentNumber !== null) expect(has(row.documentNumber), row.title).toBe(true);
      if (row.indexNumber !== null) expect(has(row.indexNumber), row.title).toBe(true);
      if (row.issuedOn !== null) expect(forms(row.issuedOn).some(has), row.title).toBe(true);
      const shown = row.publishedOn!.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日');
      expect(has(row.publishedOn!) || has(shown), row.title).toBe(true);
    }
  });

  it('links interpretation and policy as it tells, by its page or by the request for relations', async () => {
    for (const row of truth.interpretations) {
      const forth = links((await ask(row.urls[0]!)).text);
      expect(
        row.policyUrls.some((url) => forth.includes(url)),
        row.title,
      ).toBe(row.linksToPolicy);
      const back = await Promise.all(
        row.policyUrls.map(async (url) => {
          const { text } = await ask(url);
          const id = /data-relation="(\d+)"/.exec(text)?.[1];
          return text + (id ? (await ask(`/gw/portal/v1/article/relation?id=${id}&siteId=hlx`)).text : '');
        }),
      );
      const path = row.urls[0]!.slice(origin.length);
      expect(
        back.some((text) => text.includes(`"${path}"`)),
        row.title,
      ).toBe(row.linkedFromPolicy);
    }
  });

  it('answers its attachments, names them on the page, and is broken where it says so', async () => {
    for (const row of truth.documents)
      for (const file of row.attachments) {
        expect((await ask(file.url)).headers['content-disposition'], file.url).toContain('attachment');
        expect((await ask(row.urls[0]!)).text).toContain(file.url.slice(origin.length));
      }
    expect((await ask(paths.request)).status).toBe(502);
    expect((await ask(paths.topic)).text).toContain('暂无数据');
    expect((await ask('/gw/portal/v1/article/page', { channelId: 3012 })).text).toContain('"code":401');
    const ends = await Promise.all(
      ['/dt/tzgg/p/3', '/dt/tzgg/p/9'].map(async (path) =>
        links((await ask(path)).text).filter((url) => url.endsWith('html')),
      ),
    );
    expect(ends[0]).toEqual(ends[1]);
  });

  it('holds the parts of its annual reports', async () => {
    for (const row of truth.annualReports) {
      const { text } = await ask(row.urls[0]!);
      expect(
        [...'一二三四五六']
          .map((sign, at) => (new RegExp(`<(?:h3|strong)>（?${sign}[、）]`).test(text) ? at + 1 : 0))
          .filter(Boolean),
      ).toEqual(row.parts);
    }
  });

  it('calls late what took more than twenty working days', () => {
    expect(contradictedByDays(truth)).toEqual([]);
  });

  it('has no address and no number twice, and is as big as it should be', () => {
    expect(toldTwice(truth)).toEqual([]);
    expect(truth.documents).toHaveLength(52);
    expect(truth.interpretations).toHaveLength(15);
  });
});
