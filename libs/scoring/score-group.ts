import { type Points, points, printPoints, roundPoints, share, sumPoints } from '#kernel';
import { appliesTo, type OrganisationRef } from '#indicators';
import { groupMarks, type RubricGroup, type RubricItem } from '#programmes';
import type { ScoreNode } from './model.js';
import type { ItemMode, ScoredItem } from './score-item.js';

/** A group with what the total needs to know of it. */
export interface ScoredGroup {
  group: RubricGroup;
  node: ScoreNode;
  /** All items in it, in reading order. */
  items: ScoredItem[];
  groups: ScoredGroup[];
  applicable: Points;
  measurable: Points;
  counted: Points;
  points: Points | null;
  /** Its pass line, when the unit stays below. */
  failedLine: { title: string; grade: string; words: string } | null;
}

/** How a group's members are scored: who they are for, and what is known of them. */
export interface GroupContext {
  organisation: OrganisationRef;
  scoreItem: (item: RubricItem, mode: ItemMode, groupApplies: boolean) => ScoredItem;
  /** Points of others that were shared out to weighted groups, by id. */
  extra: ReadonlyMap<string, Points>;
}

type Member = ScoredItem | ScoredGroup;

/**
 * Scores a group and all in it, from the leaves up. What is printed adds up: every node is rounded half up to 0.01 before
 * the one above it adds.
 */
export function scoreGroup(
  group: RubricGroup,
  context: GroupContext,
  above: { mode: ItemMode; applies: boolean } = { mode: 'regular', applies: true },
): ScoredGroup {
  const mode = group.kind === 'bonus' || group.kind === 'malus' ? group.kind : above.mode;
  const applies = above.applies && appliesTo(group.appliesTo, context.organisation);
  const direct = group.items.map((item) => context.scoreItem(item, mode, applies));
  const groups = (group.groups ?? []).map((inner) => scoreGroup(inner, context, { mode, applies }));
  const members: Member[] = [...direct, ...groups];
  const sums = {
    counted: sumPoints(members.map((one) => one.counted)),
    points: members.some((one) => one.points !== null) ? sumPoints(members.map((one) => one.points ?? '0')) : null,
    applicable: sumPoints(members.map((one) => one.applicable)),
    measurable: sumPoints(members.map((one) => one.measurable)),
  };
  const left = mode === 'regular' ? regular(group, sums, context) : extras(group, sums, mode);
  const children = members.map(({ node }) => node);
  const measured = children.filter((node) => node.points !== null).length;
  const { counted, points: got } = left;
  const node: ScoreNode = {
    id: group.id,
    title: group.title,
    kind: 'group',
    max: printPoints(mode === 'regular' && group.points === undefined ? maxOf(children) : groupMarks(group)),
    counted: printPoints(counted),
    before: got === null ? null : printPoints(counted),
    points: got === null ? null : printPoints(got),
    rule: groupRule(group),
    reason: got === null ? nothingCounts(mode, children.length) : left.words(measured, children.length - measured),
    findings: [],
    children,
  };
  const failedLine = failedLineOf(group, left);
  if (failedLine) node.reason += `；${failedLine.words}`;
  const items = [...direct, ...groups.flatMap((inner) => inner.items)];
  return { group, node, items, groups, ...left, failedLine };
}

interface Sums {
  counted: Points;
  points: Points | null;
  applicable: Points;
  measurable: Points;
}

interface Left extends Sums {
  words: (measured: number, open: number) => string;
}

function regular(group: RubricGroup, sums: Sums, { extra }: GroupContext): Left {
  const weight = group.points === undefined ? null : points(group.points).plus(extra.get(group.id) ?? 0);
  const whole = weight ?? sums.counted;
  const brought = weight === null ? sums : bringTo(group, weight, sums);
  const { points: got, counted } = brought;
  if (got === null) return { ...brought, words: () => '' };
  const limit = deductLimit(group, counted);
  const capped = limit !== null && counted.minus(got).gt(limit);
  const end = capped ? counted.minus(limit) : got;
  const words = (measured: number, open: number) => {
    const [reached, full] = [printPoints(sums.points ?? points(0)), printPoints(sums.counted)];
    const others = open > 0 ? `；另${open}项不计入满分` : '';
    const start = `${measured}项可计，得${reached}分（可计满分${full}分）${others}`;
    if (group.kind === 'deduct') {
      const off = printPoints(sums.counted.minus(sums.points ?? 0));
      return `${measured}项可计，共扣${off}分，自${printPoints(counted)}分扣减，得${printPoints(end)}分${others}`;
    }
    const scaled = weight === null ? '' : `，按${printPoints(whole)}分折算得${printPoints(got)}分`;
    return `${start}${scaled}${capped ? `；最多扣${printPoints(limit)}分，得${printPoints(end)}分` : ''}`;
  };
  return { ...brought, points: end, words };
}

