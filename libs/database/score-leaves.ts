import type { ScoreNode } from '#scoring';

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

/** The requirement and clause that each finding offends: those of the first item that lists it. */
export function clausesOfFindings(tree: ScoreNode): Map<string, { requirement: string; clause: string }> {
  const clauses = new Map<string, { requirement: string; clause: string }>();
  for (const { node } of leavesOf(tree))
    for (const id of node.findings)
      if (!clauses.has(id)) clauses.set(id, { requirement: node.requirement ?? '', clause: node.clause ?? '' });
  return clauses;
}
