import { dateOfUrl } from './dates.js';
import { canonicalNumber } from './document-number.js';
import type { Json } from './json-fields.js';
import { dateOfField, onlyNumber, plainTitle } from './json-values.js';
import { throughCounter } from './link-address.js';
import type { ListItem, LocalDate } from './model.js';
import type { ParsedPage } from './parsed-page.js';

const address = /^(?:https?:)?\/\/[^\s]{4,}$|^\.{0,2}\/[\w./?=&%#~-]{3,}$/i;
const picture = /\.(?:png|jpe?g|gif|svg|ico|css|js|bmp|webp)(?:\?|$)/i;
const enough = 0.8;
const ofTelephone = /(?:^|[._-])(?:wap|mobile|phone|h5|app|m|wx|weixin)(?:url|link|href|$|[._-])/i;
const ofPublication = /(?:^|[._-])(?:pub\w*|fb\w*|release\w*|show\w*|deploy\w*)$/i;
const ofOther = /(?:^|[._-])(?:mod\w*|upd\w*|edit\w*|chang\w*|last\w*|sync\w*|expir\w*|end\w*|creat\w*|del\w*)$/i;

/**
 * A reader of rows whose fields are called `f_202121193200` and the like: which field is the title, the address, the date
 * follows from what the values look like in all rows. Null when the rows are no list of articles.
 */
export function shapesOf(page: ParsedPage, rows: readonly Json[]): ((row: Json) => ListItem | null) | null {
  if (rows.length === 0) return null;
  const names = [...new Set(rows.slice(0, 50).flatMap((row) => Object.keys(row)))].slice(0, 400);
  const urlFields = names.filter((name) => fits(rows, name, isAddress) && distinct(rows, name));
  // What is made for telephones is the same article once more.
  const urlField = urlFields.find((name) => !ofTelephone.test(name)) ?? urlFields[0];
  if (urlField === undefined) return null;
  const titleField = names
    .filter((name) => fits(rows, name, isTitle) && distinct(rows, name))
    .sort((a, b) => weight(rows, b) - weight(rows, a))[0];
  if (titleField === undefined) return null;
  const dateFields = telling(names.filter((name) => fits(rows, name, (value) => isWholeDate(value))));
  return (row) => {
    const link = row[urlField];
    const url = typeof link === 'string' ? page.resolve(link) : null;
    const words = row[titleField];
    if (url === null || typeof words !== 'string') return null;
    return {
      title: plainTitle(words),
      url: throughCounter(url),
      publishedOn: publishedOn(row, dateFields, url),
      documentNumber: onlyNumber(Object.values(row)),
    };
  };
}

function fits(rows: readonly Json[], name: string, test: (value: unknown) => boolean): boolean {
  let count = 0;
  for (const row of rows) if (test(row[name])) count += 1;
  return count >= rows.length * enough;
}

function distinct(rows: readonly Json[], name: string): boolean {
  return new Set(rows.map((row) => row[name])).size >= rows.length * enough;
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && value.length < 1000 && address.test(value.trim()) && !picture.test(value);
}

/** Words of some length, mostly Chinese, that are no number, no address and no running text. */
function isTitle(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 400 || address.test(value)) return false;
  const plain = plainTitle(value);
  if (plain.length < 6 || plain.length > 200 || canonicalNumber(plain) !== null || plain.includes('。')) return false;
  return (plain.match(/[\u4e00-\u9fa5]/g)?.length ?? 0) * 2 > plain.length;
}

function weight(rows: readonly Json[], name: string): number {
  return rows.reduce((sum, row) => {
    const value = row[name];
    return sum + (typeof value === 'string' ? Math.min(value.length, 60) : 0);
  }, 0);
}

function isWholeDate(value: unknown): boolean {
  if (typeof value === 'string' && !/^\s*(?:(?:19|20)\d\d[-/.年]\s*\d|\d{13}\s*$|\/Date\()/.test(value))
    return isCompact(value) && dateOf(value) !== null;
  if (typeof value === 'number' && value < 3e11 && !isCompact(String(value))) return false;
  return dateOf(value) !== null;
}

/** `20250317`, `20250317153000`: days written as numbers. */
function isCompact(text: string): boolean {
  return /^\s*(?:19[89]|20[0-4])\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d[0-5]\d[0-5]\d|2[0-3][0-5]\d[0-5]\d)?\s*$/.test(
    text,
  );
}

function dateOf(value: unknown): LocalDate | null {
  return dateOfField(typeof value === 'number' && isCompact(String(value)) ? String(value) : value);
}

/** Of several dates those that their names call the day of publication, else those that they call nothing else. */
function telling(fields: readonly string[]): string[] {
  const named = fields.filter((name) => ofPublication.test(name));
  return named.length > 0 ? named : fields.filter((name) => !ofOther.test(name));
}

/**
 * Which of several dates without a name is the one of publication: the one that the address names too. A single one is
 * what any list shows beside a title. Between others nobody can tell.
 */
function publishedOn(row: Json, fields: readonly string[], url: string): LocalDate | null {
  const dates = new Set(fields.map((name) => dateOf(row[name])).filter((on) => on !== null));
  const ofUrl = dateOfUrl(url)?.on;
  if (ofUrl !== undefined && dates.has(ofUrl)) return ofUrl;
  return dates.size === 1 ? [...dates][0]! : null;
}
