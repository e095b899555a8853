import type { PageRequest } from '#evidence';
import { type Family, type ParsedPage, listOfIsland, readGenericList, readIsland, type RecordIsland } from '#facts';

/** Fields that the proxy wants back with every request. */
const fields = [
  'col',
  'appid',
  'webid',
  'path',
  'columnid',
  'sourceContentType',
  'unitid',
  'webname',
  'permissiontype',
];
/** The proxy answers up to three pages at once. */
const groups = 3;

/** 大汉 jpage: the first records stand in an XML island, the others come from a proxy with the same shape. */
export const hanwebJpage: Family = {
  id: 'hanweb-jpage',
  title: '大汉 jpage',
  recognise(page) {
    if (page.isXml) return /<datastore/i.test(page.page.text.slice(0, 600)) ? 1 : 0;
    if (page.json !== undefined) return 0;
    const { text } = page.page;
    if (text.includes('dataproxy.jsp') || (text.includes('<datastore') && text.includes('<recordset'))) return 0.95;
    if (page.metas.has('maketime') || /\/art\/20\d\d\/(?:\d{1,2}\/\d{1,2}\/)?art_/.test(page.url)) return 0.6;
    return 0;
  },
  list(page) {
    const island = readIsland(page.page.text);
    if (!island) return readGenericList(page);
    const list = listOfIsland(page, island);
    const total = list.totalItems ?? totalOf(page.page.text);
    return { ...list, totalItems: total, next: nextRequest(page, island, total) };
  },
};

function nextRequest(page: ParsedPage, island: RecordIsland, total: number | null): PageRequest | null {
  if (island.nextGroup) {
    const url = page.resolve(island.nextGroup.replace(/&amp;/g, '&'));
    return url === null || island.records.length === 0 ? null : { url, method: 'GET' };
  }
  return page.isXml ? nextOfAnswer(page, island, total) : nextOfPage(page, island, total);
}

/** After the page's own island: the proxy, with the parameters that stand in the script. */
function nextOfPage(page: ParsedPage, island: RecordIsland, total: number | null): PageRequest | null {
  const script =
    page.scripts.find((one) => one.text.includes('dataproxy.jsp') && !one.type.includes('xml'))?.text ?? page.page.text;
  const proxy =
    /["']([^"'\s]*dataproxy\.jsp[^"'\s]*)["']/.exec(script)?.[1] ??
    (page.page.text.includes('dataproxy.jsp') ? '/module/web/jpage/dataproxy.jsp' : null);
  if (proxy === null || total === null || island.records.length === 0 || island.records.length >= total) return null;
  const form = new URLSearchParams();
  for (const name of fields) {
    const value = valueOf(script, name);
    if (value !== null) form.set(name, value);
  }
  const perPage = Number(
    valueOf(script, 'perPage') ?? valueOf(script, 'perpage') ?? Math.min(25, island.records.length),
  );
  return proxyRequest(page, proxy, form.toString(), island.records.length + 1, perPage, total);
}

/** After an answer of the proxy: the same request, further on. */
function nextOfAnswer(page: ParsedPage, island: RecordIsland, total: number | null): PageRequest | null {
  const asked = page.page.request;
  if (!asked || total === null || island.records.length === 0) return null;
  const query = new URLSearchParams(asked.url.split('?')[1] ?? '');
  const form = new URLSearchParams(asked.body ?? '');
  const end = Number(query.get('endrecord') ?? form.get('endrecord'));
  const perPage = Number(query.get('perpage') ?? form.get('perpage') ?? 25);
  if (!Number.isInteger(end) || end <= 0 || end >= total) return null;
  for (const name of ['startrecord', 'endrecord', 'perpage']) form.delete(name);
  return proxyRequest(page, asked.url.split('?')[0]!, form.toString(), end + 1, perPage, total);
}

function proxyRequest(
  page: ParsedPage,
  proxy: string,
  body: string,
  start: number,
  perPage: number,
  total: number,
): PageRequest | null {
  if (!Number.isInteger(perPage) || perPage <= 0 || perPage > 500) return null;
  const end = Math.min(start + perPage * groups - 1, total);
  const bare = proxy.split('?')[0]!;
  const url = page.resolve(`${bare}?startrecord=${start}&endrecord=${end}&perpage=${perPage}`);
  return url === null ? null : { url, method: 'POST', body, contentType: 'application/x-www-form-urlencoded' };
}

function totalOf(text: string): number | null {
  const total = /["']?\btotal_?(?:record|count)s?["']?\s*[:=]\s*["']?(\d{1,8})/i.exec(text)?.[1];
  return total === undefined ? null : Number(total);
}

function valueOf(script: string, name: string): string | null {
  const match = new RegExp(
    `(?:["']|\\b)${name}["']?\\s*[:=]\\s*(?:'([^'\\n]{0,200})'|"([^"\\n]{0,200})"|([\\w./%-]{1,80}))`,
  ).exec(script);
  return match ? (match[1] ?? match[2] ?? match[3] ?? null) : null;
}
