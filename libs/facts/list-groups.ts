import type { AnyNode, Element } from 'domhandler';
import { addressOfLink, isDead } from './link-address.js';
import { isYear, type ListRow, neighbour } from './list-row.js';
import { rowText } from './page-words.js';
import type { PageLink, ParsedPage } from './parsed-page.js';
import { isNameless } from './row-title.js';

const rowTags = new Set(['li', 'tr', 'dd', 'dl']);

/** Rows by the element they hang on; lists cut into several `ul` of the same make come back together. */
export function groupRows(page: ParsedPage, inMenus: boolean): ListRow[][] {
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

/** Elements of which a reader sees nothing. */
export const silent = new Set(['script', 'style', 'br', 'hr', 'template']);

/** Name and classes of an element, without numbers and without what tells the shown one from the others. */
export function signature(element: Element): string {
  const classes = (element.attribs.class ?? '')
    .replace(/\d+/g, '')
    .replace(/(?:^|\s)(?:on|active|current|cur|show|hide|hidden|first|last|odd|even|block|none)(?=\s|$)/gi, ' ');
  return `${element.name}.${classes.trim()}`;
}
