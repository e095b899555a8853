import type { Period } from '#calendar';
import type { OrganisationRow, Stores } from '#database';
import type { Programme } from '#programmes';
import type { FindingDecision } from '#scoring';
import { isSample } from './units.js';

/**
 * What people decided on findings of these units under a programme in a period, oldest first.
 * @param until an instant: what had been decided, and not been taken back, by then.
 */
export async function reviewedWord(
  { reviews }: Pick<Stores, 'reviews'>,
  { programme, period, units }: { programme: Programme; period: Period; units: readonly OrganisationRow[] },
  until: string | null,
): Promise<FindingDecision[]> {
  const scope = { programme: programme.id, period: period.id, sample: isSample([...units]) };
  const meant = new Set(units.map(({ id }) => id));
  return (await reviews.standing(scope, until)).filter(({ organisation }) => meant.has(organisation));
}
