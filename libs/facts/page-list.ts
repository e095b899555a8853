import type { AnyNode, Element } from 'domhandler';
import { findDates } from './dates.js';
import { findBracketedNumber } from './document-number.js';
import type { ListItem, LocalDate } from './model.js';
import { clean, rowText } from './page-words.js';
import { type PageLink, type ParsedPage, parsePage } from './parsed-page.js';
import { rowLabels } from './table-header.js';

/** A run of rows of the same make, each with a link: what a reader sees as a list. */
export interface FoundList {
  items: ListItem[];
  /** Rows that show a whole date. */
  dated: number;
  /** The element that holds the rows. */
  container: Element;
}

interface Row {
  element: Element;
  links: PageLink[];
}

const rowTags = new Set(['li', 'tr', 'dd', 'dl']);
const notItems =
  /^(?:首页|尾页|末页|上一页|下一页|上页|下页|更多|more|>>|<<|>|<|\d{1,4}|返回.{0,4}|打印|关闭|收藏|详情|查看|查看详情|\[?详细\]?)(?:\s*[>»]*)?$/i;

/** The line at the top of old pages: a greeting with today's date. */
const greeting = /今天是|现在是|欢迎(?:您|访问|光临)|当前(?:位置|时间)|农历|星期[一二三四五六日天]/;

/**
 * The list of a page: the group of like rows with most dates and longest titles, its items in document order. Items inside
 * comments count only when nothing outside them makes a list.
 */
export function readPageList(page: ParsedPage, depth = 0): FoundList | null {
  const best = bestGroup(page);
  if (best || depth > 0 || page.comments.length === 0) return best;
  return listInComments(page);
}

function bestGroup(page: ParsedPage): FoundList | null {
  let best: { list: FoundList; score: number } | null = null;
  for (const rows of groupRows(page)) {
    const list = readRows(page, rows);
    if (!list) continue;
    const score = scoreOf(list);
    if (score > 0 && (!best || score > best.score)) best = { list, score };
  }
  return best?.list ?? null;
}

/** Dates make a list; without any, only several long titles do (a menu has short ones). */
function scoreOf(list: FoundList): number {
  const length = list.items.reduce((sum, item) => sum + Math.min(item.title.length, 60), 0);
  const mean = length / list.items.length;
  if (list.dated > 0) return list.dated * 100 + length;
  return list.items.length >= 3 && mean >= 12 ? length : 0;
}

function listInComments(page: ParsedPage): FoundList | null {
  const together = page.comments
    .slice(0, 200)
    .map((comment) => comment.data)
    .join('\n');
  return readPageList(parsePage({ ...page.page, url: page.base, text: together }), 1);
}

