import type { Element } from 'domhandler';
import { findDates } from './dates.js';
import { indexNumberOfCell } from './detail-values.js';
import { findBracketedNumber } from './document-number.js';
import { addressOfLink, throughCounter } from './link-address.js';
import type { ListItem, LocalDate } from './model.js';
import { clean, rowText } from './page-words.js';
import type { PageLink, ParsedPage } from './parsed-page.js';
import { isNameless, isView, namesSomething, titleFromRow } from './row-title.js';
import { rowLabels } from './table-header.js';

/** A row of a list, with the links in it. */
export interface ListRow {
  element: Element;
  links: PageLink[];
}

/** An item and whether its row shows any whole date. */
export type DatedItem = ListItem & { dated: boolean };

const notItems =
  /^(?:首页|尾页|末页|上一页|下一页|上页|下页|更多|more|>>|<<|>|<|\d{1,4}|返回.{0,4}|打印|关闭|收藏|详情|查看|查看详情|\[?详细\]?)(?:\s*[>»]*)?$/i;

/** The line at the top of old pages: a greeting with today's date. */
const greeting = /今天是|现在是|欢迎(?:您|访问|光临)|当前(?:位置|时间)|农历|星期[一二三四五六日天]/;

/**
 * What one row of a list says: the full title, where it leads, date and number beside it. Null for pagers, greetings and
 * links that name nothing.
 * @param writtenOnly the list's head says that its dates are those of writing.
 * @param beside words that stand next to the row and belong to it.
 */
export function readRow(page: ParsedPage, row: ListRow, writtenOnly: boolean, beside: string): DatedItem | null {
  const link = titleLink(row.links);
  if (!link) return null;
  const address = addressOfLink(page, link.element);
  if (address === null) return null;
  const whole = rowText(row.element);
  if (whole.length > 1500 || greeting.test(whole)) return null;
  const words = wordsOfLink(link);
  const title = isNameless(link) ? titleFromRow(row.element, link) : titleOf(link, words.title, whole);
  if (title.length < 2 || notItems.test(title)) return null;
  const { rq, wh } = link.element.attribs;
  const outside = clean(
    `${whole.replace(rowText(link.element), ' ')} ${words.rest} ${rq ?? ''} ${wh ?? ''} ${beside} ${timeOf(row.element)}`,
  );
  const labels = row.element.name === 'tr' ? rowLabels(page, row.element) : null;
  const shown =
    labels?.publishedOn !== undefined
      ? (findDates(labels.publishedOn)[0]?.on ?? null)
      : writtenOnly
        ? null
        : (shownDate(outside, link, address) ?? dayOfYear(outside, yearAbove(row.element)));
  const issuedOn = findDates(labels?.issuedOn ?? '')[0]?.on;
  const indexNumber = indexNumberOfCell(labels?.indexNumber ?? '');
  return {
    title,
    url: throughCounter(address),
    publishedOn: shown,
    documentNumber:
      labels?.documentNumber !== undefined ? findBracketedNumber(labels.documentNumber) : findBracketedNumber(outside),
    ...(issuedOn ? { issuedOn } : {}),
    ...(indexNumber ? { indexNumber } : {}),
    dated: shown !== null || findDates(outside).length > 0,
  };
}

/** `<time datetime="2025-03-01">3天前</time>`: what a machine reads. */
function timeOf(row: Element): string {
  const stack: Element[] = [row];
  for (let n = 0; stack.length > 0 && n < 40; n += 1) {
    const element = stack.pop()!;
    if (element.name === 'time' && element.attribs.datetime !== undefined)
      return findDates(rowText(element)).length > 0 ? '' : element.attribs.datetime;
    for (const child of element.children) if (child.type === 'tag') stack.push(child);
  }
  return '';
}

/**
 * Which side of a row its date stands on, where rows are bare links, dt or li that take turns with dates: before them when
 * the first has one before it and the last none behind it.
 */
export function sideOfDates(first: Element, last: Element): 'before' | 'after' | null {
  if (dateBeside(last, 'after') !== '') return 'after';
  return dateBeside(first, 'before') === '' ? null : 'before';
}

