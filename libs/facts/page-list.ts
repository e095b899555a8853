import type { AnyNode, Element } from 'domhandler';
import { isArticleAddress } from './article-address.js';
import { addressOfLink, isDead } from './link-address.js';
import { dateBeside, type DatedItem, isYear, type ListRow, neighbour, readRow, sideOfDates } from './list-row.js';
import type { ListItem } from './model.js';
import { rowText } from './page-words.js';
import { type PageLink, type ParsedPage, parsePage } from './parsed-page.js';
import { isNameless } from './row-title.js';
import { showsComments } from './script-places.js';

/** A run of rows of the same make, each with a link: what a reader sees as a list. */
export interface FoundList {
  items: ListItem[];
  /** Rows that show a whole date. */
  dated: number;
  /** The elements of its first and its last row. */
  ends: [Element, Element];
}

const rowTags = new Set(['li', 'tr', 'dd', 'dl']);

/**
 * The list of a page: the group of like rows with most dates and longest titles, its items in document order. Items inside
 * comments count only when nothing outside them makes a dated list, and they are no sample.
 */
export function readPageList(page: ParsedPage, depth = 0): FoundList | null {
  const best = bestGroup(page, false);
  if (best && best.dated > 0) return best;
  // Templates call the holder of a list a menu; a menu shows no dates.
  const named = page.page.visit.as === 'detail' ? null : bestGroup(page, true);
  if (named && named.dated > 1) return named;
  if (depth > 0 || page.comments.length === 0) return best;
  const commented = listInComments(page);
  return commented && (!best || commented.dated > 0) ? commented : best;
}

function bestGroup(page: ParsedPage, inMenus: boolean): FoundList | null {
  return bestOf(groupRows(page, inMenus).flatMap((rows) => readRows(page, rows) ?? []));
}

/** The list with most dates and longest titles, if any is a list at all. */
export function bestOf(lists: readonly FoundList[]): FoundList | null {
  let best: { list: FoundList; score: number } | null = null;
  for (const list of lists) {
    const score = scoreOf(list);
    if (score > 0 && (!best || score > best.score)) best = { list, score };
  }
  return best?.list ?? null;
}

/** All lists of a page that show dates, in document order; rows are first cut apart as told. */
export function readDatedLists(page: ParsedPage, cut: (rows: ListRow[]) => ListRow[][]): FoundList[] {
  const parts = groupRows(page, false).flatMap(cut);
  return parts.flatMap((rows) => readRows(page, rows) ?? []).filter(({ dated }) => dated > 0);
}

/** Dates make a list; without any, only several long titles do (a menu has short ones). */
function scoreOf(list: FoundList): number {
  const length = list.items.reduce((sum, item) => sum + Math.min(item.title.length, 60), 0);
  const mean = length / list.items.length;
  if (list.dated > 0) return list.dated * 100 + length;
  return (list.items.length >= 3 && mean >= 12) || isYearByYear(list.items) ? length : 0;
}

/** Articles of a year each (2025年 · 2024年 · …), named by it: such a list needs neither days nor long titles. */
function isYearByYear(items: readonly ListItem[]): boolean {
  const years = new Set(items.map(({ title }) => /^(?:19|20)\d\d(?=\s*年|$)/.exec(title)?.[0] ?? ''));
  return (
    items.length >= 2 &&
    years.size === items.length &&
    !years.has('') &&
    items.every(({ url }) => isArticleAddress(url))
  );
}

/**
 * The rows of a list that stands in comments: a sample row, rows of one title and of one day, and what is left of a list whose
 * place a script fills are none.
 */
function listInComments(page: ParsedPage): FoundList | null {
  const shows = showsComments(page);
  if (shows === false) return null;
  const together = page.comments
    .slice(0, 200)
    .map((comment) => comment.data)
    .join('\n');
  const found = readPageList(parsePage({ ...page.page, url: page.base, text: together }), 1);
  return found && (shows || page.page.visit.listPage > 1 || !isSample(found)) ? found : null;
}

/** Whether rows are what the makers of a template leave in it to show how rows are made: those of a list differ. */
function isSample({ items }: FoundList): boolean {
  const titles = new Set(items.map(({ title }) => title)).size;
  return titles < 2 || (titles < 3 && new Set(items.map(({ publishedOn }) => publishedOn)).size < 2);
}

