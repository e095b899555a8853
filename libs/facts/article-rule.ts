import type { Json } from './json-fields.js';

/**
 * How a page makes the address of an article of a row's values: an absolute address with `{field}` where the value of a field
 * stands, `https://…/detail.html?id={infoId}`.
 */
export type ArticleRule = string;

/** A row of an answer, and where the page that asked for it leads from the row's title. */
export interface RowWithAddress {
  row: Json;
  url: string;
}

const longest = 2048;
const place = /\{([^{}]{1,60})\}/g;
/** Pieces of an address between which the values of a row may stand. */
const pieces = /[^/?&=#;_.]+|\.(?=[a-z]{2,5}(?:[?#]|$))|[/?&=#;_.]/gi;
const mostPieces = 60;
const mostFields = 100;
/** A value that tells one row from all others, if it stands in an address at all. */
const telling = 3;

/**
 * The one rule by which the addresses of all rows follow from their values; null where there is none. Pieces of the address
 * in which rows differ must be values; of the others those are values that can be no chance.
 */
export function articleRule(rows: readonly RowWithAddress[]): ArticleRule | null {
  const [first] = rows;
  if (!first || first.url.length > longest || /[{}]/.test(first.url)) return null;
  const split = rows.map(({ url }) => piecesOf(url));
  const hostPieces = piecesOf(new URL(first.url).origin).length;
  const length = split[0]!.length;
  if (length > mostPieces || split.some((one) => one.length !== length)) return null;
  let isTold = false;
  const rule = split[0]!.map((piece, at) => {
    const values = split.map((one) => one[at]!);
    const differs = values.some((value) => value !== piece);
    // Of one address nobody knows which of its numbers is another in the next: each must be a value.
    const mayDiffer = differs || (rows.length === 1 && at >= hostPieces && /\d/.test(piece));
    const name = fieldOf(rows, values, piece.length >= telling || mayDiffer);
    if (name === null) return mayDiffer ? null : piece;
    isTold ||= differs || (rows.length === 1 && piece.length >= telling);
    return `{${name}}`;
  });
  return isTold && rule.every((piece) => piece !== null) ? rule.join('') : null;
}

/** The address of a row; null where a value that it needs is not there. */
export function addressByRule(rule: ArticleRule, row: Json): string | null {
  let isWhole = true;
  const url = rule.replace(place, (_, name: string) => {
    const value = textOf(row[name]);
    isWhole &&= value !== null;
    return encodeURIComponent(value ?? '');
  });
  return isWhole ? url : null;
}

/** Whether some text is a rule that leads to pages of the web. */
export function isArticleRule(rule: string): boolean {
  const url = rule.replace(place, '1');
  return rule.length <= longest && url !== rule && !/[{}]/.test(url) && /^https?:/.test(rule) && URL.canParse(url);
}

function piecesOf(url: string): string[] {
  return url.match(pieces)?.map(decoded) ?? [];
}

function decoded(piece: string): string {
  try {
    return piece.includes('%') ? decodeURIComponent(piece) : piece;
  } catch {
    return piece;
  }
}

function fieldOf(rows: readonly RowWithAddress[], values: readonly string[], wanted: boolean): string | null {
  if (!wanted) return null;
  const names = Object.keys(rows[0]!.row)
    .filter((name) => !/[{}]/.test(name))
    .slice(0, mostFields);
  return names.find((name) => rows.every(({ row }, n) => textOf(row[name]) === values[n])) ?? null;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  return typeof value === 'string' && value !== '' && value.length <= 100 ? value : null;
}
