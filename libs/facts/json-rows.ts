import { addressByRule } from './article-rule.js';
import { byPlainName, dateNames, isRecord, type Json, numberNames, pick, titleNames, urlNames } from './json-fields.js';
import { flattened } from './json-nested.js';
import { shapesOf } from './json-shapes.js';
import { dateOfField, decode, numberOfField, onlyNumber, plainTitle } from './json-values.js';
import { throughCounter } from './link-address.js';
import type { ListItem, LocalDate } from './model.js';
import type { ParsedPage } from './parsed-page.js';

const mostValues = 200_000;
const mostRows = 2000;
const mostGroups = 10;

/**
 * The items of a JSON answer: of its arrays of records with a title and an address those that show dates, nearest the
 * top; groups of one name and depth are one list (`catMap.*.listVO`). Rows whose fields have names without meaning are
 * known by the shapes of their values.
 */
export function readJsonRows(page: ParsedPage, json: unknown): ListItem[] {
  const arrays = arraysOf(json);
  const named = bestGroup(arrays, (row) => itemOf(page, row));
  if (named.length > 0) return named;
  const groups: ListItem[][] = [];
  for (const rows of arrays) {
    const shapes = shapesOf(page, rows.records);
    if (shapes) groups.push(rows.records.flatMap((row) => shapes(row) ?? []));
  }
  const shaped = unique(groups.sort((a, b) => b.length - a.length)[0] ?? []);
  const nested = nestedRows(page, arrays);
  if (shaped.every(({ publishedOn }) => publishedOn === null)) return nested.length > 0 ? nested : shaped;
  // Rows that lie apart under the same name and depth are one list: months, years, fields.
  const urls = new Set(nested.map(({ url }) => url));
  return shaped.every(({ url }) => urls.has(url)) ? nested : shaped;
}

/**
 * Rows whose title, address and date lie in records within them, or apart under one name and depth. Only with dates: menus
 * and trees of columns are nested too.
 */
function nestedRows(page: ParsedPage, arrays: readonly Rows[]): ListItem[] {
  const groups = new Map<string, Json[]>();
  for (const { key, depth, records } of arrays) {
    const id = `${depth} ${key}`;
    const rows = groups.get(id) ?? [];
    groups.set(id, rows);
    if (rows.length < mostRows) for (const record of records) rows.push(record);
  }
  let best: ListItem[] = [];
  for (const rows of [...groups.values()].sort((a, b) => b.length - a.length).slice(0, mostGroups)) {
    if (rows.length <= best.length || !shapesOf(page, rows.slice(0, 20).map(flattened))) continue;
    const flat = rows.slice(0, mostRows).map(flattened);
    const shapes = shapesOf(page, flat);
    const items = shapes ? flat.flatMap((row) => shapes(row) ?? []) : [];
    const dated = items.filter(({ publishedOn }) => publishedOn !== null).length;
    if (dated * 2 > items.length && items.length > best.length) best = items;
  }
  return unique(best);
}

function bestGroup(arrays: readonly Rows[], read: (row: Json) => ListItem | null): ListItem[] {
  const groups = new Map<string, { items: ListItem[]; dated: number; depth: number }>();
  for (const { key, depth, records, length } of arrays) {
    const items = records.map(read).filter((item) => item !== null);
    if (items.length * 2 <= length) continue;
    const id = `${depth} ${key}`;
    const group = groups.get(id) ?? { items: [], dated: 0, depth };
    group.items.push(...items);
    group.dated += items.filter((item) => item.publishedOn !== null).length;
    groups.set(id, group);
  }
  // Lists within a list's rows (related news, categories of an article) lie deeper and are no longer than the list itself.
  const best = [...groups.values()].sort(
    (a, b) =>
      Number(b.dated > 0) - Number(a.dated > 0) ||
      (a.dated > 0 ? a.depth - b.depth : 0) ||
      b.items.length - a.items.length,
  )[0];
  return unique(best?.items ?? []);
}

function unique(items: ListItem[]): ListItem[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(item.url) && seen.add(item.url));
}

interface Rows {
  key: string;
  depth: number;
  records: Json[];
  length: number;
}

/** Every array of records within an answer, without recursion and with an end. */
function arraysOf(json: unknown): Rows[] {
  const found: Rows[] = [];
  const queue: { key: string; depth: number; value: unknown }[] = [{ key: '', depth: 0, value: json }];
  for (let n = 0; n < queue.length && n < mostValues; n += 1) {
    const { key, depth, value } = queue[n]!;
    if (Array.isArray(value)) {
      const records = value.filter(isRecord).map(unwrap);
      if (records.length > 0) found.push({ key, depth, records, length: value.length });
      for (const inner of value) if (typeof inner === 'object') queue.push({ key, depth: depth + 1, value: inner });
    } else if (isRecord(value)) {
      for (const [name, inner] of Object.entries(value))
        if (typeof inner === 'object' && inner !== null) queue.push({ key: name, depth: depth + 1, value: inner });
    }
  }
  return found;
}

