import { isFileReading } from './file-reading.js';
import { type DetailReading, interpretationFormats, type PageReading, type ReadCapture } from './model.js';
import { crossChecked, type Provenances } from './provenance.js';
import { articleKey } from './urls.js';

/**
 * Gives pages that are only a shell around a file the text of that file. What the page itself says goes before what stands
 * in the file; when something was published the file never tells. What a page does not say while its file could not be
 * read is in doubt: it may well stand there.
 */
export function withFileTexts(captures: readonly ReadCapture[]): ReadCapture[] {
  const files = new Map<string, PageReading>();
  for (const { url, finalUrl, reading } of captures)
    if (reading?.detail && isFileReading(reading))
      for (const key of [articleKey(url), articleKey(finalUrl)]) if (!files.has(key)) files.set(key, reading);
  return captures.map((capture) => {
    const { reading } = capture;
    if (!reading?.detail || isFileReading(reading)) return capture;
    const steps = reading.follow.filter((step) => step.as === 'file');
    if (steps.length === 0) return capture;
    const file = steps.map((step) => files.get(articleKey(step.request.url))).find((found) => found !== undefined);
    const full = file?.detail
      ? withFile(reading, reading.detail, file, file.detail)
      : { ...reading, detail: { ...reading.detail, provenance: withUnreadFile(reading.detail) } };
    return { ...capture, reading: full };
  });
}

const inFile = ['documentNumber', 'issuedOn', 'issuer'] as const;

function withUnreadFile(own: DetailReading): Provenances {
  const provenance = { ...own.provenance };
  for (const field of inFile)
    if (own[field] === null)
      provenance[field] ??= { source: 'none', certainty: 'doubtful', why: '页面没有，而正文所在的文件未能读取' };
  return provenance;
}

function withFile(page: PageReading, own: DetailReading, file: PageReading, told: DetailReading): PageReading {
  const isInterpretation = page.kind === 'interpretation';
  const detail: DetailReading = {
    ...own,
    ...taken(own, told),
    formats: interpretationFormats.filter(
      (format) => own.formats.includes(format) || (format === 'text' && told.formats.includes(format)),
    ),
    quotedPolicies: own.quotedPolicies.length > 0 || !isInterpretation ? own.quotedPolicies : told.quotedPolicies,
    elements: isInterpretation ? [...new Set([...own.elements, ...told.elements])] : own.elements,
    text: told.text,
    annualReport: reportOf(own, told),
  };
  const kind = page.kind === 'other' && detail.documentNumber !== null ? 'document' : page.kind;
  return { ...page, kind, detail: { ...detail, provenance: crossChecked(detail, detail.provenance) } };
}

/** What the page does not say itself, and that it was the file that said it. */
function taken(
  own: DetailReading,
  told: DetailReading,
): Pick<DetailReading, 'documentNumber' | 'issuedOn' | 'issuer' | 'issuers' | 'provenance'> {
  const provenance = { ...own.provenance };
  for (const field of inFile) {
    if (own[field] !== null || told[field] === null) continue;
    const known = told.provenance[field];
    provenance[field] =
      known?.certainty === 'doubtful'
        ? known
        : { source: 'file', certainty: 'likely', why: '页面没有，取自所附文件的正文' };
  }
  return {
    documentNumber: own.documentNumber ?? told.documentNumber,
    issuedOn: own.issuedOn ?? told.issuedOn,
    issuer: own.issuer ?? told.issuer,
    ...(own.issuer === null && told.issuers ? { issuers: told.issuers } : {}),
    provenance,
  };
}

/** Of the two the one that shows parts: the page is a shell, but may quote the headings. */
function reportOf(own: DetailReading, told: DetailReading): DetailReading['annualReport'] {
  const year = own.annualReport?.year ?? told.annualReport?.year;
  if (year === undefined) return null;
  const fuller = told.annualReport ?? own.annualReport;
  return { ...fuller, year, parts: fuller?.parts ?? [] };
}
