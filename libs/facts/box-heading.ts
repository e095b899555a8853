import type { AnyNode, Element } from 'domhandler';
import { plainName } from './classify-column.js';
import { hasLink, type ListRow, neighbour } from './list-row.js';
import { isMore } from './page-columns.js';
import type { FoundList } from './page-list.js';
import { rowText, textOfFirst } from './page-words.js';

/** What stands above a list, and the links of the box that may lead to the whole of it. */
export interface BoxHeading {
  /** Plain name; '' for none. */
  name: string;
  /** The path above the list ends in its name (当前位置：首页 > 通知公告): the list is that of the page. */
  isPath: boolean;
  /** “更多”, in the heading, before the list or right behind it. */
  more: Element | null;
  /** The heading itself is a link. */
  link: Element | null;
}

const none: BoxHeading = { name: '', isPath: false, more: null, link: null };
const headingTag = /^(?:h[1-6]|dt|legend|header)$/;
const headingClass = /(?:^|[\s_-])(?:tit|title|hd|head|heading|bt|lm|lmmc|more)(?:$|[\s_\d-])/i;
const path = /(?:当前|现在|您|所在).{0,6}位置|首页\s*(?:>|»|›|→|＞|\/|-)/;
/** The head of a table of rows: 标题 发文字号 发布日期. */
const tableHead = /^(?:(?:文件|信息)?(?:标题|名称)|序号|(?:发文字|文|索引|编)号|.{0,2}(?:日期|时间)|发文机关|[\s|])+$/;

/** What pages show beside their lists, on every page the same. */
export const asideName =
  /推荐|热点|热门|热搜|相关|排行|最新|点击|关注|阅读|浏览|猜你|本[周月]|头条|图片|要闻|快讯|友情/;

/** A heading is near its list: beyond this there are only empty elements. */
const mostBefore = 24;
const mostUp = 6;
const mostNodes = 80;

/** Rows of several holders side by side, cut where a heading with a link, “更多” or 热点 stands between the holders. */
export function cutAtHeadings(rows: ListRow[]): ListRow[][] {
  const parts: ListRow[][] = [];
  let before: unknown = null;
  for (const row of rows) {
    const { parent } = row.element;
    const part = parts.at(-1);
    if (part && (parent === before || !startsBox(parent))) part.push(row);
    else parts.push([row]);
    before = parent;
  }
  return parts;
}

/** Whether what stands right before the holder of rows leads on, or begins what is no list of the column. */
function startsBox(holder: ListRow['element']['parent']): boolean {
  let node = holder;
  for (let up = 0; up < 3 && node?.type === 'tag' && !neighbour(node, 'prev'); up += 1) node = node.parent;
  const before = node?.type === 'tag' ? neighbour(node, 'prev') : null;
  if (!before) return false;
  const words = textOfFirst(before, mostNodes);
  if (words.length > 30) return false;
  if (!hasLink(before)) return asideName.test(words) && isHeading(before);
  return isHeading(before) || isMore(words) || /(?:更多|more)\W*$/i.test(words);
}

