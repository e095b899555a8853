import { articleKey, type Family, isArticleAddress, type PageReading, type ParsedPage, stepTo } from '#facts';

/** As much of a map as is read; a longer one names what is old. */
const longestMap = 2_000_000;
const mostMaps = 5;
/** robots.txt lies one step below the home page, the maps it names two, those that they gather three: no map further down. */
const deepestMap = 2;
const mostColumns = 150;
const mostArticles = 300;

const address = /<loc>\s*(?:<!\[CDATA\[\s*)?([^<>\]\s]{1,800})/g;
const mapOfRobots = /^[ \t]*sitemap[ \t]*:[ \t]*(\S{1,800})/gim;
/** Files, answers to scripts, and pages that ask for something: no columns. */
const noPage =
  /\.(?!s?html?\b|jspx?\b|aspx?\b|php\b|do\b)[a-z]\w{1,4}(?:$|[?#])|\/(?:search|login|register|user|api|rss|print|wap|m)(?:[/.?]|$)/i;

/** sitemap.xml (sitemaps.org), and robots.txt where it names one: columns and articles by their addresses alone. */
export const sitemap: Family = {
  id: 'sitemap',
  title: '网站地图文件',
  recognise(page) {
    if (page.page.visit.as !== 'data') return 0;
    return kindOf(page) === null ? 0 : 1;
  },
  follow(page) {
    const text = page.page.text.slice(0, longestMap);
    if (kindOf(page) === 'urlset') return pagesOf(page, text);
    if (page.page.visit.depth > deepestMap) return [];
    const named = kindOf(page) === 'robots' ? text.matchAll(mapOfRobots) : text.matchAll(address);
    const maps = new Set<string>();
    for (const match of named) {
      const url = ownAddress(page, match[1]!);
      if (url !== null && /\.xml(?:$|\?)/i.test(url)) maps.add(url);
      if (maps.size >= mostMaps) break;
    }
    return [...maps].map((url) => stepTo(url, 'data'));
  },
};

function kindOf({ isXml, page }: ParsedPage): 'urlset' | 'index' | 'robots' | null {
  const head = page.text.slice(0, 2000);
  if (isXml) return /<urlset\b/i.test(head) ? 'urlset' : /<sitemapindex\b/i.test(head) ? 'index' : null;
  return page.contentType === 'text/plain' && /^[ \t]*(?:user-agent|sitemap)[ \t]*:/im.test(head) ? 'robots' : null;
}

function pagesOf(page: ParsedPage, text: string): PageReading['follow'] {
  const seen = new Set<string>();
  const columns: string[] = [];
  const articles: string[] = [];
  for (const match of text.matchAll(address)) {
    const url = ownAddress(page, match[1]!);
    if (url === null || noPage.test(url) || seen.has(articleKey(url))) continue;
    seen.add(articleKey(url));
    const [found, most] = isArticleAddress(url) ? [articles, mostArticles] : [columns, mostColumns];
    if (found.length < most) found.push(url);
    if (columns.length >= mostColumns && articles.length >= mostArticles) break;
  }
  return [...columns.map((url) => stepTo(url, 'column')), ...articles.map((url) => stepTo(url, 'detail'))];
}

/** A map may name pages of its own host only. */
function ownAddress(page: ParsedPage, written: string): string | null {
  const url = page.resolve(written.replaceAll('&amp;', '&'));
  return url !== null && new URL(url).host === new URL(page.url).host ? url : null;
}
