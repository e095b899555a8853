import { type Points, points, printPoints, share } from '#kernel';
import { appliesTo, type IndicatorResult, type OrganisationRef, type OutcomeKind } from '#indicators';
import type { Requirement, RubricItem } from '#programmes';
import type { EarlierFigures } from './earlier.js';
import type { DecidedFinding, ExcusedFinding, ScoreNode } from './model.js';
import { type Figure, isStruck, priceItem } from './price-item.js';
import { againstText, itemRuleText } from './rule-text.js';

/** Whether an item gives points, adds some on top, or takes some off. */
export type ItemMode = 'regular' | 'bonus' | 'malus';

/** What an item is scored with beside its result. */
export interface ItemContext {
  organisation: OrganisationRef;
  requirement: Requirement | undefined;
  /** In which the period ends. */
  year: number;
  mode?: ItemMode;
  /** The group it stands in is meant for the unit. */
  groupApplies?: boolean;
  /** Points of others that were shared out to it. */
  extra?: Points;
  earlier?: EarlierFigures;
  excused?: ExcusedFinding[];
  decided?: DecidedFinding[];
}

/** An item with what the total needs to know of it. */
export interface ScoredItem {
  node: ScoreNode;
  item: RubricItem;
  result: IndicatorResult | undefined;
  /** Full marks that apply to the unit, and as many of them as could be measured. */
  applicable: Points;
  measurable: Points;
  /** Full marks that count, and what is left of them; null when it does not count. */
  counted: Points;
  points: Points | null;
  /** A veto that strikes. */
  struck: boolean;
}

const outcomeWords: Record<Exclude<OutcomeKind, 'pass' | 'fail'>, string> = {
  notApplicable: '不适用，不计入满分',
  notMeasured: '无法测量，不计入满分',
  needsReview: '须人工复核，暂不计入满分',
  error: '计算出错，总分暂不公布',
};

/** Whether an item is meant for a unit; one whose full marks for the unit's class are zero is not. */
export function itemApplies(item: RubricItem, organisation: OrganisationRef): boolean {
  if (!appliesTo(item.appliesTo, organisation)) return false;
  return item.rule.kind === 'veto' || points(item.points).isZero() || !itemPoints(item, organisation).isZero();
}

/** Full marks of an item for a unit: those of its class where the rubric has some, else the printed ones; a veto has none. */
export function itemPoints(item: RubricItem, organisation: OrganisationRef): Points {
  if (item.rule.kind === 'veto') return points(0);
  return points(item.pointsFor?.find((row) => appliesTo(row.appliesTo, organisation))?.points ?? item.points);
}

/** Scores one item of the rubric; `result` is what its indicator said, if it ran. */
export function scoreItem(item: RubricItem, result: IndicatorResult | undefined, about: ItemContext): ScoredItem {
  const { organisation, mode = 'regular', year } = about;
  const applies = (about.groupApplies ?? true) && itemApplies(item, organisation);
  const said = applies ? result : undefined;
  const printed = itemPoints(item, organisation);
  const full = printed.plus(about.extra ?? 0);
  const openReason = said ? unmeasuredReason(item, said, about) : null;
  const outcome = !applies ? 'notApplicable' : openReason === null ? (said?.outcome ?? 'notMeasured') : 'notMeasured';
  const zero = points(0);
  const node: ScoreNode = {
    id: item.id,
    title: item.title,
    kind: 'item',
    max: printPoints(printed),
    counted: '0',
    before: null,
    points: null,
    rule: itemRuleText(item, year),
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
    ...(applies && about.excused?.length ? { excused: about.excused } : {}),
    ...(applies && about.decided?.length ? { decided: about.decided } : {}),
  };
  const scored = { node, item, result: said, struck: false };
  if (said && (outcome === 'pass' || outcome === 'fail')) {
    const earlier = earlierFigure(item, about.earlier);
    const price = priceItem(item, said, year, {
      full,
      ...(earlier ? { earlier } : {}),
      ...(about.earlier ? { openBefore: about.earlier.openBefore } : {}),
    });
    const got = mode === 'malus' ? full.minus(price.points) : price.points;
    const counted = mode === 'regular' ? full : zero;
    const left = mode === 'malus' ? zero.minus(got) : got;
    node.counted = printPoints(counted);
    node.before = printPoints(counted);
    node.points = printPoints(left);
    node.reason = `${said.message}。${price.words}，${leftText(mode, got, printed, about.extra)}`;
    // Subjects that could not be measured lower the coverage of the item, never its points.
    const seen = said.of + said.unmeasured === 0 ? points(1) : share(said.of, said.of + said.unmeasured);
    const struck = isStruck(item.rule, said);
    return { ...scored, applicable: counted, measurable: counted.times(seen), counted, points: left, struck };
  }
  const why = applies
    ? (openReason ?? said?.message ?? '没有该项指标的结果')
    : `不适用于“${organisation.category}”类单位`;
  node.reason = `${why}。${outcomeWords[outcome === 'pass' || outcome === 'fail' ? 'notMeasured' : outcome]}（${printPoints(full)}分）`;
  const applicable = outcome === 'notApplicable' || mode !== 'regular' ? zero : full;
  return { ...scored, applicable, measurable: zero, counted: zero, points: null };
}

function leftText(mode: ItemMode, got: Points, printed: Points, extra: Points | undefined): string {
  if (mode === 'bonus') return `加${printPoints(got)}分（最多加${printPoints(printed)}分）`;
  if (mode === 'malus') return `倒扣${printPoints(got)}分（最多扣${printPoints(printed)}分）`;
  const more = extra && !extra.isZero() ? `，另分得不适用项目的${printPoints(extra)}分` : '';
  return `得${printPoints(got)}分（满分${printPoints(printed)}分${more}）`;
}

/** Why a measured result says too little for the item's rule, or null. */
function unmeasuredReason(item: RubricItem, result: IndicatorResult, { earlier }: ItemContext): string | null {
  if (result.outcome !== 'pass' && result.outcome !== 'fail') return null;
  if (item.minimum !== undefined && result.of < item.minimum) {
    return `${result.message}；可测的只有${result.of}个，少于${item.minimum}个，不作评判`;
  }
  if (item.rule.kind === 'trend' && !earlierFigure(item, earlier)) {
    return `${result.message}；没有${againstText(item.rule)}的数据可比`;
  }
  return null;
}

function earlierFigure({ id, rule }: RubricItem, earlier: EarlierFigures | undefined): Figure | undefined {
  if (rule.kind !== 'trend') return undefined;
  return earlier?.[rule.against ?? 'previous'].get(id);
}
