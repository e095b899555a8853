import { numberKey } from './document-number.js';
import type { Dated, DetailReading, DocumentFact, ListItem, LocalDate, PublishedOnSource } from './model.js';
import { type Doubt, doubtsOf, daysBetween, type ProvenField } from './provenance.js';
import { apart, sameMoment } from './publication-date.js';

type Publication = Dated<PublishedOnSource>;

/** When a document was published, by its page and by the lists that name it, and what of the document is doubtful. */
export interface JudgedPublication {
  publishedOn: Publication | null;
  others: Publication[];
  doubts: Doubt[];
}

/**
 * The page's own date; the list's where the page has none, and where the page has only a tag that a list shows to be the
 * time of regeneration: the list's day is earlier, and no day of writing. A date that differs is kept beside the one taken.
 */
export function judgedPublication(
  detail: DetailReading,
  items: readonly ListItem[],
  fetchedAt: string,
): JudgedPublication {
  const listed = [...new Set(items.flatMap((item) => item.publishedOn ?? []))].sort().map(listDate);
  const doubts = doubtsOf(detail.provenance);
  const remade = isRemade(detail, listed);
  const publishedOn = remade ? listed[0]! : (detail.publishedOn ?? listed[0] ?? null);
  const all = [...(detail.publishedOn ? [detail.publishedOn] : []), ...detail.publishedOnOthers, ...listed];
  const seen = new Set([publishedOn?.on]);
  const others = all.filter((date) => !seen.has(date.on) && seen.add(date.on));
  if (publishedOn && !remade) {
    const doubt = doubtOfLists(detail, publishedOn, listed);
    if (doubt) keep(doubts, doubt);
  }
  const number = detail.documentNumber === null ? undefined : rivalNumber(detail.documentNumber, items);
  if (number !== undefined) keep(doubts, { field: 'documentNumber', why: '列表文号与页面文号不同', other: number });
  for (const doubt of doubtsOfFuture(detail.issuedOn?.on ?? null, publishedOn?.on ?? null, fetchedAt))
    keep(doubts, doubt);
  return { publishedOn, others, doubts };
}

function rivalNumber(own: string, items: readonly ListItem[]): string | undefined {
  return items.flatMap((item) => item.documentNumber ?? []).find((number) => numberKey(number) !== numberKey(own));
}

function listDate(on: LocalDate): Publication {
  return { on, source: 'list', words: `列表日期：${on}` };
}

/** Only the tag tells the day, and every list shows an earlier one. */
function isRemade({ publishedOn, provenance, issuedOn }: DetailReading, listed: readonly Publication[]): boolean {
  const last = listed.at(-1);
  if (publishedOn?.source !== 'tag' || provenance.publishedOn?.certainty !== 'likely' || last === undefined)
    return false;
  // A list may show the day of writing instead; without it nobody can tell.
  return issuedOn !== null && issuedOn.on < listed[0]!.on && daysBetween(last.on, publishedOn.on) > sameMoment;
}

function doubtOfLists(detail: DetailReading, taken: Publication, listed: readonly Publication[]): Doubt | null {
  // The tag and what readers see agree: a list then shows when the article was put into it.
  if (taken.source === 'tag' && detail.provenance.publishedOn?.certainty === 'sure') return null;
  // A list may show the day of writing, or that of the last change, where the page names them.
  const rival = listed.find(
    (date) =>
      date.on !== detail.issuedOn?.on &&
      date.on !== detail.updatedOn &&
      Math.abs(daysBetween(date.on, taken.on)) > sameMoment,
  );
  if (!rival) return null;
  const why = taken.source === 'list' ? '不同列表显示的日期不一致' : apart(taken, rival);
  return { field: 'publishedOn', why, other: rival.on };
}

/** Days after the page was fetched: a slip of the pen, or a clock that goes wrong. */
function doubtsOfFuture(issued: LocalDate | null, published: LocalDate | null, fetchedAt: string): Doubt[] {
  const time = Date.parse(fetchedAt);
  if (Number.isNaN(time)) return [];
  const fetched = new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
  const late = (field: ProvenField, name: string, on: LocalDate | null): Doubt[] =>
    on !== null && on > fetched ? [{ field, why: `${name}${on}晚于采集日` }] : [];
  return [...late('issuedOn', '成文日期', issued), ...late('publishedOn', '发布日期', published)];
}

/** One doubt a field is enough. */
function keep(doubts: Doubt[], doubt: Doubt): void {
  if (!doubts.some(({ field }) => field === doubt.field)) doubts.push(doubt);
}

/** The doubts of an article that was read at two addresses, `kept` being what was made of both. */
export function mergedDoubts(kept: DocumentFact, a: DocumentFact, b: DocumentFact): Doubt[] {
  const doubts: Doubt[] = [];
  for (const { doubts: own = [], ...fact } of [a, b])
    for (const doubt of own) if (valueOf(fact, doubt.field) === valueOf(kept, doubt.field)) keep(doubts, doubt);
  if (a.issuedOn && b.issuedOn && a.issuedOn.on !== b.issuedOn.on) {
    const other = kept.issuedOn?.on === a.issuedOn.on ? b.issuedOn.on : a.issuedOn.on;
    keep(doubts, { field: 'issuedOn', why: '两个网址上的成文日期不同', other });
  }
  return doubts;
}

function valueOf(fact: Omit<DocumentFact, 'doubts'>, field: ProvenField): string | null {
  const value = fact[field];
  return value !== null && typeof value === 'object' ? value.on : value;
}
