import { addDays } from './local-date.js';
import type { LocalDate, Period, Workdays } from './model.js';
import { periodContaining, previousPeriod } from './period.js';

/** When the next of what is handed out once a week, month or quarter is due, and for which period. */
export interface NextDue {
  period: Period;
  on: LocalDate;
  /** How the day was taken, for the reader. */
  rule: string;
}

/** Days looked through for one that is worked; the longest rest so far took nine. */
const longestRest = 20;

/**
 * The first due day from `asOf` on. A period's product is due on its last day, or where that is no working day on the next
 * one that is (民法典第二百零三条); so what was due last Sunday is still awaited on Monday. Past the notices on holidays
 * the last day itself stands, and the rule says so.
 */
export function nextDue(kind: Period['kind'], asOf: LocalDate, workdays: Workdays): NextDue {
  const current = periodContaining(asOf, kind);
  const before = dueOf(previousPeriod(current), workdays);
  return before.on >= asOf ? before : dueOf(current, workdays);
}

function dueOf(period: Period, workdays: Workdays): NextDue {
  const { to } = period;
  for (let on = to, days = 0; days <= longestRest; on = addDays(on, 1), days += 1) {
    if (on < workdays.covers.from || on > workdays.covers.to) {
      return { period, on: to, rule: '取期末日；放假安排尚未公布，未考虑顺延' };
    }
    if (workdays.isWorkday(on)) {
      return { period, on, rule: days === 0 ? '取期末日' : '期末日休息，顺延至其后第一个工作日' };
    }
  }
  return { period, on: to, rule: '取期末日' };
}
