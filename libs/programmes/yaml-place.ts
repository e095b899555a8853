import { isMap, isNode, isScalar, type Document, type LineCounter, type Node } from 'yaml';

export type YamlPath = readonly PropertyKey[];

/** `rubric.groups[0].items[2].points`. */
export function printPath(path: YamlPath): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

/** Line (from 1) of the deepest node on the path that is there; with `key` the line of that key in the map at the path. */
export function lineOf(document: Document, lines: LineCounter, path: YamlPath, key?: string): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (!isNode(node)) continue;
    const keyNode = key === undefined || length < path.length ? null : keyIn(node, key);
    const start = (keyNode ?? node).range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

function keyIn(node: Node, key: string): Node | null {
  if (!isMap(node)) return null;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return pair && isNode(pair.key) ? pair.key : null;
}
