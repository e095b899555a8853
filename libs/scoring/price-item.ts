import { type Points, points, printPercent, printPoints, roundPoints, share, sumPoints } from '#kernel';
import type { IndicatorResult } from '#indicators';
import type { RubricItem, RubricRule } from '#programmes';
import { againstText, fullShare, percentText, ruleText, trendFigureText } from './rule-text.js';

/** Points that a measured item is left with, and how they came about in words. */
export interface Price {
  points: Points;
  words: string;
}

/** What an item was measured at: so many of so many. */
export type Figure = Pick<IndicatorResult, 'measured' | 'of'>;

/** What pricing may know beside the result. */
export interface Pricing {
  /** Full marks where they are not those that the item prints. */
  full?: Points;
  /** The earlier figure that a trend is measured against. */
  earlier?: Figure;
  /** Ids of findings that were open in the period before. */
  openBefore?: ReadonlySet<string>;
}

/**
 * What the rubric's rule makes of a measured result: exact, rounded half up to 0.01, never below zero or above the
 * item's full marks. `year` is the one in which the period ends.
 */
export function priceItem(item: RubricItem, result: IndicatorResult, year: number, pricing: Pricing = {}): Price {
  const max = pricing.full ?? points(item.points);
  const price = applyRule(item.rule, { item, max, result, year, pricing });
  const bounded = price.points.lt(0) ? points(0) : price.points.gt(max) ? max : price.points;
  return { points: roundPoints(bounded, 2), words: price.words };
}

/** Whether a veto strikes: it failed, and by as many problems as the rule asks for. */
export function isStruck(rule: RubricRule, result: IndicatorResult | undefined): boolean {
  if (rule.kind !== 'veto' || result?.outcome !== 'fail') return false;
  return rule.atLeast === undefined || deducting(result).length >= rule.atLeast;
}

interface Case {
  item: RubricItem;
  max: Points;
  result: IndicatorResult;
  year: number;
  pricing: Pricing;
}

function applyRule(rule: RubricRule, about: Case): Price {
  const { max, result, year } = about;
  const whole = printPoints(max);
  switch (rule.kind) {
    case 'allOrNothing':
      return result.outcome === 'fail' ? nothing('不符合，不得分') : { points: max, words: '符合，得满分' };
    case 'veto':
      if (isStruck(rule, result)) return nothing('不符合，不得分');
      return { points: max, words: result.outcome === 'fail' ? '未达到否决的数量，得满分' : '符合，得满分' };
    case 'proportional':
      return { points: max.times(shareOf(result)), words: `${whole}分×${result.measured}/${result.of}` };
    case 'perFinding':
      return perFinding(rule, about);
    case 'once':
      return deducting(result).length === 0
        ? { points: max, words: '没有问题，得满分' }
        : { points: max.minus(rule.off), words: `存在问题，扣${rule.off}分` };
    case 'perMissing': {
      const missing = result.of - result.measured;
      return takeOff(about, points(rule.each).times(missing), rule.cap, `少${missing}个，每少一个扣${rule.each}分`);
    }
    case 'perSubject': {
      const asked = points(rule.each).times(result.measured);
      const cap = points(rule.cap ?? max);
      const words = `${result.measured}个，每个得${rule.each}分`;
      return asked.gt(cap)
        ? { points: cap, words: `${words}，封顶得${printPoints(cap)}分` }
        : { points: asked, words: `${words}，得${printPoints(asked)}分` };
    }
    case 'threshold': {
      const reached = roundedShare(result, rule.percentDigits);
      const full = points(fullShare(rule, year));
      const zero = points(rule.zero ?? 0);
      const words = `比例${printPercent(reached)}%，${ruleText(rule, year)}`;
      if (reached.gte(full)) return { points: max, words };
      if (reached.lte(zero)) return { points: points(0), words };
      return { points: max.times(reached.minus(zero)).div(full.minus(zero)), words };
    }
    case 'bands': {
      const reached = roundedShare(result, rule.percentDigits);
      const band = rule.bands.find((one) => reached.gte(one.atLeast));
      const words = `比例${printPercent(reached)}%，${band ? `达到${percentText(band.atLeast)}一档` : '未达到最低一档'}`;
      const printed = points(about.item.points);
      // Where the full marks are others than printed, the bands go with them.
      const given = points(band?.points ?? 0);
      return { points: max.eq(printed) || printed.isZero() ? given : given.times(max).div(printed), words };
    }
    case 'trend':
      return trend(rule, about);
  }
}

function perFinding(rule: Extract<RubricRule, { kind: 'perFinding' }>, about: Case): Price {
  const { item, result, pricing } = about;
  const findings = deducting(result);
  const again = item.repeat ? findings.filter(({ id }) => pricing.openBefore?.has(id)) : [];
  const asked = sumPoints([
    points(rule.each).times(findings.length - again.length),
    points(rule.each)
      .times(again.length)
      .times(item.repeat?.times ?? 1),
  ]);
  const repeats = again.length > 0 ? `（其中${again.length}个上期已有，按${item.repeat?.times}倍计）` : '';
  return takeOff(about, asked, rule.cap, `${findings.length}个问题${repeats}，每个扣${rule.each}分`);
}

function takeOff({ max }: Case, asked: Points, capText: string | undefined, words: string): Price {
  const cap = points(capText ?? max);
  const off = asked.gt(cap) ? cap : asked;
  const capped = asked.gt(cap) ? `，封顶扣${printPoints(off)}分` : `，扣${printPoints(off)}分`;
  return { points: max.minus(off), words: `${words}${capped}` };
}

function trend(rule: Extract<RubricRule, { kind: 'trend' }>, { max, result, pricing }: Case): Price {
  if (!pricing.earlier) return nothing('没有可比的数据，不得分');
  const figureOf = (one: Figure) =>
    rule.figure === 'count'
      ? points(one.measured)
      : rule.figure === 'missing'
        ? points(one.of - one.measured)
        : shareOf(one);
  const [before, now] = [figureOf(pricing.earlier), figureOf(result)];
  const print = (value: Points) =>
    (rule.figure ?? 'share') === 'share' ? `${printPercent(value)}%` : printPoints(value);
  const met = { rise: now.gt(before), fall: now.lt(before), notRise: now.lte(before), notFall: now.gte(before) };
  const words = `${trendFigureText(rule)}由${againstText(rule)}的${print(before)}变为${print(now)}`;
  return met[rule.wants] ? { points: max, words: `${words}，得满分` } : nothing(`${words}，不得分`);
}

const nothing = (words: string): Price => ({ points: points(0), words });

function deducting({ findings }: IndicatorResult) {
  return findings.filter(({ kind }) => kind === 'fail');
}

/** The measured share; of nothing everything complies. */
function shareOf({ measured, of }: Figure): Points {
  return of === 0 ? points(1) : share(measured, of);
}

function roundedShare(result: Figure, percentDigits: number | undefined): Points {
  return percentDigits === undefined ? shareOf(result) : roundPoints(shareOf(result), percentDigits + 2);
}
