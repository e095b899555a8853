import type { OrganisationRow, Stores } from '#database';
import { BadInput } from '#kernel';
import type { Programme } from '#programmes';
import { pendingDecisions } from './pending.js';

/**
 * Holds a result back from publication while something is open of what the programme wants reviewed, or what was decided is
 * not in the scores yet. A programme that says nothing holds nothing back.
 * @throws BadInput with how much is open and where to go.
 */
export async function holdForReview(
  books: Pick<Stores, 'appeals' | 'assessments' | 'reviews' | 'materials'>,
  {
    programme,
    period,
    sample,
    units,
  }: { programme: Programme; period: string; sample: boolean; units: OrganisationRow[] },
): Promise<void> {
  const gate = programme.rubric.review;
  const head = gate && (await books.assessments.head({ programme: programme.id, period, sample }));
  if (!gate || !head) return;
  const open = await books.reviews.openCount(
    head,
    gate,
    units.map(({ id }) => id),
  );
  const place = `/reviews?programme=${encodeURIComponent(programme.id)}&period=${encodeURIComponent(period)}&view=all`;
  if (open > 0)
    throw new BadInput([
      { where: '通报', what: `方案要求先复核，还有${open}个问题没有复核`, accepted: `全部复核之后再生成，见 ${place}` },
    ]);
  const pending = await pendingDecisions(books, head);
  if (pending > 0)
    throw new BadInput([
      {
        where: '通报',
        what: `有${pending}项复核、申诉、审定的决定尚未计入评分`,
        accepted: `重新评分之后再生成，见 ${place}`,
      },
    ]);
}
