import { points, printPoints } from '#kernel';
import type { Rubric } from '#programmes';
import type { Scorecard } from './model.js';

/** The score on the scale that the rubric also asks for (130分制折算为百分制); undefined where it asks for none. */
export function normalise(rubric: Rubric, score: string | null): Scorecard['normalised'] {
  const { normaliseTo, scoreCap, total } = rubric;
  const full = points(scoreCap ?? total);
  if (normaliseTo === undefined || score === null || full.isZero()) return undefined;
  return { score: printPoints(points(score).times(normaliseTo).div(full)), of: normaliseTo };
}
