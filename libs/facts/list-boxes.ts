import type { AnyNode, Element } from 'domhandler';
import { isArticleAddress } from './article-address.js';
import { asideName, type BoxHeading, cutAtHeadings, readBoxHeading } from './box-heading.js';
import { classifyColumn, plainName } from './classify-column.js';
import { addressOfLink } from './link-address.js';
import { signature } from './list-groups.js';
import type { ListItem, NamedLink } from './model.js';
import { readNextLink } from './next-page.js';
import { isOtherColumn } from './other-columns.js';
import { bestOf, type FoundList, readDatedLists, readPageList } from './page-list.js';
import { oncePerPage, type ParsedPage } from './parsed-page.js';
import { tabNameOf } from './tab-names.js';
import { articleKey, hostOf } from './urls.js';

/** The rows of a page that are those of its column. */
export interface ColumnRows {
  items: ListItem[];
  /** There are, or may be, rows of the column that are not among them. */
  isPart: boolean;
}

/**
 * What a box says of its list. `own`: the list of this page's column, by name, path or where “更多” leads; `other`: it leads
 * to another column; `peer`: it has a name and leads nowhere; `bare`: it has none; `aside`: what pages show beside their lists.
 */
interface ListBox {
  list: FoundList;
  is: 'own' | 'other' | 'peer' | 'bare' | 'aside';
  name: string;
  /** Where its heading or “更多” leads: another column's page of this site. */
  leadsTo: string | null;
  /** It is “更多” that leads there; a heading may as well lead to the column above. */
  byMore: boolean;
}

/** Beyond this many lists a page is no column of boxes. */
const mostBoxes = 40;
const asideMark =
  /(?:^|[\s_-])(?:aside|side-?bar|hot\w*|recommend\w*|tuijian|related?|rank\w*|paihang|phb|marquee|scroll\w*|slid\w*|swiper\w*|banner|focus|carousel)(?:$|[\s_\d-])/i;
const isFile = /\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|zip|rar|jpe?g|png|gif|mp4|mp3)(?:$|\?)/i;
const isRoot = /^https?:\/\/[^/]+\/?$/;

/**
 * The rows of a column's page: those of every box that is a list of the column itself. Boxes that lead to other columns are
 * left to these, and what stands beside lists (推荐, 排行) is none of the column's.
 */
export function readColumnRows(page: ParsedPage): ColumnRows | null {
  const best = readPageList(page);
  if (!best) return null;
  const whole = { items: best.items, isPart: false };
  const boxes = best.dated < 2 ? [] : readBoxes(page);
  const used = boxes.filter(({ is }) => is !== 'aside');
  if (used.length === 0 || !boxes.some(({ list }) => sharesRows(list, best))) return whole;
  const main = mainBox(page, used, best);
  if (main === null) return rowsOfEntrances(page, used);
  if (used.length === 1) return { items: main.list.items, isPart: main.leadsTo !== null && main.byMore };
  const others = used.filter((box) => box !== main && box.is !== 'other' && !isWithin(box.list, main.list));
  const read = others.filter((box) => isRead(page, box, main));
  const inOrder = used.filter((box) => box === main || read.includes(box));
  // Another box has more rows, and nothing says that this one is the column's.
  const isGuessed = main.is !== 'own' && !sharesRows(main.list, best);
  return {
    items: joined(inOrder),
    isPart:
      isGuessed || read.length < others.length || inOrder.some(({ leadsTo, byMore }) => leadsTo !== null && byMore),
  };
}

/** Columns to which the boxes of a page lead by their headings or “更多”, wherever in the box this stands. */
export function readBoxColumns(page: ParsedPage): NamedLink[] {
  return readBoxes(page).flatMap(({ name, leadsTo, is }) =>
    leadsTo === null || name === '' || is === 'aside' ? [] : [{ title: name, url: leadsTo }],
  );
}

