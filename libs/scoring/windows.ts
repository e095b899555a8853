import type { LocalDate, Period } from '#calendar';
import type { RubricWindow } from '#programmes';

/** What is looked at: the days of a part of the rubric, and the day of judgement, which is never after them. */
export interface Look {
  period: Period;
  asOf: LocalDate;
}

/** The days on which a group is judged; `year` begins with the year in which the period ends. */
export function lookThrough(window: RubricWindow | undefined, period: Period, asOf: LocalDate): Look {
  if (window === undefined || window === 'period') return { period, asOf };
  const { from, to } = window === 'year' ? { from: `${period.to.slice(0, 4)}-01-01`, to: period.to } : window;
  return { period: { ...period, from, to, title: `${from}至${to}` }, asOf: asOf < to ? asOf : to };
}
