import { numberKey } from './document-number.js';
import type { DocumentFact } from './model.js';
import { daysBetween } from './provenance.js';
import { sameMoment } from './publication-date.js';
import { bareTitle } from './site-documents.js';

/**
 * Documents that were put up again under another title (“……（更正）”), beside what was published first: same number, same day of
 * writing, one title within the other. When the later copy was put up does not tell when the document was published.
 */
export function withRepublished(documents: readonly DocumentFact[]): DocumentFact[] {
  const groups = new Map<string, DocumentFact[]>();
  for (const document of documents) {
    const key = keyOf(document);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(document);
    else groups.set(key, [document]);
  }
  return documents.map((document) => {
    const key = keyOf(document);
    const first = key === null ? null : firstOf(groups.get(key)!, document);
    if (first === null) return document;
    const why = `同文号、同成文日期的文件已于${first}发布，疑为更正后或补充后重新发布`;
    const others = (document.doubts ?? []).filter(({ field }) => field !== 'publishedOn');
    return { ...document, doubts: [...others, { field: 'publishedOn', why, other: first }] };
  });
}

function keyOf({ kind, documentNumber, issuedOn, publishedOn }: DocumentFact): string | null {
  return kind === 'document' && documentNumber && issuedOn && publishedOn
    ? `${numberKey(documentNumber)} ${issuedOn.on}`
    : null;
}

/** More pages of one number and one day than this are no copies of each other. */
const mostCopies = 20;

/** The day of the earliest copy that stands beside a document, where it is earlier than its own. */
function firstOf(group: readonly DocumentFact[], document: DocumentFact): string | null {
  if (group.length < 2 || group.length > mostCopies) return null;
  const own = plain(document.title);
  const days = group.flatMap(({ title, publishedOn }) =>
    isWithin(plain(title), own) && daysBetween(publishedOn!.on, document.publishedOn!.on) > sameMoment
      ? [publishedOn!.on]
      : [],
  );
  return days.sort()[0] ?? null;
}

function isWithin(a: string, b: string): boolean {
  return a.length >= 6 && b.length >= 6 && (a.includes(b) || b.includes(a));
}

function plain(title: string): string {
  return bareTitle(title.replace(/[（(【[][^（）()【】[\]]{1,12}[)）】\]]$/, ''));
}
