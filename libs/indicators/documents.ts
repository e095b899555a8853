import { diffDays, type LocalDate, type Period } from '#calendar';
import type { Dated, DocumentFact, IssuedOnSource, PublishedOnSource } from '#facts';
import { doubtReason, doubtsAbout } from './doubts.js';
import type { FindingEvidence } from './model.js';

/** Lists that were put in order before; several indicators ask for the same one of a site. */
const ordered = new WeakMap<readonly object[], readonly object[]>();

/**
 * Every address once, in an order that does not depend on the order of the facts. A list is ordered once however often it
 * is asked for: facts do not change.
 */
export function inOrder<Fact extends { url: string; capture: string }>(facts: readonly Fact[]): readonly Fact[] {
  const known = ordered.get(facts);
  if (known) return known as readonly Fact[];
  const byUrl = new Map<string, Fact>();
  // Keys are joined once and not at every comparison.
  const keyed = facts.map((fact) => ({ fact, key: fact.url + fact.capture }));
  for (const { fact } of keyed.sort((one, other) => compareText(one.key, other.key))) {
    if (!byUrl.has(fact.url)) byUrl.set(fact.url, fact);
  }
  const inOrderOnce = [...byUrl.values()];
  ordered.set(facts, inOrderOnce);
  return inOrderOnce;
}

/** In the period and, as nothing may be known of later days, not after `asOf`. */
export function isOfPeriod(day: LocalDate, period: Period, asOf: LocalDate): boolean {
  return day >= period.from && day <= period.to && day <= asOf;
}

/**
 * Whether a page may belong to the period: published in it or, with no date of publication, issued in it or at an
 * unknown time. The latter can be counted but never judged.
 */
export function mayBeOfPeriod(
  fact: { publishedOn: Dated<PublishedOnSource> | null; issuedOn?: Dated<IssuedOnSource> | null },
  period: Period,
  asOf: LocalDate,
): boolean {
  const day = fact.publishedOn?.on ?? fact.issuedOn?.on;
  return day === undefined || isOfPeriod(day, period, asOf);
}

/**
 * Whether a page is an official document (公文) to which the time limit applies: it carries a document number or a date
 * of issue in its metadata block, stands in the policy column, or is dated and has an index number (索引号) or stands in
 * a statutory column. Announcements without any of these are none, and do not count as unmeasured either.
 */
export function isOfficial(document: DocumentFact): boolean {
  const { kind, documentNumber, indexNumber, issuedOn, columnKey } = document;
  if (kind !== 'document') return false;
  if (documentNumber !== null || issuedOn?.source === 'metadata' || isInPolicyColumn(document)) return true;
  return issuedOn !== null && (indexNumber !== null || columnKey === 'statutory');
}

/** What speaks for an official document only by a field that is in doubt, or null where it is one without that too. */
export function officialByDoubt(document: DocumentFact): string | null {
  const reason = doubtReason(document, ['documentNumber', 'indexNumber', 'issuedOn']);
  if (reason === null) return null;
  const isDoubted = (field: 'documentNumber' | 'indexNumber' | 'issuedOn') => doubtsAbout(document, [field]).length > 0;
  const sure = {
    ...document,
    documentNumber: isDoubted('documentNumber') ? null : document.documentNumber,
    indexNumber: isDoubted('indexNumber') ? null : document.indexNumber,
    issuedOn: isDoubted('issuedOn') ? null : document.issuedOn,
  };
  return isOfficial(sure) ? null : reason;
}

/** Whether a page stands in the policy column, or in one whose own name says so where the standard key is not known. */
export function isInPolicyColumn({ columnKey, columnName }: DocumentFact): boolean {
  if (columnKey !== null) return columnKey === 'policy';
  return columnName !== null && /政策|文件|公文/.test(columnName) && !/解读|回应|问答/.test(columnName);
}

/** A page published so many calendar days after its issue was moved, not published: archives come years later. */
const archiveAgeDays = 365;

/** Whether an old document was moved to its present address; what is asked of new documents is not asked of it. */
export function isMoved({
  saysMoved,
  issuedOn,
  publishedOn,
}: Pick<DocumentFact, 'saysMoved' | 'issuedOn' | 'publishedOn'>): boolean {
  if (saysMoved) return true;
  if (issuedOn === null || publishedOn === null) return false;
  // Most appear in the year of their issue; of these no days need be counted.
  if (issuedOn.on.startsWith(publishedOn.on.slice(0, 4))) return false;
  return diffDays(issuedOn.on, publishedOn.on) > archiveAgeDays;
}

export const issuedOnSources: Record<IssuedOnSource, string> = {
  metadata: '信息公开元数据',
  signature: '文末落款',
  text: '正文',
  list: '栏目列表',
};

export const publishedOnSources: Record<PublishedOnSource, string> = {
  tag: '页面标签',
  metadata: '信息公开元数据',
  info: '页面发布信息',
  url: '网址',
  list: '栏目列表',
};

/** The kept page of a document with the words of its dates to be marked. */
export function documentEvidence(document: DocumentFact): FindingEvidence {
  const { capture, url, issuedOn, publishedOn } = document;
  return { capture, url, marks: [issuedOn?.words ?? '', publishedOn?.words ?? ''] };
}

/** 《title》, or “title” where it holds such marks itself. */
export function quoted(title: string): string {
  return /[《》]/.test(title) ? `“${title}”` : `《${title}》`;
}

/** A title as it is compared: without marks, spaces and what sites put around it. */
export function bareTitle(title: string): string {
  return title.replace(/[\s《》〈〉“”"'（）()\u3000]/g, '');
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
