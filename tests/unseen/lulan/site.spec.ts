import { describe, expect, it } from 'vitest';
import { framePath, listPath, paths } from './addresses.js';
import { documents } from './content/index.js';
import { contradictedByDays, toldTwice } from '../consistency.js';
import { site } from './index.js';

const origin = 'http://127.0.0.1:8080';
const truth = site.truth(origin);

async function ask(url: string) {
  const path = url.startsWith(origin) ? url.slice(origin.length) || '/' : url;
  const answer = await site.answer({ method: 'GET', path, headers: {}, body: new Uint8Array() }, origin);
  const text = typeof answer.body === 'string' ? answer.body : new TextDecoder('gbk').decode(answer.body);
  return { status: answer.status, headers: answer.headers, text };
}

/** What a reader sees of a page: no scripts, marks or white space. */
const seen = (html: string) =>
  html
    .replace(/^[^]*<BODY[^>]*>/, '')
    .replace(/<script[^]*?<\/script>|<[^>]+>/gi, '')
    .replaceAll('&nbsp;', '')
    .normalize('NFKC')
    .replace(/[[〔]/g, '〔')
    .replace(/[\]〕]/g, '〕')
    .replace(/\s/g, '');

/** Links, hot spots, frames, options, entries of the tree, and pages that the form of the frames asks for. */
function linksOf(html: string, url: string): string[] {
  const found = [
    ...html.matchAll(/(?:href|src|value|url)=["']?([^"' >]+)/gi),
    ...html.matchAll(/d\.add\(\d+,\d+,'[^']*','([^']*)'/g),
  ].map(([, link]) => link ?? '');
  const turns = [...html.matchAll(/topage\((\d+)\)"/g)].map(
    ([, to]) => `right.jsp${new URL(url).search.replace(/&pg=\d+/, '')}&pg=${to}`,
  );
  return [...found, ...turns]
    .filter((link) => /\.jsp|^\/upfile|^\/servlet/.test(link))
    .map((link) => new URL(link, url))
    .filter((link) => link.origin === origin)
    .map((link) => link.href);
}

async function walk(): Promise<Set<string>> {
  const reached = new Set<string>();
  const queue = [`${origin}/`];
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (reached.has(url)) continue;
    reached.add(url);
    const { text, headers } = await ask(url);
    if (headers['content-type'] === 'text/html') queue.push(...linksOf(text, url));
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
    `${year}/${month}/${date}`,
    `${year}.${month}.${date}`,
    `${year}年${month}月${date}日`,
    `${year}年${String(month).padStart(2, '0')}月${date}日`,
    `${String(year).replace('0', 'O')}年${month}月${date}日`,
    ...['〇', '○', '0'].map((zero) => `${years(zero)}年${spelt(month)}月${spelt(date)}日`),
  ].map((form) => form.normalize('NFKC'));
};

const lists = async () => {
  const pages = [1, 2].flatMap((page) => [listPath('0101', page), listPath('0103', page)]);
  return (await Promise.all(pages.map(ask))).map(({ text }) => seen(text)).join('');
};

describe('鹿栏乡', () => {
  it('leads to every row of its truth, and each address shows the title', async () => {
    const reached = await walk();
    for (const row of [
      ...truth.documents,
      ...truth.interpretations,
      ...truth.annualReports.map((one) => ({ ...one, title: `${one.year}` })),
    ]) {
      for (const url of row.urls) {
        const { status, text } = await ask(url);
        expect(status, url).toBe(200);
        expect(seen(text), url).toContain(seen(row.title));
      }
      // The last address is as the first page writes it, which shows few.
      for (const url of row.urls.slice(0, -1)) expect(reached.has(url), url).toBe(true);
    }
    const told = [...truth.documents, ...truth.interpretations, ...truth.annualReports].flatMap((row) => row.urls);
    const shown = [...reached].filter((url) => /show\.jsp|xx\.jsp/.test(url));
    expect(shown.filter((url) => !told.includes(url) && !truth.others.includes(url))).toEqual([]);
    const unreached = truth.others.filter((url) => !reached.has(url) && !/show\.jsp\?id=/.test(url));
    expect(unreached).toEqual([]);
  });

  it('shows the numbers and days that it tells, on the page or in the cells of its list', async () => {
    const listed = await lists();
    for (const row of truth.documents) {
      const page = seen((await ask(row.urls[0]!)).text);
      const has = (text: string) => page.includes(seen(text));
      if (row.documentNumber !== null)
        expect(has(row.documentNumber) || listed.includes(seen(row.documentNumber)), row.title).toBe(true);
      if (row.indexNumber !== null) expect(has(row.indexNumber), row.title).toBe(true);
      if (row.issuedOn !== null)
        expect(forms(row.issuedOn).some(has) || listed.includes(row.issuedOn), row.title).toBe(true);
      const own = documents.find((one) => one.title === row.title);
      if (own?.stamp === undefined) expect(has(row.publishedOn!), row.title).toBe(true);
    }
    const stamped = async (id: number) =>
      (await ask(truth.documents.flatMap(({ urls }) => urls).find((url) => url.endsWith(`id=${id}`))!)).text;
    expect(await stamped(30412)).toContain('Thu Jan 22 16:30:00 CST 2026');
    expect(await stamped(30519)).toContain('Wed Nov 19 10:02:00 CST 2025');
    expect(await stamped(30421)).toContain('2026年6月1日 星期一');
    expect(await stamped(30611)).not.toContain('发布时间');
    expect(await lists()).toContain('2025年12月16日');
  });

  it('links interpretation and policy as it tells', async () => {
    for (const row of truth.interpretations) {
      const leads = async (from: string[], to: string[]) => {
        const links = await Promise.all(from.map(async (url) => linksOf((await ask(url)).text, url)));
        return links.flat().some((url) => to.includes(url));
      };
      expect(await leads(row.urls, row.policyUrls), row.title).toBe(row.linksToPolicy);
      expect(await leads(row.policyUrls, row.urls), row.title).toBe(row.linkedFromPolicy);
    }
  });

  it('answers its attachments, and is broken, empty or silent where it says so', async () => {
    for (const row of truth.documents)
      for (const file of row.attachments) {
        expect((await ask(file.url)).headers['content-disposition'], file.url).toContain('attachment');
        expect((await ask(row.urls[0]!)).text).toContain(file.url.slice(origin.length));
      }
    expect((await ask(paths.catalogue)).status).toBe(404);
    expect((await ask(paths.rules)).text).toContain('正在建设中');
    expect((await ask(framePath('0102'))).text).not.toContain('charset');
    expect((await ask('/xz/show.jsp?unit=0417&sect=0102&id=30411')).text).toContain('参数错误');
    expect((await ask(framePath('0102'))).text.match(/show\.jsp/g)).toHaveLength(6);
  });

  it('holds the parts of its annual reports', async () => {
    const heads = [
      '总体情况',
      '主动公开政府信息情况',
      '收到和处理',
      '行政复议、行政诉讼情况',
      '存在的主要问题',
      '其他需要报告的事项</b>',
    ];
    for (const row of truth.annualReports) {
      const { text } = await ask(row.urls[0]!);
      expect(
        heads.flatMap((head, at) => (new RegExp(`<b>[一二三四五六]、[^<]*${head}`).test(text) ? [at + 1] : [])),
      ).toEqual(row.parts);
    }
  });

  it('calls late what took more than twenty working days', () => {
    expect(contradictedByDays(truth)).toEqual([]);
  });

  it('has no address and no number twice, and is as big as it should be', () => {
    expect(toldTwice(truth)).toEqual([]);
    expect(truth.documents).toHaveLength(41);
    expect(truth.interpretations).toHaveLength(11);
  });
});
