import { describe, expect, it } from 'vitest';
import { site } from './index.js';

const ORIGIN = 'http://127.0.0.1:9';

async function open(path: string): Promise<{ status: number; text: string }> {
  const answer = await site.answer({ method: 'GET', path, headers: {}, body: new Uint8Array() }, ORIGIN);
  return {
    status: answer.status,
    text: typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString('latin1'),
  };
}

const squeeze = (text: string) => text.replace(/<[^>]*>/g, '').replace(/\s/g, '');

/** Every address that a browser could ask for from the home page: links, chosen options, pieces loaded by a button. */
async function walk(): Promise<Set<string>> {
  const seen = new Set(['/']);
  for (const path of seen) {
    if (/\.(?:pdf|docx?|xlsx?|png|mp4|mp3|css|js)$/.test(path)) continue;
    const { text } = await open(path);
    for (const [, found = ''] of text.matchAll(/(?:href|value|data-url)="([^"#]+)"/g)) {
      if (/^(?:javascript|https?:)/.test(found) || !/[/?]/.test(found)) continue;
      const url = new URL(found, ORIGIN + path);
      seen.add(url.pathname + url.search);
    }
  }
  return seen;
}

const truth = site.truth(ORIGIN);
const pathOf = (url: string) => url.slice(ORIGIN.length);

describe('the site of 青坛县', () => {
  const articles = [...truth.documents, ...truth.interpretations];

  it.each(articles.map((one) => [one.title, one] as const))('shows %s', async (title, one) => {
    for (const url of one.urls) {
      const { status, text } = await open(pathOf(url));
      expect(status).toBe(200);
      expect(squeeze(text.slice(text.indexOf('<body>')))).toContain(title.replace(/\s/g, ''));
    }
  });

  it('shows every attachment of a document on its page', async () => {
    for (const doc of truth.documents) {
      const { text } = await open(pathOf(doc.urls[0] ?? ''));
      for (const { name, url } of doc.attachments) {
        expect(text).toContain(name);
        expect(text).toContain(pathOf(url));
        expect((await open(pathOf(url))).status).toBe(200);
      }
    }
  });

  it('links a policy and its interpretation as the truth says', async () => {
    for (const one of truth.interpretations) {
      const policies = one.policyUrls.map(pathOf);
      const own = (await open(pathOf(one.urls[0] ?? ''))).text;
      expect(policies.some((path) => own.includes(`"${path}"`))).toBe(one.linksToPolicy);
      for (const path of policies) {
        expect((await open(path)).text.includes(`"${pathOf(one.urls[0] ?? '')}"`)).toBe(one.linkedFromPolicy);
      }
    }
  });

  it('can be reached from the home page', async () => {
    const seen = await walk();
    const wanted = [...articles, ...truth.annualReports].flatMap((one) => one.urls).concat(truth.others);
    expect(wanted.map(pathOf).filter((path) => !seen.has(path))).toEqual([]);
  });

  it('has each article once', () => {
    const all = [...articles, ...truth.annualReports].flatMap((one) => one.urls).concat(truth.others);
    expect(new Set(all).size).toBe(all.length);
  });

  it('has the parts of each annual report that the truth says', async () => {
    const words = [
      '总体情况',
      '主动公开政府信息情况',
      '收到和处理',
      '行政复议、行政诉讼',
      '存在的主要问题',
      '其他需要报告',
    ];
    for (const report of truth.annualReports) {
      const { text } = await open(pathOf(report.urls[0] ?? ''));
      const headings = [...text.matchAll(/<strong>([^<]*)<\/strong>/g)].map(([, heading = '']) => heading);
      const parts = words.flatMap((word, index) =>
        headings.some((heading) => heading.includes(word)) ? [index + 1] : [],
      );
      expect(parts).toEqual(report.parts);
    }
  });

  it('answers 404 for the service column and for what does not exist', async () => {
    expect((await open('/bsfw/')).status).toBe(404);
    expect((await open('/p1/1011/1.html')).status).toBe(404);
  });
});
