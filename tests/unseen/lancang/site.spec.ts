import { describe, expect, it } from 'vitest';
import { listed, pathOf, papers, readings } from './registry.js';
import { columns } from './columns.js';
import { site } from './index.js';

const origin = 'http://127.0.0.1:8080';
const text = async (path: string): Promise<{ status: number; body: string }> => {
  const answer = await site.answer({ method: 'GET', path, headers: {}, body: new Uint8Array() }, origin);
  const body = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString('latin1');
  return { status: answer.status, body };
};
const short = (url: string): string => url.replace(origin, '');
const truth = site.truth(origin);

/** Requests that the scripts of a page make in a browser. */
function asked(page: string): string[] {
  const search = /var channelId = "([0-9a-f]{32})", pageSize = (\d+)/.exec(page);
  const [, milliseconds] = /"(\/api\/front\/zwgk\/list[^"]+)"/.exec(page) ?? [];
  const [, library] = /"(\/igs\/front\/search\/list\.html[^"]+)"/.exec(page) ?? [];
  const [, unit] = /pageId: "(c\d+)"/.exec(page) ?? [];
  const pages = /createPageHTML\('page_div',(\d+), \d+,'(\w+)','shtml'/.exec(page);
  return [
    ...(search ? [1, 2].map((at) => `/common/search/${search[1]}?page=${at}&_pageSize=${search[2]}`) : []),
    ...(milliseconds ? [milliseconds] : []),
    ...(library ? [1, 2].map((at) => library + at) : []),
    ...(unit
      ? [1, 2].map((at) => `/api-gateway/jpaas-publish-server/front/page/build/unit?pageId=${unit}&pageNo=${at}`)
      : []),
    ...(pages ? Array.from({ length: Number(pages[1]) - 1 }, (_, at) => `${pages[2]}_${at + 2}.shtml`) : []),
  ];
}

async function reachable(): Promise<Set<string>> {
  const seen = new Set(['/']);
  const queue = ['/'];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const { status, body } = await text(path);
    if (status !== 200 || body.startsWith('%PDF') || body.startsWith('PK')) continue;
    const plain = body.replaceAll('\\"', '"').replaceAll('&amp;', '&');
    const links = [...plain.matchAll(/(?:href|src|url|DOCPUBURL)["']?\s?[=:]\s?["']([^"'\s]+)["']/g)].map(
      (hit) => hit[1] ?? '',
    );
    for (const link of [...links, ...asked(body)]) {
      const target = new URL(link, origin + path);
      const next = target.pathname + target.search;
      if (target.origin !== origin || seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
}

describe('岚沧镇', () => {
  it('answers every true address with its title', async () => {
    for (const row of [...truth.documents, ...truth.interpretations]) {
      for (const url of row.urls) {
        const { status, body } = await text(short(url));
        expect(status, url).toBe(200);
        expect(body, url).toContain(row.title);
      }
    }
    for (const report of truth.annualReports) {
      expect((await text(short(report.urls[0] ?? ''))).body).toContain(`${report.year}年政府信息公开工作年度报告`);
    }
    for (const url of truth.others) expect((await text(short(url))).status, url).toBe(200);
  });

  it('shows on the page what the truth tells of a document', async () => {
    for (const row of truth.documents) {
      const { body } = await text(short(row.urls[0] ?? ''));
      const shown = body.replace(/<!--[\s\S]*?-->/g, '');
      for (const value of [row.documentNumber, row.indexNumber, row.publishedOn]) {
        if (value) expect(shown, row.title).toContain(value);
      }
      for (const file of row.attachments) {
        expect(shown, row.title).toContain(file.name);
        expect((await text(short(file.url))).body).toMatch(/^(%PDF|PK)/);
      }
    }
  });

  it('links policies and interpretations as the truth says', async () => {
    for (const reading of readings) {
      const policy = papers.find((paper) => paper.key === reading.policy);
      if (!policy) throw new Error(reading.key);
      const [here, there] = [await text(pathOf(reading)), await text(pathOf(policy))];
      expect(here.body.includes(pathOf(policy)), reading.key).toBe(reading.linksToPolicy);
      expect(there.body.includes(pathOf(reading)), reading.key).toBe(reading.linkedFromPolicy);
    }
  });

  it('leads from the home page to everything', async () => {
    const seen = await reachable();
    const rows = [...truth.documents, ...truth.interpretations, ...truth.annualReports];
    for (const row of rows) for (const url of row.urls) expect(seen.has(short(url)), url).toBe(true);
    for (const row of truth.documents) {
      for (const file of row.attachments) expect(seen.has(short(file.url)), file.url).toBe(true);
    }
    for (const url of truth.others) expect(seen.has(short(url)), url).toBe(true);
  });

  it('names nothing twice', () => {
    const urls = [...truth.documents, ...truth.interpretations, ...truth.annualReports].flatMap((row) => row.urls);
    const all = [...urls, ...truth.others];
    expect(new Set(all).size).toBe(all.length);
    const titles = truth.documents.map((row) => row.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('has the size that was asked', () => {
    const size = [truth.documents, truth.interpretations, truth.annualReports, truth.others].map((rows) => rows.length);
    expect(size).toEqual([54, 22, 4, 37]);
    for (const column of columns) if (column.code !== 'c106103') expect(listed(column).length).toBeGreaterThan(0);
  });
});
