import { annualReportYear, readReportParts, yearOfReportText } from './annual-report.js';
import { readAttachments } from './attachments.js';
import { dateOfValue } from './dates.js';
import { canonicalNumber, documentNumberOfField, numberAtEndOf } from './document-number.js';
import { readElements, readFormats } from './formats.js';
import { type Metadata, readMetadata } from './metadata-block.js';
import type { Dated, DetailReading, IssuedOnSource } from './model.js';
import { bodyLines, findBody, isAloneInRow, type PageBody } from './page-body.js';
import type { PageTags } from './page-tags.js';
import { readTitle } from './page-title.js';
import type { PageLine, ParsedPage } from './parsed-page.js';
import { readPublicationDates } from './publication-date.js';
import { isInterpretationTitle, readRelatedLinks } from './related-links.js';
import { dateInText, numberAtTop, numberOfAttachment, readSignature } from './signature.js';

/** A detail reading and what decides whether the page is one. */
export interface FoundDetail {
  detail: DetailReading;
  /** Fields of a metadata block that the page has. */
  metadataFields: number;
  body: PageBody | null;
  /** The page is an interpretation by its title or column. */
  isInterpretation: boolean;
}

const longestBody = 200_000;

/** Reads a page as an article: standard tags, metadata block, information line, body, signature, related links. */
export function readDetail(page: ParsedPage, tags: PageTags): FoundDetail {
  const body = findBody(page);
  const above = body ? page.lines.slice(0, body.from) : page.lines;
  const below = body ? page.lines.slice(body.to, body.to + 12) : [];
  const inside = body ? bodyLines(page, body) : [];
  const metadata = readBlocks(page, body, above, inside);
  const title = readTitle(page, tags, metadata, body?.from ?? page.lines.length);
  const lines = textLines(inside, metadata);
  const texts = lines.map((line) => line.text);
  const isInterpretation = isInterpretationPage(page, tags, title);
  const signature = readSignature(lines.filter((line, n) => !isFigure(lines, n)).map((line) => line.text));
  const { publishedOn, others } = readPublicationDates(page, tags, metadata, above, inside.slice(0, 5), below, title);
  const attachments = body ? readAttachments(page, body.from, body.to + 20) : [];
  const related = readRelatedLinks(page, isInterpretation, body);
  const text = texts.join('\n').slice(0, longestBody);
  const detail: DetailReading = {
    title,
    documentNumber: documentNumber(
      metadata,
      above,
      texts,
      title,
      attachments.map((file) => file.title),
    ),
    indexNumber: indexNumber(metadata),
    issuedOn: issuedOn(metadata) ?? signature?.date ?? dateInText(texts, title),
    publishedOn,
    publishedOnOthers: others,
    issuer: metadata.value('issuer') ?? signature?.issuer ?? null,
    contentSource: tags.contentSource ?? metadata.value('source'),
    validity: validity(metadata),
    attachments,
    formats: body ? readFormats(page, body, title ?? '', text) : [],
    interprets: related.interprets,
    interpretedBy: related.interpretedBy,
    quotedPolicies: isInterpretation ? quotedPolicies(title, texts) : [],
    elements: isInterpretation ? readElements(texts) : [],
    text,
    annualReport: annualReport(title, texts),
  };
  return { detail, metadataFields: metadata.size, body, isInterpretation };
}

/** The block stands above the text, below it, or at its top; nearer to the top of the page wins. */
function readBlocks(
  page: ParsedPage,
  body: PageBody | null,
  above: readonly PageLine[],
  inside: readonly PageLine[],
): Metadata {
  const metadata = readMetadata(page, above);
  if (!body) return metadata;
  const below = readMetadata(page, page.lines.slice(body.to, body.to + 60));
  const within = metadata.size >= 3 ? null : readMetadata(page, inside.slice(0, 40), true);
  if (within && within.size >= 2 && within.size > metadata.size) return within;
  return metadata.size === 0 && below.size >= 2 ? below : metadata;
}

/** A line that fills a cell of a table by itself, beside other cells: a figure, never part of a signature. */
function isFigure(lines: readonly PageLine[], at: number): boolean {
  const { cell, element } = lines[at]!;
  if (cell === 0 || lines[at - 1]?.cell === cell || lines[at + 1]?.cell === cell || isAloneInRow(element)) return false;
  return (lines[at - 1]?.cell ?? 0) > 0 || (lines[at + 1]?.cell ?? 0) > 0;
}

