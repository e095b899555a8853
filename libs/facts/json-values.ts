import { dateOfValue } from './dates.js';
import { canonicalNumber, documentNumberOfField } from './document-number.js';
import type { LocalDate } from './model.js';
import { clean } from './page-words.js';

/** Marks that search engines and editors put into titles; 《…<条例>…》 is no mark. */
const markup = /<\/?(?:em|span|font|b|i|u|strong|mark|br|p|a|div|sup|sub|label|highlight)(?:\s[^<>]*)?\/?>/gi;

/** A title as a reader sees it. */
export function plainTitle(words: string): string {
  return clean(decode(words.replace(markup, '')).replace(markup, ''));
}

/** As `dateOfValue`, and `/Date(1735689600000)/` of old .NET. */
export function dateOfField(value: unknown): LocalDate | null {
  const net = typeof value === 'string' ? /^\/Date\((\d{12,13})(?:[+-]\d{4})?\)\/$/.exec(value.trim()) : null;
  return dateOfValue(net ? Number(net[1]) : value);
}

/** A document number from the value of its own field. */
export function numberOfField(words: string): string | null {
  return documentNumberOfField(clean(decode(words.replace(markup, ''))));
}

/** The only value of a row that is a document number and nothing else. */
export function onlyNumber(values: readonly unknown[]): string | null {
  const numbers = new Set<string>();
  for (const value of values)
    if (typeof value === 'string' && value.length <= 60 && /[〔［[【（(].*号$/.test(value)) {
      const number = canonicalNumber(clean(value));
      if (number !== null) numbers.add(number);
    }
  return numbers.size === 1 ? [...numbers][0]! : null;
}

/** Entities that stand in values which are no HTML. */
export function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(/&(?:nbsp|ensp|emsp|#160);/g, ' ')
    .replace(/&ldquo;/g, '“')
    .replace(/&rdquo;/g, '”')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&middot;/g, '·')
    .replace(/&amp;/g, '&');
}
