import type { Element } from 'domhandler';
import { isDead } from './link-address.js';
import type { ListReading } from './model.js';
import { readCounts } from './next-page.js';
import { nameOfLink } from './page-columns.js';
import { isRowBlank } from './page-words.js';
import { oncePerPage, type ParsedPage } from './parsed-page.js';

/** Lists show as many rows a page at least; a shorter one is whole, whatever stands below it. */
const fewestOfPage = 10;
const turns = /^(?:下一?[页頁]|后一?页|next(?:page)?|(?:点击|上拉)?(?:加载|显示)更多|loadmore|[>»›]+)[>»›→….]*$/i;
const pagerName =
  /(?:^|[\s_-])(?:pages?|pager|paging|paginat\w*|laypage|fenye|fy|page_?(?:bar|box|div|nav|list))(?:$|[\s_\d-])/i;
const one = /共\s*1\s*页|(?<![\d/])第?\s*1\s*(?:页)?\s*\/\s*(?:共)?\s*1\s*(?:页|$)/;

/**
 * Whether a first page of a list has, or may have, others that nothing on it tells how to ask for: a pager that only a script
 * elsewhere can turn, or its empty place, below as many rows as fill a page. Not where the page says that it is the only one.
 */
export function isRestUnknown(page: ParsedPage, list: ListReading): boolean {
  const { as, listPage } = page.page.visit;
  if (list.next !== null || listPage > 1) return false;
  if (as !== 'column' && as !== 'list' && as !== 'openness') return false;
  // A button that loads more speaks for itself, however few rows stand above it.
  if (list.items.length < fewestOfPage) return list.items.length > 0 && hasLoadMore(page);
  // Where the rows are counted, their number tells.
  if (list.totalItems !== null || page.lines.some(({ text }) => text.length < 200 && one.test(text))) return false;
  const { pages } = readCounts(page);
  if (pages !== null) return pages > 1;
  return page.links.some(isDeadTurn) || hasEmptyPager(page) || hasLoadMore(page);
}

/** A live “加载更多” that is no link: the rest comes in place, to whoever presses it. */
export const hasLoadMore = oncePerPage((page: ParsedPage): boolean => {
  if (!page.page.text.includes('加载更多')) return false;
  const buttons = page.$('button,[role=button],div,span').toArray().slice(0, 5000);
  return buttons.some(
    ({ attribs, children }) =>
      children.length === 1 &&
      children[0]!.type === 'text' &&
      /^\s*(?:点击|上拉)?加载更多\S{0,3}\s*$/.test(children[0]!.data) &&
      attribs.hidden === undefined &&
      !/disabled?|no-?more|template/i.test(attribs.class ?? ''),
  );
});

/** “下一页” without an address: its script is elsewhere. What is greyed out leads nowhere at all. */
function isDeadTurn(link: ParsedPage['links'][number]): boolean {
  const { element } = link;
  const around = element.parent && 'attribs' in element.parent ? element.parent.attribs.class : undefined;
  if (/disabled?|nolink|no-?more/i.test(`${element.attribs.class ?? ''} ${around ?? ''}`)) return false;
  return isDead(element.attribs.href) && turns.test(nameOfLink(link).replace(/\s/g, ''));
}

/** The place of a pager without a word or a script in it, while none on the page counts its pages. */
function hasEmptyPager(page: ParsedPage): boolean {
  if (page.scripts.some(({ text }) => /\bcreatePage(?:HTML)?\s*\(/.test(text))) return false;
  if (!page.scripts.some(({ src }) => src !== '')) return false;
  const stack = [...page.tree.children];
  for (let n = 0; stack.length > 0 && n < 50_000; n += 1) {
    const node = stack.pop()!;
    if (node.type !== 'tag') continue;
    const { attribs, children } = node as Element;
    const isNamed =
      /^(?:div|ul|p|nav|span)$/.test(node.name) && pagerName.test(`${attribs.id ?? ''} ${attribs.class ?? ''}`);
    const isEmpty = isNamed && isRowBlank(node as Element) && !children.some(({ type }) => type === 'script');
    if (isEmpty) return true;
    for (const child of children) stack.push(child);
  }
  return false;
}
