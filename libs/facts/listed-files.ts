import { annualReportYear } from './annual-report.js';
import { isCalledDocument } from './article-kind.js';
import { isInterpretationTitle } from './interpretation-title.js';
import type { DetailReading, InterpretationFormat, ListItem, LocalDate, PageReading, ReadCapture } from './model.js';
import type { Provenances } from './provenance.js';
import { bareTitle } from './site-documents.js';
import { articleKey } from './urls.js';

/** Files whose words may be those of a document; pictures, films and sound, which may interpret one. */
const textFile = /\.(?:pdf|ofd|docx?|xlsx?|wps|et|rtf|ceb)$/i;
const shown: [RegExp, InterpretationFormat][] = [
  [/\.(?:jpe?g|png|gif|bmp|webp)$/i, 'infographic'],
  [/\.(?:mp4|flv|wmv|m4v)$/i, 'video'],
  [/\.(?:mp3|wav|m4a)$/i, 'audio'],
];
/** Columns whose files are forms and what else one takes along. */
const takenAlong = new Set(['guide', 'request', 'service', 'interaction', 'catalogue']);

/**
 * Files to which rows of a list lead directly, and whose text could not be read (scans, old formats, pictures), as articles of what
 * their rows say: title, day, number. What an article has as its attachment is none of its own, nor is another copy of what was
 * read or stands in another format beside it: same title, same day.
 */
export function withListedFiles(
  captures: readonly ReadCapture[],
  listed: ReadonlyMap<string, readonly ListItem[]>,
): readonly ReadCapture[] {
  const attached = new Set<string>();
  const known = new Set<string>();
  for (const { visit, reading, url } of captures) {
    const { detail } = reading ?? {};
    if (!detail || visit.as !== 'detail') continue;
    for (const file of detail.attachments) attached.add(articleKey(file.url));
    const days = [detail.publishedOn?.on ?? null, ...daysOf(listed.get(articleKey(url)))];
    for (const day of days) known.add(copyKey(detail.title ?? visit.linkText ?? '', day));
  }
  return captures.map((capture) => {
    const { visit, outcome, reading, url } = capture;
    if (visit.as !== 'detail' || outcome !== 'notHtml' || reading !== null) return capture;
    const items = listed.get(articleKey(url)) ?? [];
    const found = items.length === 0 || attached.has(articleKey(url)) ? null : readingOf(capture, items);
    const keys = found === null ? [] : daysOf(items).map((day) => copyKey(found.title ?? '', day));
    if (found === null || keys.some((key) => known.has(key))) return capture;
    for (const key of keys) known.add(key);
    return { ...capture, reading: found };
  });
}

function daysOf(items: readonly ListItem[] = []): LocalDate[] {
  return items.flatMap(({ publishedOn }) => publishedOn ?? []);
}

function copyKey(title: string, day: LocalDate | null): string {
  return `${bareTitle(title)} ${day ?? ''}`;
}

function readingOf({ url, finalUrl, visit }: ReadCapture, items: readonly ListItem[]): PageReading | null {
  const path = [finalUrl, url].map((one) => one.replace(/[?#].*$/, ''));
  const format = shown.find(([ending]) => path.some((one) => ending.test(one)))?.[1];
  if (format === undefined && !path.some((one) => textFile.test(one))) return null;
  const [first] = items.map((item) => item.title).sort((a, b) => b.length - a.length);
  const title = (first ?? '').replace(/\.(?:pdf|ofd|docx?|xlsx?|wps|jpe?g|png|mp4|mp3)$/i, '').trim();
  if (title.length < 4) return null;
  const kind = kindOf(
    title,
    visit,
    format !== undefined,
    items.some(({ documentNumber }) => documentNumber !== null),
  );
  const year = kind === 'annualReport' ? annualReportYear(title) : null;
  return {
    kind,
    family: 'file',
    siteName: null,
    columnName: null,
    title,
    detail: {
      ...nothing,
      title,
      formats: format === undefined ? [] : [format],
      annualReport: year === null ? null : { year, parts: [], incomplete: true },
      provenance: unread(items),
    },
    list: null,
    columns: [],
    follow: [],
    needsBrowser: false,
    softNotFound: false,
    challenged: false,
  };
}

function kindOf(
  title: string,
  { columnKey, columnName }: ReadCapture['visit'],
  isShown: boolean,
  isNumbered: boolean,
): 'annualReport' | 'interpretation' | 'document' | 'other' {
  if (annualReportYear(title) !== null && !isShown) return 'annualReport';
  if (columnKey === 'interpretation' || /解读/.test(columnName ?? '') || isInterpretationTitle(title))
    return 'interpretation';
  if (isShown || takenAlong.has(columnKey ?? '')) return 'other';
  return isNumbered || isCalledDocument(title.replace(/\s/g, '')) ? 'document' : 'other';
}

/** What the row does not say may well stand in the file. */
function unread(items: readonly ListItem[]): Provenances {
  const doubt = { source: 'none', certainty: 'doubtful', why: '列表的行直接通往文件，文件的文字未能读取' } as const;
  return {
    ...(items.some(({ documentNumber }) => documentNumber !== null) ? {} : { documentNumber: doubt }),
    ...(items.some(({ issuedOn }) => issuedOn !== undefined) ? {} : { issuedOn: doubt }),
  };
}

const nothing: DetailReading = {
  title: null,
  documentNumber: null,
  indexNumber: null,
  issuedOn: null,
  publishedOn: null,
  publishedOnOthers: [],
  issuer: null,
  contentSource: null,
  validity: null,
  attachments: [],
  formats: [],
  interprets: [],
  interpretedBy: [],
  quotedPolicies: [],
  elements: [],
  text: '',
  annualReport: null,
  provenance: {},
};
