import { points, printPercent } from '#kernel';
import type { RubricItem, RubricRule, TrendFigure, TrendWish } from '#programmes';

type Threshold = Extract<RubricRule, { kind: 'threshold' }>;
type Trend = Extract<RubricRule, { kind: 'trend' }>;

const wishes: Record<TrendWish, string> = { rise: '上升', fall: '下降', notRise: '不上升', notFall: '不下降' };
const figures: Record<TrendFigure, string> = { share: '符合的比例', count: '符合的数量', missing: '不符合的数量' };

/** The rule as a reader sees it, with its figures; `year` is the one in which the period ends. */
export function ruleText(rule: RubricRule, year: number): string {
  switch (rule.kind) {
    case 'allOrNothing':
      return '符合得满分，不符合不得分';
    case 'proportional':
      return '按符合的比例得分';
    case 'perFinding':
      return `每个问题扣${rule.each}分，${rule.cap === undefined ? '扣完为止' : `最多扣${rule.cap}分`}`;
    case 'once':
      return `存在任何问题扣${rule.off}分，只扣一次`;
    case 'perMissing':
      return `每少一个扣${rule.each}分，${rule.cap === undefined ? '扣完为止' : `最多扣${rule.cap}分`}`;
    case 'perSubject':
      return `每一个得${rule.each}分，${rule.cap === undefined ? '得满为止' : `最高不超过${rule.cap}分`}`;
    case 'threshold': {
      const full = percentText(fullShare(rule, year));
      return points(rule.zero ?? 0).isZero()
        ? `比例达到${full}得满分，不足的按比例得分`
        : `比例达到${full}得满分，不高于${percentText(rule.zero ?? '0')}不得分，其间按比例得分`;
    }
    case 'bands':
      return rule.bands.map((band) => `比例达到${percentText(band.atLeast)}得${band.points}分`).join('，');
    case 'trend':
      return `${trendFigureText(rule)}较${againstText(rule)}${wishes[rule.wants]}得满分，否则不得分`;
    case 'veto': {
      const from = (rule.atLeast ?? 1) > 1 ? `问题达到${rule.atLeast}个的` : '不符合的';
      const grade = rule.grade === undefined ? '' : `、等次定为${rule.grade}`;
      return `单项否决：${from}，总分定为${rule.score}分${grade}，不再计算其他项目`;
    }
  }
}

/** What is asked of an item beside its rule; put into words once for all units. */
export function itemRuleText(item: RubricItem, year: number): string {
  const known = told.get(item);
  if (known?.year === year) return known.text;
  const text = tellRule(item, year);
  told.set(item, { year, text });
  return text;
}

const told = new WeakMap<RubricItem, { year: number; text: string }>();

function tellRule(item: RubricItem, year: number): string {
  const { minimum, repeat, sample } = item;
  const more = [
    ...(repeat ? [`上期已有、本期未改的问题按${repeat.times}倍计`] : []),
    ...(sample ? [`随机抽查${sample.count}个，不足的全查`] : []),
    ...(minimum === undefined ? [] : [`可测的少于${minimum}个不作评判`]),
  ];
  return [ruleText(item.rule, year), ...more].join('；');
}

export function fullShare(rule: Threshold, year: number): string {
  return rule.fullByYear?.filter((row) => row.fromYear <= year).at(-1)?.full ?? rule.full;
}

export function percentText(value: string): string {
  return `${printPercent(points(value))}%`;
}

export function trendFigureText({ figure = 'share' }: Trend): string {
  return figures[figure];
}

export function againstText({ against = 'previous' }: Trend): string {
  return against === 'previous' ? '上期' : '上年同期';
}
