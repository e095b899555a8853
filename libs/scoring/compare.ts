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
}

export interface ScorecardComparison {
  organisation: string;
  before: string | null;
  after: string | null;
  change: string | null;
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
  const ids = new Set([...earlier.keys(), ...later.keys()]);
  const items = [...ids]
    .map((id) => changeOf(earlier.get(id), later.get(id)))
    .filter((item) => item.change !== '0' && !(item.before === null && item.after === null))
    .sort((one, other) => points(one.change ?? 0).cmp(points(other.change ?? 0)));
  const had = findingsOf(before);
  const has = findingsOf(after);
  return {
    organisation: after.organisation.id,
    before: before.score,
    after: after.score,
    change: difference(before.score, after.score),
    items,
    appeared: [...has].filter((id) => !had.has(id)).sort(),
    gone: [...had].filter((id) => !has.has(id)).sort(),
    stayed: [...has].filter((id) => had.has(id)).sort(),
  };
}

function changeOf(earlier: ScoreNode | undefined, later: ScoreNode | undefined): ItemChange {
  const before = earlier?.points ?? null;
  const after = later?.points ?? null;
  return {
    id: later?.id ?? earlier?.id ?? '',
    title: later?.title ?? earlier?.title ?? '',
    before,
    after,
    change: difference(before, after),
    why: whyOf(earlier, later),
  };
}

function whyOf(earlier: ScoreNode | undefined, later: ScoreNode | undefined): string {
  if (!earlier) return `新增项目：${later?.reason ?? ''}`;
  if (!later) return '该项目已不在评分细则中';
  if (earlier.points === null) return `上次未计分，本次：${later.reason}`;
  if (later.points === null) return `本次未计分：${later.reason}`;
  const figures = `符合的由${earlier.measured}/${earlier.of}变为${later.measured}/${later.of}`;
  const findings = `问题由${earlier.findings.length}个变为${later.findings.length}个`;
  const marks = earlier.max === later.max ? '' : `；满分由${earlier.max}分变为${later.max}分`;
  return `${figures}，${findings}${marks}`;
}

function difference(before: string | null, after: string | null): string | null {
  if (before === null || after === null) return null;
  return printPoints(points(after).minus(before));
}

function findingsOf({ results }: Scorecard): Set<string> {
  return new Set(results.flatMap(({ findings }) => findings.map(({ id }) => id)));
}
