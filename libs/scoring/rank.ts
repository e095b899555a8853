import { points } from '#kernel';
import type { Scorecard } from './model.js';

/** Units are ranked among their own class (类别), or all together. */
export type RankingField = 'class' | 'all';

/**
 * Fills `rank`: higher scores first, equal scores share a place and the next one is left out (1, 2, 2, 4). Cards without
 * a score have no place. The order of the cards stays.
 */
export function rankScorecards(cards: readonly Scorecard[], field: RankingField = 'class'): Scorecard[] {
  const classOf = ({ programme, period, organisation }: Scorecard) =>
    JSON.stringify([programme, period, field === 'class' ? organisation.category : null]);
  return cards.map((card) => {
    const { score } = card;
    if (score === null) return { ...card, rank: null };
    const better = cards.filter(
      (other) => other.score !== null && classOf(other) === classOf(card) && points(other.score).gt(score),
    );
    return { ...card, rank: better.length + 1 };
  });
}
