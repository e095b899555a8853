import type { Period } from '#calendar';
import { points, printPoints, roundPoints, sumPoints } from '#kernel';
import type { Rubric } from '#programmes';
import { gradeHeld } from './grade.js';
import type { Scorecard, ScoreNode } from './model.js';
import { normalise } from './normalise.js';

/** A quarter of the year that is scored, and what the unit had in it; null where it was not scored. */
export interface QuarterCard {
  period: Period;
  card: Scorecard | null;
}

/** The id of the node under the root that holds the quarters, each by the id of its period. */
export const quartersNode = 'quarters';

/**
 * Lets the scores of the quarters into that of their year, by the share that the rubric gives them. Quarters without a score
 * are left out and named; without any, or where the year has no score of its own or is under a veto, it stays as it is.
 */
export function withQuarters(card: Scorecard, rubric: Rubric, quarters: readonly QuarterCard[]): Scorecard {
  const { weight } = rubric.quarters ?? {};
  const { score, raw } = card;
  if (weight === undefined || quarters.length === 0 || score === null || card.vetoed !== null) return card;
  const node = nodeOf(card, weight, quarters);
  const children = [...card.tree.children, node];
  const got = scoresOf(quarters);
  if (got.length === 0) return { ...card, tree: { ...card.tree, children } };
  const total = blended({ score, grade: card.grade }, rubric, weight, got);
  const normalised = normalise(rubric, total.score);
  return {
    ...{ ...card, ...total },
    tree: {
      ...{ ...card.tree, points: total.score, children },
      reason: `${card.tree.reason}；${node.reason}，总分${total.score}分${total.grade === null ? '' : `，等次为${total.grade}`}`,
      steps: [...(card.tree.steps ?? []), { step: 'quarters', words: node.reason, points: total.score }],
    },
    ...(normalised ? { normalised } : {}),
    ...(raw && raw.score !== null
      ? { raw: { ...raw, ...blended({ score: raw.score, grade: raw.grade }, rubric, weight, got) } }
      : {}),
  };
}

const scoresOf = (quarters: readonly QuarterCard[]): string[] => quarters.flatMap(({ card }) => card?.score ?? []);

function blended(
  { score, grade }: { score: string; grade: string | null },
  rubric: Rubric,
  weight: string,
  quarters: readonly string[],
): { score: string; grade: string | null } {
  const own = points(score);
  const mean = sumPoints(quarters).div(quarters.length);
  const { digits = 2, mode = 'halfUp' } = rubric.rounding ?? {};
  const whole = roundPoints(own.times(points(1).minus(weight)).plus(mean.times(weight)), digits, mode);
  return { score: printPoints(whole), grade: gradeHeld(rubric, { score: own, grade }, whole) };
}

function nodeOf({ score, tree }: Scorecard, weight: string, quarters: readonly QuarterCard[]): ScoreNode {
  const got = scoresOf(quarters);
  const missing = quarters.filter(({ card }) => !card?.score).map(({ period }) => period.title);
  const percent = (share: string) => `${printPoints(points(share).times(100))}%`;
  const mean = got.length === 0 ? null : printPoints(roundPoints(sumPoints(got).div(got.length), 2));
  const without = missing.length === 0 ? '' : `（${missing.join('、')}没有得分，不计入）`;
  const ofYear = percent(points(1).minus(weight).toString());
  const child = (id: string, title: string, points: string | null, reason: string): ScoreNode => ({
    ...{ id, title, kind: 'group', max: tree.max, counted: '0', before: null, points },
    ...{ rule: '该期总分', reason, findings: [], children: [] },
  });
  return {
    ...{ id: quartersNode, title: '各季度得分', kind: 'group', max: '0', counted: '0', before: null, points: mean },
    rule: `各季度平均分占总分的${percent(weight)}，年度测评占${ofYear}`,
    reason:
      mean === null
        ? '各季度都没有得分，总分只按年度测评计'
        : `年度测评${score}分占${ofYear}，各季度平均${mean}分占${percent(weight)}${without}`,
    findings: [],
    children: [
      child('year', '年度测评', score, tree.reason),
      ...quarters.map(({ period, card }) =>
        child(period.id, period.title, card?.score ?? null, !card?.score ? '没有得分' : `得${card.score}分`),
      ),
    ],
  };
}
