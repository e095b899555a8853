import { countAt, entriesOf, isRecord, plainName } from './json-fields.js';
import { readJsonRows } from './json-rows.js';
import type { ListItem, ListReading } from './model.js';
import { currentNumber, readCounts, readTotal } from './next-page.js';
import { readPageList } from './page-list.js';
import { type ParsedPage, parsePage } from './parsed-page.js';
import { isPageName } from './script-values.js';

const totalNames = new Set(
  'total totalcount totalrecord totalrecords totalelements totalhits totalsize totalnum totalrows recordcount rowcount count postcount allcount'.split(
    ' ',
  ),
);
const pagesNames = new Set('totalpages totalpage pages pagecount pagetotal maxpage totalpagecount'.split(' '));
const listName = /(?:list|listvo|rows|data|datas|items|records|articles|results?|content|docs|resultdocs|info)$/i;
const mostValues = 200_000;
const longestMarkup = 2_000_000;

/** A list read from a JSON answer, and how many pages the answer says there are. */
export interface AnsweredList {
  list: ListReading;
  pages: number | null;
  /** The number of this page and the name that the answer gives it: where the request named none, it may. */
  current: { name: string; number: number } | null;
}

/** Finds the list in a JSON answer of any known shape; null when it holds none (an error answer, other data). */
export function readJsonList(page: ParsedPage, json: unknown = page.json): AnsweredList | null {
  const whole = withInnerJson(json);
  const items = readJsonRows(page, whole);
  if (items.length > 0) return answered(whole, items, null);
  const markup = findMarkup(whole);
  if (markup !== null) {
    const inside = parsePage({
      ...page.page,
      url: page.base,
      contentType: 'text/html',
      text: markup.slice(0, longestMarkup),
    });
    const found = readPageList(inside);
    return found && answered(whole, found.items, inside);
  }
  return isEmptyAnswer(page, whole) ? { ...answered(whole, [], null), pages: 0 } : null;
}

function answered(json: unknown, items: ListItem[], markup: ParsedPage | null): AnsweredList {
  const counts = markup ? readCounts(markup) : { pages: null, total: null };
  const total = countAt(json, totalNames) ?? (markup ? (readTotal(markup) ?? counts.total) : null);
  return {
    list: { column: null, items, next: null, totalItems: total ?? (items.length === 0 ? 0 : null) },
    pages: countAt(json, pagesNames) ?? counts.pages,
    current: currentOf(json),
  };
}

function currentOf(json: unknown): AnsweredList['current'] {
  for (const [name, value] of entriesOf(json, 3)) {
    if (!isPageName(name) || isRecord(value)) continue;
    const number = typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isInteger(number) && number >= 0) return { name, number };
  }
  return null;
}

/** Old .NET answers wrap their JSON in a string: `{"d": "{\"rows\": …}"}`. */
function withInnerJson(json: unknown): unknown {
  if (!isRecord(json)) return json;
  const whole = { ...json };
  for (const [name, value] of Object.entries(json).slice(0, 20)) {
    if (typeof value !== 'string' || !/^\s*(?:\{\s*"|\[\s*\{)/.test(value)) continue;
    try {
      whole[name] = JSON.parse(value) as unknown;
    } catch {
      continue;
    }
  }
  return whole;
}

/** Rows that are strings of HTML, or have one each, or one string of HTML that holds them all (jpaas `data.html`). */
function findMarkup(json: unknown): string | null {
  let best: string | null = null;
  const queue: unknown[] = [json];
  for (let n = 0; n < queue.length && n < mostValues; n += 1) {
    const value = queue[n];
    const text = Array.isArray(value) ? joined(value) : value;
    if (typeof text === 'string') {
      if ((best === null || text.length > best.length) && /<a\b[^>]{0,2000}\bhref/i.test(text)) best = text;
    } else if (Array.isArray(value)) for (const inner of value) queue.push(inner);
    if (isRecord(value)) for (const inner of Object.values(value)) queue.push(inner);
  }
  return best;
}

function joined(rows: readonly unknown[]): string | null {
  if (rows.length === 0) return null;
  const texts = rows.map((row) =>
    typeof row === 'string'
      ? row
      : isRecord(row)
        ? Object.values(row).find((value) => typeof value === 'string' && /<a\b/i.test(value))
        : undefined,
  );
  return texts.every((text) => typeof text === 'string') ? texts.join('\n') : null;
}

/** An envelope with an empty list and nothing wrong: past the end, or an empty column. */
function isEmptyAnswer(page: ParsedPage, json: unknown): boolean {
  if (Array.isArray(json)) return json.length === 0;
  if (!isRecord(json) || isRefusal(json)) return false;
  const arrays = entriesOf(json, 4).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  // That there are some and none is shown proves nothing, except past the end.
  const number = Math.max(page.page.visit.listPage, currentNumber(page), currentOf(json)?.number ?? 0);
  const empty =
    arrays.some(([name, value]) => listName.test(plainName(name)) && value.length === 0) ||
    (number > 1 && arrays.length > 0 && arrays.every(([, value]) => value.length === 0));
  return empty && ((countAt(json, totalNames) ?? 0) === 0 || number > 1);
}

function isRefusal(json: Record<string, unknown>): boolean {
  if (json.success === false || json.error === true || json.ok === false) return true;
  const code = json.code ?? json.state ?? json.status ?? json.errcode ?? json.resultCode;
  const number = typeof code === 'string' && /^-?\d{1,6}$/.test(code) ? Number(code) : code;
  if (typeof number === 'number' && (number < 0 || (number >= 300 && number <= 599) || number >= 4000)) return true;
  const words = [json.msg, json.message, json.errmsg, json.errmessage].filter((value) => typeof value === 'string');
  return words.some((word) => /失败|错误|异常|超时|无权|非法|error|fail|denied/i.test(word));
}
