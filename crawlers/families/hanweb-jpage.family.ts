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
    if (text.includes('dataproxy.jsp') || /<(?:datastore|recordset)\b/i.test(text)) return 0.95;
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

/** The proxy with its fields; the `<nextgroup>` address, which some servers answer with nothing, only where they are unknown. */
function nextRequest(page: ParsedPage, island: RecordIsland, total: number | null): PageRequest | null {
  if (island.records.length === 0) return null;
  const next = page.isXml ? nextOfAnswer(page, total) : nextOfPage(page, island, total);
  if (next || !island.nextGroup || isLast(page, island, total)) return next;
  const url = page.resolve(island.nextGroup.replace(/&amp;/g, '&'));
  return url === null || url === page.url ? null : { url, method: 'GET' };
}

/** Whether the records of this page, or of the request that brought them, end the list. */
function isLast(page: ParsedPage, island: RecordIsland, total: number | null): boolean {
  if (total === null) return false;
  const end = Number(new URLSearchParams((page.page.request?.url ?? page.url).split('?')[1] ?? '').get('endrecord'));
  return (page.isXml && end > 0 ? end : page.page.visit.listPage === 1 ? island.records.length : 0) >= total;
}

/** After the page's own island: the proxy, with the parameters that stand in the script. */
function nextOfPage(page: ParsedPage, island: RecordIsland, total: number | null): PageRequest | null {
  if (total === null || island.records.length >= total) return null;
  const script = page.scripts.find(
    (one) => one.text.includes('dataproxy.jsp') && !one.type.includes('xml') && /unitid|columnid/.test(one.text),
  )?.text;
  if (script === undefined) return null;
  const proxy = /["']([^"'\s?]*dataproxy\.jsp)[^"'\s]*["']/.exec(script)?.[1] ?? '/module/web/jpage/dataproxy.jsp';
  const form = new URLSearchParams();
  for (const name of fields) {
    const value = valueOf(script, name);
    if (value !== null) form.set(name, value);
  }
  const perPage = Number(
    valueOf(script, 'perPage') ?? valueOf(script, 'perpage') ?? Math.min(25, island.records.length),
  );
  return proxyRequest(page, proxy, form, island.records.length + 1, perPage, total);
}

/** After an answer of the proxy: the same request, further on. Its fields stand in its address too. */
function nextOfAnswer(page: ParsedPage, total: number | null): PageRequest | null {
  const address = page.page.request?.url ?? page.url;
  const query = new URLSearchParams(address.split('?')[1] ?? '');
  const end = Number(query.get('endrecord'));
  const perPage = Number(query.get('perpage') ?? 25);
  if (total === null || !Number.isInteger(end) || end <= 0 || end >= total) return null;
  const form = new URLSearchParams(page.page.request?.body ?? '');
  for (const name of fields) {
    const value = form.get(name) ?? query.get(name);
    if (value !== null) form.set(name, value);
  }
  return proxyRequest(page, address.split('?')[0]!, form, end + 1, perPage, total);
}

function proxyRequest(
  page: ParsedPage,
  proxy: string,
  form: URLSearchParams,
  start: number,
  perPage: number,
  total: number,
): PageRequest | null {
  if (!Number.isInteger(perPage) || perPage <= 0 || perPage > 500) return null;
  const end = Math.min(start + perPage * groups - 1, total);
  // The form's fields in the address as well: so the answer alone tells how to go on.
  const query = new URLSearchParams({ startrecord: String(start), endrecord: String(end), perpage: String(perPage) });
  for (const [name, value] of form) query.set(name, value);
  const url = page.resolve(`${proxy}?${query.toString()}`);
  return url === null
    ? null
    : { url, method: 'POST', body: form.toString(), contentType: 'application/x-www-form-urlencoded' };
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
