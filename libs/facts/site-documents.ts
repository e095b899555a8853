import { annualReportYear } from './annual-report.js';
import { numberKey } from './document-number.js';
import type {
  AnnualReportFact,
  Dated,
  DetailReading,
  DocumentFact,
  ListItem,
  PublishedOnSource,
  ReadCapture,
} from './model.js';
import { articleKey } from './urls.js';

/** A document with all that was read of it and every address under which it was met. */
export interface SiteDocument {
  fact: DocumentFact;
  detail: DetailReading;
  keys: Set<string>;
}

type Publication = Dated<PublishedOnSource>;

/** What the lists of a site say of an article, by its address. */
export type ListedItems = ReadonlyMap<string, ListItem[]>;

const kinds = new Set(['document', 'interpretation', 'annualReport', 'guide', 'catalogue', 'other']);

/** Every item of every list, by the key of its address. */
export function listedItems(read: readonly ReadCapture[]): ListedItems {
  const listed = new Map<string, ListItem[]>();
  for (const capture of read)
    for (const item of capture.reading?.list?.items ?? []) {
      const key = articleKey(item.url);
      const known = listed.get(key);
      if (known) known.push(item);
      else listed.set(key, [item]);
    }
  return listed;
}

/** The articles of a site, each once, whatever number of addresses and columns it stands under. */
export function siteDocuments(read: readonly ReadCapture[], listed: ListedItems): SiteDocument[] {
  const byKey = new Map<string, SiteDocument>();
  const bySelf = new Map<string, SiteDocument>();
  const documents: SiteDocument[] = [];
  for (const capture of read) {
    const document = documentOf(capture, listed);
    if (!document) continue;
    const keys = [...document.keys];
    const self = selfKey(document);
    const known =
      keys.map((key) => byKey.get(key)).find((other) => other !== undefined) ?? (self ? bySelf.get(self) : undefined);
    if (known) merge(known, document);
    else documents.push(document);
    const kept = known ?? document;
    for (const key of keys) byKey.set(key, kept);
    if (self && !bySelf.has(self)) bySelf.set(self, kept);
  }
  return documents;
}

function documentOf(capture: ReadCapture, listed: ListedItems): SiteDocument | null {
  const { reading, visit } = capture;
  if (!reading?.detail || !kinds.has(reading.kind) || capture.unrendered) return null;
  const keys = new Set([articleKey(capture.url), articleKey(capture.finalUrl)]);
  const items = [...keys].flatMap((key) => listed.get(key) ?? []);
  // A column may consist of one page: a report, or what a list names, is still an article; a guide is the column's own page.
  const isColumnPage = visit.as === 'column' && reading.kind !== 'annualReport' && items.length === 0;
  if (isColumnPage || (visit.as !== 'detail' && visit.as !== 'column')) return null;
  const title = reading.detail.title ?? items[0]?.title ?? visit.linkText;
  if (!title) return null;
  const { publishedOn, others } = publication(reading.detail, items);
  return {
    keys,
    detail: reading.detail,
    fact: {
      url: capture.finalUrl,
      kind: reading.kind as DocumentFact['kind'],
      title,
      documentNumber: reading.detail.documentNumber ?? numberOfItems(items, title),
      indexNumber: reading.detail.indexNumber,
      issuedOn: reading.detail.issuedOn,
      publishedOn,
      publishedOnOthers: others,
      issuer: reading.detail.issuer,
      validity: reading.detail.validity,
      columnKey: visit.columnKey as DocumentFact['columnKey'],
      columnName: reading.columnName ?? visit.columnName,
      attachments: reading.detail.attachments,
      capture: capture.capture,
    },
  };
}

/** The page's own date; the list's only where the page has none. A date that differs is kept beside it. */
function publication(
  detail: DetailReading,
  items: readonly ListItem[],
): { publishedOn: Publication | null; others: Publication[] } {
  const others = [...detail.publishedOnOthers];
  let publishedOn = detail.publishedOn;
  const dates = [...new Set(items.map((item) => item.publishedOn).filter((on) => on !== null))].sort();
  for (const on of dates) {
    const listDate: Publication = { on, source: 'list', words: `列表日期：${on}` };
    if (!publishedOn) publishedOn = listDate;
    else if (publishedOn.on !== on && !others.some((other) => other.on === on)) others.push(listDate);
  }
  return { publishedOn, others };
}

