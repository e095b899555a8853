/** What was said of a circular after it was issued; rows are only added. */
export const circularWords = ['revoked', 'restored'] as const;
export type CircularWord = (typeof circularWords)[number];

export const circularStandings = ['inForce', 'corrected', 'revoked'] as const;
export type CircularStanding = (typeof circularStandings)[number];

/**
 * How a circular stands.
 * @param words oldest first
 * @param isCorrected whether a later circular that is not revoked names it
 */
export function circularStanding(words: readonly CircularWord[], isCorrected: boolean): CircularStanding {
  if (words.at(-1) === 'revoked') return 'revoked';
  return isCorrected ? 'corrected' : 'inForce';
}

/** Why a word cannot be said now; null where it can. */
export function circularWordObjection(words: readonly CircularWord[], word: CircularWord): string | null {
  const isRevoked = words.at(-1) === 'revoked';
  if (word === 'revoked') return isRevoked ? '已撤销' : null;
  return isRevoked ? null : '没有撤销';
}
