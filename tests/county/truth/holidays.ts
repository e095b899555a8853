import type { LocalDate } from '../model.js';

/**
 * Days off and make-up days of 2024-07 … 2026-07, copied by hand from the yearly notices of 国务院办公厅 on the arrangement of
 * holidays (关于2024年、2025年、2026年部分节假日安排的通知). It is kept apart from the product's calendar on purpose: the truth must
 * not be counted with the ruler that is being tested.
 */
const daysOff: [from: LocalDate, to: LocalDate][] = [
  ['2024-09-15', '2024-09-17'], // 中秋节
  ['2024-10-01', '2024-10-07'], // 国庆节
  ['2025-01-01', '2025-01-01'], // 元旦
  ['2025-01-28', '2025-02-04'], // 春节
  ['2025-04-04', '2025-04-06'], // 清明节
  ['2025-05-01', '2025-05-05'], // 劳动节
  ['2025-05-31', '2025-06-02'], // 端午节
  ['2025-10-01', '2025-10-08'], // 国庆节、中秋节
  ['2026-01-01', '2026-01-03'], // 元旦
  ['2026-02-15', '2026-02-23'], // 春节
  ['2026-04-04', '2026-04-06'], // 清明节
  ['2026-05-01', '2026-05-05'], // 劳动节
  ['2026-06-19', '2026-06-21'], // 端午节
];

const makeUpDays = new Set<LocalDate>([
  '2024-09-14',
  '2024-09-29',
  '2024-10-12',
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
]);

/** First and last day that the table covers. */
export const tableCovers = { from: '2024-07-01', to: '2026-07-31' } as const;

const dayInMs = 86_400_000;

function serial(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00Z`) / dayInMs;
}

export function dayAfter(day: LocalDate, days = 1): LocalDate {
  return new Date((serial(day) + days) * dayInMs).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return serial(to) - serial(from);
}

/** @throws RangeError for a day outside the table. */
export function isWorkingDay(day: LocalDate): boolean {
  if (day < tableCovers.from || day > tableCovers.to) throw new RangeError(`no holiday notice at hand for ${day}`);
  if (makeUpDays.has(day)) return true;
  if (daysOff.some(([from, to]) => day >= from && day <= to)) return false;
  const weekday = new Date(serial(day) * dayInMs).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Working days after `start` up to and including `end`, counted one by one; null when a day lies outside the table. */
export function countWorkingDays(start: LocalDate, end: LocalDate): number | null {
  if (start < tableCovers.from || end > tableCovers.to) return null;
  let count = 0;
  for (let day = dayAfter(start); day <= end; day = dayAfter(day)) if (isWorkingDay(day)) count += 1;
  return count;
}

/** The n-th working day after `start`. */
export function nthWorkingDay(start: LocalDate, n: number): LocalDate {
  let day = start;
  for (let count = 0; count < n;) {
    day = dayAfter(day);
    if (isWorkingDay(day)) count += 1;
  }
  return day;
}