/** The date that stands by itself next to an element, before any other link; or nothing. */
export function dateBeside(element: Element, side: 'before' | 'after'): string {
  let words = '';
  let node = side === 'after' ? element.next : element.prev;
  for (let n = 0; node && n < 4 && words.length < 60; n += 1, node = side === 'after' ? node.next : node.prev) {
    if (node.type === 'text') words = side === 'after' ? `${words} ${node.data}` : `${node.data} ${words}`;
    else if (node.type === 'tag') {
      if (node.name === 'a' || node.name === 'br' || hasLink(node)) break;
      words = side === 'after' ? `${words} ${rowText(node)}` : `${rowText(node)} ${words}`;
    }
  }
  const plain = clean(words);
  return wholeDate.test(plain) ? plain : '';
}

export function hasLink(element: Element): boolean {
  const stack: Element[] = [element];
  for (let n = 0; stack.length > 0 && n < 40; n += 1) {
    const one = stack.pop()!;
    if (one.name === 'a') return true;
    for (const child of one.children) if (child.type === 'tag') stack.push(child);
  }
  return false;
}

const wholeDate =
  /^[[(（【]?(?:发布(?:时间|日期)[:：]?\s*)?(?:(?:19|20)\d\d\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?[\])）】]?$/;
const titleName = /(?:^|[\s_-])(?:tit|title|bt|biaoti|name|h\d?)(?:$|[\s_\d-])|-bt-t$/i;

/** A link may hold a whole card: its title apart from date, number and summary. */
function wordsOfLink(link: PageLink): { title: string; rest: string } {
  const children = link.element.children.filter((child): child is Element => child.type === 'tag');
  if (children.length === 0) return { title: link.text, rest: '' };
  const own = clean(link.element.children.map((child) => (child.type === 'text' ? child.data : ' ')).join(''));
  const dates = children.filter((child) => wholeDate.test(rowText(child)));
  if (own !== '') {
    if (dates.length === 0) return { title: link.text, rest: '' };
    const others = link.element.children.filter((child) => !dates.includes(child as Element));
    const title = clean(
      others.map((child) => (child.type === 'text' ? child.data : child.type === 'tag' ? rowText(child) : '')).join(''),
    );
    return { title, rest: dates.map(rowText).join(' ') };
  }
  const isCard = children.length > 1 && (dates.length > 0 || children.some((child) => cardParts.test(child.name)));
  if (!isCard) return { title: link.text, rest: '' };
  const named =
    children.find((child) => /^h\d$/.test(child.name) || titleName.test(child.attribs.class ?? '')) ??
    children.find((child) => rowText(child).length >= 6 && !dates.includes(child));
  if (!named) return { title: link.text, rest: '' };
  return {
    title: rowText(named),
    rest: children
      .filter((child) => child !== named)
      .map(rowText)
      .join(' '),
  };
}

const cardParts = /^(?:p|div|h\d|dl|ul|section)$/;

/** Of several links in a row the one with the longest name: the others are categories, pictures, buttons. */
function titleLink(links: PageLink[]): PageLink | null {
  let best: PageLink | null = null;
  for (const link of links) {
    const length = nameLength(link);
    if (length > 0 && (!best || length > nameLength(best))) best = link;
  }
  return best;
}

function nameLength(link: PageLink): number {
  return Math.max(link.text.length, link.title.length, link.element.attribs.mc?.length ?? 0);
}

/** The visible name is often cut; the whole one stands in the title attribute, at old 大汉 sites in `mc`. */
function titleOf(link: PageLink, words: string, whole: string): string {
  const visible = withoutDate(words);
  const given = link.title || clean(link.element.attribs.mc ?? '');
  const full = clean(given.replace(/<\/?(?:br|font|span|b|em|strong|p)(?:\s[^<>]*)?\/?>/gi, ''))
    .replace(/^标题[:：]\s*/, '')
    .replace(/\s*(?:发布)?(?:时间|日期)[:：].*$/, '');
  if (visible === '') return full || withoutDate(whole);
  if (isView(visible) && namesSomething(full)) return full;
  const cut = /(?:…|\.{2,}|。{2,})\s*$/.test(visible);
  const stem = visible.replace(/(?:…|\.{2,}|。{2,})+\s*$/, '');
  if (full.length > stem.length && (cut || full.startsWith(stem)) && full.slice(0, 4) === stem.slice(0, 4)) return full;
  if (cut && full.length >= stem.length) return full;
  return visible;
}

function withoutDate(text: string): string {
  return text
    .replace(/^\s*[·•●■▪◆★]+\s*/, '')
    .replace(
      /\s*[[(（【]?\s*(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s*[\])）】]?\s*$/,
      '',
    )
    .replace(/^[[(（【]?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])）】]?\s+/, '')
    .trim();
}

/** The date shown beside a title. One labelled as the date of writing is not a date of publication. */
function shownDate(outside: string, link: PageLink, url: string): LocalDate | null {
  const labelled =
    /(?:发布|公开|上网)(?:日期|时间)\s*[:：]?\s*([^一-龥]*\d{4}[^一-龥]*(?:年[^一-龥]*月[^一-龥]*日)?)/.exec(outside);
  const ofLabel = labelled ? findDates(labelled[1]!)[0] : undefined;
  if (ofLabel) return ofLabel.on;
  const unwritten = outside.replace(
    /(?:成文|生成|发文|印发|制发|形成)(?:日期|时间)\s*[:：]?\s*\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?/g,
    ' ',
  );
  const beside = findDates(unwritten);
  if (beside.length > 0) return beside.at(-1)!.on;
  const inside =
    unwritten === outside
      ? /((?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)[\])）】]?\s*$/.exec(link.text)
      : null;
  if (inside) return findDates(inside[1]!)[0]?.on ?? null;
  return unwritten === outside ? (splitDate(outside) ?? dateWithoutYear(outside, url)) : null;
}

