import { type Points, points, printPercent, printPoints, share } from '#kernel';
import type { IndicatorResult } from '#indicators';
import type { RubricItem, RubricRule } from '#programmes';

/** Points that a measured item is left with, and how they came about in words. */
export interface Price {
  points: Points;
  words: string;
}

/**
 * What the rubric's rule makes of a measured result: exact, rounded half up to 0.01, never below zero or above the
 * item's full marks. `year` is the one in which the period ends.
 */
export function priceItem(item: RubricItem, result: IndicatorResult, year: number): Price {
  const max = points(item.points);
  const price = applyRule(item.rule, { max, result, year });
  const bounded = price.points.lt(0) ? points(0) : price.points.gt(max) ? max : price.points;
  return { points: points(printPoints(bounded)), words: price.words };
}

/** The rule as a reader sees it, with its figures. */
export function ruleText(rule: RubricRule, year: number): string {
  switch (rule.kind) {
    case 'allOrNothing':
      return '符合得满分，不符合不得分';
    case 'proportional':
      return '按符合的比例得分';
    case 'perFinding':
      return `每个问题扣${rule.each}分，${rule.cap === undefined ? '扣完为止' : `最多扣${rule.cap}分`}`;
    case 'threshold': {
      const full = percentText(fullShare(rule, year));
      return points(rule.zero ?? 0).isZero()
        ? `比例达到${full}得满分，不足的按比例得分`
        : `比例达到${full}得满分，不高于${percentText(rule.zero ?? '0')}不得分，其间按比例得分`;
    }
    case 'bands':
      return rule.bands.map((band) => `比例达到${percentText(band.atLeast)}得${band.points}分`).join('，');
    case 'veto':
      return `单项否决：不符合的，总分定为${rule.score}分，不再计算其他项目`;
  }
}

interface Case {
  max: Points;
  result: IndicatorResult;
  year: number;
}

function applyRule(rule: RubricRule, { max, result, year }: Case): Price {
  const reached = share(result.measured, result.of);
  const part = `${result.measured}/${result.of}`;
  const whole = printPoints(max);
  switch (rule.kind) {
    case 'allOrNothing':
    case 'veto':
      return result.outcome === 'fail'
        ? { points: points(0), words: '不符合，不得分' }
        : { points: max, words: '符合，得满分' };
    case 'proportional':
      return { points: max.times(reached), words: `${whole}分×${part}` };
    case 'perFinding': {
      const count = result.findings.filter((finding) => finding.kind === 'fail').length;
      const asked = points(rule.each).times(count);
      const cap = points(rule.cap ?? max);
      const off = asked.gt(cap) ? cap : asked;
      const capped = asked.gt(cap) ? `，封顶扣${printPoints(off)}分` : `，扣${printPoints(off)}分`;
      return { points: max.minus(off), words: `${count}个问题，每个扣${rule.each}分${capped}` };
    }
    case 'threshold': {
      const full = points(fullShare(rule, year));
      const zero = points(rule.zero ?? 0);
      const words = `比例${printPercent(reached)}%，${ruleText(rule, year)}`;
      if (reached.gte(full)) return { points: max, words };
      if (reached.lte(zero)) return { points: points(0), words };
      return { points: max.times(reached.minus(zero)).div(full.minus(zero)), words };
    }
    case 'bands': {
      const band = rule.bands.find((one) => reached.gte(one.atLeast));
      const words = `比例${printPercent(reached)}%，${band ? `达到${percentText(band.atLeast)}一档` : '未达到最低一档'}`;
      return { points: points(band?.points ?? 0), words };
    }
  }
}

function fullShare(rule: Extract<RubricRule, { kind: 'threshold' }>, year: number): string {
  return rule.fullByYear?.filter((row) => row.fromYear <= year).at(-1)?.full ?? rule.full;
}

function percentText(value: string): string {
  return `${printPercent(points(value))}%`;
}
