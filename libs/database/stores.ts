import type { FindingState } from '#casework';
import type { Capture, FetchOutcome, Revisit } from '#evidence';
import type { ReadCapture, SiteFacts } from '#facts';
import type { Finding, OrganisationRef } from '#indicators';
import type { Scorecard, TaskCounts, TaskStateName } from '#scoring';

/** Units as imported; the name is their key. Extra columns of the sheet are kept in `extra`. */
export interface OrganisationRow extends OrganisationRef {
  extra: Record<string, string>;
  /** Part of the bundled sample county. */
  sample: boolean;
}

export interface RoundRow {
  id: string;
  startedAt: string;
  finishedAt: string | null;
  /** `live` or the name of the archive it was read from. */
  source: string;
  sample: boolean;
  /** Every page is asked for, whatever earlier rounds kept. */
  whole: boolean;
}

/** What follows a round that workers crawl: a result, and a circular about it. */
export interface RoundFollowUp {
  programme: string;
  period: string;
  asOf?: string;
  circular?: CircularKind;
}

export type CircularKind = 'weekly' | 'monthly' | 'quarterly' | 'annual';

/** What a schedule begins: a round with what follows it, or a look at where the links of sites lead. */
export type ScheduleTask = 'crawl' | 'links';

/** A period as seen from the day of a run. */
export type SchedulePeriod = `${'this' | 'last'}-${'week' | 'month' | 'quarter' | 'half' | 'year'}`;

export interface SiteRoundRow {
  round: string;
  site: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  pages: number;
  outcomes: Partial<Record<FetchOutcome, number>>;
  /** Pages that only a browser could have shown, and there was none. */
  unrendered: number;
  seconds: number;
  ended: string | null;
  note: string | null;
  /** The round that it builds upon; null where every page is asked for. Written by `settleBase` alone. */
  base?: string | null;
  /** When the last round of the site began that asked for every page, ISO 8601 UTC; null until that is settled. */
  fullSince?: string | null;
  /** Pages that were asked for, and those of them that were as before; null or absent where that was not counted. */
  asked?: number | null;
  unchanged?: number | null;
}

/** A standard column that a page leads to. */
export interface SiteLookColumn {
  key: string;
  name: string;
  /** '' where only a script can open it. */
  url: string;
}

export interface TaskState {
  programme: string;
  period: string;
  task: string;
  stage: string;
  title: string;
  responsible: string[];
  startOn: string | null;
  dueOn: string | null;
  dueText: string;
  state: TaskStateName;
  /** Why, one sentence. */
  reason: string;
  evidence: { capture: string; url: string }[];
  /** Its units by state; absent in assessments from before units were told apart. */
  counts?: TaskCounts;
}

/** Which assessment it is. */
export interface AssessmentOpening {
  programme: string;
  programmeVersion: string;
  period: string;
  asOf: string;
  /** The newest round that it rests on. */
  round: string;
  assessedAt: string;
}

/** One assessment of many units: everything that is published together. */
export interface AssessmentRow extends AssessmentOpening {
  scorecards: Scorecard[];
  tasks: TaskState[];
}

/** A finding with its history: `recurred` was fixed in an earlier period and is back. */
export interface FindingRow extends Finding {
  programme: string;
  period: string;
  requirement: string;
  clause: string;
  /** Points lost by it, as text; `0` for reviews. */
  points: string;
  state: FindingState;
}

/** A finding as it was when somebody decided on it. */
export interface DecidedOn extends Pick<Finding, 'kind' | 'subject' | 'message' | 'details'> {
  url: string;
  requirement: string;
  clause: string;
  points: string;
  unit: string;
}

export interface CaptureRow extends Capture {
  /** Whether only a browser could have shown it and there was none. */
  unrendered: boolean;
  screenshot: string | null;
  revisit: Revisit | null;
}

export type { ReadCapture, Scorecard, SiteFacts };
