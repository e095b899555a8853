import type { AssessmentHead, Stores } from '#database';
import { pendingAppeals } from '../appeal-word.js';

/** Decisions on findings, by reviewers or on appeal, and on what units handed in, that were made or taken back since an assessment: its scores do not know of them. */
export async function pendingDecisions(
  books: Pick<Stores, 'appeals' | 'reviews' | 'materials'>,
  head: AssessmentHead,
): Promise<number> {
  const [reviewed, appealed, handedIn] = await Promise.all([
    books.reviews.pending(head),
    pendingAppeals(books, head),
    books.materials.pending(head),
  ]);
  return reviewed + appealed + handedIn;
}
