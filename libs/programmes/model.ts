import type { LocalDate } from '#calendar';
import type { AppliesTo } from './applies-to.js';
import type { CaseworkRules } from './casework.js';
import type { ColumnKey } from './column-key.js';
import type { PlanParts, RequirementParts } from './plan-parts.js';
import type { Rubric } from './rubric.js';

export type { AppliesTo } from './applies-to.js';
export * from './plan-parts.js';
export * from './rubric.js';

export const checkKinds = ['automatic', 'reviewed', 'evidence', 'judgement'] as const;
export type CheckKind = (typeof checkKinds)[number];

export interface Requirement extends RequirementParts {
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
  /** Evidence asked for when it cannot be checked automatically; what the form asks for where there is one. */
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
  /** What proves that it is done. */
  proof?: string;
  /** The conflict of the plan that explains two deadlines for this task. */
  conflict?: string;
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

/** Two clauses that cannot both hold, with both readings and the one taken. */
export interface Conflict {
  id: string;
  clauses: string[];
  /** Requirements that it touches. */
  requirements?: string[];
  readings: string[];
  taken: string;
}

export interface Programme extends PlanParts {
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
  /** Where the plan sets other days for appeals and rectification than usual. */
  casework?: Partial<CaseworkRules>;
}