/** Rows may wrap their fields: `{data: {...}}`, `{_source: {...}}`, `{domainMetaList: [...]}`. */
function unwrap(row: Json): Json {
  for (const key of ['_source', 'data', 'map', 'source', 'fields', 'article', 'info', 'row', 'doc']) {
    const inner = row[key];
    if (isRecord(inner) && pick(byPlainName(inner), titleNames) !== null) return { ...row, ...inner };
  }
  const lists = row.domainMetaList;
  if (!Array.isArray(lists)) return row;
  const flat: Json = { ...row };
  for (const meta of lists.filter(isRecord))
    for (const entry of Array.isArray(meta.resultList) ? meta.resultList.filter(isRecord) : []) {
      const name = [entry.key, entry.name, entry.code].find((one) => typeof one === 'string');
      if (name !== undefined && flat[name] === undefined) flat[name] = entry.value;
    }
  return flat;
}

function itemOf(page: ParsedPage, row: Json): ListItem | null {
  const fields = byPlainName(row);
  const url = addressOf(page, fields) ?? ruled(page, row);
  const words = pick(fields, titleNames);
  if (url === null || words === null) return null;
  const title = longerForm(plainTitle(words), fields);
  if (title.length < 2) return null;
  return { title, url, publishedOn: dateOf(fields), documentNumber: numberOf(fields) };
}

/** The address that the page which asked for the rows makes of one. */
function ruled(page: ParsedPage, row: Json): string | null {
  const rule = page.page.request?.articles;
  return rule === undefined ? null : addressByRule(rule, row);
}

/** Rows of an answer that show a title and a day but no address, by their titles: those of its longest array of them. */
export function rowsWithoutAddress(page: ParsedPage): ReadonlyMap<string, Json> {
  let best = new Map<string, Json>();
  for (const { records } of arraysOf(page.json)) {
    const rows = new Map<string, Json>();
    for (const row of records) {
      const fields = byPlainName(row);
      const words = pick(fields, titleNames);
      if (words === null || dateOf(fields) === null || addressOf(page, fields) !== null) continue;
      const title = plainTitle(words);
      if (title.length >= 4 && !rows.has(title)) rows.set(title, row);
    }
    if (rows.size > best.size) best = rows;
  }
  return best;
}

/** A title cut with “…” stands in full in another field. */
function longerForm(title: string, fields: ReadonlyMap<string, unknown>): string {
  const stem = title.replace(/(?:…|\.{2,}|。{2,})+\s*$/, '');
  if (stem === title || stem.length < 4) return title;
  for (const name of titleNames) {
    const value = fields.get(name);
    const other = typeof value === 'string' ? plainTitle(value) : '';
    if (other.startsWith(stem) && other.length > stem.length && !/(?:…|\.{2,})$/.test(other)) return other;
  }
  return title;
}

function dateOf(fields: ReadonlyMap<string, unknown>): LocalDate | null {
  for (const name of dateNames) {
    const value = fields.get(name);
    const on = dateOfField(Array.isArray(value) ? wordsOfParts(value) : value);
    if (on !== null) return on;
  }
  return null;
}

/** `[2026, 4, 17]`, `[2026, 4, 17, 9, 30]`: a local day as Java writes it. */
function wordsOfParts(parts: readonly unknown[]): string | null {
  const isDay = parts.length >= 3 && parts.length <= 7 && parts.every((part) => Number.isInteger(part));
  return isDay ? parts.slice(0, 3).join('-') : null;
}

/** The number of its own field, else the only value of the row that is a document number and nothing else. */
function numberOf(fields: ReadonlyMap<string, unknown>): string | null {
  const words = pick(fields, numberNames);
  if (words !== null) return numberOfField(words);
  if (numberNames.some((name) => fields.has(name))) return null;
  return onlyNumber([...fields.values()]);
}

function addressOf(page: ParsedPage, fields: ReadonlyMap<string, unknown>): string | null {
  for (const name of urlNames) {
    const value = fields.get(name);
    if (typeof value === 'string' && value.trim() !== '' && value.length < 2000) return addressOrNull(page, value);
  }
  // {"urls": "{\"pc\": \"/col/…\"}"}
  const urls = fields.get('urls');
  const inner =
    typeof urls === 'string'
      ? /"pc"\s*:\s*"([^"]+)"/.exec(urls)?.[1]
      : isRecord(urls) && typeof urls.pc === 'string'
        ? urls.pc
        : null;
  return inner ? addressOrNull(page, inner) : null;
}

function addressOrNull(page: ParsedPage, value: string): string | null {
  const url = page.resolve(decode(value));
  return url === null ? null : throughCounter(url);
}
