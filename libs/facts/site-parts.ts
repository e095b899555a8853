import { shellLetters } from './article-parts.js';
import {
  type DetailReading,
  interpretationFormats,
  type NamedLink,
  type PageReading,
  type ReadCapture,
} from './model.js';
import { withoutPart } from './missing-part.js';
import { crossChecked } from './provenance.js';
import { articleKey } from './urls.js';

const mostParts = 20;

/**
 * Puts the pages of one article together: what its later pages, or the frame that holds its text, say beside the first one.
 * They are no articles themselves. What an article lacks while one of its pages could not be read is in doubt.
 */
export function withParts(captures: readonly ReadCapture[]): ReadCapture[] {
  const parts = new Map<string, ReadCapture>();
  for (const capture of captures)
    if (isPart(capture)) for (const url of [capture.url, capture.finalUrl]) parts.set(articleKey(url), capture);
  return captures.map((capture) => {
    const { reading, visit } = capture;
    if (!reading?.detail || visit.as !== 'detail') return capture;
    if (isPart(capture)) return { ...capture, reading: { ...reading, detail: null } };
    return partsOf(reading).length === 0 ? capture : { ...capture, reading: whole(reading, parts) };
  });
}

function isPart({ visit }: ReadCapture): boolean {
  return visit.as === 'detail' && visit.listPage > 1;
}

function partsOf({ follow }: PageReading): string[] {
  return follow.filter(({ as }) => as === 'detail').map(({ request }) => articleKey(request.url));
}

function whole(first: PageReading, parts: ReadonlyMap<string, ReadCapture>): PageReading {
  const met = new Set<string>();
  let reading = first;
  let waiting = partsOf(first);
  let isWhole = true;
  while (waiting.length > 0 && met.size < mostParts) {
    const key = waiting.shift()!;
    if (met.has(key)) continue;
    met.add(key);
    const part = parts.get(key)?.reading;
    if (part?.detail && reading.detail && isOfOne(reading.detail, part.detail)) {
      reading = joined(reading, reading.detail, part, part.detail);
      waiting = [...waiting, ...partsOf(part)];
    } else isWhole = false;
  }
  if (isWhole || !reading.detail) return reading;
  return { ...reading, detail: withoutPart(reading.detail, '本页没有，而正文其余部分所在的页面未能读取') };
}

/** Later pages repeat the title, with their number perhaps; frames have none. */
function isOfOne({ title: own }: DetailReading, { title }: DetailReading): boolean {
  const [a, b] = [bare(own), bare(title)];
  return a.length < 8 || b.length < 8 || a.startsWith(b) || b.startsWith(a);
}

function bare(title: string | null): string {
  return (title ?? '').replace(/[\s《》〈〉“”"（）()]/g, '');
}

type Followed = 'documentNumber' | 'issuedOn' | 'issuer';

function joined(page: PageReading, own: DetailReading, part: PageReading, told: DetailReading): PageReading {
  const isShell = lettersOf(own) < shellLetters;
  const provenance = { ...own.provenance };
  const take = { documentNumber: own.documentNumber, issuedOn: own.issuedOn, issuer: own.issuer };
  const adopt = <Field extends Followed>(field: Field) => {
    take[field] = told[field];
    if (told.provenance[field]) provenance[field] = told.provenance[field];
  };
  // A number on a later page is that of another document; a signature there is the article's own.
  if (isShell && own.documentNumber === null && told.documentNumber !== null) adopt('documentNumber');
  const isSigned = told.issuedOn?.source === 'signature' && own.issuedOn?.source === 'text';
  if (told.issuedOn !== null && (own.issuedOn === null || isSigned)) adopt('issuedOn');
  if (own.issuer === null && told.issuer !== null) adopt('issuer');
  const elements = [...new Set([...own.elements, ...told.elements])];
  const isRecord = own.formats.some(isSpoken) && !own.formats.includes('text');
  const formats = new Set([...own.formats, ...told.formats.filter((format) => !isRecord || format !== 'text')]);
  const { unsaid = [], ...rest } = own;
  const stillUnsaid = unsaid.filter((one) => told.unsaid?.includes(one) ?? !elements.includes(one));
  const detail: DetailReading = {
    ...rest,
    ...take,
    attachments: together(own.attachments, told.attachments),
    formats: interpretationFormats.filter((format) => formats.has(format)),
    interprets: together(own.interprets, told.interprets),
    interpretedBy: together(own.interpretedBy, told.interpretedBy),
    ...(own.mentions || told.mentions ? { mentions: together(own.mentions ?? [], told.mentions ?? []) } : {}),
    quotedPolicies: [...new Set([...own.quotedPolicies, ...told.quotedPolicies])],
    elements,
    ...(stillUnsaid.length > 0 ? { unsaid: stillUnsaid } : {}),
    text: own.text === '' ? told.text : `${own.text}\n${told.text}`,
    annualReport: reportOf(own, told),
  };
  const kind = page.kind === 'other' ? part.kind : page.kind;
  return { ...page, kind, detail: { ...detail, provenance: crossChecked(detail, provenance) } };
}

/** What a record goes on with on its later pages is the record, also where few who speak are named there. */
const isSpoken = (format: string): boolean => format === 'press-conference' || format === 'interview';

function lettersOf({ text }: DetailReading): number {
  return text.replace(/\s/g, '').length;
}

function together(own: readonly NamedLink[], more: readonly NamedLink[]): NamedLink[] {
  const known = new Set(own.map(({ url }) => url));
  return [...own, ...more.filter(({ url }) => !known.has(url))];
}

function reportOf(
  { annualReport: own }: DetailReading,
  { annualReport: told }: DetailReading,
): DetailReading['annualReport'] {
  if (!own) return told;
  const parts = [...new Set([...own.parts, ...(told?.parts ?? [])])].sort((a, b) => a - b);
  const tables = told?.tables ? { tables: { ...told.tables, ...own.tables } } : {};
  return { ...own, parts, ...tables, ...(told?.incomplete ? { incomplete: true } : {}) };
}
