import type { ParsedPage } from './parsed-page.js';

/** Programs that answer with a script, and files that systems make of the rows of a column. */
const call = /\.(?:php|jsp|aspx?|do|action)$|\/$|\/d\/js\/|\/[\w-]*(?:list|news|article|xinwen|rows)[\w-]*\.js$/i;
/** What stands on pages of every kind, and lists of what is read most. */
const notList =
  /count|hits?|click|visit|stat(?:[^a-z]|s|ic|$)|tongji|analytics|online|login|user|member|vote|poll|weather|search|poster|banner|\bads?\b|\/ad\/|share|comment|jquery|swiper|slide|layui|bootstrap|vue|plugin|calendar|hot|rank|good|first|link|flash|focus|qq|wx|weixin|jiucuo|conac|wza/i;

/**
 * Addresses of scripts of the page's own host that may write rows where they stand, in the order of the page; none of a page that
 * shows a sentence of a text.
 */
export function rowScripts(page: ParsedPage): string[] {
  const found = new Set<string>();
  for (const { src, zone, line } of page.scripts) {
    if (src === '' || zone !== 'body' || line === 0) continue;
    const url = page.resolve(src);
    if (url !== null && isCall(url, page.url)) found.add(url);
  }
  return found.size === 0 || showsText(page) ? [] : [...found];
}

function isCall(url: string, own: string): boolean {
  const { protocol, host, pathname, search } = new URL(url);
  if (!/^https?:$/.test(protocol) || host !== new URL(own).host || notList.test(pathname + search)) return false;
  return call.test(pathname) && (search !== '' || /\.js$/i.test(pathname));
}

function showsText({ lines }: ParsedPage): boolean {
  return lines.some(
    ({ text, zone, hidden, linkLength }) =>
      zone === 'body' && !hidden && linkLength === 0 && text.lastIndexOf('。') >= 24,
  );
}
