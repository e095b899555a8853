import { points } from '#kernel';
import type { Scorecard } from './model.js';

/** Units are ranked among their own class (类别), or all together. */
export type RankingField = 'class' | 'all';

/** After equal scores the next place is left out (1, 2, 2, 4) or follows at once (1, 2, 2, 3). */
export type Ties = 'skip' | 'dense';

/** What ranking looks at: whole scorecards have it, and so have their outlines. */
export type Ranked = Pick<Scorecard, 'programme' | 'period' | 'organisation' | 'score' | 'rank'>;

/**
 * Fills `rank`: higher scores first, equal scores share a place. Cards without a score have no place. The order of the
 * cards stays.
 */
export function rankScorecards<Card extends Ranked>(
  cards: readonly Card[],
  field: RankingField = 'class',
  ties: Ties = 'skip',
): Card[] {
  const fieldOf = ({ programme, period, organisation }: Card) =>
    JSON.stringify([programme, period, field === 'class' ? organisation.category : null]);
  const scores = new Map<string, string[]>();
  for (const card of cards) {
    if (card.score === null) continue;
    const others = scores.get(fieldOf(card));
    if (others) others.push(card.score);
    else scores.set(fieldOf(card), [card.score]);
  }
  const places = new Map([...scores].map(([name, found]) => [name, placesOf(found, ties)]));
  return cards.map((card) => {
    const { score } = card;
    const rank = score === null ? null : (places.get(fieldOf(card))?.get(points(score).toString()) ?? null);
    return { ...card, rank };
  });
}

/** The place of each score: one more than there are better ones, or than there are better marks. */
function placesOf(scores: readonly string[], ties: Ties): Map<string, number> {
  const places = new Map<string, number>();
  const best = scores.map((score) => points(score)).sort((one, other) => other.cmp(one));
  for (const [index, score] of best.entries()) {
    const place = ties === 'dense' ? places.size + 1 : index + 1;
    if (!places.has(score.toString())) places.set(score.toString(), place);
  }
  return places;
}