/** The text without a metadata block at its top. */
function textLines(inside: readonly PageLine[], metadata: Metadata): PageLine[] {
  if (metadata.size < 2) return [...inside];
  const top = inside.slice(0, 40);
  return inside.slice(top.findLastIndex((line) => metadata.lines.has(line)) + 1);
}

function issuedOn(metadata: Metadata): Dated<IssuedOnSource> | null {
  const value = metadata.value('issuedOn');
  const on = value === null ? null : dateOfValue(value);
  return on ? { on, source: 'metadata', words: metadata.words('issuedOn') } : null;
}

function indexNumber(metadata: Metadata): string | null {
  const value = metadata.value('indexNumber');
  if (value !== null) return value.length <= 60 && /[\dA-Za-z]/.test(value) ? value.replace(/\s/g, '') : null;
  // An index number sometimes stands under the label of the document number.
  const number = metadata.value('documentNumber');
  return number !== null && /^\d{6,}[A-Z\d]*\/\d{4}-\d+$/.test(number) ? number : null;
}

function documentNumber(
  metadata: Metadata,
  above: readonly PageLine[],
  texts: readonly string[],
  title: string | null,
  attachmentNames: readonly string[],
): string | null {
  const field = metadata.value('documentNumber');
  const ofField = field === null ? null : documentNumberOfField(field);
  if (ofField !== null) return ofField;
  // The block says that there is none.
  if (metadata.has('documentNumber') && field === null && !metadata.isEmpty('documentNumber')) return null;
  return (
    numberAtTop(texts) ??
    numberUnderTitle(above) ??
    (title === null ? null : numberAtEndOf(title)) ??
    numberOfAttachment(attachmentNames, title)
  );
}

/** A line that is a number, between the title and the text. */
function numberUnderTitle(above: readonly PageLine[]): string | null {
  for (const line of above.slice(-8)) {
    if (line.zone !== 'body' || line.hidden || line.text.length > 50) continue;
    const number = canonicalNumber(line.text);
    if (number) return number;
  }
  return null;
}

function validity(metadata: Metadata): string | null {
  const value = metadata.value('validity');
  return value !== null && value.length <= 40 ? value : null;
}

function isInterpretationPage(page: ParsedPage, tags: PageTags, title: string | null): boolean {
  if (title !== null && isInterpretationTitle(title)) return true;
  if (title !== null && /^关于.{0,80}(?:通知|意见|办法|通报|公告)$|(?:制度|办法|规定)$/.test(title)) return false;
  const column = `${tags.columnName ?? ''} ${tags.columnType ?? ''} ${page.page.visit.columnName ?? ''}`;
  return page.page.visit.columnKey === 'interpretation' || /解读/.test(column);
}

/** Names in 《》 in the title, else in the first paragraphs; also a name that lost its marks (《…关于印发的通知》 keeps none). */
function quotedPolicies(title: string | null, texts: readonly string[]): string[] {
  const quoted = namesIn(title ?? '');
  if (quoted.length === 0 && title !== null) {
    const bare = title
      .replace(/^(?:【[^】]*】|一图(?:读懂|看懂|了解)|图解|H5|解读)[｜|:：\s]*/, '')
      .replace(/(?:的)?(?:政策|文字|图文|视频|部门|专家)?(?:解读|说明)$/, '');
    if (bare !== title && bare.length >= 6) quoted.push(bare);
  }
  for (const text of texts.slice(0, 6))
    for (const name of namesIn(text.slice(0, 2000))) if (!quoted.includes(name)) quoted.push(name);
  return quoted.slice(0, 12);
}

/** Outer names in 《》; one nested in another (《关于印发〈…〉的通知》) belongs to it. */
function namesIn(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (let n = 0; n < text.length; n += 1) {
    if (text[n] === '《') {
      if (depth === 0) start = n + 1;
      depth += 1;
    } else if (text[n] === '》' && depth > 0) {
      depth -= 1;
      if (depth === 0 && n - start >= 4 && n - start <= 120) names.push(text.slice(start, n).replace(/\s/g, ''));
    }
  }
  return names;
}

function annualReport(title: string | null, texts: readonly string[]): DetailReading['annualReport'] {
  const isReport = title !== null && /信息公开|政务公开/.test(title) && /报告|年报/.test(title);
  const year = (title === null ? null : annualReportYear(title)) ?? (isReport ? yearOfReportText(texts) : null);
  return year === null ? null : { year, parts: readReportParts(texts) };
}