/** A number that the list shows beside the title, when all lists agree. */
function numberOfItems(items: readonly ListItem[], title: string): string | null {
  const numbers = new Set(items.map((item) => item.documentNumber).filter((number) => number !== null));
  const [number] = numbers;
  return numbers.size === 1 && number !== undefined && !/解读/.test(title) ? number : null;
}

/** What makes two pages the same article: number and title, or title, days and the opening of the text. */
function selfKey({ fact, detail }: SiteDocument): string | null {
  const title = fact.title.replace(/\s/g, '');
  if (title.length < 6) return null;
  if (fact.documentNumber) return `${fact.kind} ${numberKey(fact.documentNumber)} ${title}`;
  const opening = detail.text.replace(/\s/g, '').slice(0, 200);
  return opening.length >= 40 ? `${fact.kind} ${title} ${fact.issuedOn?.on ?? ''} ${opening}` : null;
}

/** A second address of a known article: the earliest publication counts, and nothing that was read is lost. */
function merge(known: SiteDocument, again: SiteDocument): void {
  for (const key of again.keys) known.keys.add(key);
  const a = known.fact;
  const b = again.fact;
  const all = [a.publishedOn, ...a.publishedOnOthers, b.publishedOn, ...b.publishedOnOthers].filter(
    (date) => date !== null,
  );
  if (a.publishedOn && b.publishedOn && b.publishedOn.on < a.publishedOn.on && b.publishedOn.source !== 'list')
    a.publishedOn = b.publishedOn;
  a.publishedOn ??= b.publishedOn;
  const seen = new Set([a.publishedOn?.on]);
  a.publishedOnOthers = all.filter((date) => !seen.has(date.on) && seen.add(date.on));
  a.documentNumber ??= b.documentNumber;
  a.indexNumber ??= b.indexNumber;
  a.issuedOn ??= b.issuedOn;
  a.issuer ??= b.issuer;
  a.validity ??= b.validity;
  a.columnKey ??= b.columnKey;
  if (a.attachments.length === 0) a.attachments = b.attachments;
  known.detail = {
    ...known.detail,
    interprets: [...known.detail.interprets, ...again.detail.interprets],
    interpretedBy: [...known.detail.interpretedBy, ...again.detail.interpretedBy],
  };
}

/** Annual reports: pages read, and those that only a list names (their parts are then unread). */
export function siteAnnualReports(
  documents: readonly SiteDocument[],
  read: readonly ReadCapture[],
): AnnualReportFact[] {
  const reports = new Map<string, AnnualReportFact>();
  const keep = (report: AnnualReportFact) => {
    const id = `${report.year} ${report.title.replace(/\s/g, '')}`;
    const known = reports.get(id);
    if (!known || (known.partsUnread && !report.partsUnread)) reports.set(id, report);
  };
  const met = new Set<string>();
  for (const { fact, detail, keys } of documents) {
    if (fact.kind !== 'annualReport' || !detail.annualReport) continue;
    for (const key of keys) met.add(key);
    const { year, parts } = detail.annualReport;
    const partsUnread = parts.length === 0 && detail.text.replace(/\s/g, '').length < 400;
    keep({
      year,
      url: fact.url,
      title: fact.title,
      publishedOn: fact.publishedOn,
      parts,
      capture: fact.capture,
      ...(partsUnread ? { partsUnread } : {}),
    });
  }
  for (const capture of read) {
    if (capture.visit.columnKey !== 'annual') continue;
    for (const item of capture.reading?.list?.items ?? []) {
      const year = annualReportYear(item.title);
      if (year === null || met.has(articleKey(item.url))) continue;
      const publishedOn: Publication | null =
        item.publishedOn === null
          ? null
          : { on: item.publishedOn, source: 'list', words: `列表日期：${item.publishedOn}` };
      keep({
        year,
        url: item.url,
        title: item.title,
        publishedOn,
        parts: [],
        partsUnread: true,
        capture: capture.capture,
      });
    }
  }
  return [...reports.values()].sort((a, b) => a.year - b.year || (a.url < b.url ? -1 : 1));
}
