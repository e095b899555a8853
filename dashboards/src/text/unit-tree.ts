export interface TreeUnit {
  id: string;
  name: string;
  /** How far below the top. */
  depth: number;
}

/** Units with those below them, which name them, right behind; one whose parent is not among them stands at the top. */
export function unitTree(units: readonly { id: string; name: string; parent: string | null }[]): TreeUnit[] {
  const known = new Set(units.map(({ name }) => name));
  const below = new Map<string, { id: string; name: string }[]>();
  for (const unit of units) {
    const above = unit.parent !== null && unit.parent !== unit.name && known.has(unit.parent) ? unit.parent : '';
    below.set(above, [...(below.get(above) ?? []), unit]);
  }
  const placed = new Set<string>();
  const place = (parent: string, depth: number): TreeUnit[] =>
    (below.get(parent) ?? []).flatMap(({ id, name }) => {
      if (placed.has(id)) return [];
      placed.add(id);
      return [{ id, name, depth }, ...place(name, depth + 1)];
    });
  return place('', 0);
}

/** The units whose names hold these words, each with those above it, so that it is seen where it belongs. */
export function matchingUnits(tree: readonly TreeUnit[], words: string): TreeUnit[] {
  const parts = words.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [...tree];
  const shown = new Set<TreeUnit>();
  const above: TreeUnit[] = [];
  for (const unit of tree) {
    above.length = unit.depth;
    above.push(unit);
    if (parts.every((part) => unit.name.includes(part))) above.forEach((one) => shown.add(one));
  }
  return tree.filter((unit) => shown.has(unit));
}
