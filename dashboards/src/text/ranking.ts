import type { Ranked } from '../api/types.js';

/** Best first. Units without a score come last: nothing can be said of them, and nothing is held against them. */
export function bestFirst<Row extends Pick<Ranked, 'score'>>(ranking: Row[]): Row[] {
  return [...ranking].sort((one, other) => Number(other.score ?? -1) - Number(one.score ?? -1));
}
