import { hostOf } from './urls.js';

const mobileHost = /^(?:m|wap|mobile|3g|h5)\./;
const mobileFolder = /^(https?:\/\/[^/]+)?\/(?:m|wap|mobile|3g|phone|mob)\/(?=.)/i;
const session = /;(?:jsessionid|sid|phpsessid)=|[?&](?:jsessionid|phpsessid|sid|sessionid)=/i;

/**
 * A key that an article and its twins share: `/m/zc/1.html` and `/zc/1.html`; `/detail/1024?from=zc` and `/detail/1024`, for a
 * number in the path is the article's own. Other pages may share it by chance, so that it proves something only together with
 * the title.
 */
export function twinKey(key: string): string {
  return (/\/\w*\d{3,}\w*(?:\.\w{2,5})?\?/.test(key) ? key.replace(/\?.*$/, '') : key)
    .replace(/^([^/]+)\/(?:m|wap|mobile|3g|phone|mob)\//i, '$1/')
    .replace(/_(?:m|wap|mobile)(?=\.s?html?$)/i, '');
}

/** How far an address is from the one a reader should be given: 0 for the article's own on the site's own host. */
export function addressFaults(url: string, siteHost: string): number {
  const host = hostOf(url);
  const path = url.replace(/^https?:\/\/[^/]*/i, '');
  const isMobile =
    mobileHost.test(host) || mobileFolder.test(path) || /\/mpost_\d/.test(path) || /_(?:m|wap)\.s?html?$/.test(path);
  const isForeign = siteHost !== '' && host.replace(/^www\./, '') !== siteHost.replace(/^www\./, '');
  return (isMobile ? 4 : 0) + (session.test(path) ? 2 : 0) + (isForeign ? 1 : 0);
}

const articleAddress =
  /\/t?20\d{6}_\d+|\/20\d\d[-/]?\d{1,2}[-/]?\d{0,2}\/[^/]*\d{4,}|\/(?:info|art)\/\d+\/(?:\d+\/)*|\/(?:content|article|detail|show|view|read)[-_/.]?\w*\d{4,}|content\.jsp|[?&](?:articleid|newsid|wbnewsid|docid|infoid|contentid|aid|nid)=|#!?\/(?:[\w-]+\/){0,3}(?:\w{0,20}detail|read|article|show|view)(?:\/|\?id=)\w*\d/i;

/** Whether an address is made like those of articles: it has a day, a number or the parameter of one in it. */
export function isArticleAddress(url: string): boolean {
  return articleAddress.test(url);
}
