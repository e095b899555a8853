import type { AnyNode, Element } from 'domhandler';
import { annualReportYear, isReportTitle, readReportParts, yearOfReportText } from './annual-report.js';
import { isFileLink, readAttachments } from './attachments.js';
import { readDocumentNumber, readIndexNumber, readIssuedOn, readIssuer, readIssuers } from './detail-values.js';
import { addressOfLink } from './link-address.js';
import { isConferenceTranscript, readFormats } from './formats.js';
import { isAboutInterpreting, isInterpretationTitle } from './interpretation-title.js';
import { readElements, unsaidElements } from './interpretation-elements.js';
import { type Metadata, readMetadata } from './metadata-block.js';
import { isLabelOfAnother } from './metadata-labels.js';
import type { DetailReading } from './model.js';
import { bodyLines, findBody, isAloneInRow, type PageBody, withoutEcho } from './page-body.js';
import type { PageTags } from './page-tags.js';
import { rowText } from './page-words.js';
import { isNovelty } from './news-title.js';
import { readTitle } from './page-title.js';
import type { PageLine, ParsedPage } from './parsed-page.js';
import { readPublicationDates, readUpdatedOn } from './publication-date.js';
import { nameInTitle, quotedPolicies } from './policy-names.js';
import { readRelatedLinks } from './related-links.js';
import { hasUnreadRelated } from './related-unread.js';
import type { Provenance, Provenances, ProvenField } from './provenance.js';
import { readReportTables } from './report-tables.js';
import { areSigned, readSignature } from './signature.js';

/** A detail reading and what decides whether the page is one. */
export interface FoundDetail {
  detail: DetailReading;
  /** Fields of a metadata block that the page has. */
  metadataFields: number;
  /** The labels that were read are those of several articles. */
  isOfCards: boolean;
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
  const titled = readTitle(page, tags, metadata, body?.from ?? page.lines.length);
  const title = titled.value;
  const lines = withoutEcho(withoutHeadline(textLines(inside, metadata), title), title);
  const texts = lines.map((line) => line.text);
  const isInterpretation = isInterpretationPage(page, tags, title, texts);
  const running = lines.filter((line, n) => !isFigure(lines, n)).map((line) => line.text);
  const signature = readSignature(running);
  const places = { above, top: inside.slice(0, 5), below };
  const readDates = () => readPublicationDates(page, tags, metadata, places, title);
  const shown = readDates();
  const isShown = [shown.publishedOn, ...shown.others].some((date) => date && /^(?:info|metadata)$/.test(date.source));
  const publication = isShown || !metadata.takeSentAsPublished() ? shown : readDates();
  const updatedOn = readUpdatedOn([...above.slice(-14), ...places.top]);
  const attachments = body ? readAttachments(page, body) : [];
  const related = readRelatedLinks(page, isInterpretation, body, nameInTitle(title ?? ''));
  const text = texts.join('\n').slice(0, longestBody);
  const names = attachments.map((file) => file.title);
  // What stands under another label, or among the cells of a table, is no number of the document.
  const mayNumber = (line: PageLine, n: number, all: readonly PageLine[]) =>
    !fillsCell(all, n) && !isLabelOfAnother(all[n - 1]?.text, 'documentNumber');
  const unlabelled = above.filter((line, n) => !metadata.lines.has(line) && mayNumber(line, n, above));
  const ownLines = lines.filter(mayNumber).map((line) => line.text);
  const numbered = readDocumentNumber(metadata, unlabelled, ownLines, title, names);
  const indexed = readIndexNumber(metadata);
  const issued = readIssuedOn(metadata, signature, texts, title);
  const issuer = readIssuer(metadata, signature);
  const issuers = readIssuers(metadata, signature);
  const formats = body ? readFormats(page, body, title ?? '', lines) : [];
  const unsaid = isInterpretation ? unsaidElements(texts, formats, attachments.length > 0) : [];
  const detail: DetailReading = {
    title,
    documentNumber: numbered.value,
    indexNumber: indexed.value,
    issuedOn: issued.value,
    publishedOn: publication.publishedOn,
    publishedOnOthers: publication.others,
    ...(updatedOn !== null && updatedOn !== publication.publishedOn?.on ? { updatedOn } : {}),
    issuer: issuer.value,
    ...(issuers.length > 0 ? { issuers } : {}),
    contentSource: tags.contentSource ?? metadata.value('source'),
    validity: validity(metadata),
    attachments,
    formats,
    interprets: related.interprets,
    interpretedBy: related.interpretedBy,
    ...(related.mentions.length > 0 ? { mentions: related.mentions } : {}),
    ...(related.beside.length > 0 ? { beside: related.beside } : {}),
    quotedPolicies: isInterpretation ? quotedPolicies(title, texts) : [],
    elements: isInterpretation ? readElements(texts) : [],
    ...(unsaid.length > 0 ? { unsaid } : {}),
    ...(hasUnreadRelated(page, body) ? { relatedUnread: true as const } : {}),
    text,
    annualReport: annualReport(page, title, texts),
    provenance: known({
      title: titled.provenance,
      documentNumber: numbered.provenance,
      indexNumber: indexed.provenance,
      issuedOn: issued.provenance,
      publishedOn: publication.provenance,
      issuer: issuer.provenance,
    }),
  };
  return { detail, metadataFields: metadata.size, isOfCards: metadata.isOfCards, body, isInterpretation };
}

