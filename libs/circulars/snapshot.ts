import type { LocalDate, Period } from '#calendar';
import type { FindingRow, TaskState } from '#database';
import type { Programme } from '#programmes';
import type { Scorecard } from '#scoring';
import type { Letterhead } from './letterhead.js';

export type CircularKind = 'weekly' | 'monthly' | 'quarterly' | 'annual' | 'special';

/** Websites of one unit: how many it has, and how many could be read. */
export interface SiteCount {
  /** Name of the unit. */
  organisation: string;
  sites: number;
  read: number;
}

/** How an indicator is called when all is well and when it is not. */
export interface IndicatorTitle {
  id: string;
  title: string;
  failureTitle: string;
}

/** By what rule the units of a special circular are chosen. */
export type SpecialRule =
  /** This grade and those below. */
  | { by: 'grade'; grade: string }
  /** Whose notices to mend are overdue; of their problems those that the notices name and nobody mended. */
  | { by: 'overdue' }
  /** With problems of one indicator, and those alone. */
  | { by: 'indicator'; indicator: string };

/** A notice to mend whose day has passed. */
export interface OverdueNotice {
  /** Name of the unit. */
  organisation: string;
  issuedOn: LocalDate;
  dueOn: LocalDate;
  /** Working days. */
  daysOver: number;
  /** Ids of the problems that are not mended. */
  left: string[];
}

export interface Special {
  rule: SpecialRule;
  notices: OverdueNotice[];
}

/** Everything a circular says, frozen: the same snapshot gives the same circular, whenever it is written. */
export interface CircularSnapshot {
  kind: CircularKind;
  programme: Programme;
  period: Period;
  previousPeriod?: Period;
  /** Name of the area, e.g. 云岭县. */
  area: string;
  /** Date below the text (成文日期). */
  date: LocalDate;
  /** 发文字号 such as `云政办函〔2023〕3号`; with it the red head is printed. */
  number?: string;
  /** Who gets a copy (抄送), for the imprint at the end. */
  copyTo?: string;
  asOf: LocalDate;
  scorecards: Scorecard[];
  previousScorecards?: Scorecard[];
  findings: FindingRow[];
  tasks: TaskState[];
  sites: SiteCount[];
  indicators: IndicatorTitle[];
  /** Of the office that writes; absent where it has none, then the programme's issuer stands for all. */
  letterhead?: Letterhead;
  /** Invented data of the bundled sample: said on the circular. */
  sample: boolean;
  /** Of a special circular: by what rule its units were chosen. */
  special?: Special;
  /** The circular that this one corrects, as its text names it: `《……》（云政办发〔2026〕3号）`. */
  corrects?: string;
  /** Id of a template, e.g. `quarterly-v1`; by default the newest of the kind. */
  template?: string;
}
