import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sites } from './content/index.js';
import { familyMakers } from './families/index.js';
import { startCounty, type County } from './index.js';
import { entriesOf, type Column, type Site } from './model.js';

let county: County;

beforeAll(async () => {
  county = await startCounty({ slowMs: 0 });
});

afterAll(async () => {
  await county.close();
});

async function body(url: string | URL, init?: RequestInit): Promise<string> {
  const response = await fetch(url, init);
  const bytes = await response.arrayBuffer();
  return new TextDecoder(response.headers.get('content-type')?.includes('utf-8') ? 'utf-8' : 'gb18030').decode(bytes);
}

function hrefs(html: string, shape: RegExp): string[] {
  return [...html.matchAll(shape)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
}

/** Turns the pages of a list as a reader of that family would, and gives the addresses it found. */
const turn: Record<Site['unit']['family'], (url: string, column: Column) => Promise<string[]>> = {
  async trs(url) {
    const first = await body(url);
    const count = Number(/createPageHTML\((\d+), 0, "index", "html"\)/u.exec(first)?.[1]);
    const found: string[] = [];
    for (let page = 0; page < count; page += 1) {
      const html = page === 0 ? first : await body(url.replace('index.html', `index_${page}.html`));
      found.push(...hrefs(html, /<li><a href="([^"]*\/t\d{8}_\d+\.html)"/gu));
    }
    return found;
  },
  async hanweb(url, column) {
    const first = await body(url);
    const island = /<script type="text\/xml">([\s\S]*?)<\/script>/u.exec(first)?.[1] ?? '';
    const found = hrefs(island, /href="(\/art\/[^"]*)"/gu);
    const total = Number(/"totalRecord":(\d+)/u.exec(first)?.[1]);
    while (found.length < total) {
      const at = found.length + 1;
      const proxy = new URL(`/module/web/jpage/dataproxy.jsp?startrecord=${at}&endrecord=${at + 11}&perpage=12`, url);
      const xml = await body(proxy, { method: 'POST', body: new URLSearchParams({ columnid: String(column.number) }) });
      found.push(...hrefs(xml, /href="(\/art\/[^"]*)"/gu));
    }
    return found;
  },
  async asp(url) {
    const found: string[] = [];
    let next: string | undefined = url;
    while (next) {
      const html: string = await body(next);
      found.push(...hrefs(html, /<TD HEIGHT="30"><A HREF="([^"]*)"/gu));
      const link = /<A HREF="([^"]*)">下一页/u.exec(html)?.[1]?.replaceAll('&amp;', '&');
      next = link && new URL(link, url).href;
    }
    return found;
  },
  async json(url, column) {
    const found: string[] = [];
    const html = await body(url);
    for (let page = 1; ; page += 1) {
      const api = html.includes('/api/front/content/list')
        ? `/api/front/content/list?channelCode=${column.slug}&pageNo=${page}&pageSize=10`
        : `/api/article/page?catalogId=${column.number}&page=${page}&size=10`;
      const answer = await body(new URL(api, url));
      const addresses = hrefs(answer, /"(?:url|linkUrl)":"([^"]*)"/gu);
      if (addresses.length === 0) return found;
      found.push(...addresses);
    }
  },
  async spa(url, column) {
    const found: string[] = [];
    for (let page = 1; ; page += 1) {
      const answer = JSON.parse(await body(new URL(`/api/column/${column.slug}?page=${page}`, url))) as {
        pages: number;
        list: { url: string }[];
      };
      found.push(...answer.list.map((item) => item.url));
      if (page >= answer.pages) return found;
    }
  },
  async openness(url, column) {
    const found: string[] = [];
    for (let page = 1; ; page += 1) {
      const html = await body(new URL(`/site/label/8888?pageIndex=${page}&catId=${column.number}`, url));
      found.push(...hrefs(html, /href="(\/OpennessContent[^"]*)"/gu));
      if (!html.includes(`paged="${page + 1}"`)) return found;
    }
  },
};

describe('lists lead to everything, page after page', () => {
  it.each(sites.map((site) => [site.unit.name, site] as const))('%s', async (name, site) => {
    const origin = county.sites.find((found) => found.organisation === name)?.url ?? '';
    const { paths } = familyMakers[site.unit.family];
    for (const column of site.columns) {
      if (column.shows === 'page' || !['open', 'empty'].includes(column.state)) continue;
      const found = await turn[site.unit.family](new URL(paths.column(column), origin).href, column);
      const wanted = entriesOf(site, column).map((entry) => paths.entry(entry));
      expect(
        found.map((address) => new URL(address, origin).href),
        `${name} ${column.name}`,
      ).toEqual(wanted.map((address) => new URL(address, origin).href));
    }
  });

  it('some lists of every family have more than one page', () => {
    const sizes = { trs: 15, hanweb: 12, asp: 10, json: 10, spa: 10, openness: 8 };
    for (const [family, size] of Object.entries(sizes)) {
      const long = sites.filter(
        (site) => site.unit.family === family && site.columns.some((c) => entriesOf(site, c).length > size),
      );
      expect(long.length, family).toBeGreaterThan(0);
    }
  });
});
