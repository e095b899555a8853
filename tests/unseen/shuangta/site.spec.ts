import { describe, expect, it } from 'vitest';
import { docs } from './content/index.js';
import { site } from './index.js';

const origin = 'http://127.0.0.1:8080';
const truth = site.truth(origin);

async function ask(url: string) {
  const { pathname, search } = new URL(url);
  const answer = await site.answer(
    { method: 'GET', path: pathname + search, headers: {}, body: new Uint8Array() },
    origin,
  );
  const bytes = typeof answer.body === 'string' ? new TextEncoder().encode(answer.body) : answer.body;
  const charset = pathname.startsWith('/old/') ? 'gb18030' : 'utf-8';
  return { ...answer, text: new TextDecoder(charset).decode(bytes) };
}

const bare = (text: string) => text.replace(/\s/g, '').replace(/&quot;/g, '"');

/** What a browser with scripts would ask for from the page: links, frames, lazy panels, buttons, and links of script. */
function addresses(url: string, text: string): string[] {
  const html = text.startsWith('{')
    ? ((JSON.parse(text) as { data: { fragment: string } | null }).data?.fragment ?? '')
    : text;
  return [
    ...[...html.matchAll(/\s(?:href|src|data-lazy|data-next|data-src)="([^"]+)"/gi)].map(([, found]) => found!),
    ...[...html.matchAll(/openWin\('(\d+)'\)/g)].map(([, id]) => `show.asp?id=${id}`),
    ...[...html.matchAll(/downFile\('(\w+)'\)/g)].map(([, id]) => `/api/attachment/download?fid=${id}`),
  ]
    .filter((found) => !/^(?:javascript|data|#)/.test(found))
    .map((found) => new URL(found.replaceAll('&amp;', '&'), url))
    .filter(({ origin: host }) => host === origin)
    .map(({ href }) => href);
}

async function walk(): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  const waiting = [`${origin}/`];
  for (let url = waiting.pop(); url; url = waiting.pop()) {
    if (seen.has(url)) continue;
    const { status, headers, text } = await ask(url);
    seen.set(url, status);
    if (!/html|json/.test(headers['content-type']!)) continue;
    waiting.push(...addresses(url, text));
    const page = /^\{.*"pageNo":(\d+).*"last":false/s.exec(text)?.[1];
    if (page) waiting.push(url.replace(/page=\d+/, `page=${Number(page) + 1}`));
  }
  return seen;
}

const figures = '〇一二三四五六七八九';
const small = (value: number) =>
  (value < 10 ? '' : value < 20 ? '十' : `${figures[Math.floor(value / 10)]}十`) +
  (value % 10 ? figures[value % 10] : '');

/** Every way in which the pages of this site write a day. */
function ways(date: string): string[] {
  const [year, month, day] = date.split('-').map(Number);
  const years = [...String(year)].map((digit) => figures[Number(digit)]).join('');
  const words = `${years}年${small(month!)}月${small(day!)}日`;
  const plain = [date, `${year}-${month}-${day}`, `${year}年${month}月${day}日`, date.replaceAll('-', '.')];
  return [...plain, words, words.replace('〇', 'O')];
}

describe('双塔市教育和体育局', () => {
  const articles = [...truth.documents, ...truth.interpretations];

  it('answers every address of the truth with its title, the Traditional twin with its own', async () => {
    for (const { urls, title } of articles)
      for (const url of urls) {
        const { status, text } = await ask(url);
        expect(status, url).toBe(200);
        if (!url.includes('/tc/')) expect(bare(text), url).toContain(bare(title));
        else expect(text, url).toContain('關於');
      }
    for (const url of [...truth.others, ...truth.annualReports.flatMap(({ urls }) => urls)])
      expect((await ask(url)).status, url).toBe(200);
    for (const { url } of truth.documents.flatMap(({ attachments }) => attachments))
      expect((await ask(url)).status, url).toBe(200);
  });

  it('leads from the home page to every address the truth names, and only the application page is broken', async () => {
    const seen = await walk();
    for (const { urls, title } of articles) expect(seen.has(urls[0]!), title).toBe(true);
    for (const { urls } of truth.annualReports) expect(seen.has(urls[0]!), urls[0]).toBe(true);
    for (const { url } of truth.documents.flatMap(({ attachments }) => attachments))
      expect(seen.has(url), url).toBe(true);
    const broken = [...seen].filter(([, status]) => status !== 200).map(([url]) => new URL(url).pathname);
    expect(new Set(broken)).toEqual(new Set(['/xxgk/ysq/']));
  });

  it('has no duplicates in its truth, and enough of everything', () => {
    const urls = [...articles, ...truth.annualReports].flatMap((entry) => entry.urls).concat(truth.others);
    expect(urls.filter((url, i) => urls.indexOf(url) !== i)).toEqual([]);
    expect(new Set(truth.documents.map(({ title }) => title)).size).toBe(truth.documents.length);
    expect(truth.documents.length).toBeGreaterThanOrEqual(60);
    expect(truth.interpretations.length).toBeGreaterThanOrEqual(12);
    expect(new Set(truth.columns.map(({ key }) => key)).size).toBe(12);
  });

  it('shows number, index number, dates and attachments of the truth on the page', async () => {
    for (const { urls, documentNumber, indexNumber, issuedOn, publishedOn, attachments, title } of truth.documents) {
      const { text } = await ask(urls[0]!);
      const page = bare(text);
      const said = page.replace(/<br>/g, '、').replace(/号双/g, '号、双');
      if (documentNumber) expect(said, title).toContain(documentNumber);
      if (indexNumber) expect(page, title).toContain(indexNumber);
      for (const date of [issuedOn, publishedOn]) {
        if (date)
          expect(
            ways(date).some((way) => page.includes(way)),
            `${title} ${date}`,
          ).toBe(true);
      }
      for (const { name } of attachments) expect(page, title).toContain(bare(name));
    }
  });

  it('links interpretations and policies as the truth says', async () => {
    for (const { urls, title, policyUrls, linksToPolicy, linkedFromPolicy } of truth.interpretations) {
      const links = async (from: string[], to: string[]) =>
        from.length > 0 &&
        addresses(from[0]!, (await ask(from[0]!)).text.replace(/<aside.*?<\/aside>/s, '')).some((url) =>
          to.includes(url),
        );
      expect(await links(urls, policyUrls), title).toBe(linksToPolicy);
      expect(await links(policyUrls, urls), title).toBe(linkedFromPolicy);
    }
  });

  it('is late by months or by a day, and otherwise early', () => {
    const exact = new Set([11843, 11851]);
    for (const { id, issued, published, timeliness, title } of docs) {
      if (timeliness === 'notMeasured' || exact.has(id)) continue;
      const days = (Date.parse(published.slice(0, 10)) - Date.parse(issued!)) / 86_400_000;
      expect(days, title).toBeGreaterThanOrEqual(0);
      if (timeliness === 'late') expect(days, title).toBeGreaterThan(60);
      else expect(days, title).toBeLessThan(21);
    }
  });

  it('answers 200 for what was removed, and success with nothing past the end of a list', async () => {
    expect((await ask(`${origin}/info/detail/11607?cid=tzgg`)).text).toContain('不存在或已被删除');
    const { text } = await ask(`${origin}/api/content/page?channel=tzgg&page=40&size=6`);
    expect(JSON.parse(text)).toMatchObject({ code: 200, data: { fragment: '', last: true } });
  });
});
