import { dateOfValue } from './dates.js';
import { documentNumberOfField, valueOrNull } from './document-number.js';
import type { ListItem, ListReading } from './model.js';
import { readPageList } from './page-list.js';
import { clean } from './page-words.js';
import { type ParsedPage, parsePage } from './parsed-page.js';

type Json = Record<string, unknown>;

/** Names of fields in the answers of list interfaces, best first (TRS IGS and irs, Hanweb, UCAP, Guangdong, jpaas …). */
const titleKeys =
  'title showTitle normalTitle DOCTITLE docTitle doctitle name articleTitle infoTitle subject bt FJTITLE'.split(' ');
const urlKeys =
  'url pcUrl DOCPUBURL docpuburl docPubUrl link href post_url linkUrl articleUrl infoUrl viewUrl staticUrl'.split(' ');
const dateKeys =
  'publishedOn publishDate publish_time display_publish_time publishTime pubtimeStr pub_time pubDateInfo docreltime DOCRELTIME PUBDATE pubDate pubdate FBRQ deploytime releaseTime publishedTime showDate createDate C_FBRQ pubTime time date fbrq dateTime'.split(
    ' ',
  );
const numberKeys =
  'documentNumber document_number fileNum FWZH docno pcode filenumber wenhao fileNumber C_WJBH refno docNumber wh WH 发文字号'.split(
    ' ',
  );
const totalKeys =
  'total totalCount totalrecord totalRecord count post_count totalElements recordCount totalSize total_count rowCount totalNum'.split(
    ' ',
  );
const pageKeys = 'totalPages totalpage totalPage pages pageCount page_count pageTotal'.split(' ');

/** A list read from a JSON answer, and how many pages the answer says there are. */
export interface AnsweredList {
  list: ListReading;
  pages: number | null;
}

/** Finds the list in a JSON answer of any known shape; null when it holds none (an error answer, other data). */
export function readJsonList(page: ParsedPage, json: unknown = page.json): AnsweredList | null {
  const rows = findRows(page, json);
  if (!rows) {
    const markup = findMarkup(json);
    if (markup !== null) return ofMarkup(page, json, markup);
    return isEmptyAnswer(json) ? { list: { column: null, items: [], next: null, totalItems: 0 }, pages: 0 } : null;
  }
  const seen = new Set<string>();
  const items: ListItem[] = [];
  for (const row of rows) {
    const item = itemOf(page, row);
    if (!item || seen.has(item.url)) continue;
    seen.add(item.url);
    items.push(item);
  }
  if (items.length === 0) return null;
  return {
    list: { column: null, items, next: null, totalItems: numberAt(json, totalKeys) },
    pages: numberAt(json, pageKeys),
  };
}

/** The longest array of records with a title and an address. */
function findRows(page: ParsedPage, json: unknown): Json[] | null {
  let best: Json[] | null = null;
  visit(json, (value) => {
    if (!Array.isArray(value) || value.length === 0) return;
    const rows = value.filter(isRecord).map(unwrap);
    const fit = rows.filter((row) => pick(row, titleKeys) !== null && addressOf(page, row) !== null);
    if (fit.length * 2 > value.length && (!best || fit.length > best.length)) best = fit;
  });
  return best;
}

/** Rows may wrap their fields: `{data: {...}}`, `{_source: {...}}`, `{domainMetaList: [...]}`. */
function unwrap(row: Json): Json {
  for (const key of ['_source', 'data', 'map', 'source', 'fields', 'article', 'info']) {
    const inner = row[key];
    if (isRecord(inner) && pick(inner, titleKeys) !== null) return { ...row, ...inner };
  }
  const lists = row.domainMetaList;
  if (Array.isArray(lists)) {
    const flat: Json = { ...row };
    for (const meta of lists.filter(isRecord))
      for (const entry of Array.isArray(meta.resultList) ? meta.resultList.filter(isRecord) : [])
        if (typeof entry.key === 'string' && flat[entry.key] === undefined) flat[entry.key] = entry.value;
    return flat;
  }
  return row;
}

