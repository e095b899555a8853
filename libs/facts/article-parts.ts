import { addressOfLink } from './link-address.js';
import type { DetailReading } from './model.js';
import type { PageBody } from './page-body.js';
import type { ParsedPage } from './parsed-page.js';
import { isPageName } from './script-values.js';
import { hostOf } from './urls.js';

/** Pages of one article at most. */
const mostParts = 20;
/** Letters of its own up to which a page is only a shell around the frame that holds its text. */
export const shellLetters = 60;
/** A pager stands in the text or this many lines below it. */
const below = 4;
const nextName = /^(?:下一?[页頁]|后一?页|[[(（]?\d{1,2}[\])）]?)[>»›→]*$/;
const otherFrame =
  /\.(?:pdf|ofd|docx?|xlsx?|mp4|mp3|swf|jpe?g|png|gif)(?:$|[?#])|video|audio|player|viewer|map|share|weather|stat|login|search|(?:^|[/_])(?:top|head|header|foot|footer|bottom|banner|menu|left)[\w-]*\.\w+$/i;

/**
 * Where the article of a page goes on: the next of its pages, by a pager in or right below its text whose address is the
 * page's own with the next number; or the frame that holds its text, where the page itself is hardly more than its title.
 */
export function readParts(page: ParsedPage, body: PageBody | null, detail: DetailReading): string[] {
  const { as, listPage } = page.page.visit;
  if (as !== 'detail' || listPage >= mostParts) return [];
  const next = body && nextPart(page, body);
  if (next) return [next];
  // What is shown and played, or attached, is no text.
  const isShell = detail.formats.length === 0 && detail.attachments.length === 0;
  const isShort = detail.text.replace(/\s/g, '').length < shellLetters;
  const frame = isShell && isShort ? framedText(page, body) : null;
  return frame === null ? [] : [frame];
}

function nextPart(page: ParsedPage, body: PageBody): string | null {
  for (const link of page.links) {
    if (link.line < body.from || link.line > body.to + below || !nextName.test(link.text.replace(/\s/g, ''))) continue;
    const url = addressOfLink(page, link.element);
    if (url !== null && isNextPart(url, page.url, page.page.visit.listPage)) return url;
  }
  return null;
}

/** `show.asp?id=7` → `show.asp?id=7&page=2`, `t7.html` → `t7_1.html`, `t7_2.html` → `t7_3.html`. */
export function isNextPart(next: string, own: string, listPage: number): boolean {
  if (!URL.canParse(next) || !URL.canParse(own)) return false;
  const [to, from] = [new URL(next), new URL(own)];
  if (to.host !== from.host) return false;
  if (to.pathname === from.pathname) return numberOf(to) === (numberOf(from) ?? 1) + 1 && rest(to) === rest(from);
  if (to.search !== from.search) return false;
  const [, stem = '', ending = ''] = /^(.+)(\.\w{1,6})$/.exec(from.pathname) ?? [];
  const number = /[_-](\d{1,2})$/.exec(
    to.pathname.endsWith(ending) ? to.pathname.slice(0, -ending.length || undefined) : '',
  );
  if (stem === '' || !number) return false;
  const before = to.pathname.slice(0, number.index);
  const last = /^(.+)[_-](\d{1,2})$/.exec(stem);
  if (listPage === 1 && before === stem) return /^[12]$/.test(number[1]!);
  // An address may name its first page too: `show-12-896-1.html`, `show-12-896-2.html`.
  if (listPage === 1 && Number(last?.[2]) !== 1) return false;
  return last !== null && before === last[1] && Number(number[1]) === Number(last[2]) + 1;
}

function pageParameter(url: URL): string | undefined {
  return [...url.searchParams.keys()].find(isPageName);
}

function numberOf(url: URL): number | null {
  const name = pageParameter(url);
  const value = name === undefined ? null : url.searchParams.get(name);
  return value !== null && /^\d{1,3}$/.test(value) ? Number(value) : null;
}

/** The parameters without the number of the page, in a fixed order. */
function rest(url: URL): string {
  const name = pageParameter(url);
  return [...url.searchParams]
    .filter(([key]) => key !== name)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join('&');
}

/** The only frame within the text, on the page's own host and neither a file nor something that plays. */
function framedText(page: ParsedPage, body: PageBody | null): string | null {
  const frames = new Set<string>();
  for (const { element, src, line } of page.media) {
    if (!/^i?frame$/.test(element.name) || otherFrame.test(src)) continue;
    if (body && (line < body.from - 1 || line > body.to + 1)) continue;
    const url = page.resolve(src);
    if (url !== null && url !== page.url && hostOf(url) === hostOf(page.url)) frames.add(url);
  }
  return frames.size === 1 ? [...frames][0]! : null;
}
