import type { LocalDate } from '#calendar';
import type { Confirmation, IndicatorResult, OrganisationRef, OutcomeKind } from '#indicators';

/** A node of the score tree. All points are decimals written as text; API, dashboard and circular show this one tree. */
export interface ScoreNode {
  id: string;
  title: string;
  kind: 'root' | 'group' | 'item';
  /** Full marks as the rubric prints them. */
  max: string;
  /** Full marks that count after what is not applicable or not measured was left out. */
  counted: string;
  /** Points before and after the rule; null when nothing could be measured. */
  before: string | null;
  points: string | null;
  /** The rule in words. */
  rule: string;
  /** Why the points are what they are, one sentence. */
  reason: string;
  /** Only items. */
  indicator?: string;
  requirement?: string;
  clause?: string;
  outcome?: OutcomeKind;
  measured?: number;
  of?: number;
  unmeasured?: number;
  findings: string[];
  children: ScoreNode[];
  /** Problems that were taken for compliance, and on whose word. */
  excused?: ExcusedFinding[];
  /** Problems and doubts on which a person decided, as far as the decisions held. */
  decided?: DecidedFinding[];
  /** Only the root of a rubric that does more than add up: its arithmetic, step by step. */
  steps?: ScoreStep[];
}

/** A problem that an accepted statement or an exemption speaks for. */
export interface ExcusedFinding {
  finding: string;
  message: string;
  kind: Excuse['kind'];
  by: string;
  why: string;
  /** Last day on which it holds. */
  until: LocalDate;
}

/** Why a problem found on a site is none: taken from casework, entered as plain data. */
export interface Excuse {
  /** `statement`: 情况说明, nothing happened that was to be published; `exemption`: checked by a person and let off. */
  kind: 'statement' | 'exemption';
  organisation: string;
  indicator: string;
  /** Only for items of this requirement; for all of the indicator where it is absent. */
  requirement?: string;
  /** What it speaks for; all that the indicator finds where it is absent. */
  subject?: string;
  /** When it was given; a statement must be given within what is judged, and no later than the day of judgement. */
  on: LocalDate;
  until: LocalDate;
  /** Who answers for it. */
  by: string;
  /** Without a reason it counts for nothing. */
  why: string;
}

export const findingVerdicts = ['confirmed', 'dismissed', 'merged'] as const;
export type FindingVerdict = (typeof findingVerdicts)[number];

/**
 * What a person decided on one finding of a unit in one programme and period, after looking at it (复核) or on appeal (申诉).
 * It holds as long as the finding says the same.
 */
export interface FindingDecision {
  /** A score rests on it. */
  id: string;
  organisation: string;
  programme: string;
  period: string;
  finding: string;
  indicator: string;
  /**
   * `confirmed`: it is a problem, and a doubt deducts from then on; `dismissed`: it is none, and its subject complies;
   * `merged`: it speaks of the same matter as `into` and is left out.
   */
  verdict: FindingVerdict;
  /** Only of `merged`: the finding that stays. */
  into?: string;
  reason: string;
  by: string;
  on: LocalDate;
  source: Confirmation['source'];
  /** What the finding said then, by `findingSays`. */
  said: string;
}

/** A finding with the decision that held. */
export interface DecidedFinding extends Pick<FindingDecision, 'finding' | 'verdict' | 'into' | 'by' | 'on' | 'source'> {
  message: string;
  why: string;
}

/** What a card came to without what people decided on findings. */
export type RawScore = Pick<Scorecard, 'score' | 'grade' | 'coverage' | 'vetoed'>;

/** One step of the arithmetic from the groups to the score, with the points after it. */
export interface ScoreStep {
  step: 'sum' | 'reweight' | 'malus' | 'gate' | 'bonus' | 'cap' | 'round' | 'quarters' | 'rollUp';
  words: string;
  points: string;
}

export interface Scorecard {
  organisation: OrganisationRef;
  programme: string;
  programmeVersion: string;
  period: string;
  asOf: LocalDate;
  /** Digest over the evidence (capture ids and hashes) that the score rests on. */
  evidenceDigest: string;
  /** Total on the rubric's scale; null when below the floor nothing can be said. */
  score: string | null;
  grade: string | null;
  /** Share of the points that could be measured, e.g. `0.93`. */
  coverage: string;
  /** Name of the veto that struck, or null. */
  vetoed: string | null;
  /** The score on another scale, where the rubric asks for it. */
  normalised?: { score: string; of: string };
  /** What it would be without what people decided on findings; only where that is something else. */
  raw?: RawScore;
  /** Period, day and evidence of the earlier scorecards that trends, repeated problems and shares of quarters rest on. */
  earlier?: { period: string; asOf: LocalDate; evidenceDigest: string }[];
  /** Place among the units of the same class; filled by `rank`. */
  rank: number | null;
  tree: ScoreNode;
  results: IndicatorResult[];
}
