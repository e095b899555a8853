import type { PlanParts, Programme, Requirement, Rubric, RubricGroup, RubricItem, Threshold } from '../api/types.js';
import { percent, points } from './figures.js';

/** Titles of the indicators as the rubric's items name them. */
export function indicatorTitles(programme: Programme | null): Record<string, string> {
  const rows = rubricRows(programme?.rubric.groups ?? []);
  return Object.fromEntries(rows.flatMap(({ item }) => (item ? [[item.indicator, item.title]] : [])));
}

export interface RubricRow {
  /** How many groups it stands in. */
  depth: number;
  group: RubricGroup;
  /** Null for the group itself. */
  item: RubricItem | null;
}

/** Groups and items of any depth, in reading order. */
export function rubricRows(groups: readonly RubricGroup[], depth = 0): RubricRow[] {
  return groups.flatMap((group) => [
    { depth, group, item: null },
    ...group.items.map((item) => ({ depth: depth + 1, group, item })),
    ...rubricRows(group.groups ?? [], depth + 1),
  ]);
}

const kinds: Record<NonNullable<RubricGroup['kind']>, string> = {
  regular: '',
  deduct: '减分制',
  bonus: '加分项',
  malus: '倒扣项',
};

/** What a group does besides adding up its members; '' where it only does that. */
export function groupText({ kind = 'regular', points: weight, window, ...group }: RubricGroup): string {
  return [
    kinds[kind],
    weight === undefined ? '' : `按 ${points(weight)} 分计`,
    group.deductAtMost === undefined ? '' : `最多扣 ${points(group.deductAtMost)} 分`,
    group.cap === undefined ? '' : `封顶 ${points(group.cap)} 分`,
    group.pass ? `低于 ${points(group.pass.atLeast)} 分的，等次不高于${group.pass.grade}` : '',
    typeof window === 'object' ? `看 ${window.from} 至 ${window.to}` : window === 'year' ? '看当年至今' : '',
    group.appliesTo ? `只适用于${unitsText(group.appliesTo)}` : '',
  ]
    .filter((words) => words !== '')
    .join('；');
}

/** What else holds for an item: whom it is for, other full marks, samples. */
export function itemNotes({ appliesTo, pointsFor = [], minimum, repeat, sample }: RubricItem): string[] {
  return [
    ...(appliesTo ? [`只适用于${unitsText(appliesTo)}`] : []),
    ...pointsFor.map((one) => `${unitsText(one.appliesTo)}满分 ${points(one.points)} 分`),
    ...(minimum === undefined ? [] : [`可测的不足 ${minimum} 个则不测度`]),
    ...(repeat ? [`上期已有的问题按 ${points(repeat.times)} 倍计`] : []),
    ...(sample ? [`随机抽取 ${sample.count} 个`] : []),
  ];
}

/** How the total is brought about, beyond adding up. */
export function rubricNotes({
  notApplicable,
  gate,
  bonusCap,
  scoreCap,
  normaliseTo,
  quarters,
  rollUp = [],
}: Rubric): string[] {
  return [
    ...(notApplicable === 'spread' ? ['不适用的分值平均计入其他项目'] : []),
    ...(gate ? [`${gate.over ? `高于 ${points(gate.over)}` : `达到 ${points(gate.atLeast)}`} 分的方可加分`] : []),
    ...(bonusCap === undefined ? [] : [`加分合计最多 ${points(bonusCap)} 分`]),
    ...(scoreCap === undefined ? [] : [`总分最多 ${points(scoreCap)} 分`]),
    ...(normaliseTo === undefined ? [] : [`另折算为 ${points(normaliseTo)} 分制`]),
    ...(quarters ? [`年度总分中，各季度平均分占 ${percent(quarters.weight)}`] : []),
    ...rollUp.map(({ by, weight, failing, fix }) =>
      by === 'failing'
        ? `下级单位有低于 ${points(failing)} 分的，总分定为 ${points(fix)} 分`
        : `下级单位${by === 'worst' ? '最低' : '平均'}分占总分的 ${percent(weight)}`,
    ),
  ];
}

function unitsText({ categories = [], levels = [] }: NonNullable<RubricItem['appliesTo']>): string {
  const level = levels.length > 0 ? `${levels.join('、')}级` : '';
  return `${level}${categories.length > 0 ? categories.join('、') : '单位'}`;
}

const wishes: Record<string, string> = { rise: '上升', fall: '下降', notRise: '不上升', notFall: '不下降' };

/** A rule of the rubric in words; a kind that is not known yet keeps its name. */
export function ruleText(rule: RubricItem['rule']): string {
  switch (rule.kind) {
    case 'allOrNothing':
      return '符合得满分，不符合不得分';
    case 'proportional':
      return '按符合的比例得分';
    case 'perFinding':
      return `每个问题扣 ${points(text(rule.each))} 分${rule.cap ? `，最多扣 ${points(text(rule.cap))} 分` : '，扣完为止'}`;
    case 'once':
      return `存在任何问题扣 ${points(text(rule.off))} 分，只扣一次`;
    case 'perMissing':
      return `每少一个扣 ${points(text(rule.each))} 分${rule.cap ? `，最多扣 ${points(text(rule.cap))} 分` : '，扣完为止'}`;
    case 'perSubject':
      return `每一个得 ${points(text(rule.each))} 分${rule.cap ? `，最多得 ${points(text(rule.cap))} 分` : '，得满为止'}`;
    case 'trend':
      return `较${rule.against === 'lastYear' ? '上年同期' : '上期'}${wishes[text(rule.wants) ?? ''] ?? '变化'}得满分，否则不得分`;
    case 'threshold':
      return `达到 ${percent(text(rule.full))} 得满分${rule.zero ? `，低于 ${percent(text(rule.zero))} 不得分` : ''}，之间按比例得分`;
    case 'bands':
      return bands(rule.bands);
    case 'veto':
      return `单项否决：${rule.atLeast ? `问题达到 ${text(rule.atLeast)} 个，` : '出现即'}总分定为 ${points(text(rule.score))} 分`;
    default:
      return String(rule.kind);
  }
}

function bands(value: unknown): string {
  const rows: unknown[] = Array.isArray(value) ? value : [];
  return rows
    .map((row) => row as { atLeast?: unknown; points?: unknown })
    .map(({ atLeast, points: given }) => `${percent(text(atLeast))} 以上得 ${points(text(given))} 分`)
    .join('；');
}

function text(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** How often recurring work is due. */
export const cadenceWords: Record<PlanParts['cadence'][number]['every'], string> = {
  week: '每周',
  month: '每月',
  quarter: '每季度',
  year: '每年',
  event: '适时',
};

const comparisons: Record<Threshold['comparison'], string> = { atLeast: '不少于', atMost: '不多于', exactly: '为' };

/** A number that the plan sets, e.g. “2022年起多样化方式解读量不少于 90％”. */
export function thresholdText({ name, comparison, value, unit, fromYear, untilYear }: Threshold): string {
  const years = fromYear === null ? '' : untilYear === null ? `${fromYear}年起` : yearsBetween(fromYear, untilYear);
  return `${years}${name}${comparisons[comparison]} ${value}${unit.startsWith('％') ? '' : ' '}${unit}`;
}

function yearsBetween(from: number, until: number): string {
  return from === until ? `${from}年` : `${from}年至${until}年`;
}

/** The due date in the plan's words; where there are two, the target and the last day. */
export function dueText({ due, hardDue }: Pick<Requirement, 'due' | 'hardDue'>): string {
  if (due === null) return '—';
  return hardDue === null ? due : `目标 ${due}；最后 ${hardDue}`;
}
