import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { contradictedByDays, toldTwice } from '../consistency.js';
import { listPath, LISTS, pageOfRows, pagesOf, pathOf, rowsOf } from './columns.js';
import { ITEMS } from './content/index.js';
import { site } from './index.js';
import type { SiteAnswer } from '../model.js';

const ORIGIN = 'http://127.0.0.1:1';
const truth = site.truth(ORIGIN);
const articles = [...truth.documents, ...truth.interpretations];

async function ask(path: string): Promise<SiteAnswer> {
  return await site.answer({ method: 'GET', path, headers: {}, body: new Uint8Array() }, ORIGIN);
}
const text = ({ body }: SiteAnswer): string => Buffer.from(body).toString('utf8');
const page = async (path: string): Promise<string> => text(await ask(path));
const bare = (html: string): string =>
  html
    .replace(/<span style="display:none">[^<]*<\/span>/g, '')
    .replace(/<script[^]*?<\/script>|<[^>]*>|&nbsp;|\s|　/g, '');
const paths = (urls: string[]): string[] => urls.map((url) => url.slice(ORIGIN.length));
const first = (urls: string[]): string => paths(urls)[0] ?? '';
const isFile = (path: string): boolean => /^\/(?:uploadfile|statics|caches|hzz\/(?:d\/file|skin))\//.test(path);

/** Words of a PDF, which are drawn as hexadecimal UTF-16; a scan has none. */
const wordsOf = async (path: string): Promise<string> =>
  [...(await page(path)).matchAll(/<([0-9A-F]+)> Tj/g)]
    .map(([, drawn = '']) => Buffer.from(drawn, 'hex').swap16().toString('utf16le'))
    .join('\n');

