import { describe, expect, it } from 'vitest';
import { site } from './index.js';
import { ARTICLES, article } from './content/index.js';
import type { SiteAnswer } from '../model.js';

const ORIGIN = 'http://127.0.0.1:1';

async function ask(path: string, form?: string): Promise<SiteAnswer> {
  return await site.answer({ method: form ? 'POST' : 'GET', path, headers: {}, body: Buffer.from(form ?? '') }, ORIGIN);
}

/** Decoded as a browser does: byte order mark, then the header, then the page's own declaration. */
function text(answer: SiteAnswer): string {
  const bytes = Buffer.from(answer.body);
  const own = /charset=["']?([\w-]+)/i;
  const name =
    bytes[0] === 0xef
      ? 'utf-8'
      : (own.exec(answer.headers['content-type'] ?? '') ?? own.exec(bytes.toString('latin1')))?.[1];
  return new TextDecoder(name ?? 'utf-8').decode(bytes);
}

const bare = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;|\s/g, '');

/** Follows links, the calls of the lists' scripts, and both kinds of form pager. */
async function walk(): Promise<Set<string>> {
  const seen = new Set<string>(['/']);
  const todo: [path: string, form?: string][] = [['/']];
  const add = (path: string, form?: string): void => {
    const key = form ? `${path} ${form}` : path;
    if (!path.startsWith('/') || seen.has(key)) return;
    seen.add(key);
    todo.push([path, form]);
  };
  for (let next = todo.shift(); next; next = todo.shift()) {
    const answer = await ask(...next);
    if (!answer.headers['content-type']?.startsWith('text/html')) continue;
    const html = text(answer).replace(/<!--[\s\S]*?-->/g, '');
    for (const [, to] of html.matchAll(/(?:href|src)="([^"]+)"/g)) add(to ?? '');
    for (const [, to] of html.matchAll(/\bw\("([^"]+)"/g)) add((to ?? '').replace(/\\/g, ''));
    for (const [, to] of html.matchAll(/__doPostBack\('AspNetPager1','(\d+)'\)/g))
      add('/list.aspx?cid=13', `__EVENTTARGET=AspNetPager1&__EVENTARGUMENT=${to}`);
    const dept = /name="dept" value="(\w+)"/.exec(html)?.[1];
    for (const [, to] of html.matchAll(/gopage\((\d+)\)/g)) add('/depart/list.asp', `dept=${dept}&keyword=&page=${to}`);
  }
  return seen;
}

describe('黑山头区, an ASP portal', () => {
  const truth = site.truth(ORIGIN);
  const articles = [...truth.documents, ...truth.interpretations];

  it('has the size it should have', () => {
    expect(truth.documents.length).toBeGreaterThanOrEqual(45);
    expect(truth.interpretations.length).toBeGreaterThanOrEqual(18);
    expect(ARTICLES.length).toBeGreaterThanOrEqual(80);
    expect(new Set(ARTICLES.map((one) => one.id)).size).toBe(ARTICLES.length);
  });

  it('answers every true address with a page that shows the title', async () => {
    for (const { urls, title } of articles)
      for (const url of urls) {
        const answer = await ask(url.slice(ORIGIN.length));
        expect(answer.status, url).toBe(200);
        expect(bare(text(answer)), url).toContain(title.replace(/\s/g, ''));
      }
    for (const { urls, parts } of truth.annualReports) {
      const html = bare(text(await ask((urls[0] ?? '').slice(ORIGIN.length))));
      const heads = ['一、总体', '二、主动', '三、收到', '四、因', '五、存在', '六、其他'];
      expect(heads.flatMap((head, i) => (html.includes(head) ? [i + 1] : []))).toEqual(parts);
    }
  });

  it('names no address twice and no address of two kinds', () => {
    const all = [...articles, ...truth.annualReports].flatMap(({ urls }) => urls).concat(truth.others);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(articles.map(({ title }) => title)).size).toBe(articles.length);
  });

  it('is reached from the home page', async () => {
    const seen = await walk();
    for (const { urls } of [...articles, ...truth.annualReports])
      expect(
        urls.every((url) => seen.has(url.slice(ORIGIN.length))),
        urls.join(' '),
      ).toBe(true);
    for (const { url } of truth.documents.flatMap(({ attachments }) => attachments)) {
      expect(seen.has(url.slice(ORIGIN.length)), url).toBe(true);
      expect((await ask(url.slice(ORIGIN.length))).status).toBe(200);
    }
  });

  it('links interpretations and policies as the truth says', async () => {
    for (const { urls, policyUrls, linksToPolicy, linkedFromPolicy } of truth.interpretations) {
      const paths = (all: string[]): string[] => all.map((url) => url.slice(ORIGIN.length));
      const own = text(await ask(paths(urls)[0] ?? ''));
      expect(
        paths(policyUrls).some((path) => own.includes(`"${path}"`)),
        urls[0],
      ).toBe(linksToPolicy);
      for (const path of paths(policyUrls)) {
        const html = text(await ask(path));
        expect(
          paths(urls).some((to) => html.includes(`"${to}"`) || html.includes(`'${to}'`)),
          path,
        ).toBe(linkedFromPolicy);
      }
    }
    expect(
      truth.interpretations.every(({ policyTitle, policyUrls }) => policyTitle !== null || !policyUrls.length),
    ).toBe(true);
    expect(article(1)).toBeUndefined();
  });

  it('seeds the defects of columns', async () => {
    expect((await ask('/bsfw/index.asp')).status).toBe(404);
    expect(text(await ask('/xxgk/index.aspx'))).not.toContain('制度');
    expect(text(await ask('/xxgk/catalogue.aspx'))).toContain('暂无信息');
  });
});