/** The box of the column's own list; null where all lead to other columns. */
function mainBox(page: ParsedPage, used: ListBox[], best: FoundList): ListBox | null {
  for (const candidates of [
    used.filter(({ is }) => is === 'own'),
    used.filter(({ is }) => is === 'peer' || is === 'bare'),
  ]) {
    const list = bestOf(candidates.map((box) => box.list));
    const main = candidates.find((box) => box.list === list);
    if (main) return main;
  }
  // Alone, it may be the first rows of the column itself.
  const [alone] = used;
  return used.length === 1 && sharesRows(alone!.list, best) && !isOfAnother(page, alone!.name) ? alone! : null;
}

/** Whether a name is that of another standard column than the page's. */
function isOfAnother(page: ParsedPage, name: string): boolean {
  const { columnKey } = page.page.visit;
  const key = classifyColumn(name, '');
  return columnKey !== null && key !== null && key !== columnKey;
}

/** Of a page all of whose boxes lead on: what stands in columns that are followed is read there. */
function rowsOfEntrances(page: ParsedPage, boxes: ListBox[]): ColumnRows {
  const { columnKey } = page.page.visit;
  const kept = boxes.filter(({ name }) => {
    const key = classifyColumn(name, '');
    return key === null ? !isOtherColumn(name) : key === columnKey;
  });
  const list = bestOf(kept.map((box) => box.list));
  return { items: list?.items ?? [], isPart: true };
}

/** Whether a box beside the column's main one holds rows of the column too. */
function isRead(page: ParsedPage, box: ListBox, main: ListBox): boolean {
  if (box.is === 'own') return true;
  if (box.is !== 'peer') return false;
  if (isOfAnother(page, box.name)) return false;
  // Where one box bears the column's name, another is of the column if it is made alike and is no column by its name.
  const isColumn = classifyColumn(box.name, '') !== null || isOtherColumn(box.name);
  return main.is !== 'own' || (!isColumn && makeOf(box.list) === makeOf(main.list));
}

function makeOf({ ends: [first] }: FoundList): string {
  const parent = first.parent;
  return `${signature(first)} ${parent?.type === 'tag' ? signature(parent) : ''}`;
}

function joined(boxes: ListBox[]): ListItem[] {
  const items = new Map<string, ListItem>();
  for (const { list } of boxes)
    for (const item of list.items) {
      const before = items.get(item.url);
      if (!before || (before.publishedOn === null && item.publishedOn !== null)) items.set(item.url, item);
    }
  return [...items.values()];
}

function isWithin(list: FoundList, other: FoundList): boolean {
  const urls = new Set(other.items.map(({ url }) => articleKey(url)));
  return list.items.every(({ url }) => urls.has(articleKey(url)));
}

function sharesRows(list: FoundList, other: FoundList): boolean {
  const urls = new Set(other.items.map(({ url }) => url));
  return list.items.some(({ url }) => urls.has(url));
}

const readBoxes = oncePerPage(findBoxes);

function findBoxes(page: ParsedPage): ListBox[] {
  const { as } = page.page.visit;
  if ((as !== 'column' && as !== 'list') || page.json !== undefined || page.isXml) return [];
  const lists = withoutSingles(readDatedLists(page, cutAtHeadings));
  if (lists.length > mostBoxes) return [];
  const owners = ownersOf(lists);
  const names = ownNames(page);
  return lists.map((list) => {
    const isOthers = (node: AnyNode) => (owners.get(node) ?? list) !== list;
    const heading = readBoxHeading(list, isOthers);
    const name = heading.name || tabNameOf(page, list.ends[0]);
    return boxOf(page, list, { ...heading, name }, names, isOthers);
  });
}

/** One row is a list only in a box beside another of the same make: a year with one document. */
function withoutSingles(lists: FoundList[]): FoundList[] {
  const makes = new Map<AnyNode, Set<string>>();
  for (const { ends, dated } of lists)
    if (dated > 1)
      for (const { parent, make } of boxesAround(ends[0]))
        makes.set(parent, (makes.get(parent) ?? new Set()).add(make));
  return lists.filter(
    ({ ends, dated }) => dated > 1 || boxesAround(ends[0]).some(({ parent, make }) => makes.get(parent)?.has(make)),
  );
}

