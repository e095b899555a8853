import { z } from 'zod';
import type { Wording } from '#circulars';
import { draftKinds } from '#operations';
import { day, exactly, shortText, wholeNumber } from './checked.js';

// What may be asked of the drafts of circulars.

export const listQuery = z.object({ programme: shortText });
export const revisionQuery = z.object({ revision: wholeNumber(1, 999_999_999).optional() });
const id = z.uuid({ error: '应为 UUID' });
const revision = z.number({ error: '应为整数' }).int().min(1).max(999_999_999);
const words = (most: number) => z.string({ error: '应为文字' }).max(most, '过长');
const special = z.discriminatedUnion(
  'by',
  [
    exactly({ by: z.literal('grade'), grade: shortText }),
    exactly({ by: z.literal('overdue') }),
    exactly({ by: z.literal('indicator'), indicator: shortText }),
  ],
  { error: '应为 grade、overdue 或 indicator，各带所需的内容' },
);
export const newDraft = exactly({
  ...{ id, programme: shortText, period: shortText },
  kind: z.enum(draftKinds, { error: `应为 ${draftKinds.join('、')}` }),
  letterhead: shortText.optional(),
  special: special.optional(),
  corrects: shortText.optional(),
});
const pieces = z.array(z.union([words(20_000), z.number().int()], { error: '应为文字或编号' })).max(1000, '过多');
const passage = exactly({
  kind: z.enum(['title', 'heading', 'paragraph'], { error: '应为 title、heading 或 paragraph' }),
  from: z.number().int().nullable(),
  ...{ lead: pieces, words: pieces },
});
const wording: z.ZodType<Wording> = exactly({
  ...{ recipients: words(2000), copyTo: words(2000), publicNote: words(2000), deadline: day },
  passages: z.array(passage).max(1000, '过多'),
  checked: z.array(exactly({ sentence: words(20_000), reason: words(500).min(1, '没有写理由') })).max(500, '过多'),
});
export const changedDraft = exactly({
  revision,
  wording,
  assessedAt: z.iso.datetime({ error: '应为时刻（UTC）' }).optional(),
});
export const newFigures = exactly({ revision });
export const newStep = exactly({
  ...{ id, revision, reason: words(2000) },
  step: z.enum(['sent', 'recalled', 'dropped'], { error: '应为 sent、recalled 或 dropped' }),
});
export const newReview = exactly({
  ...{ id, revision, reason: words(2000) },
  step: z.enum(['approved', 'returned'], { error: '应为 approved 或 returned' }),
});
export const newIssue = exactly({ id, revision, number: shortText, date: day, printedOn: day.optional() });