function isHeading({ name, attribs }: Element): boolean {
  return headingTag.test(name) || headingClass.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`);
}

/**
 * The heading of a list: the one name before its rows within its own box, and “更多” there or behind the rows.
 * @param isOthers whether an element holds rows of other lists: what stands before these is not the list's own
 */
export function readBoxHeading({ ends: [first, last] }: FoundList, isOthers: (node: AnyNode) => boolean): BoxHeading {
  const heading = headingAbove(first, isOthers);
  return heading.more ? heading : { ...heading, more: moreBelow(last, isOthers) };
}

function headingAbove(first: Element, isOthers: (node: AnyNode) => boolean): BoxHeading {
  let more: Element | null = null;
  let node: AnyNode = first;
  for (let up = 0; up < mostUp; up += 1) {
    for (let before = node.prev, n = 0; before && n < mostBefore; before = before.prev, n += 1) {
      if (isOthers(before)) return { ...none, more };
      const read =
        before.type === 'text' ? ofWords(before.data.trim()) : before.type === 'tag' ? ofElement(before) : null;
      if (read === null) continue;
      if (read.name !== '' || !read.more || read.isPath) return { ...read, more: read.more ?? more };
      more ??= read.more;
    }
    const { parent }: AnyNode = node;
    if (!parent || parent.type !== 'tag' || parent.name === 'body' || isOthers(parent)) break;
    node = parent;
  }
  return { ...none, more };
}

/** Null where there is nothing to read, nor anything that could keep a heading from being the list's. */
function ofWords(words: string): BoxHeading | null {
  if (words === '' || tableHead.test(words) || /^[\W_]{1,4}$/.test(words)) return null;
  return { ...none, name: nameOf(words) };
}

function ofElement(element: Element): BoxHeading | null {
  if (/^(?:script|style|br|hr|template|input)$/.test(element.name)) return null;
  const words = textOfFirst(element, mostNodes);
  const links = linksOf(element);
  if (words === '') {
    const name = pictureName(element);
    if (name === '' && links.length !== 1) return null;
    // A picture that is a link without a name is “更多” as often as not.
    const more = links.find((link) => pictureName(link) === '') ?? null;
    return { ...none, name, more, link: links.find((link) => link !== more) ?? null };
  }
  if (path.test(words) && words.length <= 160)
    return { ...none, isPath: true, name: plainName(words.split(/[>»›→＞/]/).at(-1) ?? '') };
  if (tableHead.test(words)) return null;
  const more = links.find((link) => isMore(rowText(link) || (link.attribs.title ?? ''))) ?? null;
  if (more && isMore(words)) return { ...none, more };
  const named = links.filter((link) => link !== more);
  const name = more ? words.replace(rowText(more), ' ').trim() : words;
  return named.length > 1 ? none : { ...none, name: nameOf(name), more, link: named[0] ?? null };
}

/** One name without “更多”; several words, sentences and long lines are none. */
function nameOf(words: string): string {
  const name = words.replace(/\s*[[(（+]?\s*(?:查看)?(?:更多|more)\W*$/i, '').trim();
  return name.length <= 20 && !/[一-龥]{2}\s+[一-龥]{2}|[。；！？]/.test(name) && /[一-龥\d]{2}/.test(name)
    ? plainName(name) || name
    : '';
}

function moreBelow(last: Element, isOthers: (node: AnyNode) => boolean): Element | null {
  let node: AnyNode = last;
  for (let up = 0; up < 4; up += 1) {
    for (let after = node.next, n = 0; after && n < mostBefore; after = after.next, n += 1) {
      if (isOthers(after)) return null;
      if (after.type === 'text' && after.data.trim() !== '') return null;
      if (after.type !== 'tag') continue;
      const words = textOfFirst(after, mostNodes);
      if (words === '') continue;
      return isMore(words) ? (linksOf(after)[0] ?? null) : null;
    }
    const { parent }: AnyNode = node;
    if (!parent || parent.type !== 'tag' || parent.name === 'body' || isOthers(parent)) break;
    node = parent;
  }
  return null;
}

function linksOf(element: Element): Element[] {
  return within(element, ({ name }) => name === 'a');
}

function pictureName(element: Element): string {
  const [picture] = within(
    element,
    ({ name, attribs }) => name === 'img' && (attribs.alt ?? attribs.title ?? '') !== '',
  );
  return picture ? nameOf(picture.attribs.alt ?? picture.attribs.title ?? '') : '';
}

function within(element: Element, fits: (one: Element) => boolean): Element[] {
  const found: Element[] = [];
  const stack: Element[] = [element];
  for (let n = 0; stack.length > 0 && n < mostNodes; n += 1) {
    const one = stack.pop()!;
    if (fits(one)) found.push(one);
    for (let at = one.children.length - 1; at >= 0; at -= 1) {
      const child = one.children[at]!;
      if (child.type === 'tag') stack.push(child);
    }
  }
  return found;
}
