/** `YYYY-MM-DD` in Asia/Shanghai. */
export type LocalDate = string;

/** Working days as the yearly notices of the State Council set them: holidays and make-up days included. */
export interface Workdays {
  /** First and last day for which official notices are known; outside them nothing may be concluded. */
  readonly covers: { from: LocalDate; to: LocalDate };
  /** Which data this is, kept with every score. */
  readonly version: string;
  /** @throws RangeError outside `covers`. */
  isWorkday(day: LocalDate): boolean;
  /** The n-th working day after `start`; `start` itself is not counted. @throws RangeError outside `covers`. */
  add(start: LocalDate, n: number): LocalDate;
  /** Working days after `start` up to and including `end`; 0 when `end` is not after `start`. @throws RangeError outside `covers`. */
  between(start: LocalDate, end: LocalDate): number;
}

/** An assessment period: `2022`, `2022H2`, `2022Q4`, `2022-11`, `2022-W45`. */
export interface Period {
  id: string;
  kind: 'year' | 'half' | 'quarter' | 'month' | 'week';
  from: LocalDate;
  to: LocalDate;
  /** “2022年第四季度”. */
  title: string;
}