/** All that a careful person reads at an address: every part of the article, and the file in its reader. */
async function read(path: string): Promise<string> {
  if (isFile(path)) return wordsOf(path);
  const html = await page(path);
  const parts = [...html.matchAll(/href="((?:\/show-|\/html\/)[^"]*[-_][23]\.html)">\d/g)].map(([, to = '']) =>
    page(to),
  );
  const readers = [...html.matchAll(/viewer\.html\?file=([^"]+)"/g)].map(([, to = '']) => wordsOf(to));
  return [html, ...(await Promise.all([...parts, ...readers]))].join('\n');
}

/** Everything that can be reached by links, frames, scripts and what they write; the calendar has no end. */
async function walk(): Promise<Set<string>> {
  const seen = new Set<string>(['/', '/api.php?op=jsonlist&catid=13&pagesize=4&page=2&callback=showList']);
  for (const path of seen) {
    const answer = await ask(path);
    if (!/html|javascript/.test(answer.headers['content-type'] ?? '')) continue;
    const body = text(answer).replaceAll('\\/', '/').replaceAll('\\"', '"');
    const links = [...body.matchAll(/(?:href|src|"url")[=:]"([^"]+)"/g)].map(([, to = '']) => to);
    for (const to of [...links, ...(body.includes('ask(1)') ? ['/api.php?op=jsonlist&catid=13&page=1'] : [])]) {
      if (/^(?:javascript:|#|\*)|[&?](?:date|month)=/.test(to) || /['+]/.test(to)) continue;
      const url = new URL(to.replaceAll('&amp;', '&'), `${ORIGIN}${path}`);
      if (url.origin === ORIGIN) seen.add(url.pathname + url.search);
    }
  }
  return seen;
}

describe('苇泽县水务局, a PHPCMS site made of files', () => {
  it('has the size it should have', () => {
    expect(truth.documents).toHaveLength(55);
    expect(truth.interpretations).toHaveLength(13);
    expect(truth.annualReports.map(({ year }) => year)).toEqual([2025, 2024, 2023]);
    expect(new Set(truth.columns.map(({ key }) => key)).size).toBe(12);
    expect(new Set(ITEMS.map(({ id }) => id)).size).toBe(ITEMS.length);
    expect(truth.documents.filter(({ urls }) => isFile(first(urls)))).toHaveLength(11);
  });

  it('agrees with itself, and only the corrected copy shares a number', () => {
    expect(contradictedByDays(truth)).toEqual([]);
    expect(toldTwice(truth)).toEqual(['苇水发〔2026〕6号']);
  });

  it('answers every address of a page with its title and day, and every file with a file', async () => {
    for (const { urls, title, publishedOn } of articles)
      for (const path of paths(urls)) {
        const answer = await ask(path);
        expect(answer.status, path).toBe(200);
        if (isFile(path)) {
          expect(answer.headers['content-type'], path).not.toContain('html');
          continue;
        }
        expect(bare(text(answer)), path).toContain(bare(title));
        expect(text(answer), path).toMatch(new RegExp(`(?:<span>|：)${publishedOn} \\d\\d:`));
      }
    for (const { urls, year } of truth.annualReports)
      expect(await read(first(urls)), urls[0]).toContain(`水务局${year}年政府信息公开工作年度报告`);
    for (const path of paths(truth.others)) expect((await ask(path)).status, path).toBe(200);
    for (const { attachments } of truth.documents)
      for (const { url } of attachments) expect((await ask(first([url]))).status, url).toBe(200);
  });

  it('shows numbers, index numbers and days of writing to whoever reads all parts and the file', async () => {
    for (const { urls, title, documentNumber, indexNumber, issuedOn } of truth.documents) {
      const path = first(urls);
      const row = ITEMS.find((item) => item.title === title && item.link === path)?.before ?? '';
      const words = bare(`${row}${await read(path)}`);
      expect(words, path).toContain(documentNumber ?? '');
      expect(words, path).toContain(indexNumber ?? '');
      if (issuedOn === null) continue;
      const [year, month, day] = issuedOn.split('-').map(Number);
      expect(
        words.includes(`${year}年${month}月${day}日`) ||
          (issuedOn === '2020-07-10' && words.includes('二〇二〇年七月十日')) ||
          words.includes(issuedOn),
        path,
      ).toBe(true);
    }
  });

  it('has no day and no number in what is told to have none', async () => {
    for (const { urls, documentNumber, issuedOn } of truth.documents) {
      if (issuedOn !== null) continue;
      const body = /<div class="content">([^]*?)<div id="pages"/.exec(await read(first(urls)))?.[1] ?? '';
      expect(bare(body), urls[0]).not.toMatch(/\d日|〔/);
      if (documentNumber === null) expect(await wordsOf(first(urls))).toBe('');
    }
  });

  it('is reached from the home page, and nothing that a link names is lost', async () => {
    const seen = await walk();
    const files = truth.documents.flatMap(({ attachments }) => attachments.map(({ url }) => url));
    for (const { urls } of [...articles, ...truth.annualReports]) expect(seen.has(first(urls)), urls[0]).toBe(true);
    const others = truth.others.filter((url) => !/m=content&c=index&a=show/.test(url));
    for (const path of paths([...files, ...others])) expect(seen.has(path), path).toBe(true);
    const missing: string[] = [];
    for (const path of seen) if ((await ask(path)).status !== 200) missing.push(path);
    expect(missing).toEqual([]);
  });

  it('names each attachment as its link does', async () => {
    for (const { urls, attachments } of truth.documents) {
      if (isFile(first(urls))) continue;
      const html = (await page(first(urls))).replaceAll('../../../', '/');
      for (const { name, url } of attachments)
        expect(html, urls[0]).toMatch(new RegExp(`href="${first([url]).replace(/[.?]/g, '\\$&')}"[^>]*>${name}</a>`));
    }
  });

  it('links interpretations and policies as the truth says', async () => {
    const holds = async (from: string[], to: string[]): Promise<boolean> => {
      const pages = await Promise.all(paths(from).map((path) => page(path)));
      return pages.some((html) => paths(to).some((path) => html.includes(`href="${path}"`)));
    };
    for (const { urls, policyUrls, policyTitle, linksToPolicy, linkedFromPolicy } of truth.interpretations) {
      const near = await holds(urls, policyUrls);
      expect(near, urls[0]).toBe(linksToPolicy);
      expect(await holds(policyUrls, urls), urls[0]).toBe(linkedFromPolicy);
      const policy = truth.documents.find((document) => document.urls[0] === policyUrls[0]);
      expect(policy?.title ?? null).toBe(policyTitle);
    }
  });

  it('has the parts of each annual report and the states of columns that the truth tells', async () => {
    const heads = ['总体情况', '主动公开政府信息', '收到和处理', '行政复议', '存在的主要问题', '其他需要报告'];
    for (const { urls, parts } of truth.annualReports) {
      const words = await read(first(urls));
      expect(heads.flatMap((head, at) => (new RegExp(`、[^\\n<]*${head}`).test(words) ? [at + 1] : []))).toEqual(parts);
    }
    expect(await page('/index.php?m=bsfw&c=index&a=init')).toContain("doesn't exist");
    expect(await page(listPath(25))).toContain('<ul class="list lh24 f14"></ul>');
    expect(await page('/index.php?m=guestbook&c=index&a=lists&siteid=1')).not.toMatch(/202[56]-/);
    const guide = await page('/index.php?m=content&c=index&a=lists&catid=9');
    expect(guide).not.toContain('办公时间');
    for (const word of ['分类', '编排', '获取方式', '工作机构名称', '办公地址', '联系电话', '传真号码', '电子邮箱'])
      expect(guide).toContain(word);
  });

  it('shows every row of each column, in the page, by JSONP or by a script that writes', async () => {
    for (const catid of Object.keys(LISTS).map(Number)) {
      const pages = Array.from({ length: pagesOf(catid) }, (_, i) => page(listPath(catid, i + 1)));
      const drawn = (await Promise.all(pages)).join('');
      for (const item of rowsOf(catid)) {
        if (catid === 13) continue;
        const source = catid === 16 ? await page('/index.php?m=dbsource&c=call&a=get&id=3') : drawn;
        expect(source, item.title).toContain(`${pathOf(item)}"`);
      }
    }
    for (const at of [1, 2]) {
      let rows: { url: string }[] = [];
      const showList = (answer: { data: { url: string }[] }): number => (rows = answer.data).length;
      const source = await page(`/api.php?op=jsonlist&catid=13&page=${at}&callback=showList`);
      new Script(source).runInNewContext({ showList });
      expect(rows.map(({ url }) => url)).toEqual(pageOfRows(13, at).map(pathOf));
    }
    for (const path of ['/index.php?m=dbsource&c=call&a=get&id=3', '/hzz/d/js/class/class6_newnews.js']) {
      const written: string[] = [];
      const source = await page(path);
      new Script(source).runInNewContext({ document: { write: (html: string) => written.push(html) } });
      expect(written.join('')).toMatch(/^<(?:ul|table)[^]*<\/(?:ul|table)>$/);
    }
  });
});
