import {
  type ListItem,
  type ListReading,
  oncePerPage,
  type ParsedPage,
  parsePage,
  readJsonList,
  readPageList,
  textOfExpression,
} from '#facts';
import { joinedTextAt, literalsIn } from './script-literals.js';

const longestScript = 400_000;
const mostStatements = 20_000;

/**
 * The list that inline scripts of a page write or hold: `var title = "…"; document.writeln("<a href="+url+">")`, markup
 * written whole, arrays of records, calls with a title and an address each. Nothing is executed. Null when none shows a date.
 */
export const readScriptList = oncePerPage(findScriptList);

function findScriptList(page: ParsedPage): ListReading | null {
  const scripts = page.scripts.filter(
    ({ text, type }) => text !== '' && text.length <= longestScript && !/handlebars|template|xml|ld\+json/.test(type),
  );
  let best: ListReading | null = null;
  const offer = (list: ListReading | null) => {
    if (list && datesOf(list.items) > datesOf(best?.items ?? [])) best = list;
  };
  offer(listOf(scripts.flatMap(({ text }) => spelledItems(page, text))));
  const written = scripts.map(({ text }) => writtenMarkup(text)).join('\n');
  if (written.includes('<') || /\d{4}/.test(written)) offer(listOf(listOfMarkup(page, written)));
  for (const { text } of scripts)
    for (const value of literalsIn(text)) offer(readJsonList(page, asRecords(value))?.list ?? null);
  offer(listOf(scripts.flatMap(({ text }) => calledItems(page, text))));
  return best;
}

function datesOf(items: readonly ListItem[]): number {
  return items.filter((item) => item.publishedOn !== null).length;
}

function listOf(items: ListItem[]): ListReading | null {
  return items.length === 0 ? null : { column: null, items, next: null, totalItems: null };
}

const statement =
  /\b(?:var|let|const)?\s*\b(\w{1,40})\s*=\s*(?:"([^"\n\\]{0,600})"|'([^'\n\\]{0,600})')\s*;|\bdocument\.write(?:ln)?\s*\(\s*((?:(?!document\.write)[^\n]){1,4000}?)\)\s*(?:;|\n|$)/g;

/** What `document.write` writes, with the values that variables have at that place. */
function writtenMarkup(script: string): string {
  if (!/document\.write/.test(script)) return '';
  const values = new Map<string, string>();
  const written: string[] = [];
  let statements = 0;
  for (const match of script.matchAll(statement)) {
    if ((statements += 1) > mostStatements) break;
    const [, name, double, single, expression] = match;
    if (name !== undefined) values.set(name, double ?? single ?? '');
    else if (expression !== undefined) {
      const text = textOfExpression(unescaped(expression), values);
      if (text !== null) written.push(text);
    }
  }
  const markup = written.join('');
  // One item a script: what holds the scripts holds the rows.
  return /<(?:li|tr|dl|dd)\b/i.test(markup) ? markup : `<li>${markup}</li>`;
}

/** Characters of a script that are read in vain, as multiples of its own. */
const mostReadInVain = 4;

/**
 * The list that a script in a file of its own writes where it stands: `document.write("<li>…</li>");`, whole literals alone. Null when
 * it writes none.
 */