function known(found: Record<ProvenField, Provenance | undefined>): Provenances {
  return Object.fromEntries(Object.entries(found).filter(([, provenance]) => provenance !== undefined));
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
  const within = metadata.size >= 3 ? null : readMetadata(page, inside.slice(0, 40), true);
  if (within && within.size >= 2 && within.size > metadata.size) return within;
  const after = page.lines.slice(body.to, body.to + 60);
  const below = readMetadata(page, after);
  if (metadata.size === 0) return below.size >= 2 ? below : metadata;
  return !tellsDocument(metadata) && isBlockBelow(page, below, after)
    ? readMetadata(page, after, false, metadata)
    : metadata;
}

/** What only a block of a document tells: an information line (发布时间、来源) names none of it. */
const ownFields = ['indexNumber', 'documentNumber', 'issuedOn', 'sentOn'] as const;

function tellsDocument(metadata: Metadata): boolean {
  return ownFields.some((field) => metadata.has(field));
}

/**
 * A block after the text, where only an information line stands above it. What stands under a link to another article, or
 * under several, tells of those: “相关文件” with their numbers and days.
 */
function isBlockBelow(page: ParsedPage, below: Metadata, after: readonly PageLine[]): boolean {
  if (below.size < 3 || !tellsDocument(below)) return false;
  if (ownFields.some((field) => below.rival(field) !== null)) return false;
  const before = after[after.findIndex((line) => below.lines.has(line)) - 1];
  if (!before || before.linkLength === 0 || before.linkLength < before.text.length) return true;
  const at = page.lines.indexOf(before);
  // “展开信息属性” leads nowhere but to the block itself.
  return page.links.some(
    (link) => link.line === at && (isFileLink(link) || addressOfLink(page, link.element) === null),
  );
}

/** A figure: it stands among other cells, and is no part of a signature. */
function isFigure(lines: readonly PageLine[], at: number): boolean {
  if (!fillsCell(lines, at) || ((lines[at - 1]?.cell ?? 0) === 0 && (lines[at + 1]?.cell ?? 0) === 0)) return false;
  return !areSigned(cellsAround(lines[at]!.element));
}

/** The cells of the table in which an element stands; none of a table that is larger than any signature. */
function cellsAround(element: Element): string[] {
  let node: Element | null = element;
  while (node && node.name !== 'table') node = node.parent?.type === 'tag' ? (node.parent as Element) : null;
  const cells: string[] = [];
  const waiting: AnyNode[] = node ? [...node.children] : [];
  for (let next = waiting.shift(); next && cells.length <= 12; next = waiting.shift()) {
    if (next.type !== 'tag') continue;
    if (next.name === 'td' || next.name === 'th') cells.push(rowText(next as Element));
    else waiting.unshift(...(next as Element).children.slice(0, 12));
  }
  return cells.length > 12 ? [] : cells;
}

/** The line fills by itself a cell of a row that has others. */
function fillsCell(lines: readonly PageLine[], at: number): boolean {
  const { cell, element } = lines[at]!;
  return cell > 0 && lines[at - 1]?.cell !== cell && lines[at + 1]?.cell !== cell && !isAloneInRow(element);
}

/** A body that nothing marks may begin with the headline. */
function withoutHeadline(lines: PageLine[], title: string | null): PageLine[] {
  const [first] = lines;
  const isHeadline =
    first !== undefined && first.heading > 0 && first.text.replace(/\s/g, '') === title?.replace(/\s/g, '');
  return isHeadline ? lines.slice(1) : lines;
}

/** The text without a metadata block at its top. */
function textLines(inside: readonly PageLine[], metadata: Metadata): PageLine[] {
  if (metadata.size < 2) return [...inside];
  const top = inside.slice(0, 40);
  return inside.slice(top.findLastIndex((line) => metadata.lines.has(line)) + 1);
}

function validity(metadata: Metadata): string | null {
  const value = metadata.value('validity');
  return value !== null && value.length <= 40 ? value : null;
}

function isInterpretationPage(
  page: ParsedPage,
  tags: PageTags,
  title: string | null,
  texts: readonly string[],
): boolean {
  if (title !== null && isInterpretationTitle(title)) return true;
  if (title !== null && isAboutInterpreting(title) && !isConferenceTranscript(title, texts.join('\n'))) return false;
  if (
    title !== null &&
    /^关于.{0,80}(?:通知|意见|办法|通报|公告)$|(?:制度|办法|规定)$/.test(title) &&
    !isNovelty(title)
  )
    return false;
  const column = `${tags.columnName ?? ''} ${tags.columnType ?? ''} ${page.page.visit.columnName ?? ''}`;
  return page.page.visit.columnKey === 'interpretation' || /解读/.test(column);
}

function annualReport(page: ParsedPage, title: string | null, texts: readonly string[]): DetailReading['annualReport'] {
  const isReport = title !== null && isReportTitle(title);
  const year = (title === null ? null : annualReportYear(title)) ?? (isReport ? yearOfReportText(texts) : null);
  if (year === null) return null;
  const tables = readReportTables(page);
  return { year, parts: readReportParts(texts), ...(tables ? { tables } : {}) };
}
