import type { Scorecard, ScoreNode } from './model.js';

/**
 * What ranking and roll-up need of a scorecard. Whole cards may be some hundred thousand bytes large; of ten thousand
 * units only the outlines are held.
 */
export interface CardOutline extends Pick<
  Scorecard,
  'organisation' | 'programme' | 'period' | 'score' | 'grade' | 'coverage' | 'vetoed' | 'rank' | 'raw'
> {
  /** Full marks of the root, and why its points are what they are where there is no score. */
  root: Pick<ScoreNode, 'max' | 'reason'>;
}

export function outlineOf(card: Scorecard): CardOutline {
  const { organisation, programme, period, score, grade, coverage, vetoed, rank, raw, tree } = card;
  const root = { max: tree.max, reason: score === null ? tree.reason : '' };
  return { organisation, programme, period, score, grade, coverage, vetoed, rank, root, ...(raw ? { raw } : {}) };
}
