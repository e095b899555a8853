import type { LocalDate } from '#calendar';
import type { RoundingMode } from '#kernel';
import type { AppliesTo } from './applies-to.js';

/** Years from which a plan asks for another share, ascending. */
export interface YearlyShare {
  fromYear: number;
  full: string;
}

/** What a measured result is worth. Points, shares and factors are decimals written as text. */
export type RubricRule =
  /** Full marks when it passes, none when it fails. */
  | { kind: 'allOrNothing' }
  /** Full marks times the measured share. */
  | { kind: 'proportional' }
  /** `each` points off for every finding, down to zero or to `cap` off. */
  | { kind: 'perFinding'; each: string; cap?: string }
  /** `off` points off as soon as there is any finding, however many (“存在任何一种情况扣0.5分”). */
  | { kind: 'once'; off: string }
  /** `each` points off for every measured subject that does not comply (“每少一条扣1分”), down to zero or to `cap` off. */
  | { kind: 'perMissing'; each: string; cap?: string }
  /** `each` points for every subject that complies (“一项可得2分，最高不超过6分”), up to full marks or to `cap`; not in a malus. */
  | { kind: 'perSubject'; each: string; cap?: string }
  /**
   * Full marks from `full` on, nothing below `zero` (0 when absent), in proportion between; shares as decimals.
   * Where a plan raises its demand over the years, the last row of `fullByYear` (ascending) whose `fromYear` is not after
   * the year in which the period ends replaces `full`. With `percentDigits` the share is first rounded half up to so
   * many digits of a percentage.
   */
  | { kind: 'threshold'; full: string; zero?: string; fullByYear?: YearlyShare[]; percentDigits?: number }
  /** First band whose `atLeast` the share reaches gives its points. */
  | { kind: 'bands'; bands: { atLeast: string; points: string }[]; percentDigits?: number }
  /**
   * Full marks when the figure moved as the plan wants since the period before, or since the same period a year ago.
   * The figure is the share of what complies, how many comply, or how many do not. Without an earlier figure it is not measured.
   */
  | { kind: 'trend'; wants: TrendWish; figure?: TrendFigure; against?: 'previous' | 'lastYear' }
  /**
   * Failing fixes the total at `score`, and the grade at `grade` where it is given, and ends the scoring. It strikes from
   * `atLeast` findings on (1 when absent).
   */
  | { kind: 'veto'; score: string; grade?: string; atLeast?: number };

export type TrendWish = 'rise' | 'fall' | 'notRise' | 'notFall';
export type TrendFigure = 'share' | 'count' | 'missing';

/** What a sample is drawn of. */
export const sampledFacts = ['documents', 'interpretations', 'columns', 'catalogue', 'annualReports'] as const;
export type SampledFacts = (typeof sampledFacts)[number];

export interface RubricItem {
  id: string;
  title: string;
  indicator: string;
  requirement: string;
  /** Full marks; in a group of bonus or malus the most that it can give or take. */
  points: string;
  rule: RubricRule;
  /** Checked by the indicator's own schema. */
  params: Record<string, unknown>;
  appliesTo?: AppliesTo;
  /** Other full marks for classes of units; the first that applies counts. */
  pointsFor?: { appliesTo: AppliesTo; points: string }[];
  /** With fewer measured subjects the item is not measured. */
  minimum?: number;
  /** Findings that were already open in the period before count so many times. */
  repeat?: { times: string };
  /** Judged on a sample, the same whenever it is drawn for one unit and period; on all where there are no more. */
  sample?: { count: number; of: SampledFacts };
}

export const groupKinds = ['regular', 'deduct', 'bonus', 'malus'] as const;
/**
 * `regular` – what its members leave is added up; `deduct` – it starts at its points and its members only take away (减分制);
 * `bonus` – added to the total behind the gate; `malus` – taken off the total.
 */
export type GroupKind = (typeof groupKinds)[number];

/** A part of the scheme that is judged on other days than the period: the year so far, or days of its own. */
export type RubricWindow = 'period' | 'year' | { from: LocalDate; to: LocalDate };

