import type { LocalDate, Workdays } from '#calendar';

/** The n-th working day after a day; null where the calendar does not reach: nothing is guessed. */
export function workdayAfter(workdays: Workdays, day: LocalDate, n: number): LocalDate | null {
  return withinCalendar(() => workdays.add(day, n));
}

/** Working days after `from` up to and including `to`; null where the calendar does not reach. */
export function workdaysBetween(workdays: Workdays, from: LocalDate, to: LocalDate): number | null {
  return withinCalendar(() => workdays.between(from, to));
}

/** Whether a day is worked; beyond the official calendar, the days of the week are taken. For what only sends or shows: no window rests on it. */
export function isLikelyWorkday(workdays: Workdays, day: LocalDate): boolean {
  const { from, to } = workdays.covers;
  if (day >= from && day <= to) return workdays.isWorkday(day);
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function withinCalendar<Value>(reckon: () => Value): Value | null {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
