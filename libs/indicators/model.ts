import type { LocalDate, Period, Workdays } from '#calendar';
import type { SiteFacts } from '#facts';
import type { ColumnRule } from '#programmes';

export type OutcomeKind = 'pass' | 'fail' | 'notApplicable' | 'notMeasured' | 'needsReview' | 'error';

/** Where a finding can be seen. No finding exists without it. */
export interface FindingEvidence {
  capture: string;
  url: string;
  /** Words to be marked on the kept page. */
  marks: string[];
}

/** One problem of one unit, or one doubt that a person must settle. */
export interface Finding {
  /** `stableId(organisation, indicator, subject)`: the same problem keeps its id over rounds. */
  id: string;
  organisation: string;
  indicator: string;
  /** Address of the document, key of the column …: what it is about. */
  subject: string;
  /** `fail` deducts; `review` never does. */
  kind: 'fail' | 'review';
  /** What is wrong, one sentence for the unit. */
  message: string;
  /** How to mend it. */
  remedy: string;
  /** The figures behind the sentence, label and value, in reading order. */
  details: { label: string; value: string }[];
  evidence: FindingEvidence;
}

/** What one indicator says of one unit. */
export interface IndicatorResult {
  indicator: string;
  /** Version of the indicator's rule. */
  version: number;
  outcome: OutcomeKind;
  /** Subjects that comply and subjects that were measured: the measure is `measured / of`. */
  measured: number;
  of: number;
  /** Subjects that could not be measured (undated, unread …). */
  unmeasured: number;
  /** One sentence with the figures. */
  message: string;
  findings: Finding[];
}

export interface OrganisationRef {
  id: string;
  name: string;
  aliases: string[];
  /** 省 市 县 乡 村. */
  level: string;
  /** 政府 部门 街镇 园区 村居 单位. */
  category: string;
  parent: string | null;
  site: string | null;
}

/** What every indicator may know beside its facts. Time comes in; nothing here has a clock. */
export interface IndicatorContext<Params> {
  params: Params;
  organisation: OrganisationRef;
  period: Period;
  asOf: LocalDate;
  workdays: Workdays;
  columnRules: ColumnRule[];
}

export type FactName = keyof SiteFacts;
