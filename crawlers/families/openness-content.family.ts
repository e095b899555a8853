import type { PageRequest } from '#evidence';
import {
  type Family,
  literalsOf,
  objectAt,
  type ParsedPage,
  readCounts,
  isDated,
  readGenericList,
  textOfExpression,
} from '#facts';
import { nextByQuery } from './page-query.js';
import { firstArgument } from './script-literals.js';

/** 安徽集约化（龙讯）: OpennessContent pages, lists that a label address answers as HTML. */
export const opennessContent: Family = {
  id: 'openness-content',
  title: '安徽集约化信息公开',
  recognise(page) {
    if (page.json !== undefined || page.isXml) return 0;
    if (/OpennessContent|\/openness\/|\/site\/label\/\d+/i.test(page.url)) return 0.95;
    return /OpennessContent\/|\/site\/label\/\d+\?|labelName=|xxgk_navli/i.test(page.page.text) ? 0.8 : 0;
  },
  list(page) {
    const list = readGenericList(page);
    // An answer without a link says that there is nothing; one that was not understood says nothing.
    if (!list)
      return isLabel(page.url) && page.links.length === 0
        ? { column: null, items: [], next: null, totalItems: 0 }
        : null;
    const { pages, total } = readCounts(page);
    const whole = { ...list, totalItems: list.totalItems ?? total };
    const request = page.page.request ?? { url: page.url, method: 'GET' };
    const byNumber = nextByQuery(request, whole, pages);
    return { ...whole, next: isLabel(page.url) ? byNumber : (whole.next ?? byNumber ?? secondPage(page, pages)) };
  },
  follow(page) {
    if (isLabel(page.url) || page.page.visit.as === 'home' || page.page.visit.as === 'detail') return [];
    if (isDated(readGenericList(page))) return [];
    const request = labelRequest(page) ?? labelOfElement(page) ?? labelOfCall(page);
    return request ? [{ request, as: 'data' }] : [];
  },
};

/** The pager's settings say how many pages there are; they are asked for by `pageIndex`, as everywhere on these sites. */
function secondPage(page: ParsedPage, pages: number | null): PageRequest | null {
  const url = new URL(page.url);
  if (pages === null || pages < 2 || url.searchParams.has('pageIndex') || page.page.visit.listPage > 1) return null;
  url.searchParams.set('pageIndex', '2');
  return { url: url.href, method: 'GET' };
}

function isLabel(url: string): boolean {
  return /\/site\/label\/|[?&]labelName=|IsAjax=1/i.test(url);
}

function labelRequest(page: ParsedPage): PageRequest | null {
  for (const match of page.page.text.matchAll(
    /["'(\s]((?:https?:\/\/[^"'\s]{4,80})?\/site\/label\/\d+\?[^"'\s<>]{10,600})["')\s]/g,
  )) {
    const url = page.resolve(match[1]!.replace(/&amp;/g, '&'));
    if (url !== null && /publicInfoList|InfoList|List/i.test(url))
      return { url: /[?&]pageIndex=/i.test(url) ? url : `${url}&pageIndex=1`, method: 'GET' };
  }
  return labelWithParameters(page);
}

const parameterNames = [
  ...[
    'labelName',
    'siteId',
    'organId',
    'type',
    'catId',
    'cId',
    'action',
    'pageSize',
    'pageIndex',
    'isDate',
    'dateFormat',
  ],
  ...['length', 'file', 'key', 'result', 'columnId', 'code'],
];

/** `<div data-url="/site/label/8888" data-labelname="publicInfoList" data-catid="12">`: attributes know no capitals, parameters do. */
function labelOfElement(page: ParsedPage): PageRequest | null {
  const element = page.$('[data-labelname]').get(0);
  const address = element?.attribs['data-url'];
  if (!element || !address || !/\/site\/label\/\d+$/.test(address)) return null;
  const query = new URLSearchParams({ IsAjax: '1', dataType: 'html' });
  for (const name of parameterNames) {
    const value = element.attribs[`data-${name.toLowerCase()}`];
    if (value !== undefined) query.set(name, value);
  }
  if (!query.has('pageIndex')) query.set('pageIndex', '1');
  const url = page.resolve(`${address}?${query.toString()}`);
  return url === null ? null : { url, method: 'GET' };
}

/** `load("#list", "/site/label/8888?labelName=…&catId=" + catId + …)`: the address is put together from variables. */
function labelOfCall(page: ParsedPage): PageRequest | null {
  const values = literalsOf(page.scripts.map(({ text }) => text).join('\n'));
  for (const { text } of page.scripts) {
    const at = text.search(/["']\/site\/label\/\d{1,8}\?/);
    const expression = at < 0 ? '' : firstArgument(text.slice(at, at + 1500));
    const address = textOfExpression(expression, values);
    const url = address === null ? null : page.resolve(address);
    if (url !== null && /List/i.test(url)) return { url, method: 'GET' };
  }
  return null;
}

/** `$.get("/site/label/8888", {labelName: 'publicInfoList', …})`: the parameters stand beside the address. */
function labelWithParameters(page: ParsedPage): PageRequest | null {
  for (const { text } of page.scripts) {
    const at = text.search(/["']\/site\/label\/\d{1,8}["']/);
    if (at < 0) continue;
    const values = literalsOf(text);
    const near = text.slice(at, at + 400);
    const given = /(?:\b(?:data|params)\s*:|,)\s*\{/.exec(near);
    const parameters = given ? objectAt(text, at + given.index + given[0].length - 1, values) : null;
    if (!parameters?.has('labelName')) continue;
    if (!parameters.has('pageIndex')) parameters.set('pageIndex', '1');
    const path = /\/site\/label\/\d+/.exec(near)![0];
    const url = page.resolve(`${path}?${new URLSearchParams([...parameters]).toString()}`);
    if (url !== null) return { url, method: 'GET' };
  }
  return null;
}
