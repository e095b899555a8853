import { type Family, type ParsedPage, readGenericList } from '#facts';
import { readWrittenScript } from './script-lists.js';

/** Lists that a script in a file of its own writes where it stands: 数据源调用 (`index.php?m=dbsource`), `/d/js/class/class6_newnews.js`. */
export const writtenList: Family = {
  id: 'written-list',
  title: '外部脚本写出的列表',
  recognise(page) {
    if (page.json !== undefined || page.isXml) return 0;
    if (page.page.visit.as === 'data') return isScript(page) ? 0.9 : 0;
    return callsOf(page).length > 0 ? 0.55 : 0;
  },
  list(page) {
    return page.page.visit.as === 'data' ? readWrittenScript(page, page.page.text) : null;
  },
  follow(page) {
    if (page.page.visit.as === 'data') return [];
    return callsOf(page).map((url) => ({ request: { url, method: 'GET' as const }, as: 'data' as const }));
  },
};

function isScript({ page: { text, contentType } }: ParsedPage): boolean {
  const head = text.slice(0, 2000);
  return (
    /\bdocument\.write/.test(head) && (/javascript/i.test(contentType ?? '') || !/<(?:html|head|body)\b/i.test(head))
  );
}

/** One is the list; a second may be that of another tab. */
const mostCalls = 2;
/** Programs that answer with a script, and files that systems make of the rows of a column. */
const call = /\.(?:php|jsp|aspx?|do|action)$|\/$|\/d\/js\/|\/[\w-]*(?:list|news|article|xinwen|rows)[\w-]*\.js$/i;
/** What stands on pages of every kind, and lists of what is read most. */
const notList =
  /count|hits?|click|visit|stat(?:[^a-z]|s|ic|$)|tongji|analytics|online|login|user|member|vote|poll|weather|search|poster|banner|\bads?\b|\/ad\/|share|comment|jquery|swiper|slide|layui|bootstrap|vue|plugin|calendar|hot|rank|good|first|link|flash|focus|qq|wx|weixin|jiucuo|conac|wza/i;

/**
 * Scripts of the page's own host that stand where a column's list should: on the page of a column that shows no dated list and no
 * sentence of a text.
 */
function callsOf(page: ParsedPage): string[] {
  const { as } = page.page.visit;
  if (as !== 'column' && as !== 'list') return [];
  const found = new Set<string>();
  for (const { src, zone, line } of page.scripts) {
    if (src === '' || zone !== 'body' || line === 0) continue;
    const url = page.resolve(src);
    if (url !== null && isCall(url, page.url)) found.add(url);
  }
  if (found.size === 0 || found.size > mostCalls || showsText(page) || showsList(page)) return [];
  return [...found];
}

function isCall(url: string, own: string): boolean {
  const { protocol, host, pathname, search } = new URL(url);
  if (!/^https?:$/.test(protocol) || host !== new URL(own).host || notList.test(pathname + search)) return false;
  return call.test(pathname) && (search !== '' || /\.js$/i.test(pathname));
}

function showsText({ lines }: ParsedPage): boolean {
  return lines.some(
    ({ text, zone, hidden, linkLength }) => zone === 'body' && !hidden && linkLength === 0 && /[^。]{24,}。/.test(text),
  );
}

function showsList(page: ParsedPage): boolean {
  return readGenericList(page)?.items.some((item) => item.publishedOn !== null) ?? false;
}
