import { BadInput } from '#kernel';
import { dayNumber, dayOfNumber, daysInMonth, weekdayOfNumber } from './day-number.js';
import { addDays } from './local-date.js';
import type { LocalDate, Period } from './model.js';

export const acceptedPeriods =
  '2022（年）、2022H2（半年，H1 或 H2）、2022Q4（季度，Q1 至 Q4）、2022-11（月）、2022-W45（周，自周一起）；年份 2000 至 2099';

const shape = /^(20\d{2})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2])|-W(0[1-9]|[1-4]\d|5[0-3]))?$/;

/**
 * An assessment period from its id: `2022`, `2022H2`, `2022Q4`, `2022-11`, `2022-W45` (ISO weeks). Small letters are taken too.
 * @throws BadInput that says what is accepted
 */
export function parsePeriod(text: string): Period {
  const [matched, yearText, half, quarter, month, week] = shape.exec(text.trim().toUpperCase()) ?? [];
  if (matched === undefined) throw refused(text, '不是评估周期');
  const year = Number(yearText);
  if (half) return halfOf(year, Number(half));
  if (quarter) return quarterOf(year, Number(quarter));
  if (month) return monthOf(year, Number(month));
  if (!week) return yearPeriod(year);
  if (Number(week) > weeksOf(year)) throw refused(text, `${year}年只有${weeksOf(year)}周`);
  return weekOf(year, Number(week));
}

/** The period of this kind in which a day lies. @throws RangeError for what is no day. */
export function periodContaining(day: LocalDate, kind: Period['kind']): Period {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  if (kind === 'year') return yearPeriod(year);
  if (kind === 'half') return halfOf(year, month <= 6 ? 1 : 2);
  if (kind === 'quarter') return quarterOf(year, Math.ceil(month / 3));
  if (kind === 'month') return monthOf(year, month);
  // An ISO week belongs to the year of its Thursday.
  const thursday = addDays(day, 4 - weekdayOfNumber(dayNumber(day)));
  const weekYear = Number(thursday.slice(0, 4));
  return weekOf(weekYear, Math.floor((dayNumber(thursday) - dayNumber(`${weekYear}-01-01`)) / 7) + 1);
}

/** The period of the same kind just before. */
export function previousPeriod(period: Period): Period {
  return periodContaining(addDays(period.from, -1), period.kind);
}

/** The four quarters of a year; none of another period. */
export function quartersOf({ id, kind }: Period): Period[] {
  return kind === 'year' ? [1, 2, 3, 4].map((quarter) => parsePeriod(`${id}Q${quarter}`)) : [];
}

/** The same half, quarter, month or ISO week a year earlier; for a 53rd week the last one of that year. */
export function samePeriodLastYear(period: Period): Period {
  const year = Number(period.id.slice(0, 4)) - 1;
  if (period.kind !== 'week') return periodContaining(`${year}${period.from.slice(4)}`, period.kind);
  return weekOf(year, Math.min(Number(period.id.slice(6)), weeksOf(year)));
}

function yearPeriod(year: number): Period {
  return { id: `${year}`, kind: 'year', from: `${year}-01-01`, to: `${year}-12-31`, title: `${year}年` };
}

function halfOf(year: number, half: number): Period {
  const title = `${year}年${half === 1 ? '上' : '下'}半年`;
  return { id: `${year}H${half}`, kind: 'half', ...months(year, half * 6 - 5, half * 6), title };
}

function quarterOf(year: number, quarter: number): Period {
  const title = `${year}年第${'一二三四'[quarter - 1]}季度`;
  return { id: `${year}Q${quarter}`, kind: 'quarter', ...months(year, quarter * 3 - 2, quarter * 3), title };
}

function monthOf(year: number, month: number): Period {
  return {
    id: `${year}-${twoDigits(month)}`,
    kind: 'month',
    ...months(year, month, month),
    title: `${year}年${month}月`,
  };
}

function weekOf(year: number, week: number): Period {
  const from = dayOfNumber(firstMonday(year) + (week - 1) * 7);
  return {
    id: `${year}-W${twoDigits(week)}`,
    kind: 'week',
    from,
    to: addDays(from, 6),
    title: `${year}年第${week}周`,
  };
}

function months(year: number, first: number, last: number): { from: LocalDate; to: LocalDate } {
  return {
    from: `${year}-${twoDigits(first)}-01`,
    to: `${year}-${twoDigits(last)}-${twoDigits(daysInMonth(year, last))}`,
  };
}

/** Monday of ISO week 1: the week in which 4 January lies. */
function firstMonday(year: number): number {
  const fourth = dayNumber(`${year}-01-04`);
  return fourth - weekdayOfNumber(fourth) + 1;
}

function weeksOf(year: number): number {
  return (firstMonday(year + 1) - firstMonday(year)) / 7;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function refused(text: string, why: string): BadInput {
  return new BadInput([{ where: '评估周期', what: `“${text.slice(0, 40)}”不可用：${why}`, accepted: acceptedPeriods }]);
}
