import type { AnyNode, Element } from 'domhandler';
import { classifyColumn, isFileHref, isOpennessLink, isSiteMapLink, judgeColumn } from './classify-column.js';
import { addressOfLink } from './link-address.js';
import type { ColumnKey, ColumnLink, NamedLink } from './model.js';
import { rowText, textOfFirst } from './page-words.js';
import { oncePerPage, type PageLine, type PageLink, type ParsedPage, type Zone } from './parsed-page.js';
import { hostOf } from './urls.js';

/**
 * Entrances of a page to the standard columns, one a column and address, the page's own navigation first. An entrance
 * that only a script can open has the address '': it is there, and cannot be followed.
 * @param boxes where boxes of the page lead, wherever in the box this is said
 */
export function readColumnLinks(page: ParsedPage, boxes: readonly NamedLink[] = []): ColumnLink[] {
  const found = new Map<string, ColumnLink>();
  const keep = (key: ColumnKey, name: string, url: string, zone: Zone) => {
    const where = zone === 'navigation' ? 'navigation' : zone === 'footer' ? 'footer' : 'body';
    const id = `${key} ${url}`;
    const known = found.get(id);
    if (!known) found.set(id, { key, name, url, where });
    else if (rank(where) < rank(known.where)) known.where = where;
  };
  for (const link of page.links) {
    if (link.zone === 'crumb') continue;
    const named = columnOf(page, link);
    // A row of a list that has the name of a column in its title is an article about it.
    if (named && !named.whole && isDatedRow(page, link.element)) continue;
    if (named) keep(named.key, named.name, addressOfLink(page, link.element) ?? '', link.zone);
    else if (isFileHref(link.href)) {
      // An entrance that opens a file is there, and is no page to be followed to.
      const whole = judgeColumn(nameOfLink(link), '');
      if (whole.key && whole.whole && !isDatedRow(page, link.element)) keep(whole.key, nameOfLink(link), '', link.zone);
    }
  }
  for (const [n, line] of page.lines.entries()) {
    if (line.linkLength > 0 || line.zone === 'crumb' || line.text.length > 30) continue;
    const key = classifyColumn(line.text, '');
    const opener = key && openerOf(line);
    if (key && opener) keep(key, line.text, addressOfLink(page, opener) ?? '', line.zone);
    // Over a tree of matters or a list of them the heading is all the entrance that there is.
    else if (key === 'statutory' && isOfLinks(page.lines[n + 1])) keep(key, line.text, '', line.zone);
  }
  for (const { title, url } of boxes) {
    const key = classifyColumn(title, '');
    if (key) keep(key, title, url, 'body');
  }
  // An entrance without an address says nothing where another one has it.
  const addressed = new Set([...found.values()].filter(({ url }) => url !== '').map(({ key }) => key));
  return [...found.values()].filter(({ key, url }) => url !== '' || !addressed.has(key));
}

/** A link named by its text, its title, its picture; “更多” is named by the heading of its block. */
function columnOf(page: ParsedPage, link: PageLink): { key: ColumnKey; name: string; whole: boolean } | null {
  const name = nameOfLink(link);
  const told = judgeColumn(name, link.href);
  if (told.key) return { key: told.key, name, whole: told.whole };
  if (link.title !== '' && link.title.length < 20) {
    const titled = judgeColumn(link.title, link.href);
    if (titled.key) return { key: titled.key, name, whole: titled.whole };
  }
  if (!isMore(name)) return null;
  const heading = headingBefore(link.element);
  const headed = judgeColumn(heading, link.href);
  return headed.key && { key: headed.key, name: heading, whole: headed.whole };
}

function isOfLinks(line: PageLine | undefined): boolean {
  return line !== undefined && line.linkLength * 2 > line.text.length;
}

/** A link is named by its text, else by its title or its picture. */
export function nameOfLink(link: PageLink): string {
  return link.text !== '' ? link.text : link.title || altOf(link.element);
}

const rowTags = /^(?:li|tr|dd|dl)$/;
const shownDay = /(?:^|\D)(?:(?:19|20)\d\d\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}(?:\D|$)/;

/** A row may hold thousands of links. */
const wordsOfRows = oncePerPage(() => new Map<Element, string>());

/** Whether a link stands in a row of a list that shows a day beside it. */
export function isDatedRow(page: ParsedPage, link: Element): boolean {
  const known = wordsOfRows(page);
  let node: AnyNode | null = link.parent;
  for (let up = 0; up < 4 && node && node.type === 'tag'; up += 1, node = node.parent)
    if (rowTags.test(node.name)) {
      const words = known.get(node) ?? rowText(node);
      known.set(node, words);
      return words.length < 300 && shownDay.test(words.replace(rowText(link), ' '));
    }
  return false;
}

