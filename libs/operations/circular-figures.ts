import { composeCircular, takeNewFigures, type CircularModel, type NewFigures } from '#circulars';
import type { CircularFigures, CircularVersionRow } from '#database';
import { refused } from '#kernel';
import { refuseUneditable, type DraftDeed } from './circular-drafts.js';
import { circularDraftOf, draftedCircular } from './drafted-circular.js';
import { freezeCircular, type CircularBooks } from './issue-circular.js';

type Books = Omit<CircularBooks, 'settings'>;

/**
 * What the text of a draft would be on the last assessment, and what that changes. Its letterhead stays.
 * @throws BadInput as `issueCircular`
 */
export async function newFiguresOf(
  books: Books,
  id: string,
  sample: boolean,
): Promise<NewFigures & { model: CircularModel; assessment: string; assessedAt: string }> {
  const draft = await circularDraftOf(books, id, sample);
  const { computed, wording } = await draftedCircular(books, draft);
  const { programme, period, kind } = draft;
  const { special, letterhead, givens } = computed;
  const request = { programme, period, kind, sample, special, corrects: givens['corrects'] };
  const { snapshot } = await freezeCircular(books, request);
  const head = await books.assessments.head({ programme, period, sample });
  if (!head) throw refused('通报', `${snapshot.period.title}还没有评过分`, '先评分，再更新数字');
  const { letterhead: _, ...rest } = snapshot;
  const model = composeCircular({ ...rest, ...(letterhead ? { letterhead } : {}) });
  return { ...takeNewFigures(computed, wording, model), model, assessment: head.id, assessedAt: head.assessedAt };
}

/**
 * Puts a draft on the figures of the last assessment, as a further version.
 * @throws BadInput as `issueCircular`; AlreadyDone where it is not being edited or was saved since it was read
 */
export async function takeInFigures(
  books: Books,
  { id, revision }: { id: string; revision: number },
  { doer, now }: DraftDeed,
): Promise<CircularVersionRow> {
  refuseUneditable(await books.circularDrafts.standing(id), revision);
  const { wording, model, assessment, assessedAt } = await newFiguresOf(books, id, doer.sample);
  const computedSha256 = await books.blobs.put(Buffer.from(JSON.stringify(model)));
  const figures: CircularFigures = { computedSha256, assessment, assessedAt };
  const row = { wording, account: doer.account, author: doer.name, savedAt: now.toISOString(), figures };
  return books.circularDrafts.save(id, row, {
    since: now.toISOString(),
    refuse: (standing) => refuseUneditable(standing, revision),
  });
}
