import type { PageRequest } from '#evidence';
import type { Element } from 'domhandler';
import { addressOfLink, isDead } from './link-address.js';
import { rowText } from './page-words.js';
import { nextOfPlugin, nextOfSelect } from './pager-plugin.js';
import { numberOfCall, readCall, requestOfCall, turned } from './pager-script.js';
import type { ParsedPage } from './parsed-page.js';
import { isPageName } from './script-values.js';

const nextName = /^(?:下一?页|下一?頁|后一?页|下翻|next(?:page)?)[>»›→]*$/i;
const nextSign = /^(?:>|›|»|→|＞|&gt;)$/;
const nextClass = /(?:^|[\s_-])(?:next|nextpage|nxt)(?:$|[\s_-])/i;
const moreName =
  /^(?:(?:点击|上拉|下拉)?(?:加载|显示)更多|点击更多|loadmore|查看更多|更多)(?:内容|信息|数据)?[.…>»▾▼∨⌄↓]*$/i;
/** Words that load the rest of this list and cannot lead to another. */
const loadsHere = /加载|loadmore/i;
const marked = /(?:^|[\s_-])(?:on|active|current|curr?|now|selected|this|thisclass|hover|bg)(?:$|[\s_-])/i;
const pageNumber = /^[[(（第]?\s*(\d{1,4})\s*[\])）页]?$/;
/** A calendar has more numbers side by side than a pager. */
const mostNumbers = 16;

/**
 * The request that brings the next page of a list, as any reader of the page can tell: a link (下一页, the number after
 * the one shown, a select box), a script call whose function, form or address is in plain sight, a button that loads
 * more. Null on the last page, and where only a script elsewhere knows.
 */
export function readNextLink(page: ParsedPage): PageRequest | null {
  const current = currentNumber(page);
  const pagers = numberedPagers(page);
  for (const link of page.links) {
    if (!isNextLink(link, pagers)) continue;
    const request = requestOfLink(page, link.element, current);
    if (request) return request;
  }
  return (
    nextNumber(page, pagers, current) ??
    nextOfSelect(page, current) ??
    nextOfButton(page, current) ??
    nextOfPlugin(page, current) ??
    nextOfHead(page) ??
    nextOfFragment(page)
  );
}

