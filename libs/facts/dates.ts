import type { LocalDate } from './model.js';

/** A date found in a text, with where it stands. */
export interface FoundDate {
  on: LocalDate;
  words: string;
  index: number;
}

const digits: Record<string, number> = Object.fromEntries([...'〇一二三四五六七八九'].map((char, n) => [char, n]));
for (const zero of '○Ｏ0零OＯoо０◯') digits[zero] = 0;
for (let n = 0; n <= 9; n += 1) digits[String.fromCharCode(0xff10 + n)] = n;

/** 2025-10-29 · 2025/03/21 · 1999.09.11 · 2018年10月27日 · with spaces between, full-width digits too. */
const numeric =
  /(?<![\d.])((?:19|20)\d\d)(?:\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|\s?(?:[-—–－]\s*(\d{1,2})\s*[-—–－]\s*(\d{1,2})|\/\s*(\d{1,2})\s*\/\s*(\d{1,2})|\.\s*(\d{1,2})\s*\.\s*(\d{1,2})))(?!\d)/g;

/** 二〇一三年十二月二日, with any of the characters that people type for zero. */
const written =
  /([一二][九〇○Ｏ零OoОоΟο0０◯][〇○Ｏ零OoОоΟο0０◯一二三四五六七八九]{2})\s*年\s*([一二三四五六七八九十]{1,2})\s*月\s*([一二三四五六七八九十]{1,3})\s*日/g;

/** All whole dates of a short text, in order. */
export function findDates(text: string): FoundDate[] {
  if (text.length > 20_000) text = text.slice(0, 20_000);
  let plain = /[０-９．]/.test(text)
    ? text.replace(/[０-９]|(?<=[０-９])．(?=[０-９])|(?<=\d)．(?=\d)/g, (char) =>
        String.fromCharCode(char.charCodeAt(0) - 0xfee0),
      )
    : text;
  // A letter typed for a nought: 2O26年.
  if (/2[OoО〇○]\d\d\s*年/.test(plain)) plain = plain.replace(/(?<!\d)2[OoО〇○](?=\d\d\s*年)/g, '20');
  const found: FoundDate[] = [];
  for (const match of plain.matchAll(numeric)) {
    const [words, year, ...parts] = match;
    const [month, day] = parts.filter((part) => part !== undefined);
    const on = localDate(Number(year), Number(month), Number(day));
    if (on) found.push({ on, words: words.trim(), index: match.index });
  }
  if (/[一二]\S{3}\s*年/.test(plain))
    for (const match of plain.matchAll(written)) {
      const year = Number([...match[1]!].map((char) => digits[char] ?? 0).join(''));
      const on = localDate(year, writtenNumber(match[2]!), writtenNumber(match[3]!));
      if (on) found.push({ on, words: match[0].trim(), index: match.index });
    }
  return found.sort((a, b) => a.index - b.index);
}

/** The first whole date of a text, or null. */
export function findDate(text: string): LocalDate | null {
  return findDates(text)[0]?.on ?? null;
}

/**
 * A date value of a JSON answer: any form above, eight digits, milliseconds since 1970, or an instant with its zone
 * (shown in China time, eight hours ahead).
 */
export function dateOfValue(value: unknown): LocalDate | null {
  if (typeof value === 'number') return dateOfMilliseconds(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{13}$/.test(text)) return dateOfMilliseconds(Number(text));
  if (/^\d{10}$/.test(text)) return dateOfMilliseconds(Number(text) * 1000);
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{6})?$/.exec(text);
  if (compact) return localDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  // The engine takes the 30th of February for a day of March.
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text) && findDate(text.slice(0, 10)))
    return dateInChina(Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));
  return findDate(text);
}

/** The month that words tell and no day of it, as `2026-04`: “2026年4月”, “2026-4”. */
export function monthOfValue(words: string): string | null {
  const [, year, month] = /^\s*((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*月?\s*$/.exec(words) ?? [];
  return year === undefined || month === undefined ? null : `${year}-${month.padStart(2, '0')}`;
}

/** The day that an address names: /202503/t20250321_97999, /2025/10/29/, /2018-12-29/, /20260909/. Months alone name none. */
export function dateOfUrl(url: string): FoundDate | null {
  const path = url.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*$/, '');
  for (const form of urlForms) {
    const match = form.exec(path);
    if (!match) continue;
    const on = localDate(Number(match[1]), Number(match[2]), Number(match[3]));
    if (on) return { on, words: match[0], index: match.index };
  }
  return null;
}

const urlForms = [
  /\/t((?:19|20)\d\d)(\d\d)(\d\d)_\d+/,
  /\/((?:19|20)\d\d)\/(\d{1,2})\/(\d{1,2})\//,
  /\/((?:19|20)\d\d)-(\d\d)-(\d\d)\//,
  /\/((?:19|20)\d\d)-(\d\d)\/(\d\d)\//,
  /\/((?:19|20)\d\d)\/(\d\d)(\d\d)\//,
  /\/((?:19|20)\d\d)(\d\d)\/(\d\d)\//,
  /\/((?:19|20)\d\d)(\d\d)(\d\d)\//,
];

function dateOfMilliseconds(milliseconds: number): LocalDate | null {
  // Ten digits are seconds.
  if (milliseconds >= 1e9 && milliseconds < 4.2e9) return dateOfMilliseconds(milliseconds * 1000);
  if (!Number.isFinite(milliseconds) || milliseconds < 3e11 || milliseconds > 4.1e12) return null;
  return dateInChina(milliseconds);
}

function dateInChina(milliseconds: number): LocalDate | null {
  const time = new Date(milliseconds + 8 * 3_600_000);
  return localDate(time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate());
}

function localDate(year: number, month: number, day: number): LocalDate | null {
  if (!(year >= 1949 && year <= 2099 && month >= 1 && month <= 12 && day >= 1)) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 十二 → 12, 三十一 → 31. */
function writtenNumber(text: string): number {
  const ten = text.indexOf('十');
  if (ten < 0) return [...text].reduce((sum, char) => sum * 10 + (digits[char] ?? 0), 0);
  const tens = ten === 0 ? 1 : (digits[text[ten - 1]!] ?? 0);
  const unit = text[ten + 1];
  return tens * 10 + (unit === undefined ? 0 : (digits[unit] ?? 0));
}
