import { describe, expect, it } from 'vitest';
import { documents, interpretations } from './content/index.js';
import { contradictedByDays, toldTwice } from '../consistency.js';
import { site } from './index.js';

const origin = 'http://127.0.0.1:8080';
const truth = site.truth(origin);
const none = new Uint8Array();

async function ask(url: string, form?: Record<string, string>) {
  const body = form ? new TextEncoder().encode(new URLSearchParams(form).toString()) : none;
  const path = url.slice(origin.length) || '/';
  const answer = await site.answer({ method: form ? 'POST' : 'GET', path, headers: {}, body }, origin);
  const text = typeof answer.body === 'string' ? answer.body : new TextDecoder('latin1').decode(answer.body);
  return { status: answer.status, headers: answer.headers, text };
}

/** What a reader sees of a page: no comments, marks or white space, brackets and digits alike. */
const seen = (html: string) =>
  html
    .replace(/<!--[^]*?-->|<script[^]*?<\/script>|<style[^]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .normalize('NFKC')
    .replace(/[〔【[(]/g, '〔')
    .replace(/[〕】\])]/g, '〕')
    .replace(/\s/g, '');
const main = (html: string) => seen(html.replace(/^[^]*?<(?:body)[^>]*>/i, ''));

function linksOf(html: string, url: string): string[] {
  return [...html.matchAll(/(?:href|src|value)=(?:"([^"]*)"|'([^']*)')/gi)]
    .map((match) => (match[1] ?? match[2] ?? '').replaceAll('&amp;', '&'))
    .filter((link) => /\.(?:php|aspx)|^\/(?:upload|yxz|xxgk|soft)/.test(link))
    .map((link) => new URL(link, url))
    .filter((link) => link.origin === origin)
    .map((link) => link.href);
}

/** Every address that a browser could reach from the home page, the old site's pages turned by its form. */
async function walk(): Promise<Set<string>> {
  const reached = new Set<string>();
  const queue = [`${origin}/yxz/index.php`];
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (reached.has(url)) continue;
    reached.add(url);
    const { status, headers, text } = await ask(url);
    if (status !== 200 || !headers['content-type']?.startsWith('text/html')) continue;
    queue.push(...linksOf(text, url));
    const state = /id="__VIEWSTATE" value="([^"]*)"/.exec(text)?.[1];
    for (const [, target, argument] of text.matchAll(/__doPostBack\('(\w+)','(\d+)'\)/g)) {
      const form = { __EVENTTARGET: target ?? '', __EVENTARGUMENT: argument ?? '', __VIEWSTATE: state ?? '' };
      queue.push(...linksOf((await ask(url, form)).text, url));
    }
  }
  return reached;
}

