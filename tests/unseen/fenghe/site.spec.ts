import { describe, expect, it } from 'vitest';
import { site } from './index.js';

const origin = 'http://127.0.0.1:8080';
const truth = site.truth(origin);

interface Seen {
  status: number;
  text: string;
  size: number;
}

async function ask(url: string, form = ''): Promise<Seen> {
  const { pathname, search } = new URL(url);
  const body = new TextEncoder().encode(form);
  const answer = await site.answer(
    { method: form ? 'POST' : 'GET', path: pathname + search, headers: {}, body },
    origin,
  );
  const bytes = typeof answer.body === 'string' ? new TextEncoder().encode(answer.body) : answer.body;
  return { status: answer.status, text: new TextDecoder('gb18030').decode(bytes), size: bytes.length };
}

const bare = (text: string) => text.replace(/<BR>/gi, '').replace(/\s|&nbsp;/g, '');

/** Addresses that a browser would reach from the page: links, frames, pictures, and those that inline script writes. */
function addresses(url: string, text: string): string[] {
  const base = /<BASE href="([^"]+)"/i.exec(text)?.[1] ?? url;
  const found = [
    ...text.replace(/<BASE[^>]*>/i, '').matchAll(/(?:href|src|data)="([^"]+)"/gi),
    ...text.matchAll(/var url = "([^"]+)"/g),
  ];
  return found
    .map(([, address]) => address!)
    .filter((address) => !/^(?:javascript|mailto):/.test(address))
    .map((address) => new URL(address, base).href);
}

async function walk(): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  const waiting: { url: string; form?: string }[] = [{ url: `${origin}/` }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const key = next.url + (next.form ?? '');
    if (seen.has(key)) continue;
    const { status, text } = await ask(next.url, next.form);
    seen.set(key, status);
    if (/\.(?:png|pdf|doc|xls|mp3|mp4|wmv|swf|exe|css|js)$|downfile/.test(next.url)) continue;
    for (const url of addresses(next.url, text)) waiting.push({ url });
    for (const [, page] of text.matchAll(/javascript:go\((\d+)\)/g))
      waiting.push({
        url: `${origin}/info/iQuery.jsp`,
        form: `node_id=GKFH&cat_id=15975&page_size=3&cur_page=${page}`,
      });
  }
  return seen;
}

describe('枫禾县自然资源局', () => {
  const articles = [...truth.documents, ...truth.interpretations];

  it('answers every address of the truth with its title', async () => {
    for (const { urls, title } of articles)
      for (const url of urls) {
        const { status, text } = await ask(url);
        expect(status, url).toBe(200);
        expect(bare(text), url).toContain(bare(title));
      }
    for (const url of [...truth.others, ...truth.annualReports.flatMap(({ urls }) => urls)])
      expect((await ask(url)).status, url).toBe(200);
    for (const { url } of truth.documents.flatMap(({ attachments }) => attachments))
      expect((await ask(url)).status, url).toBe(200);
  });

  it('leads from the home page to everything but the draft, and only the application form is broken', async () => {
    const seen = await walk();
    for (const { urls, title } of articles)
      expect(
        urls.some((url) => seen.has(url)),
        title,
      ).toBe(true);
    for (const { urls, year } of truth.annualReports)
      expect(
        urls.some((url) => seen.has(url)),
        `${year}`,
      ).toBe(true);
    for (const { url } of truth.documents.flatMap(({ attachments }) => attachments))
      expect(seen.has(url), url).toBe(true);
    const broken = [...seen].filter(([, status]) => status !== 200).map(([url]) => new URL(url).pathname);
    expect(new Set(broken)).toEqual(new Set(['/ysqgk/apply.do']));
  });

  it('has no duplicates in its truth, and enough of everything', () => {
    const urls = [...articles, ...truth.annualReports].flatMap((entry) => entry.urls).concat(truth.others);
    expect(urls.filter((url, i) => urls.indexOf(url) !== i)).toEqual([]);
    const titles = truth.documents.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(truth.documents.length).toBeGreaterThanOrEqual(45);
    expect(truth.interpretations.length).toBeGreaterThanOrEqual(18);
    expect(new Set(truth.columns.map(({ key }) => key)).size).toBe(12);
  });

  it('is late by months or by a day, and early by weeks or on the last day', () => {
    const exact = new Set(['枫自然资规〔2025〕3号', '枫自然资联规〔2025〕2号']);
    for (const { issuedOn, publishedOn, timeliness, title, documentNumber } of truth.documents) {
      if (timeliness === 'notMeasured' || exact.has(documentNumber ?? '')) continue;
      const days = (Date.parse(publishedOn!) - Date.parse(issuedOn!)) / 86_400_000;
      if (timeliness === 'late') expect(days, title).toBeGreaterThan(60);
      else expect(days, title).toBeLessThan(21);
    }
  });

  it('answers far pages of the notices with a stub', async () => {
    const { status, size } = await ask(`${origin}/info/iList.jsp?node_id=GKFH&cat_id=15911&cur_page=5`);
    expect(status).toBe(200);
    expect(size).toBeLessThan(450);
  });
});
