import type { OutcomeKind } from '#indicators';
import type { Scorecard } from './model.js';
import { itemsOf } from './score-items.js';

/** A scorecard as `export scorecards` prints it: points and shares as JSON numbers of at most two decimals. */
export interface PrintedScorecard {
  organisation: string;
  period: string;
  programme: string;
  score: number | null;
  grade: string | null;
  coverage: number;
  vetoed: string | null;
  rank: number | null;
  indicators: PrintedItem[];
}

export interface PrintedItem {
  id: string;
  outcome: OutcomeKind;
  measured: number;
  of: number;
  points: number | null;
  max: number;
  /** Ids of its findings. */
  findings: string[];
}

export function printScorecard(card: Scorecard): PrintedScorecard {
  return {
    organisation: card.organisation.name,
    period: card.period,
    programme: card.programme,
    score: numberOf(card.score),
    grade: card.grade,
    coverage: Number(card.coverage),
    vetoed: card.vetoed,
    rank: card.rank,
    indicators: itemsOf(card.tree).map((node) => ({
      id: node.indicator ?? node.id,
      outcome: node.outcome ?? 'notMeasured',
      measured: node.measured ?? 0,
      of: node.of ?? 0,
      points: numberOf(node.points),
      max: Number(node.max),
      findings: node.findings,
    })),
  };
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text);
}