/** Day and year-month in two elements: “21 2025-03” or “2025-03 21”, broken white space within a date too. */
function splitDate(text: string): LocalDate | null {
  const joined = findDates(text.replace(/\s*([-/.])\s*/g, '$1'))[0];
  if (joined) return joined.on;
  const dayFirst = /(?:^|\s)(\d{1,2})\s+((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*月?(?=\s|$)/.exec(text);
  if (dayFirst) return findDates(`${dayFirst[2]}-${dayFirst[3]}-${dayFirst[1]}`)[0]?.on ?? null;
  const dayLast = /(?:^|\s)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*月?\s+(\d{1,2})(?=\s|$)/.exec(text);
  return dayLast ? (findDates(`${dayLast[1]}-${dayLast[2]}-${dayLast[3]}`)[0]?.on ?? null) : null;
}

/** Whether words are a year and nothing else: “2025年”. */
export const isYear = (words: string): boolean => /^(?:19|20)\d\d\s*年?度?$/.test(words);

/** The element next to another, whatever words stand between them. */
export function neighbour(element: Element, side: 'prev' | 'next'): Element | null {
  let node = element[side];
  while (node && node.type !== 'tag') node = node[side];
  return node;
}

/** The year that heads the list of a row, right above it. */
function yearAbove(row: Element): string | null {
  let node: Element | null = row;
  for (let up = 0; up < 3 && node; up += 1) {
    node = node.parent?.type === 'tag' ? (node.parent as Element) : null;
    const heading = node && neighbour(node, 'prev');
    if (heading && isYear(rowText(heading))) return rowText(heading).slice(0, 4);
  }
  return null;
}

const monthAndDay = /(?:^|[[(（【\s])(\d{1,2})\s*[-/月]\s*(\d{1,2})\s*日?(?=$|[\])）】\s])/;

/** “03-21” under “2025年”. */
function dayOfYear(text: string, year: string | null): LocalDate | null {
  const short = year === null ? null : monthAndDay.exec(text);
  return short ? (findDates(`${year}-${short[1]}-${short[2]}`)[0]?.on ?? null) : null;
}

/** “03-21” takes its year from the address, when the address has that month. */
function dateWithoutYear(text: string, url: string): LocalDate | null {
  const short = monthAndDay.exec(text);
  if (!short) return null;
  const month = short[1]!.padStart(2, '0');
  const months = `[/-]?${month}(?!\\d{3})|[/-]${Number(month)}(?!\\d)`;
  const year = new RegExp(`/((?:19|20)\\d\\d)(?:${months})`).exec(url)?.[1];
  return year ? (findDates(`${year}-${month}-${short[2]}`)[0]?.on ?? null) : null;
}
