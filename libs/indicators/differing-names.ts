import type { CatalogueItemFact } from '#facts';
import type { NameIndex } from './name-index.js';
import { doubt, isNonEmpty, needsReview, notMeasured, pass, ratio, type ReviewDraft, type Verdict } from './verdict.js';

/** Differences that are listed; the rest is counted. */
const mostListed = 200;

/** What a name is compared with, and how the reader is told. */
export interface NameWords {
  /** Names the other list, e.g. “政务服务网”. */
  other: string;
  /** Why nothing could be compared. */
  unmeasured: string;
}

/** Names that an item goes by: its whole path and each level of it. */
export function namesOfItem({ item }: Pick<CatalogueItemFact, 'item'>): string[] {
  const levels = item.split('/').map((level) => level.trim());
  return [...new Set([item, ...levels])].filter((name) => name !== '');
}

/**
 * Sets items beside a list of names. Those with the same name comply; those of which the list has a name that differs a
 * little ask a person; the list says nothing of all others.
 * @param namesOf the names under which an item is looked for; one of them being the same is enough.
 */
export function differingNames(
  items: readonly { item: CatalogueItemFact; among: NameIndex }[],
  namesOf: (item: CatalogueItemFact) => string[],
  near: number,
  words: NameWords,
): Verdict {
  const seen = new Set<string>();
  const doubts: ReviewDraft[] = [];
  let same = 0;
  for (const { item, among } of items) {
    const subject = `${item.field} ${item.item}`;
    if (seen.has(subject)) continue;
    seen.add(subject);
    const names = namesOf(item);
    if (names.some((name) => among.has(name))) same += 1;
    else {
      const other = names.map((name) => among.nearest(name, near)).find((found) => found !== null);
      if (other !== undefined) doubts.push(difference(subject, item, other, words));
    }
  }
  if (same + doubts.length === 0) return notMeasured(words.unmeasured, seen.size);
  const listed = doubts.slice(0, mostListed);
  if (!isNonEmpty(listed)) return pass(ratio(same, same), { message: `${same}个事项的名称与${words.other}一致` });
  const message = `${same}个事项的名称与${words.other}一致，${doubts.length}个名称相近而不同，须人工复核`;
  return needsReview(listed, message, doubts.length);
}

function difference(
  subject: string,
  { field, item, capture, url }: CatalogueItemFact,
  other: string,
  words: NameWords,
): ReviewDraft {
  const levels = item.split('/').map((level) => level.trim());
  return doubt(
    { capture, url, marks: levels },
    {
      subject,
      message: `目录事项“${item}”与${words.other}的“${other}”相近而不同，请核对是否同一事项`,
      details: [
        { label: '领域', value: field || '未写明' },
        { label: '目录写作', value: item },
        { label: `${words.other}写作`, value: other },
      ],
    },
  );
}
