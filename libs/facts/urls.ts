/** The absolute http(s) address of a link, without its fragment; null when it leads nowhere a crawler could go. */
export function resolveUrl(href: string, base: string): string | null {
  const plain = href.trim();
  if (plain === '' || /^(?:javascript|mailto|tel|data|about|blob|file|vbscript):|^#(?!!?\/)/i.test(plain)) return null;
  // An unfilled template is not an address.
  if (plain.includes('{{') || plain.includes('${') || plain.includes('<%')) return null;
  if (base === '') return plain;
  let url: URL;
  try {
    url = new URL(plain, base);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.hash !== '' && !isRoute(url)) url.hash = '';
  return url.href;
}

/**
 * Whether the fragment tells one page from another: routes of single-page sites (`#/detail?id=8`), and the category at the one
 * page of a gkmlpt (`/gkmlpt/index#86`). Other fragments are places on the same page.
 */
export function isRoute({ hash, pathname }: Pick<URL, 'hash' | 'pathname'>): boolean {
  return /^#!?\//.test(hash) || (/^#\d+$/.test(hash) && /\/gkmlpt\/(?:index)?$/.test(pathname));
}

/** An address without the place on its page; a route of a single-page site stays. */
export function withoutPlace(url: string): string {
  const at = url.indexOf('#');
  return at < 0 || /^#!?\//.test(url.slice(at, at + 3)) ? url : url.slice(0, at);
}

/** Host of an absolute address, lower case, or '' when it has none. */
export function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/@?#]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

/** Path with query of an address, absolute or not. */
export function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/#.*$/, '') || '/';
}

/** The part of a host that a county's sites share: `www.yunling.gov.cn` and `fgj.yunling.gov.cn` are one family. */
export function registrableDomain(host: string): string {
  const labels = host.split('.');
  if (labels.length <= 2 || /^[\d.:[\]]+$/.test(host)) return host;
  const secondLevel = /^(gov|com|org|net|edu|ac|mil)$/.test(labels.at(-2) ?? '') ? 3 : 2;
  return labels.slice(-secondLevel).join('.');
}

/** One key for the addresses under which one article is served: scheme, `www.`, mobile twins, sessions and default pages aside. */
export function articleKey(url: string): string {
  const at = url.indexOf('#');
  if (at < 0) return pageKey(url);
  const route = /^!?\/./.test(url.slice(at + 1)) ? url.slice(at + 1) : '';
  return pageKey(url.slice(0, at)) + (route === '' ? '' : `#${route.replace(/\?(.+&.+)$/, inOrder)}`);
}

function pageKey(url: string): string {
  return url
    .replace(/;(?:jsessionid|sid|phpsessid)=[^/?;]*/gi, '')
    .replace(/([?&])(?:jsessionid|phpsessid|utm_\w+|spm)=[^&]*&?/gi, '$1')
    .replace(/[?&]$/, '')
    .replace(/^https?:\/\/(?:www\.|m\.|wap\.|mobile\.)?/i, '')
    .replace(/\/mpost_(\d+)/, '/post_$1')
    .replace(/\/(?:index|default)\.(?:s?html?|jsp|aspx?|php)$/i, '/')
    .replace(/\/$/, '')
    .replace(/\?(.+&.+)$/, inOrder);
}

/** The order of parameters means nothing. */
function inOrder(_: string, query: string): string {
  return `?${query.split('&').sort().join('&')}`;
}
