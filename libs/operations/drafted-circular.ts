import { putTogether, type CircularModel, type Wording } from '#circulars';
import type { CircularDraftRow, CircularFigures, CircularVersionRow } from '#database';
import { refused } from '#kernel';
import type { CircularBooks } from './issue-circular.js';

type Books = Pick<CircularBooks, 'blobs' | 'circularDrafts'>;

/** The draft that is meant. @throws BadInput where there is none */
export async function circularDraftOf(books: Pick<Books, 'circularDrafts'>, id: string, sample: boolean) {
  const draft = await books.circularDrafts.draft(id);
  if (draft?.sample !== sample) throw refused('通报稿', '没有这份稿子', '通报页“起草”中所列的稿子');
  return draft;
}

/** The figures on which a version of a draft is written. */
export function figuresOf(draft: CircularDraftRow, { figures }: Pick<CircularVersionRow, 'figures'>): CircularFigures {
  return figures ?? draft;
}

/** The circular as it was computed for a version of a draft. */
async function computedCircular(
  { blobs }: Pick<Books, 'blobs'>,
  draft: CircularDraftRow,
  version: CircularVersionRow,
): Promise<CircularModel> {
  const { computedSha256 } = figuresOf(draft, version);
  return JSON.parse(Buffer.from(await blobs.get(computedSha256)).toString('utf8')) as CircularModel;
}

/** The circular as a version of its draft has it, the newest without a number. @throws BadInput where there is none */
export async function draftedCircular(books: Books, draft: CircularDraftRow, revision?: number) {
  const version = await books.circularDrafts.version(draft.id, revision);
  if (!version) throw refused('版本', `没有第 ${revision} 版`, '稿子历次版本所列的');
  const computed = await computedCircular(books, draft, version);
  const wording = version.wording as Wording;
  return { computed, version, wording, model: putTogether(computed, wording) };
}
