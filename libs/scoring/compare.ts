import { points, printPoints } from '#kernel';
import type { Scorecard, ScoreNode } from './model.js';
import { itemsOf } from './score-items.js';

/** How one item moved between two scorecards of a unit. */
export interface ItemChange {
  id: string;
  title: string;
  before: string | null;
  after: string | null;
  /** `after − before`; null when either could not be measured. */
  change: string | null;
  /** Why, one sentence. */
  why: string;
  /** Problems that it has now and had not, and the other way round. */
  appeared: MovedFinding[];
  gone: MovedFinding[];
}

export interface MovedFinding {
  id: string;
  subject: string;
  message: string;
}

export interface ScorecardComparison {
  organisation: string;
  name: string;
  before: string | null;
  after: string | null;
  change: string | null;
  gradeBefore: string | null;
  gradeAfter: string | null;
  /** How either total came about, one sentence each. */
  reasonBefore: string;
  reasonAfter: string;
  /** Whether both rest on the same pages, so that nothing but the rules moved. */
  sameEvidence: boolean;
  /** Items that moved, the biggest loss first; those that stayed are left out. */
  items: ItemChange[];
  /** Ids of findings. */
  appeared: string[];
  gone: string[];
  stayed: string[];
}

/** What moved between two scorecards of one unit, by how much and why. */
export function compareScorecards(before: Scorecard, after: Scorecard): ScorecardComparison {
  const earlier = new Map(itemsOf(before.tree).map((node) => [node.id, node]));
  const later = new Map(itemsOf(after.tree).map((node) => [node.id, node]));
  const had = findingsOf(before);
  const has = findingsOf(after);
  const items = [...new Set([...earlier.keys(), ...later.keys()])]
    .map((id) => changeOf(earlier.get(id), later.get(id), new Map([...had, ...has])))
    .filter(hasMoved)
    .sort((one, other) => points(one.change ?? 0).cmp(points(other.change ?? 0)));
  return {
    organisation: after.organisation.id,
    name: after.organisation.name,
    before: before.score,
    after: after.score,
    change: difference(before.score, after.score),
    gradeBefore: before.grade,
    gradeAfter: after.grade,
    reasonBefore: before.tree.reason,
    reasonAfter: after.tree.reason,
    sameEvidence: before.evidenceDigest === after.evidenceDigest,
    items,
    appeared: [...has.keys()].filter((id) => !had.has(id)).sort(),
    gone: [...had.keys()].filter((id) => !has.has(id)).sort(),
    stayed: [...has.keys()].filter((id) => had.has(id)).sort(),
  };
}

function hasMoved({ before, after, change, appeared, gone }: ItemChange): boolean {
  const stayed = change === '0' || (before === null && after === null);
  return !stayed || appeared.length > 0 || gone.length > 0;
}

function changeOf(
  earlier: ScoreNode | undefined,
  later: ScoreNode | undefined,
  findings: ReadonlyMap<string, MovedFinding>,
): ItemChange {
  const before = earlier?.points ?? null;
  const after = later?.points ?? null;
  const had = earlier?.findings ?? [];
  const has = later?.findings ?? [];
  const among = (ids: readonly string[]) => ids.flatMap((id) => findings.get(id) ?? []);
  return {
    id: later?.id ?? earlier?.id ?? '',
    title: later?.title ?? earlier?.title ?? '',
    before,
    after,
    change: difference(before, after),
    why: whyOf(earlier, later),
    appeared: among(has.filter((id) => !had.includes(id))),
    gone: among(had.filter((id) => !has.includes(id))),
  };
}

function whyOf(earlier: ScoreNode | undefined, later: ScoreNode | undefined): string {
  if (!earlier) return `新增项目：${later?.reason ?? ''}`;
  if (!later) return '该项目已不在评分细则中';
  const rule = earlier.rule === later.rule ? '' : `；计分规则由“${earlier.rule}”改为“${later.rule}”`;
  const marks = earlier.max === later.max ? '' : `；满分由${earlier.max}分变为${later.max}分`;
  if (later.points === null)
    return `${earlier.points === null ? '两次均' : '本次'}未计分：${later.reason}${rule}${marks}`;
  if (earlier.points === null) return `上次未计分，本次：${later.reason}${rule}${marks}`;
  const share = (node: ScoreNode) => `${node.measured}/${node.of}`;
  const figures = moved('符合的', share(earlier), share(later));
  const findings = moved('问题', `${earlier.findings.length}个`, `${later.findings.length}个`);
  return `${figures}，${findings}${rule}${marks}`;
}

function moved(what: string, before: string, after: string): string {
  return before === after ? `${what}仍为${after}` : `${what}由${before}变为${after}`;
}

function difference(before: string | null, after: string | null): string | null {
  if (before === null || after === null) return null;
  return printPoints(points(after).minus(before));
}

function findingsOf({ results }: Scorecard): Map<string, MovedFinding> {
  const findings = results.flatMap((result) => result.findings);
  return new Map(findings.map(({ id, subject, message }) => [id, { id, subject, message }]));
}
