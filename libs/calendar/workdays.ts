import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import manifest from 'chinese-days/package.json' with { type: 'json' };
import { dayNumber, dayOfNumber, weekdayOfNumber } from './day-number.js';
import type { LocalDate, Workdays } from './model.js';

/** Corrections to the holiday data, or years that the data do not know yet, from the yearly notice of the State Council. */
export interface WorkdayOverrides {
  /** Name of this table, kept with every score, e.g. “国办发明电〔2026〕…号”. */
  version: string;
  /** Days that are worked (make-up days 补班) or rested against what the data or the weekday say. */
  days: Record<LocalDate, 'work' | 'rest'>;
  /** New end of the covered range, when the table holds the notices up to there; from then on nothing is guessed. */
  coversTo?: LocalDate;
}

const holidays: Record<string, string> = notices.holidays;
const makeUpDays: Record<string, string> = notices.workdays;

/**
 * Working days by npm chinese-days, which keeps the State Council's yearly notices. Its tables are read and not its
 * functions: those take days in the time zone of the machine and are a day off west of Greenwich.
 * Everything is counted once into arrays, so that `add` and `between` are look-ups.
 * @throws RangeError when an override names no day or a day outside the covered range.
 */
export function createWorkdays(overrides?: WorkdayOverrides): Workdays {
  const years = Object.keys(holidays).map((day) => Number(day.slice(0, 4)));
  const from = `${Math.min(...years)}-01-01`;
  const knownTo = `${Math.max(...years)}-12-31`;
  const to = overrides?.coversTo ?? knownTo;
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (!(last >= dayNumber(knownTo))) throw new RangeError(`工作日历的覆盖终点“${to}”应为不早于${knownTo}的日期`);

  const worked = new Uint8Array(last - first + 1);
  for (let index = 0; index < worked.length; index += 1) {
    const day = dayOfNumber(first + index);
    const weekday = weekdayOfNumber(first + index) <= 5;
    worked[index] = day in makeUpDays || (weekday && !(day in holidays)) ? 1 : 0;
  }
  for (const [day, what] of Object.entries(overrides?.days ?? {})) {
    const index = dayNumber(day) - first;
    if (!(index >= 0 && index < worked.length)) {
      throw new RangeError(`工作日历的更正“${day}”不在${from}至${to}之内`);
    }
    worked[index] = what === 'work' ? 1 : 0;
  }

  /** For each day: working days from the beginning up to and including it. */
  const upTo = new Int32Array(worked.length);
  /** The working days in order. */
  const ordered: LocalDate[] = [];
  for (let index = 0; index < worked.length; index += 1) {
    if (worked[index]) ordered.push(dayOfNumber(first + index));
    upTo[index] = ordered.length;
  }

  const covers = Object.freeze({ from, to });
  const indexOf = (day: LocalDate): number => {
    const index = dayNumber(day) - first;
    if (index >= 0 && index < worked.length) return index;
    throw new RangeError(
      Number.isNaN(index) ? `“${day}”不是日期（应为 YYYY-MM-DD）` : `${day}超出工作日历的范围（${from}至${to}）`,
    );
  };

  return Object.freeze({
    covers,
    version: `chinese-days ${manifest.version} (${from}..${to})${overrides ? ` + ${overrides.version}` : ''}`,
    isWorkday: (day: LocalDate) => worked[indexOf(day)] === 1,
    add(start: LocalDate, n: number) {
      const index = indexOf(start);
      if (!Number.isInteger(n) || n < 0) throw new RangeError(`工作日数应为非负整数，得到${n}`);
      if (n === 0) return start;
      const day = ordered[upTo[index]! + n - 1];
      if (day === undefined) throw new RangeError(`${start}之后第${n}个工作日超出工作日历的范围（至${to}）`);
      return day;
    },
    between(start: LocalDate, end: LocalDate) {
      return Math.max(0, upTo[indexOf(end)]! - upTo[indexOf(start)]!);
    },
  });
}
