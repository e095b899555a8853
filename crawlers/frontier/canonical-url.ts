import type { PageRequest } from '#evidence';
import { isRoute } from '#facts';

const longest = 2048;
/** Parameters that name the visitor or how he came, never the page. */
const visitorParameters =
  /^(jsessionid|phpsessid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken|session_?id|utm_\w+|spm|isappinstalled|nsukey)$/i;
/** Parameters that scripts fill with the time or a random number so that no cache answers; elsewhere they may be a page's. */
const cacheParameters = /^(_|_t|t|ts|_ts|_dc|timestamp|r|_r|rnd|rand|random|nocache)$/i;
/** Milliseconds since 1970 in our days, or what `Math.random()` gives; seconds only where the name leaves no doubt. */
const momentOrRandom = /^(?:(?:1[4-9]|20)[0-9]{11}|0\.[0-9]{8,20})$/;
const timeParameters = /^(_|ts|_ts|_dc|timestamp)$/i;
const seconds = /^(?:1[4-9]|20)[0-9]{8}$/;
/** A token, and no number of a page. */
const sessionToken = /^(?=[a-z0-9]*[0-9])(?=[a-z0-9]*[a-z])[a-z0-9]{20,64}$/i;
/** Of one name or a pair of names in a row, more than any site lays out: relative links on an answer to everything. */
const mostRepeats = 3;

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
  if (url.href.includes('#') && !isRoute(url)) url.hash = '';
  const path = url.pathname
    .replace(/;(jsessionid|sid|phpsessid)=[^/?;]*/gi, '')
    // Sessions without cookies in ASP.NET.
    .replace(/\/\([SAF]\([a-z0-9]{20,40}\)\)(?=\/)/gi, '');
  // Each part that is set is parsed again: of most addresses nothing changes.
  if (path !== url.pathname) url.pathname = path;
  if (goesRound(url.pathname)) return null;
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.replace(/\.$/, '');
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => !isOfVisit(part));
  // Rewritten only when something went, so that the site's own spelling of a query survives.
  if (kept.length < url.search.slice(1).split('&').length) url.search = kept.join('&');
  return url.href.length > longest ? null : url.href;
}

function isOfVisit(part: string): boolean {
  const [name = '', value = ''] = part.split('=', 2);
  if (visitorParameters.test(name) || (/^sid$/i.test(name) && sessionToken.test(value))) return true;
  if (timeParameters.test(name) && seconds.test(value)) return true;
  return cacheParameters.test(name) && momentOrRandom.test(value);
}

/** Whether a path repeats a name, or a pair of names, over and over. Numbers repeat in dates and ids. */
function goesRound(pathname: string): boolean {
  const names = pathname.split('/').slice(1, -1);
  const repeats = (size: number) => {
    let run = 0;
    for (let at = size; at < names.length; at += 1) {
      const isNumber = /^\d*$/.test(names[at] ?? '');
      run = names[at] === names[at - size] && !isNumber ? run + 1 : 0;
      if (run >= mostRepeats * size) return true;
    }
    return false;
  };
  return repeats(1) || repeats(2);
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
