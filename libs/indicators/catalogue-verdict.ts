import type { CatalogueItemFact } from '#facts';
import type { FindingEvidence } from './model.js';
import {
  doubt,
  fail,
  finding,
  type FindingText,
  isNonEmpty,
  needsReview,
  notMeasured,
  pass,
  ratio,
  type Verdict,
} from './verdict.js';

/** An item of a catalogue that does not comply. */
export interface LackingItem {
  row: CatalogueItemFact;
  /** Why it may comply all the same, or null. */
  why: string | null;
}

export interface CatalogueTally<Item extends LackingItem> {
  /** Items that were asked about; at least one. */
  items: number;
  lacking: readonly Item[];
  /** Items of which nothing can be said, not even a doubt. */
  unmeasured?: number;
}

/**
 * The verdict over the items of a catalogue. Items of one field and page are one finding together: a finding for each of
 * thousands of rows would help nobody.
 */
export function catalogueVerdict<Item extends LackingItem>(
  { items, lacking, unmeasured = 0 }: CatalogueTally<Item>,
  draftOf: (group: readonly Item[]) => readonly [FindingEvidence, FindingText],
  words: { good: string; unmeasured: string },
): Verdict {
  const doubtful = lacking.filter(({ why }) => why !== null);
  const fails = byField(lacking.filter(({ why }) => why === null)).map((group) => finding(...draftOf(group)));
  const doubts = byField(doubtful).map((group) => doubt(...draftOf(group)));
  const open = doubtful.length + unmeasured;
  const of = items - open;
  if (of === 0 && isNonEmpty(doubts)) return needsReview(doubts, `${doubtful.length}个事项存疑，须人工复核`, open);
  if (of === 0) return notMeasured(words.unmeasured, open);
  const good = items - unmeasured - lacking.length;
  const more = doubtful.length > 0 ? `，另有${doubtful.length}个事项存疑待复核` : '';
  const beside = { message: `可测的${of}个目录事项中${good}个${words.good}${more}`, unmeasured: open, doubts };
  const measure = ratio(good, of);
  return isNonEmpty(fails) ? fail(measure, fails, beside) : pass(measure, beside);
}

/** Subject of a finding about the items of one field on one page. */
export function fieldSubject({ field, url }: CatalogueItemFact): string {
  return `${field} ${url}`;
}

/** “养老服务”领域, or 目录 where no field is told. */
export function fieldWords({ field }: CatalogueItemFact): string {
  return field === '' ? '目录' : `“${field}”领域`;
}

/** The last level of an item's name. */
export function itemName({ item }: CatalogueItemFact): string {
  return item.split('/').at(-1) ?? item;
}

function byField<Item extends LackingItem>(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = fieldSubject(item.row);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
