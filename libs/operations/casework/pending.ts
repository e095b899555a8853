import type { AssessmentHead, Stores } from '#database';
import { pendingAppeals } from '../appeal-word.js';

/** Decisions on findings, by reviewers or on appeal, that were made or taken back since an assessment: its scores do not know of them. */
export async function pendingDecisions(
  books: Pick<Stores, 'appeals' | 'reviews'>,
  head: AssessmentHead,
): Promise<number> {
  const [reviewed, appealed] = await Promise.all([books.reviews.pending(head), pendingAppeals(books, head)]);
  return reviewed + appealed;
}
