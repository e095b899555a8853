import { halfWidth, squeeze } from '#kernel';
import { smallNumber, yearOf } from './chinese-date.js';
import { daysInMonth, localDate } from './day-number.js';
import type { LocalDate } from './model.js';

/** A date that a plan words loosely, and the rule by which it was taken, for the reader. */
export interface ResolvedDate {
  on: LocalDate;
  rule: string;
}

/** The parts of a wording; `part` is 初, 上旬, 中旬, 下旬, 底, 上半年, 下半年, or '' when nothing narrower is named. */
interface Wording {
  year: number;
  yearAssumed: boolean;
  quarter: number | null;
  month: number | null;
  day: number | null;
  part: string;
}

const digit = '[0-9〇○零一二三四五六七八九]';
const small = '[0-9〇○零一二三四五六七八九十]{1,3}';
const yearShape = new RegExp(`^(${digit}{4})(?:年|[-/.](?=.)|(?=[底末]|$))|^(?:今年|本年)(?=.)`);
const quarterShape = /^第?([一二三四1-4])季度[底末]?$/;
const yearPartShape = /^年?(上半年|下半年|底|末|初)$/;
const monthShape = new RegExp(`^(${small})(?:月份?)?(初|上旬|中旬|下旬|底|末)?$`);
const dayShape = new RegExp(`^(${small})[月\\-/.](${small})[日号]?$`);

/**
 * A due date from a plan's wording: 2020年9月底, 12月初, 上旬, 中旬, 下旬, 2020年底, 到2023年, 2020-09-30 … The last day is counted in.
 * 初 and 上旬 end on the 10th, 中旬 on the 20th; 下旬, 底 and a bare month end with the month, a bare year with the year.
 * @param assumedYear year for wordings that name none, normally that of the plan
 * @returns null when no day can be concluded: “每年”, “9月前” (is September within?), “尽快”, a month without any year
 */
export function resolveDue(text: string, assumedYear?: number): ResolvedDate | null {
  const wording = read(text, assumedYear);
  if (!wording) return null;
  const { year, month, part, quarter } = wording;
  if (wording.day !== null) return resolved(wording, localDate(year, month!, wording.day), '写明到日');
  if (quarter !== null) return resolved(wording, lastOf(year, quarter * 3), '按季度取该季度最后一日');
  if (month === null) {
    if (part === '上半年') return resolved(wording, lastOf(year, 6), '“上半年”取6月30日');
    if (part === '下半年' || part === '底') return resolved(wording, lastOf(year, 12), `“${part}”取12月31日`);
    if (part === '初') return null;
    return resolved(wording, lastOf(year, 12), '只写年份，取该年12月31日');
  }
  if (part === '初' || part === '上旬') return resolved(wording, localDate(year, month, 10), `“${part}”取10日`);
  if (part === '中旬') return resolved(wording, localDate(year, month, 20), '“中旬”取20日');
  return resolved(wording, lastOf(year, month), part ? `“${part}”取当月最后一日` : '只写月份，取当月最后一日');
}

/**
 * A starting date from a plan's wording: the first day of what is named (month, 上旬, 中旬 11th, 下旬 21st, half year, quarter, year).
 * @returns null when no day can be concluded; “9月底” names no beginning
 */
export function resolveStart(text: string, assumedYear?: number): ResolvedDate | null {
  const wording = read(text, assumedYear);
  if (!wording || wording.part === '底') return null;
  const { year, month, part, quarter } = wording;
  if (wording.day !== null) return resolved(wording, localDate(year, month!, wording.day), '写明到日');
  if (quarter !== null) return resolved(wording, localDate(year, quarter * 3 - 2, 1), '按季度取该季度第一日');
  if (month === null) return resolved(wording, localDate(year, part === '下半年' ? 7 : 1, 1), '取该时段第一日');
  const day = part === '中旬' ? 11 : part === '下旬' ? 21 : 1;
  return resolved(wording, localDate(year, month, day), part ? `“${part}”自${day}日起` : '只写月份，自1日起');
}

function read(text: string, assumedYear: number | undefined): Wording | null {
  if (text.length > 40) return null;
  const stripped = squeeze(halfWidth(text))
    .replace(/^[从自到至在于]/, '')
    .replace(/(?:完成|实现|到位)$/, '');
  const body = stripped.replace(/(?:之前|以前|前)$/, '');
  const named = yearShape.exec(body);
  const year = named?.[1] ? yearOf(named[1]) : assumedYear;
  if (year === undefined || !(year >= 1900 && year < 2200)) return null;
  const rest = named ? body.slice(named[0].length) : body;
  const wording = readWithinYear(rest, named !== null);
  if (!wording) return null;
  // “9月前” and “2023年前” may or may not include September and 2023: a deadline is not to be guessed.
  const bare = wording.day === null && wording.part === '';
  if (bare && body !== stripped) return null;
  return { ...wording, year, yearAssumed: !named?.[1] };
}

function readWithinYear(rest: string, hasYear: boolean): Omit<Wording, 'year' | 'yearAssumed'> | null {
  const nothing = { quarter: null, month: null, day: null, part: '' };
  if (rest === '') return hasYear ? nothing : null;
  const quarter = quarterShape.exec(rest)?.[1];
  if (quarter) return { ...nothing, quarter: '一二三四'.indexOf(quarter) + 1 || Number(quarter) };
  const yearPart = yearPartShape.exec(rest)?.[1];
  if (yearPart) return { ...nothing, part: yearPart === '末' ? '底' : yearPart };
  const day = dayShape.exec(rest);
  if (day) return { ...nothing, month: smallNumber(day[1]!), day: smallNumber(day[2]!) };
  const month = monthShape.exec(rest);
  // A lone number without 月 or a year before it (“12”) says nothing.
  if (!month || !(hasYear || rest.includes('月'))) return null;
  const number = smallNumber(month[1]!);
  if (!(number >= 1 && number <= 12)) return null;
  return { ...nothing, month: number, part: month[2] === '末' ? '底' : (month[2] ?? '') };
}

function resolved(wording: Wording, on: LocalDate | null, rule: string): ResolvedDate | null {
  if (on === null) return null;
  return { on, rule: wording.yearAssumed ? `${rule}；未写年份，按${wording.year}年` : rule };
}

function lastOf(year: number, month: number): LocalDate | null {
  return localDate(year, month, daysInMonth(year, month));
}
