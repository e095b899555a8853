import type { PageRequest } from '#evidence';
import { type Family, type ParsedPage, isDated, readGenericList, readJsonList } from '#facts';
import { nextByQuery } from './page-query.js';
import { readScriptList } from './script-lists.js';

const search = '/common/search/';
const channel = /^[\w-]{4,64}$/;

/** 开普云 UCAP: `/common/search/{channel}` answers the list of a column, as JSON where `_isJson=true` asks for it. */
export const ucap: Family = {
  id: 'ucap',
  title: '开普云 UCAP',
  recognise(page) {
    if (page.url.includes(search)) return 0.95;
    if (page.json !== undefined || page.isXml) return 0;
    const { text } = page.page;
    if (text.includes(search)) return 0.8;
    return /UCAP-?CONTENT|<UCAPTITLE|CMSPRO_|\bPUBLISHTIME>/i.test(text) ? 0.6 : 0;
  },
  list(page) {
    const request = page.page.request ?? { url: page.url, method: 'GET' };
    if (page.json !== undefined) {
      const answer = readJsonList(page);
      return answer && { ...answer.list, next: nextByQuery(request, answer.list, answer.pages, answer.current) };
    }
    const list = dated(page) ?? readScriptList(page) ?? readGenericList(page);
    return list && { ...list, next: list.next ?? afterFirst(page, list.items.length) };
  },
  follow(page) {
    const { as } = page.page.visit;
    if (page.json !== undefined || page.url.includes(search) || !['column', 'list', 'openness', 'probe'].includes(as))
      return [];
    if (dated(page) ?? readScriptList(page)) return [];
    const request = searchRequest(page, 1);
    return request ? [{ request, as: 'data' }] : [];
  },
};

function dated(page: ParsedPage) {
  const list = readGenericList(page);
  return isDated(list) ? list : null;
}

/** The first page stands in the source, the others are searched for. */
function afterFirst(page: ParsedPage, items: number): PageRequest | null {
  if (items === 0 || page.page.visit.listPage > 1 || page.url.includes(search)) return null;
  return searchRequest(page, 2);
}

/** The address of the search, with the channel that the script names and the size it asks for. */
function searchRequest(page: ParsedPage, number: number): PageRequest | null {
  const { text } = page.page;
  const at = text.indexOf(search);
  if (at < 0) return null;
  const near = text.slice(at, at + 600);
  const literal = /^\/common\/search\/([\w-]{4,64})(\?[^"'\s<>]{0,400})?/.exec(near);
  const id = literal?.[1] ?? channelOf(page, near);
  if (id === null || !channel.test(id)) return null;
  const query = new URLSearchParams((literal?.[2] ?? '').replace(/&amp;/g, '&').replace(/[?&][\w]+=(?=&|$)/g, ''));
  const size = /["'?&]?_?page_?size["']?\s*[:=]\s*["']?(\d{1,3})/i.exec(near)?.[1];
  query.set('page', String(number));
  for (const [name, value] of [
    ['_pageSize', size ?? '15'],
    ['_isAgg', 'true'],
    ['_isJson', 'true'],
    ['_template', 'index'],
  ] as const)
    if (!query.has(name)) query.set(name, value);
  query.set('_isJson', 'true');
  const url = page.resolve(`${search}${id}?${query.toString()}`);
  return url === null ? null : { url, method: 'GET' };
}

/** `"/common/search/" + channelId`: the value that the variable has anywhere in the page. */
function channelOf(page: ParsedPage, near: string): string | null {
  const name = /^\/common\/search\/["'`]?\s*\+?\s*(?:\$\{)?\s*([\w.]{1,60})/.exec(near)?.[1]?.split('.').at(-1);
  if (!name) return null;
  return (
    new RegExp(`\\b${name}["']?\\s*[:=]\\s*["']([\\w-]{4,64})["']`).exec(page.page.text)?.[1] ??
    new RegExp(`\\b(?:id|name)=["']${name}["'][^<>]{0,200}\\b(?:value|content)=["']([\\w-]{4,64})["']`).exec(
      page.page.text,
    )?.[1] ??
    null
  );
}
