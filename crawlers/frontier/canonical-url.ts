import type { PageRequest } from '#evidence';

const longest = 2048;
/** Parameters that name the visitor or how he came, never the page. */
const visitorParameters =
  /^(jsessionid|phpsessid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken|utm_\w+|spm|isappinstalled|nsukey)$/i;

/**
 * The address under which a page is asked for: absolute, without session ids, traces of how one came, and places on the
 * page (routes of single-page sites, `#/…`, are kept). Null when a crawler has no business there.
 */
export function canonicalUrl(href: string, base?: string): string | null {
  const plain = href.trim();
  if (plain === '' || plain.length > longest || !URL.canParse(plain, base)) return null;
  const url = new URL(plain, base);
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '')
    return null;
  if (!isRoute(url)) url.hash = '';
  url.pathname = url.pathname.replace(/;(jsessionid|sid|phpsessid)=[^/?;]*/gi, '');
  url.hostname = url.hostname.replace(/\.$/, '');
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => !visitorParameters.test(part.split('=')[0] ?? ''));
  // Rewritten only when something went, so that the site's own spelling of a query survives.
  if (kept.length < url.search.slice(1).split('&').length) url.search = kept.join('&');
  return url.href.length > longest ? null : url.href;
}

/** Routes of single-page sites live in the fragment, and the category at the one page of a gkmlpt (`/gkmlpt/index#86`). */
function isRoute({ hash, pathname }: URL): boolean {
  return /^#!?\//.test(hash) || (/^#\d+$/.test(hash) && /\/gkmlpt\/(?:index)?$/.test(pathname));
}

/**
 * What makes two requests the same visit: scheme, letter case of percent escapes, an empty query and the mobile twin of an
 * article (`mpost_1.html` of `post_1.html`) make no difference.
 * Takes requests and the keys of `requestKey` alike.
 */
export function frontierKey(request: PageRequest | string): string {
  if (typeof request === 'string') return fold(request);
  if (request.method === 'GET') return fold(request.url);
  return fold(`${request.method} ${request.url} ${request.body ?? ''}`);
}

function fold(key: string): string {
  return key
    .replace(/https?:\/\//, '//')
    .replace(/%[0-9a-f]{2}/gi, (escape) => {
      const char = String.fromCharCode(parseInt(escape.slice(1), 16));
      return /[\w.~-]/.test(char) ? char : escape.toUpperCase();
    })
    .replace(/\/mpost_(\d+\.html)/, '/post_$1')
    .replace(/\?$/, '');
}
