import { dayNumber, dayOfNumber } from './day-number.js';
import type { LocalDate } from './model.js';

/** Whether the text is `YYYY-MM-DD` of a day that exists. */
export function isLocalDate(text: string): text is LocalDate {
  return !Number.isNaN(dayNumber(text));
}

/** Calendar days later (or earlier, when negative). @throws RangeError for what is no day. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return dayOfNumber(numberOf(day) + days);
}

/** Calendar days from `start` to `end`; negative when `end` is earlier. @throws RangeError for what is no day. */
export function diffDays(start: LocalDate, end: LocalDate): number {
  return numberOf(end) - numberOf(start);
}

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * The day in Asia/Shanghai of an instant such as `2022-09-01T16:30:00Z` (→ 2022-09-02).
 * China has kept UTC+8 without summer time since 1992, so the offset is fixed.
 * @throws RangeError when the text is no instant; one without an offset is refused, for it would depend on the machine.
 */
export function localDateOf(instantIso: string): LocalDate {
  const milliseconds = instantShape.test(instantIso) ? Date.parse(instantIso) : NaN;
  if (Number.isNaN(milliseconds)) throw new RangeError(`“${instantIso}”不是带时区的时刻`);
  return dayOfNumber(Math.floor((milliseconds + 8 * 3_600_000) / 86_400_000));
}

function numberOf(day: LocalDate): number {
  const number = dayNumber(day);
  if (Number.isNaN(number)) throw new RangeError(`“${day}”不是日期（应为 YYYY-MM-DD）`);
  return number;
}
