import { type Points, points, printPercent, printPoints, share } from '#kernel';
import type { LocalDate, Period } from '#calendar';
import type { IndicatorResult, OrganisationRef } from '#indicators';
import type { Programme, Rubric, RubricItem } from '#programmes';
import type { Scorecard, ScoreNode } from './model.js';
import { scoreItem, type ScoredItem } from './score-item.js';

export interface ScoreRequest {
  programme: Programme;
  organisation: OrganisationRef;
  period: Period;
  asOf: LocalDate;
  evidenceDigest: string;
  /**
   * What the indicators said of the unit. Where several items of the rubric use one indicator with different params,
   * its results stand in the order of those items.
   */
  results: readonly IndicatorResult[];
}

/**
 * Prices what the indicators found. The order of arithmetic is fixed:
 *
 * 1. veto – a failed veto item fixes the total and ends the scoring;
 * 2. deduct – each measured item loses points by its rule;
 * 3. cap – an item never goes below zero or above its full marks; it is rounded half up to 0.01 here, so that the
 *    printed items add up to the printed sum;
 * 4. reweight – items that do not apply, could not be measured or wait for a person leave the denominator, and the sum
 *    is scaled to the rubric's total;
 * 5. gate, 6. bonus – rubrics do not have them yet; they come here;
 * 7. cap – never below zero or above the total;
 * 8. round – half up to 0.01.
 *
 * No total is given when an indicator ended in an error, or when less could be measured than the rubric's floor.
 */
export function scoreOrganisation(request: ScoreRequest): Scorecard {
  const { programme, organisation, period, asOf, evidenceDigest } = request;
  const { rubric } = programme;
  const scored = scoreItems(request);
  const items = scored.flatMap((group) => group.items);
  const groups = scored.map(({ id, title, items: children }) => groupNode(id, title, children));
  const total = totalOf(rubric, items, groups);
  const tree: ScoreNode = {
    id: programme.id,
    title: rubric.title,
    kind: 'root',
    max: rubric.total,
    counted: printPoints(sumOf(groups, 'counted')),
    before: total.before,
    points: total.score,
    rule: '各组得分相加；不适用和无法测量的项目不计入满分，按可计满分折算为总分',
    reason: total.reason,
    findings: [],
    children: groups,
  };
  return {
    organisation,
    programme: programme.id,
    programmeVersion: programme.version,
    period: period.id,
    asOf,
    evidenceDigest,
    score: total.score,
    grade: total.grade,
    coverage: total.coverage,
    vetoed: total.vetoed,
    rank: null,
    tree,
    results: items.flatMap(({ result }) => result ?? []),
  };
}

interface ScoredGroup {
  id: string;
  title: string;
  items: ScoredItem[];
}

function scoreItems({ programme, organisation, period, results }: ScoreRequest): ScoredGroup[] {
  const requirements = new Map(programme.requirements.map((requirement) => [requirement.id, requirement]));
  const year = Number(period.to.slice(0, 4));
  const nextResult = resultsInTurn(results);
  return programme.rubric.groups.map(({ id, title, items }) => ({
    id,
    title,
    items: items.map((item) => {
      const about = { organisation, requirement: requirements.get(item.requirement), year };
      return scoreItem(item, nextResult(item), about);
    }),
  }));
}

/** Hands out the results of each indicator in their order, the last one again and again. */
function resultsInTurn(results: readonly IndicatorResult[]): (item: RubricItem) => IndicatorResult | undefined {
  const waiting = new Map<string, IndicatorResult[]>();
  for (const result of results) waiting.set(result.indicator, [...(waiting.get(result.indicator) ?? []), result]);
  return ({ indicator }) => {
    const queue = waiting.get(indicator) ?? [];
    return queue.length > 1 ? queue.shift() : queue[0];
  };
}

function groupNode(id: string, title: string, items: readonly ScoredItem[]): ScoreNode {
  const children = items.map(({ node }) => node);
  const measured = children.filter((node) => node.points !== null);
  const max = printPoints(sumOf(children, 'max'));
  const counted = printPoints(sumOf(children, 'counted'));
  const got = measured.length === 0 ? null : printPoints(sumOf(measured, 'points'));
  const left = children.length - measured.length;
  return {
    id,
    title,
    kind: 'group',
    max,
    counted,
    before: got === null ? null : counted,
    points: got,
    rule: '组内各项得分相加',
    reason:
      got === null
        ? `组内${children.length}项均不适用或无法测量，不计入满分`
        : `${measured.length}项可计，得${got}分（可计满分${counted}分）${left > 0 ? `；另${left}项不计入满分` : ''}`,
    findings: [],
    children,
  };
}

interface Total extends Pick<Scorecard, 'score' | 'grade' | 'coverage' | 'vetoed'> {
  before: string | null;
  reason: string;
}

function totalOf(rubric: Rubric, items: readonly ScoredItem[], groups: readonly ScoreNode[]): Total {
  const counted = sumOf(groups, 'counted');
  const sum = sumOf(groups, 'points');
  const applicable = add(items.map((item) => item.applicable));
  const measurable = add(items.map((item) => item.measurable));
  const coverage = printPoints(applicable.isZero() ? points(0) : share(measurable, applicable));
  const before = counted.isZero() ? null : printPoints(sum);
  const withheld = { score: null, grade: null, coverage, vetoed: null, before };

  const broken = items.find(({ node }) => node.outcome === 'error');
  if (broken) return { ...withheld, reason: `“${broken.item.title}”计算出错，修复之前不公布总分` };
  for (const { item, node, result } of items) {
    if (item.rule.kind !== 'veto' || node.outcome !== 'fail') continue;
    const score = printPoints(points(item.rule.score));
    const reason = `单项否决：“${item.title}”不符合（${result?.message ?? ''}），总分定为${score}分`;
    return { score, grade: gradeOf(rubric, points(score)), coverage, vetoed: item.title, before, reason };
  }
  if (applicable.isZero()) return { ...withheld, reason: '没有适用于该单位的项目，不评定总分' };
  const percent = `${printPercent(points(coverage))}%`;
  if (counted.isZero() || points(coverage).lt(rubric.coverageFloor)) {
    const floor = `${printPercent(points(rubric.coverageFloor))}%`;
    return { ...withheld, reason: `可测度${percent}，低于评定总分所需的${floor}，不评定总分和等次` };
  }
  const whole = points(rubric.total);
  const scaled = sum.times(whole).div(counted);
  const score = printPoints(scaled.gt(whole) ? whole : scaled);
  const scale = counted.eq(whole)
    ? `各项合计${before}分`
    : `可计满分${printPoints(counted)}分中得${before}分，折算为${rubric.total}分制得${score}分`;
  const grade = gradeOf(rubric, points(score));
  const reason = `${scale}，可测度${percent}${grade === null ? '' : `，等次为${grade}`}`;
  return { score, grade, coverage, vetoed: null, before, reason };
}

/** The highest band that the score reaches. */
function gradeOf(rubric: Rubric, score: Points): string | null {
  const reached = rubric.bands.filter((band) => score.gte(band.from));
  return reached.sort((one, other) => points(other.from).cmp(points(one.from)))[0]?.grade ?? null;
}

function sumOf(nodes: readonly ScoreNode[], field: 'max' | 'counted' | 'points'): Points {
  return add(nodes.map((node) => points(node[field] ?? 0)));
}

function add(values: readonly Points[]): Points {
  return values.reduce((sum, value) => sum.plus(value), points(0));
}
