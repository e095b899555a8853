import type { LocalDate } from '#calendar';
import type { IndicatorResult, OrganisationRef, OutcomeKind } from '#indicators';

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
  /** Place among the units of the same class; filled by `rank`. */
  rank: number | null;
  tree: ScoreNode;
  results: IndicatorResult[];
}
