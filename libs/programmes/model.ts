import type { LocalDate } from '#calendar';
import type { ColumnKey } from './column-key.js';

export const checkKinds = ['automatic', 'reviewed', 'evidence', 'judgement'] as const;
export type CheckKind = (typeof checkKinds)[number];

export interface Requirement {
  /** e.g. PL-04. */
  id: string;
  /** e.g. 二(二)4. */
  clause: string;
  /** One short sentence in Chinese. */
  statement: string;
  check: CheckKind;
  responsible: string[];
  /** Due date as the plan words it, or null. */
  due: string | null;
  /** Indicators bound to it. */
  indicators: string[];
  /** Evidence form asked for when it cannot be checked automatically. */
  evidence: string | null;
}

export interface Task {
  id: string;
  stage: string;
  title: string;
  responsible: string[];
  startText: string | null;
  dueText: string;
  /** Resolved by the calendar's rule for fuzzy dates. */
  startOn: LocalDate | null;
  dueOn: LocalDate | null;
  /** How a loosely worded due date was taken, e.g. “底”取当月最后一日; absent when it could not be resolved. */
  dueRule?: string;
  requirements: string[];
}

/** Which columns a unit must have and how fresh each must be; days are calendar days. */
export interface ColumnRule {
  key: ColumnKey;
  title: string;
  required: boolean;
  /** Null: never stale. */
  maxAgeDays: number | null;
  appliesTo?: AppliesTo;
}

/** Restricts to classes of units by 类别 (政府 部门 街镇 …) and 层级 (省 市 县 乡 村). */
export interface AppliesTo {
  categories?: string[];
  levels?: string[];
}

export type RubricRule =
  /** Full marks when it passes, none when it fails. */
  | { kind: 'allOrNothing' }
  /** Full marks times the measured share. */
  | { kind: 'proportional' }
  /** `each` points off for every finding, down to zero or to `cap` off. */
  | { kind: 'perFinding'; each: string; cap?: string }
  /**
   * Full marks from `full` on, nothing below `zero` (0 when absent), in proportion between; shares as decimals.
   * Where a plan raises its demand over the years, the last row of `fullByYear` (ascending) whose `fromYear` is not after
   * the year in which the period ends replaces `full`.
   */
  | { kind: 'threshold'; full: string; zero?: string; fullByYear?: { fromYear: number; full: string }[] }
  /** First band whose `atLeast` the share reaches gives its points. */
  | { kind: 'bands'; bands: { atLeast: string; points: string }[] }
  /** Failing fixes the total at `score` and ends the scoring. */
  | { kind: 'veto'; score: string };

export interface RubricItem {
  id: string;
  title: string;
  indicator: string;
  requirement: string;
  points: string;
  rule: RubricRule;
  /** Checked by the indicator's own schema. */
  params: Record<string, unknown>;
  appliesTo?: AppliesTo;
}

export interface RubricGroup {
  id: string;
  title: string;
  items: RubricItem[];
}

export interface Rubric {
  title: string;
  /** Who set the points: the plan itself or this project's default. */
  origin: 'plan' | 'default';
  note: string;
  /** Sum of all points, as printed. */
  total: string;
  /** Below this share of measured points no grade is given. */
  coverageFloor: string;
  bands: { grade: string; from: string }[];
  groups: RubricGroup[];
}

/** Two clauses that cannot both hold, with both readings and the one taken. */
export interface Conflict {
  id: string;
  clauses: string[];
  readings: string[];
  taken: string;
}

export interface Programme {
  id: string;
  version: string;
  title: string;
  source: { title: string; number: string | null; issuer: string; issuedOn: LocalDate | null };
  requirements: Requirement[];
  columns: ColumnRule[];
  tasks: Task[];
  rubric: Rubric;
  conflicts: Conflict[];
  circular: {
    /** 发文机关. */
    issuer: string;
    /** 主送机关. */
    recipients: string;
    /** Work it rests on, as quoted in the opening. */
    basis: string;
    /** Calendar days from the circular to the date by which problems are to be mended. */
    rectifyWithinDays: number;
    /** Office that takes the reports. */
    reportTo: string;
  };
}
