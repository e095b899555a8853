import type { PageRequest } from '#evidence';
import { textOf } from './page-words.js';
import { addressIn, readCall, requestOfCall, turned } from './pager-script.js';
import type { ParsedPage } from './parsed-page.js';
import { literalsOf } from './script-values.js';
import { optionsOf } from './select-options.js';

const plugin =
  /(?:\.(?:pagination|paginator|jqPaginator|paging|paginate|createPage|page|Page|sPage|zPager)|laypage(?:\.render)?|\bnew\s+\w*(?:Pager?|Paging|Pagination))\s*\(/g;
const pagesKey =
  /\b(?:total_?Pages?|page_?Counts?|page_?Total|pages|max_?Page|totalPageCount)["']?\s*:\s*["']?(\d{1,6})/i;
const totalKey =
  /\b(?:totals?|total_?(?:Count|Records?|Items?|Num|Size)|count|items|dataCount|recordCount)["']?\s*:\s*["']?(\d{1,8})/i;
const sizeKey =
  /\b(?:limit|page_?Size|per_?Page|rows|items_?On_?Page|items_?per_?page|showCount|size)["']?\s*:\s*["']?(\d{1,4})/i;
const longestSettings = 2000;

/** Calls of a pager plugin: how many pages there are, and where its callback goes. */
export function nextOfPlugin(page: ParsedPage, current: number): PageRequest | null {
  for (const { text } of page.scripts) {
    if (text.length > 300_000) continue;
    let calls = 0;
    for (const match of text.matchAll(plugin)) {
      if ((calls += 1) > 10) break;
      const settings = text.slice(match.index, match.index + longestSettings);
      const pages = pagesOf(settings);
      if (pages === null) continue;
      const next = Math.max(current, page.page.visit.listPage) + 1;
      if (next > pages) continue;
      const request = requestOfSettings(page, settings, text, next) ?? staticPage(page, next);
      if (request) return request;
    }
  }
  return null;
}

function pagesOf(settings: string): number | null {
  const pages = pagesKey.exec(settings)?.[1];
  if (pages !== undefined) return Number(pages);
  const total = totalKey.exec(settings)?.[1];
  const size = sizeKey.exec(settings)?.[1];
  return total === undefined || size === undefined || size === '0' ? null : Math.ceil(Number(total) / Number(size));
}

/** The callback: `location.href = 'index_' + api.getCurrent() + '.html'`, `jump: function (obj) {… obj.curr …}`. */
function requestOfSettings(page: ParsedPage, settings: string, script: string, next: number): PageRequest | null {
  const values = new Map(literalsOf(script));
  for (const name of 'curr current page pageNo pageNum num n i p index pageIndex currentPage obj pageNumber'.split(' '))
    values.set(name, String(next));
  const written = settings.replace(/[\w.]+\.getCurrent\(\)/g, String(next));
  const url = addressIn(written, values, page);
  return url === null || url === page.url ? null : { url, method: 'GET' };
}

/** No callback in sight: static pages are numbered index.html, index_2.html … ; a number in the address is turned. */
function staticPage(page: ParsedPage, next: number): PageRequest | null {
  const byNumber = turned(page.page.request ?? { url: page.url, method: 'GET' }, next);
  if (byNumber) return byNumber;
  const { pathname, search } = new URL(page.url);
  const file = /\/([\w-]*?)(?:_(\d{1,5}))?\.(s?html?)$/.exec(pathname);
  if (search !== '' || !(file || pathname.endsWith('/'))) return null;
  const url = page.resolve(file ? `${file[1]}_${next}.${file[3]}` : `index_${next}.html`);
  return url === null ? null : { url, method: 'GET' };
}

/** A select box of pages: `<option value="index_2.html">`, or numbers handed to a function, a form, the address. */
export function nextOfSelect(page: ParsedPage, current: number): PageRequest | null {
  if (!/<select\b/i.test(page.page.text)) return null;
  const { $ } = page;
  for (const select of $('select').toArray().slice(0, 20)) {
    const options = optionsOf(select);
    const numbers = options.map((option) =>
      Number(/^\s*第?\s*(\d{1,4})\s*(?:页|\/\s*\d+\s*页?)?\s*$/.exec(textOf(option))?.[1] ?? Number.NaN),
    );
    if (options.length < 2 || numbers.some((number, n) => number !== n + 1)) continue;
    const chosen = options.findIndex((option) => option.attribs.selected !== undefined);
    const next = options[(chosen < 0 ? current - 1 : chosen) + 1];
    if (!next) return null;
    const value = next.attribs.value ?? String(current + 1);
    const request = requestOfOption(page, value, select.attribs.onchange ?? '');
    if (request) return request;
  }
  return null;
}

function requestOfOption(page: ParsedPage, value: string, onchange: string): PageRequest | null {
  if (!/^\d{1,5}$/.test(value)) {
    const url = page.resolve(value);
    return url === null || url === page.url ? null : { url, method: 'GET' };
  }
  const number = Number(value);
  const values = new Map([
    ['value', value],
    ['this.value', value],
  ]);
  const url = addressIn(onchange.replace(/this\.options\[this\.selectedIndex\]\.value/g, 'value'), values, page);
  if (url !== null && url !== page.url) return { url, method: 'GET' };
  const call = readCall(onchange.replace(/this\.(?:options\[this\.selectedIndex\]\.)?value/g, value));
  return requestOfCall(page, call ?? { name: 'submit', args: [value] }, number);
}
