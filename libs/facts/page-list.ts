import type { Element } from 'domhandler';
import { isArticleAddress } from './article-address.js';
import { groupRows, signature, silent } from './list-groups.js';
import { dateBeside, type DatedItem, type ListRow, neighbour, readRow, sideOfDates } from './list-row.js';
import type { ListItem } from './model.js';
import { rowText } from './page-words.js';
import { type ParsedPage, parsePage } from './parsed-page.js';
import { showsComments } from './script-places.js';

/** A run of rows of the same make, each with a link: what a reader sees as a list. */
export interface FoundList {
  items: ListItem[];
  /** Rows that show a whole date. */
  dated: number;
  /** The elements of its first and its last row. */
  ends: [Element, Element];
}

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
