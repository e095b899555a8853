import { type Points, points, printPoints, share } from '#kernel';
import { appliesTo, type IndicatorResult, type OrganisationRef, type OutcomeKind } from '#indicators';
import type { Requirement, RubricItem } from '#programmes';
import type { ScoreNode } from './model.js';
import { priceItem, ruleText } from './price-item.js';

/** An item with what the total needs to know of it. */
export interface ScoredItem {
  node: ScoreNode;
  item: RubricItem;
  result: IndicatorResult | undefined;
  /** Whether the item is meant for the unit at all. */
  applies: boolean;
  /** Full marks that apply to the unit, and as many of them as could be measured. */
  applicable: Points;
  measurable: Points;
}

const outcomeWords: Record<Exclude<OutcomeKind, 'pass' | 'fail'>, string> = {
  notApplicable: '不适用，不计入满分',
  notMeasured: '无法测量，不计入满分',
  needsReview: '须人工复核，暂不计入满分',
  error: '计算出错，总分暂不公布',
};

/** Scores one item of the rubric; `result` is what its indicator said, if it ran. */
export function scoreItem(
  item: RubricItem,
  result: IndicatorResult | undefined,
  about: { organisation: OrganisationRef; requirement: Requirement | undefined; year: number },
): ScoredItem {
  const applies = appliesTo(item.appliesTo, about.organisation);
  const outcome = applies ? (result?.outcome ?? 'notMeasured') : 'notApplicable';
  const said = applies ? result : undefined;
  const max = points(item.points);
  const zero = points(0);
  const node: ScoreNode = {
    id: item.id,
    title: item.title,
    kind: 'item',
    max: item.points,
    counted: '0',
    before: null,
    points: null,
    rule: ruleText(item.rule, about.year),
    reason: '',
    indicator: item.indicator,
    requirement: item.requirement,
    clause: about.requirement?.clause ?? '',
    outcome,
    measured: said?.measured ?? 0,
    of: said?.of ?? 0,
    unmeasured: said?.unmeasured ?? 0,
    findings: said?.findings.map((finding) => finding.id) ?? [],
    children: [],
  };
  if (said && (outcome === 'pass' || outcome === 'fail')) {
    const price = priceItem(item, said, about.year);
    node.counted = printPoints(max);
    node.before = printPoints(max);
    node.points = printPoints(price.points);
    node.reason = `${said.message}。${price.words}，得${node.points}分（满分${item.points}分）`;
    // Subjects that could not be measured lower the coverage of the item, never its points.
    const seen = share(said.of, said.of + said.unmeasured);
    return { node, item, result: said, applies, applicable: max, measurable: max.times(seen) };
  }
  const why = applies ? (said?.message ?? '没有该项指标的结果') : `不适用于“${about.organisation.category}”类单位`;
  node.reason = `${why}。${outcomeWords[outcome === 'pass' || outcome === 'fail' ? 'notMeasured' : outcome]}（${item.points}分）`;
  const applicable = outcome === 'notApplicable' ? zero : max;
  return { node, item, result: said, applies, applicable, measurable: zero };
}
