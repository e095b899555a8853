import { type Points, points } from '#kernel';
import type { GradeBand, Rubric } from '#programmes';

/** A grade with the sentence that says why, where the bands as printed leave it open. */
export interface Grade {
  grade: string | null;
  words: string;
}

/**
 * The highest band that the score reaches. Bands as printed may leave gaps (≥90, 70–89: what of 89.5?); a score in a gap
 * belongs to the band below it, and that is said.
 */
export function gradeOf({ bands }: Pick<Rubric, 'bands'>, score: Points): Grade {
  const ordered = [...bands].sort((one, other) => points(other.from).cmp(points(one.from)));
  const index = ordered.findIndex((band) => score.gte(band.from));
  const band = ordered[index];
  if (!band) return { grade: null, words: '' };
  const above = ordered[index - 1];
  const inGap = band.to !== undefined && above && score.gt(band.to);
  const words = inGap
    ? `；介于“${band.grade}”上限${band.to}分与“${above.grade}”下限${above.from}分之间，按低一等次计`
    : '';
  return { grade: band.grade, words };
}

/** The grade of a score that others were let into: one that a pass line held down before stays down. */
export function gradeHeld(rubric: Rubric, own: { score: Points; grade: string | null }, score: Points): string | null {
  const byScore = gradeOf(rubric, score).grade;
  const isHeld = gradeOf(rubric, own.score).grade !== own.grade;
  return isHeld ? lowerGrade(rubric.bands, byScore, own.grade) : byScore;
}

/** The lower of two grades by the order of the bands; one that is in no band counts as the lowest. */
export function lowerGrade(bands: readonly GradeBand[], one: string | null, other: string | null): string | null {
  const markOf = (grade: string | null) => points(bands.find((band) => band.grade === grade)?.from ?? -1);
  return markOf(other).lt(markOf(one)) ? other : one;
}