function dayForms(day: string): string[] {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const digits = [...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
  const tens = (value: number) =>
    `${value < 10 ? '' : `${value < 20 ? '' : '一二三'[Math.floor(value / 10) - 1]}十`}${value % 10 ? '一二三四五六七八九'[(value % 10) - 1] : ''}`;
  const chinese = `年${tens(month)}月${tens(date)}日`;
  return [
    day,
    `${year}-${month}-${date}`,
    `${year}/${month}/${date}`,
    `${year}年${month}月${date}日`,
    `${year}年${String(month).padStart(2, '0')}月${String(date).padStart(2, '0')}日`,
    ...['〇', '○', 'O'].map((zero) => digits.replaceAll('〇', zero) + chinese),
  ];
}

const onlyInPdf = (title: string) => /临时救助备用金管理办法》的通知|食品安全突发事件/.test(title);

describe('云溪镇', () => {
  it('answers every address of the truth with its title, and leads to it from the home page', async () => {
    const reached = await walk();
    for (const row of [...truth.documents, ...truth.interpretations]) {
      for (const url of row.urls) {
        const { status, text } = await ask(url);
        expect(status, url).toBe(200);
        expect(main(text), url).toContain(seen(row.title));
      }
      expect(
        row.urls.some((url) => reached.has(url)),
        row.title,
      ).toBe(true);
    }
    const told = [...truth.documents, ...truth.interpretations, ...truth.annualReports].flatMap((row) => row.urls);
    const shown = [...reached].filter((url) => /show\.php|view\.php|NewsShow/.test(url));
    expect(shown.filter((url) => !told.includes(url) && !truth.others.includes(url))).toEqual([]);
    expect(truth.others.filter((url) => url.startsWith(origin) && !reached.has(url))).toEqual([]);
  });

  it('shows the numbers and days it tells, on the page or in the PDF that is all there is', async () => {
    for (const row of truth.documents) {
      const pages = await Promise.all(row.urls.map(async (url) => main((await ask(url)).text)));
      const has = (text: string) => pages.some((page) => page.includes(seen(text)));
      expect(dayForms(row.publishedOn ?? '').some(has), row.title).toBe(true);
      if (row.indexNumber !== null) expect(has(row.indexNumber), row.title).toBe(true);
      if (onlyInPdf(row.title)) {
        const file = (await ask(row.attachments[0]?.url ?? '')).text;
        const hex = [...(row.documentNumber ?? '-')].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0'));
        expect(file, row.title).toContain(hex.join(''));
        continue;
      }
      if (row.documentNumber !== null) expect(has(row.documentNumber), row.title).toBe(true);
      if (row.issuedOn !== null) expect(dayForms(row.issuedOn).some(has), row.title).toBe(true);
    }
  });

  it('answers its attachments, and leaves broken what it calls broken', async () => {
    for (const { url } of truth.documents.flatMap((row) => row.attachments))
      expect((await ask(url)).headers['content-type'], url).toMatch(/^application\//);
    expect((await ask(`${origin}/xxgk/ysqgk/apply.php?pid=1106`)).status).toBe(500);
    expect((await ask(`${origin}/xxgk/node.php?nid=301&pid=1106`)).text).toContain('暂无信息');
    expect((await ask(`${origin}/`)).headers.location).toBe('/yxz/index.php');
  });

  it('repeats pinned rows on every page, and turns the old list by its form alone', async () => {
    for (const at of [1, 2, 3])
      expect((await ask(`${origin}/yxz/list.php?cid=5&p=${at}`)).text.match(/class="zd"/g)).toHaveLength(2);
    const list = `${origin}/yxz/old/NewsList.aspx?ClassID=12`;
    const first = (await ask(list)).text;
    expect((await ask(`${list}&page=2`)).text).toBe(first);
    expect((await ask(list, { __EVENTTARGET: 'AspNetPager1', __EVENTARGUMENT: '2' })).text).toBe(first);
    const state = /id="__VIEWSTATE" value="([^"]*)"/.exec(first)?.[1] ?? '';
    const turned = { __EVENTTARGET: 'AspNetPager1', __EVENTARGUMENT: '2', __VIEWSTATE: state };
    expect((await ask(list, turned)).text.match(/NewsShow/g)).toHaveLength(3);
  });

  it('links interpretation and policy as it tells', async () => {
    for (const row of truth.interpretations) {
      const links = async (urls: string[]) =>
        (await Promise.all(urls.map(async (url) => linksOf((await ask(url)).text, url)))).flat();
      const forth = await links(row.urls);
      const back = await links(row.policyUrls);
      expect(
        row.policyUrls.some((url) => forth.includes(url)),
        row.title,
      ).toBe(row.linksToPolicy);
      expect(
        row.urls.some((url) => back.includes(url)),
        row.title,
      ).toBe(row.linkedFromPolicy);
    }
  });

  it('holds the parts of each annual report', async () => {
    const report = async (year: number) => {
      const row = truth.annualReports.find((one) => one.year === year);
      const { text } = await ask(row?.urls[0] ?? '');
      expect(main(text)).toContain(`云溪镇${year}年政府信息公开工作年度报告`);
      return [text.match(/<b>[一二三四五六]、/g)?.length ?? 0, row?.parts.length];
    };
    expect(await report(2025)).toEqual([6, 6]);
    expect(await report(2024)).toEqual([5, 5]);
    expect(await report(2023)).toEqual([0, 6]);
    expect((await ask(`${origin}/upload/xxgk/2024/0124/nb2023.pdf`)).text).toMatch(/^%PDF/);
  });

  it('calls late what took more than twenty working days', () => {
    expect(contradictedByDays(truth)).toEqual([]);
  });

  it('has no address and no number twice, and is as big as it should be', () => {
    expect(toldTwice(truth)).toEqual([]);
    const ids = [...documents, ...interpretations].map((row) => `${row.in}${row.id}`);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(truth.documents).toHaveLength(67);
    expect(truth.interpretations).toHaveLength(14);
  });
});
