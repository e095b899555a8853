import type { ScoreNode } from './model.js';

/** The items of a score tree in reading order. */
export function itemsOf(tree: ScoreNode): ScoreNode[] {
  return tree.kind === 'item' ? [tree] : tree.children.flatMap(itemsOf);
}