/** Rows by the element they hang on; lists cut into several `ul` of the same make come back together. */
function groupRows(page: ParsedPage): Row[][] {
  const within = linksWithin(page.links);
  const rows = new Map<Element, Row>();
  for (const link of page.links) {
    if (link.zone === 'navigation' || link.zone === 'footer' || link.zone === 'crumb') continue;
    if (page.resolve(link.href) === null) continue;
    const element = rowOf(link.element, within);
    if (!element) continue;
    const row = rows.get(element);
    if (row) row.links.push(link);
    else rows.set(element, { element, links: [link] });
  }
  const groups = new Map<Element | string, Row[]>();
  const keys = new Map<Element, Element>();
  for (const row of rows.values()) {
    const key = holderOf(row.element, keys);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** The links within an element: how many, and their address while they all have the same. */
interface Within {
  count: number;
  href: string | null;
}

function linksWithin(links: PageLink[]): Map<AnyNode, Within> {
  const all = new Map<AnyNode, Within>();
  for (const link of links) {
    let node: AnyNode | null = link.element;
    for (let up = 0; node && up < 40; up += 1, node = node.parent) {
      const within = all.get(node);
      if (!within) all.set(node, { count: 1, href: link.href });
      else {
        within.count += 1;
        if (within.href !== link.href) within.href = null;
      }
    }
  }
  return all;
}

/** The row of a link: the li, tr, dd or dl around it, else the largest element that holds this link alone (a picture and a summary may lead to the same place). */
function rowOf(link: Element, within: Map<AnyNode, Within>): Element | null {
  let node = link.parent as Element | null;
  for (let up = 0; node && up < 7; up += 1, node = node.parent as Element | null)
    if (rowTags.has(node.name)) {
      if ((within.get(node)?.count ?? 0) <= 4)
        return node.name === 'dd' && soleChild(node) ? (node.parent as Element) : node;
      break;
    }
  let alone: Element = link;
  while (
    alone.parent &&
    'name' in alone.parent &&
    alone.parent.name !== 'body' &&
    typeof within.get(alone.parent)?.href === 'string'
  )
    alone = alone.parent as Element;
  return alone;
}

/** A dd that is the only one in its dl: the dl is the row (dt the date or the title). */
function soleChild(dd: Element): boolean {
  const parent = dd.parent as Element | null;
  return (
    parent?.name === 'dl' && parent.children.filter((child) => 'name' in child && child.name === 'dd').length === 1
  );
}

function holderOf(row: Element, known: Map<Element, Element>): Element {
  const parent = (row.parent ?? row) as Element;
  let holder = known.get(parent);
  if (holder) return holder;
  holder = parent;
  // ul, ul, ul within one div are one list shown in groups of five.
  for (let up = 0; up < 2; up += 1) {
    const above = holder.parent as Element | null;
    if (!above || !('name' in above)) break;
    const make = signature(holder);
    const like = above.children.filter((child) => child.type === 'tag' && signature(child) === make);
    if (like.length < (above.name === 'body' ? 3 : 2) || !/^(ul|ol|tbody|table|dl|div)$/.test(holder.name)) break;
    holder = above;
  }
  known.set(parent, holder);
  return holder;
}

function signature(element: Element): string {
  return `${element.name}.${element.attribs.class ?? ''}`;
}

function readRows(page: ParsedPage, rows: Row[]): FoundList | null {
  const items: ListItem[] = [];
  const seen = new Set<string>();
  let dated = 0;
  for (const row of rows) {
    const item = readRow(page, row);
    if (!item || seen.has(item.url)) continue;
    seen.add(item.url);
    if (item.publishedOn || item.dated) dated += 1;
    items.push({
      title: item.title,
      url: item.url,
      publishedOn: item.publishedOn,
      documentNumber: item.documentNumber,
    });
  }
  const container = rows[0]?.element.parent as Element | null;
  return items.length > 0 && container ? { items, dated, container } : null;
}

function readRow(page: ParsedPage, row: Row): (ListItem & { dated: boolean }) | null {
  const link = titleLink(row.links);
  if (!link) return null;
  const url = page.resolve(link.href);
  if (url === null) return null;
  const whole = rowText(row.element);
  if (whole.length > 1500 || greeting.test(whole)) return null;
  const title = titleOf(link, whole);
  if (title.length < 2 || notItems.test(title)) return null;
  const outside = clean(whole.replace(link.text, ' '));
  const labels = row.element.name === 'tr' ? rowLabels(row.element) : null;
  const shown =
    labels?.publishedOn !== undefined ? (findDates(labels.publishedOn)[0]?.on ?? null) : shownDate(outside, link, url);
  return {
    title,
    url,
    publishedOn: shown,
    documentNumber:
      labels?.documentNumber !== undefined ? findBracketedNumber(labels.documentNumber) : findBracketedNumber(outside),
    dated: shown !== null || findDates(outside).length > 0,
  };
}

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
  return Math.max(link.text.length, link.title.length);
}

/** The visible name is often cut; the whole one stands in the title attribute. */
function titleOf(link: PageLink, whole: string): string {
  const visible = withoutDate(link.text);
  const full = link.title.replace(/^标题[:：]\s*/, '').replace(/\s*(?:发布)?(?:时间|日期)[:：].*$/, '');
  if (visible === '') return full || withoutDate(whole);
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

/** “03-21” takes its year from the address, when the address has that month. */
function dateWithoutYear(text: string, url: string): LocalDate | null {
  const short = /(?:^|[[(（【\s])(\d{1,2})\s*[-/月]\s*(\d{1,2})\s*日?(?=$|[\])）】\s])/.exec(text);
  if (!short) return null;
  const month = short[1]!.padStart(2, '0');
  const year = new RegExp(`/((?:19|20)\\d\\d)[/-]?(?:${month}|${Number(month)})(?!\\d{3})`).exec(url)?.[1];
  return year ? (findDates(`${year}-${month}-${short[2]}`)[0]?.on ?? null) : null;
}