/** The number of the page shown: by its address or form, else by how many pages of the list came before. */
export function currentNumber(page: ParsedPage): number {
  const { request, visit } = page.page;
  for (const query of [page.url.split('?')[1]?.replace(/#.*$/, ''), request?.url.split('?')[1], request?.body])
    if (query !== undefined && !query.startsWith('{'))
      for (const [name, value] of new URLSearchParams(query))
        if (isPageName(name) && /^\d{1,6}$/.test(value)) return Number(value);
  return visit.listPage;
}

interface Pager {
  holder: Element;
  links: Map<number, Element>;
}

/** Groups of links that are numbers, by the element that holds them. */
function numberedPagers(page: ParsedPage): Map<Element, Pager> {
  const pagers = new Map<Element, Pager>();
  for (const { element, text } of page.links) {
    const number = pageNumber.exec(text)?.[1];
    const holder = number === undefined ? null : holderOf(element);
    if (!holder) continue;
    const pager = pagers.get(holder) ?? { holder, links: new Map<number, Element>() };
    pager.links.set(Number(number), element);
    pagers.set(holder, pager);
  }
  return pagers;
}

function holderOf(link: Element): Element | null {
  const parent = link.parent as Element | null;
  if (!parent || !('name' in parent)) return null;
  const wraps =
    /^(?:li|span|em|td|b|i|font|strong)$/.test(parent.name) &&
    parent.children.length < 8 &&
    elementsOf(parent).length === 1;
  return (wraps ? (parent.parent as Element | null) : parent) ?? null;
}

function elementsOf(element: Element): Element[] {
  return element.children.filter((child): child is Element => child.type === 'tag');
}

function isNextLink({ element, text, title }: ParsedPage['links'][number], pagers: Map<Element, Pager>): boolean {
  const words = [text, title, element.attribs['aria-label'] ?? '', altOf(element)].map((word) =>
    word.replace(/\s/g, ''),
  );
  if (element.attribs.rel === 'next' || words.some((word) => nextName.test(word))) return true;
  const holder = holderOf(element);
  if (!holder || !pagers.has(holder)) return false;
  return nextSign.test(words[0]!) || (!/\d/.test(words[0]!) && nextClass.test(element.attribs.class ?? ''));
}

function altOf(link: Element): string {
  return elementsOf(link).find((child) => child.name === 'img')?.attribs.alt ?? '';
}

/** What a link or button asks for; null when it leads back, stays here or does nothing in plain sight. */
function requestOfLink(page: ParsedPage, element: Element, current: number): PageRequest | null {
  if (/(?:^|[\s_-])disabled?(?:$|[\s_-])/i.test(element.attribs.class ?? '')) return null;
  const url = addressOfLink(page, element);
  if (url !== null) return url === page.url || isBefore(url, page, current) ? null : { url, method: 'GET' };
  const { href = '', onclick = '' } = element.attribs;
  const call = readCall(`${/^\s*javascript:/i.test(href) ? href : ''};${onclick}`);
  const given = element.attribs['data-page'] ?? element.attribs['data-pageno'] ?? element.attribs['data-index'];
  const number = (call && numberOfCall(call, current)) ?? (given && /^\d{1,6}$/.test(given) ? Number(given) : null);
  if (call?.name === '__doPostBack') return requestOfCall(page, call, number ?? current + 1);
  if (number !== null && number <= current && !(current === 1 && number === 1 && call)) return null;
  if (call) return number === null || number === current ? null : requestOfCall(page, call, number);
  return number === null ? null : turned(page.page.request ?? { url: page.url, method: 'GET' }, number);
}

/** The link of a last page often leads to the last page itself, or to the one before. */
function isBefore(url: string, page: ParsedPage, current: number): boolean {
  const name = [...new URL(url).searchParams.keys()].find(isPageName);
  if (name === undefined || new URL(url).pathname !== new URL(page.url).pathname) return false;
  const number = Number(new URL(url).searchParams.get(name));
  return new URL(page.url).searchParams.has(name) && Number.isInteger(number) && number <= current;
}

/** A pager of numbers: the link whose number follows the one that is shown. */
function nextNumber(page: ParsedPage, pagers: Map<Element, Pager>, current: number): PageRequest | null {
  for (const { holder, links } of pagers.values()) {
    if (links.size > mostNumbers) continue;
    const shown = shownNumber(holder, links) ?? (links.size >= 2 && !links.has(current + 2000) ? current : null);
    const link = shown === null ? undefined : links.get(shown + 1);
    const request = link ? requestOfLink(page, link, Math.min(shown!, current)) : null;
    if (request) return request;
  }
  return null;
}

/** The number among the others that leads nowhere, or is marked as the one shown. */
function shownNumber(holder: Element, links: ReadonlyMap<number, Element>): number | null {
  let plain: number | null = null;
  for (const child of elementsOf(holder)) {
    const number = pageNumber.exec(rowText(child))?.[1];
    if (number === undefined) continue;
    const inner = elementsOf(child)[0];
    if (marked.test(child.attribs.class ?? '') || (inner && marked.test(inner.attribs.class ?? '')))
      return Number(number);
    const link = links.get(Number(number));
    const leads =
      link !== undefined && !(isDead(link.attribs.href) && link.attribs.onclick === undefined && elsewhere(links));
    if (!leads) plain ??= Number(number);
  }
  return plain ?? bareNumber(holder, links);
}

/** “1　[2]”: a number that stands among the others as bare text, one before or behind a link. */
function bareNumber(holder: Element, links: ReadonlyMap<number, Element>): number | null {
  for (const child of holder.children) {
    const number = child.type === 'text' ? pageNumber.exec(child.data.trim())?.[1] : undefined;
    if (number !== undefined && (links.has(Number(number) + 1) || links.has(Number(number) - 1))) return Number(number);
  }
  return null;
}

/** Whether the other numbers have addresses: then one without is the one shown. */
function elsewhere(links: ReadonlyMap<number, Element>): boolean {
  let leading = 0;
  for (const link of links.values()) if (!isDead(link.attribs.href) || link.attribs.onclick !== undefined) leading += 1;
  return leading > 0;
}

/** `<link rel="next" href>` (HTML 4.6.7): what the page says of itself, where a script shows the rest as one scrolls. */
function nextOfHead(page: ParsedPage): PageRequest | null {
  if (!/<link\b[^<>]{0,200}\brel=["']?next\b/i.test(page.page.text)) return null;
  const { href } = page.$('link[rel="next"]').get(0)?.attribs ?? {};
  const url = href ? page.resolve(href) : null;
  return url === null || url === page.url || new URL(url).host !== new URL(page.url).host
    ? null
    : { url, method: 'GET' };
}

/** Buttons, spans and links without an address: 下一页 and 加载更多 with what they carry for the script. */
function nextOfButton(page: ParsedPage, current: number): PageRequest | null {
  if (!/下一?[页頁]|更多|load-?more/i.test(page.page.text)) return null;
  const { $ } = page;
  const buttons = $(
    'button,input[type=button],[onclick],[data-url],[data-href],[data-page],[data-api],[data-next]',
  ).toArray();
  for (const button of buttons.slice(0, 400)) {
    const words = (button.attribs.value ?? rowText(button)).replace(/\s/g, '');
    const loads = moreName.test(words);
    if (!loads && !nextName.test(words)) continue;
    const address = carriedAddress(button);
    const request = loads
      ? address === undefined
        ? null
        : loadMore(page, button, address, current)
      : requestOfLink(page, button, current);
    if (request) return request;
  }
  return null;
}

/** The address that an element carries for a script, whatever the attribute is called. */
export function carriedAddress({ attribs }: Element): string | undefined {
  const usual = ['data-url', 'data-href', 'data-api'].map((name) => attribs[name]).find((value) => value);
  if (usual !== undefined) return usual;
  const carried = /^(?:https?:\/)?\.{0,2}\/[^\s<>"']+$/;
  return Object.entries(attribs).find(([name, value]) => name.startsWith('data-') && carried.test(value))?.[1];
}

/** `data-url="/list?column=3&page=2"`, or the number apart in `data-page`. A 更多 without a number leads elsewhere. */
function loadMore(page: ParsedPage, button: Element, address: string, current: number): PageRequest | null {
  const given = ['data-page', 'data-pageno', 'data-next', 'data-index', 'data-current']
    .map((name) => button.attribs[name])
    .find((value) => value !== undefined && /^\d{1,6}$/.test(value));
  const resolved = page.resolve(address);
  if (resolved === null) return null;
  const url = new URL(resolved);
  const name = [...url.searchParams.keys()].find(isPageName);
  // “加载更多” with the whole address of the rest (`?from=20`, `/list/2`): taken as it stands.
  if (name === undefined && given === undefined)
    return loadsHere.test(rowText(button)) && /\d/.test(address) && resolved !== page.url
      ? { url: resolved, method: 'GET' }
      : null;
  const stated = name === undefined ? Number(given) : Number(url.searchParams.get(name) || (given ?? current));
  if (!Number.isInteger(stated)) return null;
  url.searchParams.set(name ?? 'page', String(Math.max(stated, current + 1)));
  return { url: url.href, method: 'GET' };
}

/** A piece of HTML that was asked for by number has no pager: the next number, until one brings nothing. */
function nextOfFragment(page: ParsedPage): PageRequest | null {
  const { request, visit, text } = page.page;
  if ((visit.listPage < 2 && visit.as !== 'data') || /<(?:html|body|head)\b|<!doctype/i.test(text.slice(0, 3000)))
    return null;
  const told = nextToldByFragment(page);
  if (told !== null) return { url: told, method: 'GET' };
  const current = currentNumber(page);
  const { pages } = readCounts(page);
  return pages !== null && current >= pages ? null : turned(request ?? { url: page.url, method: 'GET' }, current + 1);
}

/** A piece may carry the address of the one after it: the same path, further on. */
function nextToldByFragment(page: ParsedPage): string | null {
  const number = (url: string): number => Number(/(\d+)(?!.*\d)/.exec(url)?.[1] ?? Number.NaN);
  const shape = (url: string): string => url.replace(/\d+(?!.*\d)/, '');
  for (const element of page.$('[data-url],[data-next],[data-more]').toArray().slice(0, 50)) {
    const address = element.attribs['data-url'] ?? element.attribs['data-next'] ?? element.attribs['data-more'];
    const url = address ? page.resolve(address) : null;
    if (url !== null && shape(url) === shape(page.url) && number(url) > number(page.url)) return url;
  }
  return null;
}

/** Counts that an answer of HTML carries beside its rows, in attributes or a script. */
export function readCounts(page: ParsedPage): { pages: number | null; total: number | null } {
  const { text } = page.page;
  const pages = /(?:page_?count|total_?pages?|data-pages|max_?page)["']?\s*[=:]\s*["']?(\d{1,6})\b/i.exec(text)?.[1];
  const total =
    /(?:total_?count|record_?count|total_?records?|total_?rows|data-total|data-count|\btotal)["']?\s*[=:]\s*["']?(\d{1,8})\b/i.exec(
      text,
    )?.[1];
  return { pages: pages === undefined ? null : Number(pages), total: total === undefined ? null : Number(total) };
}

/** “共 756 条”, “总记录数：756”. */
export function readTotal(page: ParsedPage): number | null {
  for (let n = page.lines.length - 1; n >= 0; n -= 1) {
    const text = page.lines[n]!.text;
    if (text.length > 200 || !/[条笔篇]|记录|总数/.test(text)) continue;
    const total =
      /(?:共(?:有|计)?|总(?:计|共|数)?|总记录(?:数)?)\s*[:：]?\s*(?:\d{1,5}\s*页\s*[,，、/]?\s*(?:共)?\s*)?(\d{1,7})\s*(?:条|篇|笔|记录|项)/.exec(
        text,
      ) ?? /总(?:记录)?数\s*[:：]\s*(\d{1,7})/.exec(text);
    if (total) return Number(total[1]);
  }
  return null;
}

/** Whether a pager made with the page counts a page without a row (“共1页0条记录”): what a script fills later begins with no page. */
export function countsNone({ lines }: ParsedPage): boolean {
  return lines.some(({ text }) => text.length < 60 && /共\s*[1-9]\d*\s*页\s*[,，、/]?\s*(?:共\s*)?0\s*条/.test(text));
}