export interface RubricGroup {
  id: string;
  title: string;
  items: RubricItem[];
  groups?: RubricGroup[];
  /** `regular` when absent. Bonus and malus stand on the first level. */
  kind?: GroupKind;
  /**
   * Weight: what its members reach is brought to these points. What does not apply or could not be measured shrinks inside
   * the group, as long as anything in it counts. Without it the members simply count for themselves.
   */
  points?: string;
  /** Full marks of the members together, where the scheme writes them on another scale than `points` (70%, of 100). */
  scale?: string;
  /** The most that the members of a `regular` or `deduct` group may lose together; less where only a part of it counts. */
  deductAtMost?: string;
  /** The most that a bonus or malus group, or a group in it, gives or takes. */
  cap?: string;
  /** Below these points (raised and lowered with what counts) the unit's grade is at best `grade`. */
  pass?: { atLeast: string; grade: string };
  window?: RubricWindow;
  appliesTo?: AppliesTo;
}

/** Bonus counts only for those whose points lie over, or reach, a mark; of the total or of some groups together. */
export interface Gate {
  over?: string;
  atLeast?: string;
  of?: string[];
}

/** How the results of subordinate units enter the score of the unit above them. */
export interface RollUp {
  parents: AppliesTo;
  children: AppliesTo;
  /** `failing`: one child below `failing` fixes the score at `fix` (一个账号不合格，全县记59分). */
  by: 'worst' | 'mean' | 'failing';
  /** Share of the children's result in the score; not with `failing`. */
  weight?: string;
  failing?: string;
  fix?: string;
}

export const roundingModes = ['halfUp', 'halfEven', 'down'] as const satisfies RoundingMode[];
export interface Rounding {
  digits: 0 | 1 | 2;
  mode: RoundingMode;
}

/** A grade from `from` on. `to` is the upper end as printed (70–89); what lies between two printed bands belongs to the lower. */
export interface GradeBand {
  grade: string;
  from: string;
  to?: string;
}

export interface Rubric {
  title: string;
  /** Who set the points: the plan itself or this project's default. */
  origin: 'plan' | 'default';
  note: string;
  /** Full marks without bonus, as printed. */
  total: string;
  /** Below this share of measured points no grade is given. */
  coverageFloor: string;
  bands: GradeBand[];
  groups: RubricGroup[];
  /**
   * What becomes of points that do not apply: the rest is scaled to the total (`scale`, the default; ×4/3), or they are
   * shared evenly among what applies (`spread`; 平均计入其他指标). What could not be measured is always scaled.
   */
  notApplicable?: 'scale' | 'spread';
  gate?: Gate;
  /** The most that all bonus groups give together. */
  bonusCap?: string;
  /** The most that a score may be; the total and the bonus that can be had, when absent. */
  scoreCap?: string;
  /** Scores are also given on this scale: score ÷ (`scoreCap` or `total`) × `normaliseTo`. */
  normaliseTo?: string;
  /** Of the score; two digits, half up, when absent. */
  rounding?: Rounding;
  /** Places after a tie: `skip` 1, 2, 2, 4 (the default), `dense` 1, 2, 2, 3. */
  ties?: 'skip' | 'dense';
  rollUp?: RollUp[];
  /** Share of the mean of the quarters' scores in the score of their year. */
  quarters?: { weight: string };
  /** What a person must have decided on before a circular is written; nothing when absent. */
  review?: ReviewGate;
}

export const reviewedKinds = ['fail', 'review'] as const;

/** Findings that must be reviewed: those of these kinds, and whatever these indicators found. */
export interface ReviewGate {
  kinds?: (typeof reviewedKinds)[number][];
  indicators?: string[];
}

/** All items of a rubric in reading order, whatever group they stand in. */
export function rubricItems({ groups }: { groups: readonly RubricGroup[] }): RubricItem[] {
  return groups.flatMap((group) => [...group.items, ...rubricItems({ groups: group.groups ?? [] })]);
}
