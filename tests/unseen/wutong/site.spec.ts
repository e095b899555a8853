import { describe, expect, it } from 'vitest';
import { contradictedByDays } from '../consistency.js';
import { site } from './index.js';

const origin = 'http://127.0.0.1:8080';
const truth = site.truth(origin);

async function get(url: string): Promise<{ status: number; body: string; type: string }> {
  const path = url.slice(origin.length) || '/';
  const answer = await site.answer({ method: 'GET', path, headers: {}, body: new Uint8Array() }, origin);
  const body = typeof answer.body === 'string' ? answer.body : new TextDecoder().decode(answer.body);
  return { status: answer.status, body, type: answer.headers['content-type'] ?? '' };
}

/** What a browser would ask for from this page: links, frames, the tree's click handlers and the requests of its scripts. */
function requestsOf(body: string, url: string): string[] {
  const found = [...body.matchAll(/\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
  for (const [, organ, type, catId] of body.matchAll(/Ls\.open\('(\d+)','(\d)','(\d+)'\)/g))
    found.push(`/public/column/${organ}?type=${type}&catId=${catId}&action=list`);
  const label = '/site/label/8888?IsAjax=1&dataType=html&labelName=publicInfoList&organId=8801';
  for (const [, type, catId, size] of body.matchAll(/data-type="(\d)" data-catid="(\d*)" data-pagesize="(\d+)"/g))
    for (let at = 1; at <= 4; at += 1)
      found.push(`${label}&type=${type}&catId=${catId}&pageSize=${size}&pageIndex=${at}&file=/wutong/publicInfoList`);
  for (const [, catId, size] of body.matchAll(/catId = '(\d+)', pageSize = (\d+)/g))
    for (let at = 1; at <= 4; at += 1)
      found.push(`${label}&type=4&catId=${catId}&pageSize=${size}&pageIndex=${at}&file=/wutong/publicInfoList_hb`);
  return found
    .filter((href) => !/^(?:javascript|#|file|mailto)/.test(href))
    .map((href) => new URL(href.replaceAll('&amp;', '&'), url))
    .filter((target) => target.origin === origin)
    .map((target) => target.href.replace(/#.*$/, ''));
}

async function walk(): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  const queue = [`${origin}/`];
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (seen.has(url)) continue;
    const { status, body, type } = await get(url);
    seen.set(url, status);
    if (status === 200 && type.startsWith('text/html')) queue.push(...requestsOf(body, url));
  }
  return seen;
}

const squeeze = (text: string) => text.replace(/<br\/?>/g, '').replace(/\s+/g, '');

describe('梧桐区', () => {
  it('answers every address of the truth with its title', async () => {
    for (const row of [...truth.documents, ...truth.interpretations])
      for (const url of row.urls) {
        const { status, body } = await get(url);
        expect(status, url).toBe(200);
        expect(squeeze(body), url).toContain(`>${squeeze(row.title)}</h`);
      }
    for (const report of truth.annualReports) {
      const { status, body } = await get(report.urls[0] ?? '');
      expect(status).toBe(200);
      expect(body).toContain(`梧桐区人民政府${report.year}年政府信息公开工作年度报告</h1>`);
      expect([...body.matchAll(/<strong>[一二三四五六]、/g)]).toHaveLength(report.parts.length);
    }
  });

  it('answers every other address but the broken one, and every attachment', async () => {
    for (const url of truth.others)
      expect((await get(url)).status, url).toBe(url.endsWith('/ysqgk/apply.html') ? 404 : 200);
    for (const { url } of truth.documents.flatMap((row) => row.attachments)) expect((await get(url)).status).toBe(200);
  });

  it('leads from the home page to every article', async () => {
    const seen = await walk();
    const told = [...truth.documents, ...truth.interpretations, ...truth.annualReports].flatMap(({ urls }) => urls);
    expect(told.filter((url) => seen.get(url) !== 200)).toEqual([]);
    expect(truth.others.filter((url) => !seen.has(url))).toEqual([]);
    const articles = [...seen.keys()].filter((url) => /\.shtml$|\/content\.html$/.test(url));
    expect(articles.filter((url) => !told.includes(url) && !truth.others.includes(url))).toEqual([]);
  });

  it('shows the numbers and days it tells', async () => {
    for (const row of truth.documents) {
      const body = (await get(row.urls[0] ?? '')).body.replace(/<!--[^]*?-->/g, '');
      const [year, month, day] = (row.issuedOn ?? '').split('-').map(Number);
      const forms = [
        row.issuedOn,
        row.issuedOn?.replaceAll('-', '/'),
        `${year}年${month}月${day}日`,
        '二〇二五年九月十五日',
      ];
      if (row.issuedOn !== null)
        expect(
          forms.some((form) => form && body.includes(form)),
          row.title,
        ).toBe(true);
      if (row.publishedOn !== null) expect(body, row.title).toContain(row.publishedOn);
      if (row.indexNumber !== null) expect(body).toContain(row.indexNumber);
      const plain = body
        .replace(/[（[]/g, '〔')
        .replace(/[）\]]/g, '〕')
        .replace(/\s/g, '');
      if (row.documentNumber !== null) expect(plain).toContain(row.documentNumber);
    }
  });

  it('has no duplicate address', () => {
    const urls = [
      ...[...truth.documents, ...truth.interpretations, ...truth.annualReports].flatMap((row) => row.urls),
      ...truth.others,
    ];
    expect(new Set(urls).size).toBe(urls.length);
    expect(new Set(truth.documents.map((row) => `${row.title}${row.documentNumber}`)).size).toBe(
      truth.documents.length,
    );
  });

  it('calls late what took more than twenty working days', () => {
    expect(contradictedByDays(truth)).toEqual([]);
  });

  it('links interpretation and policy as it tells', async () => {
    for (const row of truth.interpretations) {
      const { body } = await get(row.urls[0] ?? '');
      const paths = (urls: string[]) => urls.map((url) => url.slice(origin.length));
      expect(
        paths(row.policyUrls).some((path) => body.includes(path)),
        row.title,
      ).toBe(row.linksToPolicy);
      const policies = await Promise.all(row.policyUrls.map(get));
      const back = policies.some((policy) => policy.body.includes(paths(row.urls)[0] ?? '-'));
      expect(back, row.title).toBe(row.linkedFromPolicy);
    }
  });

  it('is as big as it should be', () => {
    expect(truth.documents.length).toBeGreaterThanOrEqual(45);
    expect(truth.interpretations.length).toBeGreaterThanOrEqual(18);
    expect(truth.annualReports.map((report) => report.year).sort()).toEqual([2022, 2023, 2024, 2025]);
  });
});
