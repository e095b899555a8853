import type { ColumnKey } from '#programmes';
import type { Doubt, ProvenField, UnreadFact } from '#facts';

/** A fact with the fields of it that must not be relied upon. */
interface Doubted {
  doubts?: readonly Doubt[];
}

const fieldTitles: Record<ProvenField, string> = {
  title: '标题',
  documentNumber: '发文字号',
  indexNumber: '索引号',
  issuedOn: '成文日期',
  publishedOn: '发布日期',
  issuer: '发文机关',
};

/** The doubts about those fields of a fact on which a judgement rests. */
export function doubtsAbout({ doubts = [] }: Doubted, fields: readonly ProvenField[]): Doubt[] {
  return doubts.length === 0 ? [] : doubts.filter(({ field }) => fields.includes(field));
}

/** “发布日期（页面标签与可见日期相差30天，另见2025-03-21）”; null without a doubt about these fields. */
export function doubtReason(fact: Doubted, fields: readonly ProvenField[]): string | null {
  if (fact.doubts === undefined || fact.doubts.length === 0) return null;
  const doubts = doubtsAbout(fact, fields);
  return doubts.length === 0 ? null : doubts.map(printDoubt).join('；');
}

function printDoubt({ field, why, other }: Doubt): string {
  const seen = other === undefined || why.includes(other) ? '' : `，另见${other}`;
  return `${fieldTitles[field]}（${why}${seen}）`;
}

/** The row of a finding's details that shows the reader where the reading is in doubt; none without a reason. */
export function doubtDetails(reason: string | null): { label: string; value: string }[] {
  return reason === null ? [] : [{ label: '此处读法有疑', value: reason }];
}

/** Reasons of several facts as one; null where none of them gives one. */
export function joinReasons(...reasons: (string | null)[]): string | null {
  // Asked of every document, and nearly none is in doubt.
  if (reasons.every((reason) => reason === null)) return null;
  return [...new Set(reasons.filter((reason) => reason !== null))].join('；');
}

/** The day that contradicts the one taken; null where the other value is no day. */
export function otherDay({ doubts = [] }: Doubted, field: 'issuedOn' | 'publishedOn'): string | null {
  const other = doubts.find((doubt) => doubt.field === field)?.other;
  return other !== undefined && /^\d{4}-\d\d-\d\d$/.test(other) && !Number.isNaN(Date.parse(other)) ? other : null;
}

/** Pages that could not be read and that may belong to a column: by the way that led to them or by the words of their link. */
export function unreadOf(unread: readonly UnreadFact[], key: ColumnKey, words: RegExp): UnreadFact[] {
  return unread.filter(
    ({ visit }) => visit.columnKey === key || words.test(visit.linkText ?? '') || words.test(visit.columnName ?? ''),
  );
}
