/** The absolute http(s) address of a link, without its fragment; null when it leads nowhere a crawler could go. */
export function resolveUrl(href: string, base: string): string | null {
  const plain = href.trim();
  if (plain === '' || plain.startsWith('#') || /^(javascript|mailto|tel|data|about|blob|file|vbscript):/i.test(plain))
    return null;
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
  // Routes of single-page apps live in the fragment, and categories at the one page of a gkmlpt (`/gkmlpt/index#86`); other
  // fragments are places on the same page.
  const isCategory = /^#\d+$/.test(url.hash) && /\/gkmlpt\/(?:index)?$/.test(url.pathname);
  if (!/^#!?\//.test(url.hash) && !isCategory) url.hash = '';
  return url.href;
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
  return url
    .replace(/#.*$/, '')
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
