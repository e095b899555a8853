import { describe, expect, it } from 'vitest';
import { site } from './index.js';

const ORIGIN = 'http://127.0.0.1:1';

async function ask(method: string, path: string, body = ''): Promise<{ status: number; text: string; to: string }> {
  const answer = await site.answer({ method, path, headers: {}, body: new TextEncoder().encode(body) }, ORIGIN);
  const raw = typeof answer.body === 'string' ? new TextEncoder().encode(answer.body) : answer.body;
  const old = path.startsWith('/oldgov/');
  const text = new TextDecoder(old ? 'gb18030' : 'utf-8').decode(raw);
  return { status: answer.status, text, to: answer.headers['location'] ?? '' };
}

const ADDRESS =
  /(?:href|src|data-to)="(\/[^"{}]*|Article_[^"]*)"|"(?:pc|h|u|a|p)":"(\/[^"]*)"|location\.replace\("([^"]+)"\)/g;

function addresses(text: string): string[] {
  return [...text.matchAll(ADDRESS)].map((m) => (m[1] ?? m[2] ?? m[3] ?? '').replaceAll('&amp;', '&'));
}

/** The requests that the scripts of a page make, with their later pages. */
function requests(text: string): [string, string, string][] {
  const list = '/openapi/mxx/front/unit/list';
  const form = (channels: string[], unit: string, n: number): string =>
    new URLSearchParams({
      siteCode: 'mxx',
      channelCodes: JSON.stringify(channels),
      unitId: unit,
      pageNum: String(n),
      pageSize: '6',
    }).toString();
  const out: [string, string, string][] = [];
  for (const n of [1, 2, 3]) {
    for (const m of text.matchAll(/channels:\['([^\]]+)'\],unit:'(\d+)'/g))
      out.push(['POST', list, form((m[1] ?? '').split("','"), m[2] ?? '', n)]);
    for (const m of text.matchAll(/data-ch="(\w+)" data-u="(\d+)"/g))
      out.push(['POST', list, form([m[1] ?? ''], m[2] ?? '', n)]);
    for (const m of text.matchAll(/data-tab="(\w+)"/g)) {
      out.push([
        'POST',
        '/openapi/mxx/front/reading/list',
        JSON.stringify({ site: 'mxx', tab: m[1], page: n, rows: 6 }),
      ]);
    }
    for (const m of text.matchAll(/MX\.group\('grp',\{ch:'(\w+)',u:'(\d+)'/g))
      out.push(['GET', `/openapi/mxx/front/group?ch=${m[1] ?? ''}&u=${m[2] ?? ''}&p=${n}&n=8`, '']);
  }
  if (text.includes('MX.annual(')) out.push(['GET', '/openapi/mxx/front/annual?u=88204', '']);
  for (const m of text.matchAll(/MX\.ask(Files|Rel)\((\d+)\)/g)) {
    out.push(['GET', `/openapi/mxx/front/doc/${(m[1] ?? '').toLowerCase()}?docId=${m[2] ?? ''}`, '']);
  }
  return out;
}

async function reachable(): Promise<Set<string>> {
  const seen = new Set<string>();
  const made = new Set<string>();
  const queue = ['/'];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { text, to } = await ask('GET', path);
    if (to) queue.push(to);
    const found = addresses(text);
    for (const [method, address, body] of requests(text)) {
      if (made.has(address + body)) continue;
      made.add(address + body);
      found.push(...addresses((await ask(method, address, body)).text));
    }
    const base = new URL(path, ORIGIN);
    queue.push(...found.map((f) => new URL(f, base)).map((u) => u.pathname + u.search));
  }
  return seen;
}

const plain = (html: string): string => html.replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n)));

describe('meixi', () => {
  const truth = site.truth(ORIGIN);
  const path = (url: string): string => url.slice(ORIGIN.length);

  it('answers every true address with its title', async () => {
    for (const item of [...truth.documents, ...truth.interpretations]) {
      for (const url of item.urls) {
        const { status, text } = await ask('GET', path(url));
        expect(status, url).toBe(200);
        if (!text.includes('location.replace')) expect(plain(text), url).toContain(item.title);
      }
    }
    for (const report of truth.annualReports) {
      for (const url of report.urls) expect((await ask('GET', path(url))).text, url).toContain(`${report.year}年`);
    }
  });

  it('shows the number, days and index number of its documents', async () => {
    for (const item of truth.documents) {
      const text = plain((await ask('GET', path(item.urls.find((u) => !/tzgg\/d6600237/.test(u)) ?? ''))).text);
      if (item.documentNumber) expect(text).toContain(item.documentNumber);
      if (item.indexNumber) expect(text).toContain(item.indexNumber);
      for (const file of item.attachments) expect((await ask('GET', path(file.url))).status, file.url).toBe(200);
    }
  });

  it('leads from the home page to all that is true', async () => {
    const seen = await reachable();
    for (const item of [...truth.documents, ...truth.interpretations, ...truth.annualReports]) {
      expect(seen.has(path(item.urls[0] ?? '')), item.urls[0]).toBe(true);
      if ('attachments' in item) for (const f of item.attachments) expect(seen.has(path(f.url)), f.url).toBe(true);
      if ('linkedFromPolicy' in item && item.linkedFromPolicy) expect(item.policyUrls.length).toBeGreaterThan(0);
    }
  });

  it('says nothing twice', () => {
    const all = [...truth.documents, ...truth.interpretations, ...truth.annualReports].flatMap((item) => item.urls);
    const urls = [...all, ...truth.others];
    expect(new Set(urls).size).toBe(urls.length);
    expect(new Set(truth.documents.map((d) => d.title)).size).toBe(truth.documents.length);
    expect(truth.documents.length).toBeGreaterThanOrEqual(45);
    expect(truth.interpretations.length).toBeGreaterThanOrEqual(18);
  });
});