function itemOf(page: ParsedPage, row: Json): ListItem | null {
  const url = addressOf(page, row);
  const title = pick(row, titleKeys);
  if (url === null || title === null) return null;
  const plain = clean(decode(title.replace(/<[^>]*>/g, '')));
  if (plain.length < 2) return null;
  const date = dateKeys.map((key) => row[key]).find((value) => value !== undefined && value !== null && value !== '');
  const number = pick(row, numberKeys);
  return {
    title: plain,
    url,
    publishedOn: dateOfValue(date),
    documentNumber: number === null ? null : documentNumberOfField(number),
  };
}

function addressOf(page: ParsedPage, row: Json): string | null {
  for (const key of urlKeys) {
    const value = row[key];
    if (typeof value === 'string' && value.trim() !== '' && value.length < 2000) return page.resolve(value);
  }
  // {"urls": "{\"pc\": \"/col/…\"}"}
  const urls = row.urls;
  const inner =
    typeof urls === 'string'
      ? /"pc"\s*:\s*"([^"]+)"/.exec(urls)?.[1]
      : isRecord(urls) && typeof urls.pc === 'string'
        ? urls.pc
        : null;
  return inner ? page.resolve(inner) : null;
}

function pick(row: Json, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = row[key];
    if (typeof value === 'string' && valueOrNull(value) !== null) return value;
  }
  return null;
}

/** Rows that are strings of HTML, or one string of HTML that holds them all (jpaas `data.html`). */
function findMarkup(json: unknown): string | null {
  let best: string | null = null;
  visit(json, (value) => {
    const text =
      Array.isArray(value) && value.length > 0 && value.every((row) => typeof row === 'string')
        ? value.join('\n')
        : value;
    if (typeof text === 'string' && /<a\b[^>]*href/i.test(text) && (!best || text.length > best.length)) best = text;
  });
  return best;
}

function ofMarkup(page: ParsedPage, json: unknown, markup: string): AnsweredList | null {
  const inside = parsePage({
    ...page.page,
    url: page.base,
    contentType: 'text/html',
    text: markup.slice(0, 2_000_000),
  });
  const found = readPageList(inside);
  if (!found) return null;
  return {
    list: { column: null, items: found.items, next: null, totalItems: numberAt(json, totalKeys) },
    pages: numberAt(json, pageKeys),
  };
}

/** An envelope with an empty list and nothing wrong: past the end, or an empty column. */
function isEmptyAnswer(json: unknown): boolean {
  if (!isRecord(json)) return false;
  if (
    json.success === false ||
    (typeof json.code === 'number' && json.code >= 400 && json.code !== 0 && json.code !== 200)
  )
    return false;
  let empty = false;
  for (const [key, value] of entriesOf(json, 3))
    if (
      /^(?:list|rows|data|items|records|articles|results?|listVO|content|docs|datas|resultDocs)$/i.test(key) &&
      Array.isArray(value) &&
      value.length === 0
    )
      empty = true;
  return empty;
}

function entriesOf(record: Json, depth: number): [string, unknown][] {
  const entries = Object.entries(record).slice(0, 200);
  if (depth === 0) return entries;
  return [...entries, ...entries.flatMap(([, value]) => (isRecord(value) ? entriesOf(value, depth - 1) : []))];
}

/** A count near the top of the answer, given as number or string. */
function numberAt(json: unknown, keys: readonly string[]): number | null {
  if (!isRecord(json)) return null;
  const entries = entriesOf(json, 3);
  for (const key of keys)
    for (const [name, value] of entries) {
      if (name !== key) continue;
      const count = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
      if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return count;
    }
  return null;
}

/** Every value of a JSON tree, without recursion and with an end. */
function visit(json: unknown, see: (value: unknown) => void): void {
  const queue: unknown[] = [json];
  for (let n = 0; n < queue.length && n < 200_000; n += 1) {
    const value = queue[n];
    see(value);
    if (Array.isArray(value)) for (const inner of value) queue.push(inner);
    else if (isRecord(value)) for (const inner of Object.values(value)) queue.push(inner);
  }
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decode(text: string): string {
  return text
    .replace(/&nbsp;|&ensp;|&emsp;/g, ' ')
    .replace(/&quot;|&ldquo;|&rdquo;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&middot;/g, '·')
    .replace(/&amp;/g, '&');
}
