import { appliesTo } from '#indicators';
import { type Points, points, printPoints, roundPoints, sumPoints } from '#kernel';
import type { RollUp, Rubric } from '#programmes';
import { gradeHeld } from './grade.js';
import type { Scorecard, ScoreNode } from './model.js';
import { normalise } from './normalise.js';
import { outlineOf, type CardOutline } from './outline.js';

/** What the results of the units below change in a scorecard. */
export interface RollUpChange extends Pick<Scorecard, 'grade' | 'normalised' | 'raw'> {
  score: string;
  /** What was let in, in words. */
  words: string;
  /** The units below, one node a rule. */
  nodes: ScoreNode[];
}

/** An outline with what the units below changed in it; null where nothing was. */
export interface RolledUp {
  outline: CardOutline;
  change: RollUpChange | null;
}

/**
 * Lets the results of subordinate units enter the score of the unit above them, from the lowest level up: the county's
 * score is its own and its departments' and townships' (worst of, mean of), or one failing account fixes it. Units below
 * that have no score are left out and named. A unit without a score of its own, or under a veto, stays as it is.
 */
export function rollUpScores(cards: readonly Scorecard[], rubric: Rubric): Scorecard[] {
  return rollUpOutlines(cards.map(outlineOf), rubric).map(({ change }, index) => withRollUp(cards[index]!, change));
}

/** The same for outlines, of which many can be held: what changes is laid over the whole cards one by one. */
export function rollUpOutlines(outlines: readonly CardOutline[], rubric: Rubric): RolledUp[] {
  const rolled = rollUp(outlines, rubric);
  if (!rubric.rollUp?.length || !outlines.some(({ raw }) => raw)) return rolled;
  const raw = rollUp(
    outlines.map(({ raw: without, ...outline }) => ({ ...outline, ...without })),
    rubric,
  );
  return rolled.map((one, index) => withRaw(one, raw[index]!.outline));
}

/** Without what people decided on findings, of the unit itself or of those below it, it would be another score. */
function withRaw({ outline, change }: RolledUp, { score, grade, coverage, vetoed }: CardOutline): RolledUp {
  if (!change) return { outline, change };
  const { raw: _raw, ...own } = outline;
  const isSame = score === own.score && grade === own.grade && coverage === own.coverage && vetoed === own.vetoed;
  const raw = isSame ? {} : { raw: { score, grade, coverage, vetoed } };
  return { outline: { ...own, ...raw }, change: { ...change, ...raw } };
}

function rollUp(outlines: readonly CardOutline[], rubric: Rubric): RolledUp[] {
  const rules = rubric.rollUp ?? [];
  if (rules.length === 0) return outlines.map((outline) => ({ outline, change: null }));
  const done = new Map<CardOutline, RolledUp>();
  const under = childrenOf(outlines);
  const settle = (outline: CardOutline, above: ReadonlySet<CardOutline>): RolledUp => {
    const known = done.get(outline);
    if (known) return known;
    const path = new Set(above).add(outline);
    // Whoever stands below itself by mistake is not followed round and round.
    const children = (under.get(outline) ?? [])
      .filter((child) => !path.has(child))
      .map((child) => settle(child, path).outline);
    const change = changeBy(outline, children, rules, rubric);
    const settled = { outline: change ? { ...outline, score: change.score, grade: change.grade } : outline, change };
    done.set(outline, settled);
    return settled;
  };
  return outlines.map((outline) => settle(outline, new Set()));
}

/** A scorecard with what the units below changed in it. */
export function withRollUp(card: Scorecard, change: RollUpChange | null): Scorecard {
  if (!change) return card;
  const { score, grade, normalised, raw, words, nodes } = change;
  const { raw: _raw, ...own } = card;
  const tree: ScoreNode = {
    ...card.tree,
    points: score,
    reason: `${card.tree.reason}；${words}，总分${score}分${grade === null ? '' : `，等次为${grade}`}`,
    children: [...card.tree.children, ...nodes],
    steps: [...(card.tree.steps ?? []), { step: 'rollUp', words, points: score }],
  };
  return { ...own, score, grade, tree, ...(normalised ? { normalised } : {}), ...(raw ? { raw } : {}) };
}

function childrenOf(cards: readonly CardOutline[]): Map<CardOutline, CardOutline[]> {
  const byName = new Map<string, CardOutline>();
  for (const card of cards) {
    const { id, name, aliases } = card.organisation;
    for (const word of [id, name, ...aliases]) if (word !== '' && !byName.has(word)) byName.set(word, card);
  }
  const under = new Map<CardOutline, CardOutline[]>();
  for (const card of cards) {
    const parent = card.organisation.parent === null ? undefined : byName.get(card.organisation.parent);
    if (!parent || parent === card) continue;
    const children = under.get(parent);
    if (children) children.push(card);
    else under.set(parent, [card]);
  }
  return under;
}

