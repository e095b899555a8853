import { halfWidth, squeeze } from '#kernel';
import { localDate } from './day-number.js';
import type { LocalDate } from './model.js';

/** Zero as it is typed in dates: 〇, geometric circles, Greek and Cyrillic O, Latin o, 零. Pages mix them freely. */
const zeros = '〇○◯⚪ΟοОоOo零０';
const numerals = '一二三四五六七八九';
/** Source of a regular expression for one numeral character, Chinese or Arabic. */
const numeral = `[0-9${zeros}${numerals}十元]`;

const numericShape = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:T|$|(?=\d{2}:))/;
const chineseShape = new RegExp(`^(${numeral}{4})年(${numeral}{1,3})月(${numeral}{1,3})[日号]`);
const clockShape =
  /^(?:星期[一二三四五六日天]|周[一二三四五六日天])?(?:\d{1,2}[:时]\d{2}(?:[:分](?:\d{2})?秒?)?)?(?:\.\d+)?$/;

/**
 * A date as Chinese pages write it: 2025年9月8日, 2025-9-8, 2025/09/08, 2025.09.08, 二〇二〇年六月十九日 (every kind of zero),
 * full-width digits, with or without a clock time behind it. The whole text must be the date; years 1900–2199.
 * Null for anything else, also for days that do not exist.
 */
export function parseChineseDate(text: string): LocalDate | null {
  if (text.length > 64) return null;
  const plain = squeeze(halfWidth(text));
  const numeric = numericShape.exec(plain);
  if (numeric) {
    const [whole, year, , month, day] = numeric;
    return clockShape.test(plain.slice(whole.length)) ? sensible(Number(year), Number(month), Number(day)) : null;
  }
  const chinese = chineseShape.exec(plain);
  if (!chinese || !clockShape.test(plain.slice(chinese[0].length))) return null;
  const [, year, month, day] = chinese;
  return sensible(yearOf(year!), smallNumber(month!), smallNumber(day!));
}

function sensible(year: number, month: number, day: number): LocalDate | null {
  return year >= 1900 && year < 2200 ? localDate(year, month, day) : null;
}

/** A year digit by digit: 二〇二〇, 2020, 二0二0. NaN for anything else. */
export function yearOf(text: string): number {
  let year = 0;
  for (const char of text) year = year * 10 + digitOf(char);
  return year;
}

/** A month or day: 9, 09, 九, 十, 十九, 二十, 三十一, 〇九, 元 (元月 is January). NaN for anything else. */
export function smallNumber(text: string): number {
  if (text === '元') return 1;
  const ten = text.indexOf('十');
  if (ten < 0) return text.length <= 2 ? yearOf(text) : NaN;
  const tens = ten === 0 ? 1 : digitOf(text.slice(0, ten));
  const units = ten === text.length - 1 ? 0 : digitOf(text.slice(ten + 1));
  return tens * 10 + units;
}

function digitOf(char: string): number {
  if (char.length !== 1) return NaN;
  if (zeros.includes(char)) return 0;
  if (char >= '0' && char <= '9') return Number(char);
  const place = numerals.indexOf(char);
  return place < 0 ? NaN : place + 1;
}
