import { isDated } from './dated-list.js';
import type { Element } from 'domhandler';
import { isArticleAddress } from './article-address.js';
import { documentEnding } from './attachments.js';
import { addressOfLink } from './link-address.js';
import type { ListReading, PageReading } from './model.js';
import { countsNone } from './next-page.js';
import { hasListTemplate } from './page-signs.js';
import type { PageLine, ParsedPage } from './parsed-page.js';
import { isNameless } from './row-title.js';
import { rowScripts } from './row-scripts.js';
import { emptyHolders, isScriptPlace, isWrittenInto, mayBeScriptPlace } from './script-places.js';
import { articleKey } from './urls.js';

const loading =
  /^[\s\[【(（]*(?:(?:数据|内容|信息|列表|页面)?(?:正在|努力|拼命)?(?:加载|载入|读取)中?|loading)[\s.…。，,!！~\]】)）]*(?:请?稍(?:候|等|后)[\s.…。!！]*)?$/i;
const nothing =
  /暂无|^No Data$|没有(?:相关|任何|查询到|找到)?(?:的)?(?:内容|信息|数据|记录)|无(?:相关)?(?:内容|信息|数据)|建设中/;

/** A day in full, behind words. */
const day = /[\u4e00-\u9fa5]{4}.{0,60}(?<!\d)20\d\d[-/.年][01]?\d[-/.月][0-3]?\d(?!\d)/;

/** Whether a line says so, and little else. */
function isSaid(lines: readonly PageLine[], words: RegExp): boolean {
  return lines.some(({ text }) => text.length < 40 && words.test(text));
}

/**
 * Whether a place on a page of a column is one that a script fills: it says that it is loading, carries the address of its data,
 * is an empty holder of a list that a script on the page writes into, or holds nothing but a commented-out sample of its rows.
 * A page that says there is nothing is none of these; one that shows a dated list is only where the template of other rows stands
 * beside their empty place.
 */
export function isUnfilled(page: ParsedPage, list: ListReading | null): boolean {
  const { as } = page.page.visit;
  if (page.json !== undefined || page.isXml || (as !== 'column' && as !== 'list' && as !== 'openness')) return false;
  const own = page.lines.filter((line) => line.zone === 'body' && !line.hidden && line.linkLength === 0);
  if (isSaid(own, nothing)) return false;
  if (list && (isDated(list) || list.items.length >= 3))
    return hasListTemplate(page) && emptyHolders(page).some((holder) => isScriptPlace(page, holder));
  if (isSaid(own, loading)) return true;
  if (page.scripts.some(({ zone, text }) => zone === 'body' && writesRows(text)) || rowScripts(page).length > 0)
    return true;
  const holders = emptyHolders(page);
  return (
    holders.some((one) => isScriptPlace(page, one) || mayBeScriptPlace(page, one) || isWrittenInto(one)) ||
    hasSampleRows(page, holders)
  );
}

/**
 * Whether a page of a standard column shows links to articles in its own part: addresses of articles or files, words such as
 * 查看, years; or lines of its own with a day each. A page that says there is nothing shows what stands beside its list.
 */
export function showsArticles(page: ParsedPage): boolean {
  const { as, columnKey } = page.page.visit;
  if (columnKey === null || (as !== 'column' && as !== 'list') || page.json !== undefined || page.isXml) return false;
  const own = page.lines.filter((line) => line.zone === 'body' && !line.hidden);
  if (isSaid(own, nothing) || countsNone(page)) return false;
  if (own.filter(({ text, linkLength }) => linkLength === 0 && text.length < 120 && day.test(text)).length >= 2)
    return true;
  return page.links.some((link) => {
    if (link.zone !== 'body' || link.hidden) return false;
    const url = addressOfLink(page, link.element);
    if (url === null || articleKey(url) === articleKey(page.url)) return false;
    return (
      isArticleAddress(url) ||
      documentEnding.test(url) ||
      isNameless(link) ||
      /^(?:19|20)\d\d\s*年?(?:度)?$/.test(link.text)
    );
  });
}

/** Rows, or links whose address is none but a variable's, in what a script writes where it stands. */
function writesRows(script: string): boolean {
  const text = script.slice(0, 200_000);
  return /document\.write/.test(text) && /<(?:li|tr|td|dl|dd)\b|<a\s[^<>]{0,200}href=\\?["']?\s*["']\s*\+/i.test(text);
}

/** A holder without rows but those of a sample, which a comment keeps from being shown. */
function hasSampleRows(page: ParsedPage, holders: readonly Element[]): boolean {
  const empty = new Set<unknown>(holders);
  return page.comments.some(({ parent, data }) => empty.has(parent) && /<a\b/i.test(data));
}

/** Whether an answer to a script is that there is nothing: it says so, and leads nowhere. */
export function saysNothing(page: ParsedPage): boolean {
  return page.json === undefined && !page.isXml && page.links.length === 0 && isSaid(page.lines, nothing);
}

/** Whether scripts fill a page, or a place on it, and what they bring did not come or was not read. */
export function isLeftToScripts({ needsBrowser, shell, unfilled, unanswered }: PageReading): boolean {
  return needsBrowser || shell === true || unfilled === true || unanswered === true;
}