export function isMore(name: string): boolean {
  return (
    name === '' ||
    (name.length <= 10 && /^[+\s]*(?:查看)?(?:更多|more)(?:信息|内容)?[\s+>»›….·]*$|^[+>»›…]{1,4}$/i.test(name))
  );
}

/** A heading is near its link: beyond this there are only empty elements, thousands of them on a broken page. */
const mostBefore = 24;
const headingNodes = 60;

/** What stands before the link in its own block: one word, not a row of tabs. */
export function headingBefore(link: Element): string {
  let node: AnyNode = link;
  for (let up = 0; up < 4 && node.parent && node.parent.type === 'tag'; up += 1, node = node.parent) {
    for (let sibling = node.prev, n = 0; sibling && n < mostBefore; sibling = sibling.prev, n += 1) {
      const text =
        sibling.type === 'text'
          ? sibling.data.trim()
          : sibling.type === 'tag'
            ? textOfFirst(sibling as Element, headingNodes)
            : '';
      if (text !== '') return text.length <= 16 && !/[\u4e00-\u9fa5]{2}\s+[\u4e00-\u9fa5]{2}/.test(text) ? text : '';
    }
  }
  return '';
}

/** The element that a script has made an entrance of: it carries a call or an address, or is a link without one. */
function openerOf(line: PageLine): Element | null {
  const opens = ({ name, attribs }: Element) =>
    (name === 'a' && attribs.href === undefined) ||
    /^(?:menuitem|treeitem|link)$/.test(attribs.role ?? '') ||
    /location|open\s*\(|jump|goto|href/i.test(attribs.onclick ?? '') ||
    ['data-href', 'data-url', 'data-link'].some((at) => attribs[at] !== undefined);
  for (const child of line.element.children) if (child.type === 'tag' && opens(child)) return child;
  let node: AnyNode | null = line.element;
  for (let up = 0; up < 3 && node && node.type === 'tag'; up += 1, node = node.parent) {
    // An element of several lines is no entrance of one name.
    if (opens(node) && rowText(node).replace(/\s/g, '') === line.text.replace(/\s/g, '')) return node;
  }
  return null;
}

/** Addresses of the site's page of openness of government information, the site's own host first. */
export function readOpennessLinks(page: ParsedPage): string[] {
  const own = hostOf(page.url);
  return namedLinks(page, isOpennessLink)
    .sort((a, b) => Number(hostOf(a) !== own) - Number(hostOf(b) !== own))
    .slice(0, 3);
}

/** Whether a page names the page of openness without an address, so that only a script knows where that is. */
export function namesOpenness(page: ParsedPage): boolean {
  const names = ({ text, zone }: { text: string; zone: Zone }) =>
    zone !== 'crumb' && text.length <= 12 && isOpennessLink(text, '');
  return (
    page.lines.some((line) => line.linkLength === 0 && names(line)) ||
    page.links.some((link) => names(link) && addressOfLink(page, link.element) === null)
  );
}

/** Address of the map of the site on its own host, if the page links to one. */
export function readSiteMapLinks(page: ParsedPage): string[] {
  const own = hostOf(page.url);
  return namedLinks(page, isSiteMapLink)
    .filter((url) => hostOf(url) === own)
    .slice(0, 1);
}

/** Whether a page is the map of its site: it names columns, and is no list of articles. */
export function isSiteMap(page: ParsedPage): boolean {
  const headed = page.lines.some((line) => line.heading > 0 && line.heading <= 3 && isSiteMapLink(line.text, ''));
  return headed || /^\s*(?:网站|站点)地图\s*(?:$|[-_—|])/.test(page.titleTag);
}

function namedLinks(page: ParsedPage, isNamed: (text: string, href: string) => boolean): string[] {
  const urls = new Set<string>();
  for (const link of page.links) {
    const name = link.text !== '' ? link.text : link.title || altOf(link.element);
    if (name.length > 20) continue;
    const url = isNamed(name, link.href) ? addressOfLink(page, link.element) : null;
    if (url !== null && url !== page.url) urls.add(url);
  }
  return [...urls];
}

function rank(where: ColumnLink['where']): number {
  return where === 'navigation' ? 0 : where === 'body' ? 1 : 2;
}

/** A link that is a picture is named by the picture. */
function altOf(element: Element): string {
  const image = element.children.find((child) => child.type === 'tag' && child.name === 'img');
  return image && image.type === 'tag' ? (image.attribs.alt ?? image.attribs.title ?? '').trim() : '';
}