function changeBy(
  card: CardOutline,
  children: readonly CardOutline[],
  rules: readonly RollUp[],
  rubric: Rubric,
): RollUpChange | null {
  if (card.score === null || card.vetoed !== null) return null;
  const meant = rules.filter((rule) => appliesTo(rule.parents, card.organisation));
  const entries = meant.map((rule) => entryOf(rule, children)).filter((entry) => entry.node.children.length > 0);
  if (entries.length === 0) return null;
  const own = points(card.score);
  const shares = entries.filter((entry) => entry.weight !== null && entry.points !== null);
  const weight = sumPoints(shares.map((entry) => entry.weight ?? '0'));
  const shared = sumPoints([
    own.times(points(1).minus(weight)),
    ...shares.map((entry) => entry.points!.times(entry.weight!)),
  ]);
  const fixed = entries.flatMap((entry) => entry.fixed ?? []).sort((one, other) => one.cmp(other))[0];
  const { digits = 2, mode = 'halfUp' } = rubric.rounding ?? {};
  const rounded = roundPoints(fixed && fixed.lt(shared) ? fixed : shared, digits, mode);
  const score = printPoints(rounded);
  const grade = gradeHeld(rubric, { score: own, grade: card.grade }, rounded);
  const normalised = normalise(rubric, score);
  return {
    score,
    grade,
    ...(normalised ? { normalised } : {}),
    words: entries.map((entry) => entry.node.reason).join('；'),
    nodes: entries.map((entry) => entry.node),
  };
}

interface Entry {
  /** What the units below reached together; null with nothing to go by, or where the rule only fixes. */
  points: Points | null;
  weight: Points | null;
  fixed: Points | null;
  node: ScoreNode;
}

const titles = { worst: '下级单位最低分', mean: '下级单位平均分', failing: '下级单位合格情况' };

function entryOf(rule: RollUp, all: readonly CardOutline[]): Entry {
  const children = all.filter(({ organisation }) => appliesTo(rule.children, organisation));
  const scored = children.flatMap(({ score, organisation }) =>
    score === null ? [] : [{ name: organisation.name, points: points(score) }],
  );
  const left = children.length - scored.length;
  const without = left > 0 ? `（另${left}个单位没有得分，不计入）` : '';
  const worst = [...scored].sort((one, other) => one.points.cmp(other.points))[0];
  const node = (got: Points | null, reason: string): ScoreNode => ({
    id: `roll-up-${rule.by}`,
    title: titles[rule.by],
    kind: 'group',
    max: '0',
    counted: '0',
    before: null,
    points: got === null ? null : printPoints(got),
    rule: ruleWords(rule),
    reason,
    findings: [],
    children: children.map(childNode),
  });
  if (!worst)
    return { points: null, weight: null, fixed: null, node: node(null, `下级${left}个单位都没有得分，不计入`) };
  if (rule.by === 'failing') {
    const failed = scored.filter((child) => child.points.lt(rule.failing ?? 0));
    const fix = failed.length > 0 ? points(rule.fix ?? 0) : null;
    const names = failed.map(({ name }) => name).join('、');
    const words = fix
      ? `下级${failed.length}个单位不合格（${names}），定为${printPoints(fix)}分${without}`
      : `下级${scored.length}个单位全部合格${without}`;
    return { points: null, weight: null, fixed: fix, node: node(fix, words) };
  }
  const mean = sumPoints(scored.map((child) => child.points)).div(scored.length);
  const got = rule.by === 'worst' ? worst.points : mean;
  const whose = rule.by === 'worst' ? `${worst.name}最低，` : `${scored.length}个单位平均`;
  const words = `下级单位${whose}${printPoints(got)}分，权重${printPoints(points(rule.weight ?? 0))}${without}`;
  return { points: got, weight: points(rule.weight ?? 0), fixed: null, node: node(roundPoints(got, 2), words) };
}

function childNode({ organisation, score, root }: CardOutline): ScoreNode {
  return {
    id: organisation.id,
    title: organisation.name,
    kind: 'group',
    max: root.max,
    counted: '0',
    before: null,
    points: score,
    rule: '该单位总分',
    reason: score === null ? `没有得分：${root.reason}` : `得${score}分`,
    findings: [],
    children: [],
  };
}

function ruleWords({ by, weight = '0', failing = '0', fix = '0' }: RollUp): string {
  if (by === 'failing') return `任何一个下级单位低于${failing}分，总分定为${fix}分`;
  return `${titles[by]}占总分的${printPoints(points(weight).times(100))}%`;
}
