import type { Element } from 'domhandler';
import type { ListReading } from './model.js';
import { rowText } from './page-words.js';
import type { ParsedPage } from './parsed-page.js';

const loading =
  /^[\s\[【(（]*(?:(?:数据|内容|信息|列表|页面)?(?:正在|努力|拼命)?(?:加载|载入|读取)中?|loading)[\s.…。，,!！~\]】)）]*(?:请?稍(?:候|等|后)[\s.…。!！]*)?$/i;
const nothing =
  /暂无|没有(?:相关|任何|查询到|找到)?(?:的)?(?:内容|信息|数据|记录)|无(?:相关)?(?:内容|信息|数据)|建设中/;
const holderName = /list|lb|info|con|pane|data|news|article|result|xxgk|zwgk|content|items/i;
/** What puts markup into an element: `getElementById("x").innerHTML =`, `$("#x").html(`, `load("#x", …)`. */
const filled =
  /getElementById\(\s*["']([\w-]{1,60})["']\s*\)\s*\.\s*(?:innerHTML|outerHTML|insertAdjacentHTML|append)|["']#([\w-]{1,60})["']\s*(?:\)\s*\.\s*(?:html|append|prepend|load|replaceWith)\b)|(?:load|ajax|fill|render|list|page|unfold)\w{0,20}\(\s*["']#?([\w-]{1,60})["']\s*[,)]/gi;
/** What a script does with the id of an empty ul or table can only be to fill it: `MX.unit('list-9', …)`, `{el: '#list-9'}`. */
const handed = /[(:=]\s*["']#?([\w-]{1,60})["']\s*[,;})]/g;
const isList = /^(?:ul|ol|tbody|table)$/;

/**
 * Whether a place on a page of a column is one that a script fills: it says that it is loading, carries the address of its data,
 * or is an empty holder of a list that a script on the page writes into. A page that says there is nothing is none of these.
 */
export function isUnfilled(page: ParsedPage, list: ListReading | null): boolean {
  const { as } = page.page.visit;
  if (page.json !== undefined || page.isXml || (as !== 'column' && as !== 'list' && as !== 'openness')) return false;
  if (list && (list.items.some((item) => item.publishedOn !== null) || list.items.length >= 3)) return false;
  const own = page.lines.filter((line) => line.zone === 'body' && !line.hidden && line.linkLength === 0);
  if (own.some((line) => line.text.length < 40 && nothing.test(line.text))) return false;
  if (own.some((line) => line.text.length < 40 && loading.test(line.text))) return true;
  const holders = emptyHolders(page);
  if (holders.length === 0) return false;
  if (holders.some(({ attribs }) => attribs['data-url'] ?? attribs['data-api'] ?? attribs['data-src'])) return true;
  // `<table class="list"><script>…`: the script writes the rows where it stands.
  if (holders.some(({ name, children }) => isList.test(name) && children.some(({ type }) => type === 'script')))
    return true;
  const lists = new Set(holders.filter(({ name }) => isList.test(name)).map(({ attribs }) => attribs.id ?? ''));
  const ids = new Set(holders.map(({ attribs }) => attribs.id ?? ''));
  const names = (known: Set<string>, text: string, pattern: RegExp) =>
    [...text.slice(0, 200_000).matchAll(pattern)].some((match) => {
      const id = match.slice(1).find((part) => part !== undefined);
      return id !== undefined && id !== '' && known.has(id);
    });
  return page.scripts.some(({ text }) => names(ids, text, filled) || names(lists, text, handed));
}

/** Whether an answer to a script is that there is nothing: it says so, and leads nowhere. */
export function saysNothing(page: ParsedPage): boolean {
  return (
    page.json === undefined &&
    !page.isXml &&
    page.links.length === 0 &&
    page.lines.some((line) => line.text.length < 40 && nothing.test(line.text))
  );
}

/** Empty elements that by their make or name hold a list. */
function emptyHolders(page: ParsedPage): Element[] {
  const found: Element[] = [];
  const stack = [...page.tree.children];
  for (let n = 0; stack.length > 0 && n < 50_000; n += 1) {
    const node = stack.pop()!;
    if (node.type !== 'tag') continue;
    const { name, attribs } = node;
    const isHolder =
      isList.test(name) ||
      (/^(?:div|section|dl)$/.test(name) && holderName.test(`${attribs.id ?? ''} ${attribs.class ?? ''}`));
    if (isHolder && rowText(node as Element) === '') found.push(node as Element);
    else for (const child of node.children) stack.push(child);
  }
  return found;
}