export function readWrittenScript(page: ParsedPage, script: string): ListReading | null {
  if (script.length > longestScript) return null;
  const call = /\bdocument\.write(?:ln)?\s{0,20}\(/g;
  const written: string[] = [];
  let inVain = 0;
  for (let match = call.exec(script); match && written.length < mostStatements; match = call.exec(script)) {
    const { text, end } = joinedTextAt(script, call.lastIndex);
    if (text !== null) {
      written.push(text);
      call.lastIndex = end;
    } else if ((inVain += end - match.index) > mostReadInVain * script.length) break;
  }
  // What it writes is as many rows as its maker asked for: older ones may be missing.
  const list = listOf(listOfMarkup(page, written.join('')));
  return list && { ...list, restUnknown: true };
}

/** `\"` and `\/` within a written string: the reader of expressions knows no escapes. */
function unescaped(expression: string): string {
  const quote = /^["']/.exec(expression)?.[0];
  if (!expression.includes('\\')) return expression;
  return expression.replace(/\\(["'/])/g, (_, char: string) => (char === quote ? (quote === '"' ? "'" : '"') : char));
}

function listOfMarkup(page: ParsedPage, markup: string): ListItem[] {
  return (
    readPageList(parsePage({ ...page.page, url: page.base, contentType: 'text/html', text: `<ul>${markup}</ul>` }))
      ?.items ?? []
  );
}

/**
 * A script that spells one item out in variables: `var url = "./t1.html"; var title = "…"; var FILENUM = "…"`, its date
 * written or in a variable too. Given to the reader of rows as the markup it stands for.
 */
function spelledItems(page: ParsedPage, script: string): ListItem[] {
  const rows: string[] = [];
  const starts = [...script.matchAll(/\b(?:var|let|const)\s+(?:url|link|href|docurl|linkurl)\s*=/gi)].map(
    (match) => match.index,
  );
  for (const [n, from] of starts.slice(0, 2000).entries()) {
    const part = script.slice(from, Math.min(starts[n + 1] ?? script.length, from + 4000));
    const value = (names: string) =>
      new RegExp(`\\b(?:${names})\\s*=\\s*(?:"([^"\\n]{2,600})"|'([^'\\n]{2,600})')`, 'i')
        .exec(part)
        ?.slice(1)
        .find(Boolean);
    const url = value('url|link|href|docurl|linkurl');
    const title = value('title|doctitle|bt|subject');
    if (url === undefined || title === undefined) continue;
    const number = value('\\w*(?:filenum|wenhao|fwzh|wh|fileno)\\w*') ?? '';
    const date = value('\\w*(?:pubdate|pubtime|fbrq|publishtime|docreltime)\\w*') ?? '';
    const rest = [...part.matchAll(/document\.write(?:ln)?\(\s*["']([^"'+]{4,200})["']\s*\)/g)].map(
      (match) => match[1]!,
    );
    const words = [number, date, ...rest].map((text) => `<span>${text.replace(/<[^>]*>/g, ' ')}</span>`).join('');
    rows.push(`<li><a href="${escaped(url)}">${title.replace(/</g, '&lt;')}</a>${words}</li>`);
  }
  return rows.length === 0 ? [] : listOfMarkup(page, `<ul>${rows.join('')}</ul>`);
}

function escaped(text: string): string {
  return text.replace(/&(?!amp;)/g, '&amp;').replace(/"/g, '&quot;');
}

/** Rows that are arrays `["标题", "./1.html", "2025-01-02"]` become records by the shapes of their values. */
function asRecords(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0 || !value.every(Array.isArray)) return value;
  return value.map((row) => Object.fromEntries((row as unknown[]).map((cell, n) => [`f_${n}`, cell])));
}

/** `addRow('标题','./1.html','2025-01-02')`, `w("\/1.html",…)`: three times at least. */
function calledItems(page: ParsedPage, script: string): ListItem[] {
  const calls = new Map<string, string[][]>();
  let seen = 0;
  for (const match of script.matchAll(
    /\b([A-Za-z_]\w{0,40})\s*\(\s*((?:(?:"[^"\n]{0,400}"|'[^'\n]{0,400}'|\d{1,13})\s*,\s*){1,11}(?:"[^"\n]{0,400}"|'[^'\n]{0,400}'|\d{1,13}))\s*\)/g,
  )) {
    if ((seen += 1) > mostStatements) break;
    const args = [...match[2]!.matchAll(/"([^"]*)"|'([^']*)'|(\d+)/g)].map((word) =>
      (word[1] ?? word[2] ?? word[3] ?? '').replaceAll('\\/', '/'),
    );
    calls.set(match[1]!, [...(calls.get(match[1]!) ?? []), args]);
  }
  const items: ListItem[] = [];
  for (const rows of calls.values())
    if (rows.length >= 3) items.push(...(readJsonList(page, asRecords(rows))?.list.items ?? []));
  return items;
}