function boxesAround(row: Element): { parent: AnyNode; make: string }[] {
  const boxes = [];
  let node = row.parent;
  for (let up = 0; up < 3 && node?.type === 'tag' && node.parent; up += 1, node = node.parent)
    boxes.push({ parent: node.parent, make: signature(node) });
  return boxes;
}

/** The list whose rows an element holds; null where it holds those of several. */
function ownersOf(lists: FoundList[]): Map<AnyNode, FoundList | null> {
  const owners = new Map<AnyNode, FoundList | null>();
  for (const list of lists)
    for (const end of list.ends)
      for (let node: AnyNode | null = end, up = 0; node && up < 60; node = node.parent, up += 1) {
        const owner = owners.get(node);
        owners.set(node, owner === undefined || owner === list ? list : null);
      }
  return owners;
}

function boxOf(
  page: ParsedPage,
  list: FoundList,
  heading: BoxHeading,
  names: ReadonlySet<string>,
  isOthers: (node: AnyNode) => boolean,
): ListBox {
  const { name } = heading;
  const byMore = heading.more !== null;
  const { isHere, leadsTo } = whereTo(page, heading.more ?? heading.link, byMore);
  const box = { list, name, leadsTo, byMore };
  const { columnKey } = page.page.visit;
  if (heading.isPath || isHere || names.has(name)) return { ...box, is: 'own' };
  // 图片解读 is a form of the column, 图片 beside it a show of pictures.
  if (asideName.test(name.replace(/^图片(?=解读)/, '')) || isAside(list.ends[0], isOthers))
    return { ...box, is: 'aside' };
  if (name !== '' && columnKey !== null && classifyColumn(name, '') === columnKey) return { ...box, is: 'own' };
  if (leadsTo !== null) return { ...box, is: 'other' };
  return { ...box, is: name === '' ? 'bare' : 'peer' };
}

/** Where a heading or “更多” leads, if to a page of a column: this one, or another that is not above this one. */
function whereTo(page: ParsedPage, link: Element | null, byMore: boolean): { isHere: boolean; leadsTo: string | null } {
  const url = link && addressOfLink(page, link);
  if (url === null) return { isHere: false, leadsTo: null };
  if (articleKey(url) === articleKey(page.url)) return { isHere: true, leadsTo: null };
  if (byMore && articleKey(readNextLink(page)?.url ?? '') === articleKey(url)) return { isHere: true, leadsTo: null };
  const isColumn = hostOf(url) === hostOf(page.url) && !isRoot.test(url) && !isArticleAddress(url) && !isFile.test(url);
  const isAbove = !byMore && (page.url.startsWith(folderOf(url)) || isOnPath(page, url));
  return { isHere: false, leadsTo: isColumn && !isAbove ? url : null };
}

function folderOf(url: string): string {
  return url.replace(/[?#].*$/, '').replace(/\/(?:index|default)\.\w+$/i, '/');
}

function isOnPath(page: ParsedPage, url: string): boolean {
  return page.links.some((link) => link.zone === 'crumb' && addressOfLink(page, link.element) === url);
}

/** What the page's column is called: by what led to it, its tag, its title. */
function ownNames(page: ParsedPage): ReadonlySet<string> {
  const { columnName, linkText } = page.page.visit;
  const title = page.titleTag.split(/\s*[-_—|]\s*/)[0] ?? '';
  const names = [columnName ?? '', linkText ?? '', page.metas.get('columnname')?.[0] ?? '', title];
  return new Set(names.map(plainName).filter((name) => name !== ''));
}

function isAside(first: Element, isOthers: (node: AnyNode) => boolean): boolean {
  let node: AnyNode | null = first.parent;
  for (let up = 0; up < mostUp && node?.type === 'tag' && node.name !== 'body' && !isOthers(node); up += 1) {
    const { name, attribs } = node;
    if (/^(?:aside|marquee)$/.test(name) || asideMark.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`)) return true;
    node = node.parent;
  }
  return false;
}

const mostUp = 6;