/** The most that a group may lose: in a group of which only a part counts, only so much of it. */
function deductLimit(group: RubricGroup, counted: Points): Points | null {
  if (group.deductAtMost === undefined) return null;
  const printed = groupMarks(group);
  const limit = points(group.deductAtMost);
  return counted.gte(printed) ? limit : roundPoints(limit.times(counted).div(printed), 2);
}

/** Brings what the members reached to the group's own points; shares of what applies and was measured go along. */
function bringTo(group: RubricGroup, weight: Points, sums: Sums): Sums {
  const zero = points(0);
  const applicable = sums.applicable.isZero() ? zero : weight;
  const measurable = sums.applicable.isZero() ? zero : weight.times(share(sums.measurable, sums.applicable));
  if (sums.points === null || sums.counted.isZero()) {
    return { applicable, measurable, counted: zero, points: null };
  }
  if (group.kind === 'deduct') {
    // Nothing is given for what could not be seen: the start shrinks with what was measured of what applies.
    const start = roundPoints(weight.times(share(sums.counted, sums.applicable)), 2);
    const off = sums.counted.minus(sums.points);
    return { applicable, measurable, counted: start, points: off.gt(start) ? zero : start.minus(off) };
  }
  const got = roundPoints(weight.times(sums.points).div(sums.counted), 2);
  return { applicable, measurable, counted: weight, points: got };
}

function extras(group: RubricGroup, sums: Sums, mode: 'bonus' | 'malus'): Left {
  const zero = points(0);
  const none = { counted: zero, applicable: zero, measurable: zero };
  if (sums.points === null) return { ...none, points: null, words: () => '' };
  const size = sums.points.abs();
  const capped = group.cap !== undefined && size.gt(group.cap);
  const end = capped ? points(group.cap ?? 0) : size;
  const verb = mode === 'bonus' ? '加' : '扣';
  const words = (measured: number) =>
    `${measured}项可计，共${verb}${printPoints(size)}分${capped ? `，封顶${verb}${printPoints(end)}分` : ''}`;
  return { ...none, points: mode === 'bonus' ? end : zero.minus(end), words };
}

/** Whether the group stays below its pass line, which shrinks and grows with what counts. */
function failedLineOf({ pass, title, ...group }: RubricGroup, left: Sums): ScoredGroup['failedLine'] {
  if (!pass || left.points === null || left.counted.isZero()) return null;
  const printed = groupMarks({ title, ...group });
  const reached = roundPoints(left.points.times(printed).div(left.counted), 2);
  if (reached.gte(pass.atLeast)) return null;
  const words = `“${title}”折合${printPoints(reached)}分，低于${pass.atLeast}分，等次不高于${pass.grade}`;
  return { title, grade: pass.grade, words };
}

function maxOf(children: readonly ScoreNode[]): Points {
  return sumPoints(children.map((node) => node.max));
}

function nothingCounts(mode: ItemMode, members: number): string {
  if (mode === 'bonus') return `组内${members}项均不适用或无法测量，不加分`;
  if (mode === 'malus') return `组内${members}项均不适用或无法测量，不扣分`;
  return `组内${members}项均不适用或无法测量，不计入满分`;
}

function groupRule(group: RubricGroup): string {
  const { kind = 'regular', points: weight, cap, deductAtMost, pass } = group;
  const line = pass ? `；低于${pass.atLeast}分的，等次不高于${pass.grade}` : '';
  if (kind === 'bonus') return `组内各项加分相加${cap === undefined ? '' : `，最多加${cap}分`}`;
  if (kind === 'malus') return `组内各项倒扣相加${cap === undefined ? '' : `，最多扣${cap}分`}`;
  if (kind === 'deduct')
    return `自${weight}分起扣，${deductAtMost === undefined ? '扣完为止' : `最多扣${deductAtMost}分`}${line}`;
  const base = weight === undefined ? '组内各项得分相加' : `组内各项得分相加，按${weight}分折算`;
  return `${base}${deductAtMost === undefined ? '' : `，最多扣${deductAtMost}分`}${line}`;
}