/** Rows by the element they hang on; lists cut into several `ul` of the same make come back together. */
function groupRows(page: ParsedPage, inMenus: boolean): ListRow[][] {
  const within = linksWithin(page.links);
  const rows = new Map<Element, ListRow>();
  for (const link of page.links) {
    if (link.zone === 'footer' || link.zone === 'crumb' || (link.zone === 'navigation' && !inMenus)) continue;
    if (addressOfLink(page, link.element) === null) continue;
    const element = rowOf(link.element, within);
    if (!element) continue;
    const row = rows.get(element);
    if (row) row.links.push(link);
    else rows.set(element, { element, links: [link] });
  }
  const groups = new Map<Element | string, ListRow[]>();
  const known: Known = { holders: new Map(), makes: new Map() };
  for (const row of [...rows.values()].flatMap(cellByCell)) {
    const key = holderOf(row.element, known);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** A row of a table that has a nameless link in several cells is as many rows: one a unit, or one a year. */
function cellByCell(row: ListRow): ListRow[] {
  if (row.element.name !== 'tr' || row.links.length < 2 || !row.links.every(isNameless)) return [row];
  return row.links.map((link) => ({ element: row.element, links: [link] }));
}

/** The links within an element: how many, and their address while they all have the same. */
interface Within {
  count: number;
  href: string | null;
}

function linksWithin(links: PageLink[]): Map<AnyNode, Within> {
  const all = new Map<AnyNode, Within>();
  for (const link of links) {
    const { onclick = '', 'data-url': data = '' } = link.element.attribs;
    const href = isDead(link.href) ? `${link.href} ${onclick} ${data}` : link.href;
    let node: AnyNode | null = link.element;
    for (let up = 0; node && up < 40; up += 1, node = node.parent) {
      const within = all.get(node);
      if (!within) all.set(node, { count: 1, href });
      else {
        within.count += 1;
        if (within.href !== href) within.href = null;
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
      if ((within.get(node)?.count ?? 0) > 4) break;
      if (node.name === 'li' && isCell(node, within)) return node.parent as Element;
      if (node.name === 'tr') return outerRow(node, within);
      return node.name === 'dd' && soleChild(node) ? (node.parent as Element) : node;
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

/** The row in a cell of which a table of this one row stands: old pages lay out each row of a list as a table of its own. */
function outerRow(row: Element, within: Map<AnyNode, Within>): Element {
  const isElement = (node: AnyNode | null): node is Element => node?.type === 'tag';
  const body = row.parent;
  if (!isElement(body) || body.children.filter(isElement).length > 1) return row;
  const table = body.name === 'tbody' ? body.parent : body;
  const cell = isElement(table) && table.name === 'table' ? table.parent : null;
  const outer = isElement(cell) && cell.name === 'td' ? cell.parent : null;
  if (!isElement(outer) || outer.name !== 'tr' || within.get(outer)?.count !== within.get(row)?.count) return row;
  // Around a whole page there is a table as well.
  return neighbour(outer, 'prev')?.name === 'tr' || neighbour(outer, 'next')?.name === 'tr' ? outer : row;
}

/** An li that is a cell: its list is a row with number, title and date, among others with as many cells. */
function isCell(li: Element, within: Map<AnyNode, Within>): boolean {
  const row = li.parent as Element | null;
  if (!row || !/^(?:ul|ol)$/.test(row.name) || within.get(row)?.count !== within.get(li)?.count) return false;
  const cells = cellsOf(row);
  if (cells < 2 || cells > 8) return false;
  return [neighbour(row, 'prev'), neighbour(row, 'next')].some(
    (other) => other?.name === row.name && cellsOf(other) === cells,
  );
}

function cellsOf(row: Element): number {
  let cells = 0;
  for (const child of row.children) if (child.type === 'tag' && child.name === 'li' && (cells += 1) > 8) break;
  return cells;
}

/** A dd that is the only one in its dl: the dl is the row (dt the date or the title). */
function soleChild(dd: Element): boolean {
  const parent = dd.parent as Element | null;
  return (
    parent?.name === 'dl' && parent.children.every((child) => child === dd || !('name' in child) || child.name !== 'dd')
  );
}

/** What was found out of elements around rows, so that no element is looked at once for every row. */
interface Known {
  holders: Map<Element, Element>;
  makes: Map<Element, Map<string, number>>;
}

/** How many elements of each make an element holds; all of them under the empty name. */
function makesWithin(element: Element, known: Known['makes']): Map<string, number> {
  let makes = known.get(element);
  if (makes) return makes;
  makes = new Map([['', 0]]);
  for (const child of element.children) {
    if (child.type !== 'tag' || silent.has(child.name)) continue;
    for (const name of ['', signature(child)]) makes.set(name, (makes.get(name) ?? 0) + 1);
  }
  known.set(element, makes);
  return makes;
}

function holderOf(row: Element, known: Known): Element {
  const parent = (row.parent ?? row) as Element;
  let holder = known.holders.get(parent);
  if (holder) return holder;
  holder = parent;
  // ul, ul, ul within one div, each perhaps in a box of its own, are one list shown a few rows at a time.
  for (let node = parent, up = 0; up < 5; up += 1) {
    const above = node.parent as Element | null;
    if (!above || !('name' in above) || !/^(?:ul|ol|tbody|table|dl|div|section)$/.test(node.name)) break;
    const makes = makesWithin(above, known.makes);
    if ((makes.get(signature(node)) ?? 0) >= (above.name === 'body' ? 3 : 2)) holder = above;
    else if ((makes.get('') !== 1 && !isUnderYear(node, above)) || above.name === 'body') break;
    node = above;
  }
  known.holders.set(parent, holder);
  return holder;
}

/** The rows of one year in a box of their own, under its heading. */
function isUnderYear(rows: Element, box: Element): boolean {
  const heading = neighbour(rows, 'prev');
  return (
    heading !== null &&
    isYear(rowText(heading)) &&
    box.children.every((child) => child === rows || child === heading || child.type !== 'tag')
  );
}

const silent = new Set(['script', 'style', 'br', 'hr', 'template']);

/** Name and classes of an element, without numbers and without what tells the shown one from the others. */
export function signature(element: Element): string {
  const classes = (element.attribs.class ?? '')
    .replace(/\d+/g, '')
    .replace(/(?:^|\s)(?:on|active|current|cur|show|hide|hidden|first|last|odd|even|block|none)(?=\s|$)/gi, ' ');
  return `${element.name}.${classes.trim()}`;
}

/** A link among the words of a paragraph: what is read there is a text, not a row. */
function isInSentence({ element, links }: ListRow): boolean {
  const holder = links[0]!.element.parent;
  if (!holder || holder.type !== 'tag' || !/^(?:p|span|div|td)$/.test(holder.name)) return false;
  const beside =
    element.children.length > 0 ? holder.children.flatMap((child) => (child.type === 'text' ? child.data : [])) : [];
  const words = beside.join('').replace(/\s/g, '');
  return words.length >= 20 && /[，。；]/.test(words);
}

function readRows(page: ParsedPage, rows: ListRow[]): FoundList | null {
  if (rows.length === 1 && isInSentence(rows[0]!)) return null;
  const writtenOnly = saysWritten(rows[0]!.element);
  const side = sideOfDates(rows[0]!.element, rows.at(-1)!.element);
  const read: { item: DatedItem; row: Element; parent: unknown }[] = [];
  const datedMakes = new Set<string>();
  const datedParents = new Set<unknown>();
  const seen = new Set<string>();
  for (const row of rows) {
    const item = readRow(page, row, writtenOnly, side === null ? '' : dateBeside(row.element, side));
    if (!item || seen.has(item.url)) continue;
    seen.add(item.url);
    const { parent } = row.element;
    if (item.dated) {
      datedParents.add(parent);
      for (const make of makesBesideLink(row.element)) datedMakes.add(make);
    }
    read.push({ item, row: row.element, parent });
  }
  // A menu of the same make beside a dated list is none of its pages; rows with an empty place for the day are.
  const isOfList = ({ row, parent }: (typeof read)[number]) =>
    datedParents.has(parent) || makesBesideLink(row).some((make) => datedMakes.has(make));
  const kept = datedParents.size === 0 ? read : read.filter(isOfList);
  if (kept.length === 0 || !rows[0]?.element.parent) return null;
  return {
    items: kept.map(({ item: { dated: _, ...item } }) => item),
    dated: kept.filter(({ item }) => item.dated).length,
    ends: [kept[0]!.row, kept.at(-1)!.row],
  };
}

/** Makes of the elements beside the link of a row. */
function makesBesideLink(row: Element): string[] {
  return row.children
    .slice(0, 12)
    .flatMap((child) =>
      child.type === 'tag' && child.name !== 'a' && !silent.has(child.name) ? [signature(child)] : [],
    );
}

/** The head of a list that is no table: 标题 · 文号 · 成文日期, as its first row or above it. */
function saysWritten(row: Element): boolean {
  const list = row.parent as Element | null;
  if (!list || row.name === 'tr') return false;
  for (const element of [firstElement(list), neighbour(list, 'prev'), neighbour(row, 'prev')]) {
    if (!element || element === row) continue;
    const words = rowText(element);
    if (words.length < 60 && /标题|名称|文件/.test(words) && /(?:成文|生成|印发|制发)(?:日期|时间)/.test(words))
      return !/(?:发布|公开|上网|公布)(?:日期|时间)/.test(words);
  }
  return false;
}

function firstElement(element: Element): Element | null {
  return element.children.find((child): child is Element => child.type === 'tag') ?? null;
}
