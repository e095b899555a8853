import { stableId } from '#kernel';

/** How much is drawn: a number, or a share in per cent. */
export type Draw = { count: number } | { percent: number };

/**
 * Draws ids for a second look. It looks random and is the same whenever it is drawn of the same ids with the same seed: ids
 * stand in the order of a hash over seed and id, and the first are taken. A share is rounded up, so that of few one is drawn.
 */
export function drawIds(ids: readonly string[], draw: Draw, seed: string): string[] {
  const wanted = 'count' in draw ? draw.count : Math.ceil((ids.length * draw.percent) / 100);
  return [...new Set(ids)]
    .map((id) => ({ id, order: stableId('review sample', seed, id) }))
    .sort((one, other) => (one.order < other.order ? -1 : 1))
    .slice(0, wanted)
    .map(({ id }) => id);
}
