import { points, printPoints } from '#kernel';
import type { Scorecard } from './model.js';
import { itemsOf } from './score-items.js';

/**
 * Points that each finding cost, on the scale of its item as the rubric prints it. The item's loss is shared evenly
 * among its deducting findings in steps of 0.01; the hundredths left over go one each to the first by id, so that the
 * parts always add up to the loss. A review costs `0`.
 */
export function pointsOfFindings({ tree, results }: Scorecard): Map<string, string> {
  const deducting = new Set(
    results.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'fail').map(({ id }) => id)),
  );
  const cost = new Map<string, string>();
  for (const node of itemsOf(tree)) {
    for (const id of node.findings) if (!cost.has(id)) cost.set(id, '0');
    const ids = node.findings.filter((id) => deducting.has(id)).sort();
    if (node.before === null || node.points === null || ids.length === 0) continue;
    const lost = points(node.before).minus(node.points);
    // A bonus that was not earned costs nothing.
    const hundredths = lost.lt(0) ? 0 : lost.times(100).toNumber();
    const each = Math.floor(hundredths / ids.length);
    const over = hundredths - each * ids.length;
    ids.forEach((id, index) => {
      const part = points(each + (index < over ? 1 : 0)).div(100);
      cost.set(id, printPoints(part.plus(cost.get(id) ?? 0)));
    });
  }
  return cost;
}
