import type { AnyNode, Element } from 'domhandler';
import { clean, textOfFirst } from './page-words.js';

/** Rows of one block that are looked at, and nodes of a row: a block of related links is small. */
const mostRows = 24;
const rowNodes = 60;
/** Letters that a row of a related link has beside the link: a dot, a day. */
const beside = 14;

/**
 * The first row of a table of related links: a heading in a row of its own, and below it nothing but rows with a link each.
 * '' where the link stands otherwise, or the table stands in a cell beside the article: there it is a box of the site's.
 */
export function headingOfRows(link: Element, article: Element): string {
  const row = closest(link, 'tr');
  if (!row || !isLinkRow(row) || standsBeside(row, article)) return '';
  let above = rowBefore(row);
  for (let n = 0; above && n < mostRows; n += 1, above = rowBefore(above)) {
    if (isLinkRow(above)) continue;
    const words = textOfFirst(above, rowNodes);
    if (words !== '') return words.length <= 24 ? words : '';
  }
  return '';
}

function closest(element: Element, name: string): Element | null {
  let node = element.parent as Element | null;
  for (let up = 0; node && up < 6; up += 1, node = node.parent as Element | null) if (node.name === name) return node;
  return null;
}

function rowBefore(row: Element): Element | null {
  let node = row.prev;
  for (let n = 0; node && n < mostRows; n += 1, node = node.prev) if (node.type === 'tag') return node as Element;
  return null;
}

/** A row that is a link and hardly a word beside it. */
function isLinkRow(row: Element): boolean {
  const inLinks: string[] = [];
  const stack: { node: AnyNode; linked: boolean }[] = [{ node: row, linked: false }];
  for (let n = 0; stack.length > 0 && n < rowNodes; n += 1) {
    const { node, linked } = stack.pop()!;
    if (node.type === 'text') {
      if (linked) inLinks.push(node.data);
    } else if (node.type === 'tag') {
      const isLink = linked || node.name === 'a';
      for (let last = node.children.length - 1; last >= 0; last -= 1)
        stack.push({ node: node.children[last]!, linked: isLink });
    }
  }
  const length = clean(inLinks.join('')).length;
  return length > 0 && textOfFirst(row, rowNodes).length <= length + beside;
}

/** In another cell of a row that holds the article in one: a column of the layout, which the article has no part in. */
function standsBeside(row: Element, article: Element): boolean {
  const holders = new Set<unknown>();
  let node = article as Element | null;
  for (let up = 0; node && up < 60; up += 1, node = node.parent as Element | null) holders.add(node);
  node = row;
  for (let up = 0; node && up < 60 && !holders.has(node); up += 1) node = node.parent as Element | null;
  return node === null || node.name === 'tr';
}
