import { points, printPoints } from '#kernel';
import type { Scorecard, ScoreNode } from '#scoring';

/** An item of the score tree with the title of the group it stands in. */
export interface ScoreLeaf {
  node: ScoreNode;
  group: string;
}

/** The items of a score tree in reading order. */
export function leavesOf(tree: ScoreNode): ScoreLeaf[] {
  const walk = (node: ScoreNode, group: string): ScoreLeaf[] =>
    node.kind === 'item'
      ? [{ node, group }]
      : node.children.flatMap((child) => walk(child, node.kind === 'group' ? node.title : group));
  return walk(tree, '');
}

export interface FindingPrice {
  requirement: string;
  clause: string;
  /** Points lost by it; `0` for reviews. */
  points: string;
}

/**
 * What each finding cost: the points its item lost, shared evenly among the item's failing findings in steps of 0.01;
 * what cannot be shared evenly goes to the first, so that the parts always add up to what the tree shows.
 */
export function priceFindings({ tree, results }: Scorecard): Map<string, FindingPrice> {
  const failing = new Set(
    results.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'fail').map(({ id }) => id)),
  );
  const prices = new Map<string, FindingPrice>();
  for (const { node } of leavesOf(tree)) {
    const costly = node.findings.filter((id) => failing.has(id));
    const lost = node.before === null || node.points === null ? points(0) : points(node.before).minus(node.points);
    const total = lost.isNegative() ? points(0) : lost;
    const part = costly.length === 0 ? total : total.div(costly.length).toDecimalPlaces(2, 1);
    for (const id of node.findings) {
      const cost = !failing.has(id) ? points(0) : id === costly[0] ? total.minus(part.times(costly.length - 1)) : part;
      const known = prices.get(id);
      prices.set(id, {
        requirement: known?.requirement || (node.requirement ?? ''),
        clause: known?.clause || (node.clause ?? ''),
        points: printPoints(known ? cost.plus(known.points) : cost),
      });
    }
  }
  return prices;
}
