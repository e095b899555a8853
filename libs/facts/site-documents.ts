import { addressFaults, twinKey } from './article-address.js';
import { kindOfArticle, surerKind, tellingColumn } from './article-kind.js';
import { classifyColumn } from './classify-column.js';
import { copiedTags, withoutCopiedTag } from './copied-tags.js';
import { numberKey } from './document-number.js';
import type { ColumnKey, DetailReading, DocumentFact, ListItem, ReadCapture } from './model.js';
import { judgedPublication, mergedDoubts } from './site-doubts.js';
import { articleKey, hostOf } from './urls.js';

/** A document with all that was read of it and every address under which it was met. */
export interface SiteDocument {
  fact: DocumentFact;
  detail: DetailReading;
  keys: Set<string>;
}

/** An item as one list shows it, with the column that the list belongs to. */
export interface ListedItem extends ListItem {
  columnKey: ColumnKey | null;
}

/** What the lists of a site say of an article, by its address. */
export type ListedItems = ReadonlyMap<string, ListedItem[]>;

const kinds = new Set(['document', 'interpretation', 'annualReport', 'guide', 'catalogue', 'other']);

/** Every item of every list, by the key of its address. */
export function listedItems(read: readonly ReadCapture[]): ListedItems {
  const listed = new Map<string, ListedItem[]>();
  for (const { reading, visit } of read)
    for (const item of reading?.list?.items ?? []) {
      const key = articleKey(item.url);
      const known = listed.get(key);
      const entry = { ...item, columnKey: visit.columnKey as ColumnKey | null };
      if (known) known.push(entry);
      else listed.set(key, [entry]);
    }
  return listed;
}

/** The articles of a site, each once, whatever number of addresses and columns it stands under. */
export function siteDocuments(read: readonly ReadCapture[], listed: ListedItems): SiteDocument[] {
  const home = read.find((capture) => capture.visit.as === 'home');
  const copied = copiedTags(read);
  const met = new Met();
  const documents: SiteDocument[] = [];
  for (const capture of read) {
    const document = documentOf(capture, listed, copied);
    if (!document) continue;
    const known = met.find(document);
    if (known) merge(known, document, home ? hostOf(home.finalUrl) : '');
    else documents.push(document);
    met.keep(known ?? document, document);
  }
  return documents;
}

/** The articles met so far, by all that tells that another page is the same one. */
class Met {
  private readonly byKey = new Map<string, SiteDocument>();
  private readonly byTwin = new Map<string, SiteDocument>();
  private readonly bySelf = new Map<string, SiteDocument>();

  find(document: SiteDocument): SiteDocument | null {
    for (const key of document.keys) {
      const known = this.byKey.get(key) ?? this.byTwin.get(twinOf(key, document));
      if (known) return known;
    }
    for (const self of selfKeys(document)) {
      const known = this.bySelf.get(self);
      if (known && !areOfDifferentNumbers(known, document)) return known;
    }
    return null;
  }

  /** Remembers `document` under its own name, so that it is found again as `kept`. */
  keep(kept: SiteDocument, document: SiteDocument): void {
    for (const key of document.keys) {
      this.byKey.set(key, kept);
      this.byTwin.set(twinOf(key, document), kept);
    }
    for (const self of selfKeys(document)) if (!this.bySelf.has(self)) this.bySelf.set(self, kept);
  }
}

function twinOf(key: string, { fact }: SiteDocument): string {
  return `${twinKey(key)} ${bareTitle(fact.title)}`;
}

function documentOf(capture: ReadCapture, listed: ListedItems, copied: ReadonlySet<string>): SiteDocument | null {
  const { visit } = capture;
  const reading = capture.reading?.detail
    ? { ...capture.reading, detail: withoutCopiedTag(capture.reading.detail, copied) }
    : null;
  if (!reading || !kinds.has(reading.kind) || capture.unrendered) return null;
  const keys = new Set([articleKey(capture.url), articleKey(capture.finalUrl)]);
  const items = [...keys].flatMap((key) => listed.get(key) ?? []);
  // A column may consist of one page: a report, or what a list names, is still an article; a guide is the column's own page.
  const isColumnPage = visit.as === 'column' && reading.kind !== 'annualReport' && items.length === 0;
  if (isColumnPage || (visit.as !== 'detail' && visit.as !== 'column')) return null;
  const title = reading.detail.title ?? items[0]?.title ?? visit.linkText;
  if (!title) return null;
  const { publishedOn, others, doubts } = judgedPublication(reading.detail, items, capture.fetchedAt);
  const columnName = reading.columnName ?? visit.columnName;
  const keysOfColumns = [visit.columnKey as ColumnKey | null, ...items.map((item) => item.columnKey)];
  const listedIn = tellingColumn(keysOfColumns, reading.kind === 'interpretation' ? 'interpretation' : null);
  // Who ruled a page out of its column ruled against the column's name too.
  const named = columnName === null || capture.pinnedKey === null ? null : classifyColumn(columnName, '');
  const columnKey = listedIn ?? named;
  const documentNumber = reading.detail.documentNumber ?? toldByItems(items, title, (item) => item.documentNumber);
  const issued = reading.detail.issuedOn ? null : toldByItems(items, title, (item) => item.issuedOn ?? null);
  return {
    keys,
    detail: reading.detail,
    fact: {
      url: capture.finalUrl,
      kind: kindOfArticle(reading, title, columnKey),
      title,
      documentNumber,
      ...(documentNumber === null && saysUnnumbered(reading.detail) ? { saysUnnumbered: true as const } : {}),
      ...(movedHere.test(reading.detail.text) ? { saysMoved: true as const } : {}),
      indexNumber: reading.detail.indexNumber ?? toldByItems(items, title, (item) => item.indexNumber ?? null),
      issuedOn: issued === null ? reading.detail.issuedOn : { on: issued, source: 'list', words: issued },
      publishedOn,
      publishedOnOthers: others,
      issuer: reading.detail.issuer,
      ...(reading.detail.issuers ? { issuers: reading.detail.issuers } : {}),
      validity: reading.detail.validity,
      columnKey,
      columnName,
      attachments: reading.detail.attachments,
      ...(doubts.length > 0 ? { doubts } : {}),
      capture: capture.capture,
    },
  };
}

/** Read for certain in the block, and no number: what stands there says that there is none. */
function saysUnnumbered({ documentNumber, provenance }: DetailReading): boolean {
  const { source, certainty } = provenance.documentNumber ?? {};
  return documentNumber === null && source === 'metadata' && certainty === 'sure';
}

/** “（历史文件，2024年3月由原网站迁移至本平台）”: a note of the site's, on a line of its own. */
const movedHere =
  /^[（(【[]?[^\n。；]{0,30}(?:原|旧)(?:版|有)?(?:网站|平台|站点|系统)[^\n。；]{0,12}(?:迁移|迁入|转入|导入|补录)[^\n]{0,20}$|^[（(【[]?[^\n。；]{0,20}(?:迁移|补录|转录)自(?:原|旧)[^\n]{0,30}$/m;

/** What lists show beside the title of a document, when all that show it agree. */
function toldByItems(items: readonly ListItem[], title: string, of: (item: ListItem) => string | null): string | null {
  const told = new Set(items.map(of).filter((value) => value !== null));
  const [value] = told;
  return told.size === 1 && value !== undefined && !/解读/.test(title) ? value : null;
}

/**
 * What makes two pages the same article: number and title, or title, day of issue, and how the text begins and ends; of pages
 * that hold nothing but files, title, day and files.
 */
function selfKeys({ fact, detail }: SiteDocument): string[] {
  const title = bareTitle(fact.title);
  if (title.length < 6) return [];
  const numbered = fact.documentNumber ? [`${numberKey(fact.documentNumber)} ${title}`] : [];
  const text = detail.text.replace(/\s/g, '');
  if (text.length >= 40)
    return [...numbered, `${title} ${fact.issuedOn?.on ?? ''} ${text.slice(0, 200)} ${text.slice(200).slice(-100)}`];
  if (numbered.length > 0 || detail.attachments.length === 0) return numbered;
  return [`${title} ${fact.publishedOn?.on ?? ''} ${detail.attachments.map(({ url }) => url).join(' ')}`];
}

/** A copy may lack the number of the other; it has no other one. */
function areOfDifferentNumbers({ fact: one }: SiteDocument, { fact: other }: SiteDocument): boolean {
  if (!one.documentNumber || !other.documentNumber) return false;
  return numberKey(one.documentNumber) !== numberKey(other.documentNumber);
}

/** A title without what copies of it differ in. */
export function bareTitle(title: string): string {
  return title.replace(/[\s《》〈〉<>“”"'‘’（）()]/g, '');
}

/**
 * Another address of a known article: the better address is kept, the earliest publication counts, and nothing that was
 * read is lost.
 */
function merge(known: SiteDocument, again: SiteDocument, siteHost: string): void {
  for (const key of again.keys) known.keys.add(key);
  if (addressFaults(again.fact.url, siteHost) < addressFaults(known.fact.url, siteHost)) {
    [known.fact, again.fact] = [again.fact, known.fact];
    [known.detail, again.detail] = [again.detail, known.detail];
  }
  const a = known.fact;
  const b = again.fact;
  const before = { ...a };
  const all = [a.publishedOn, ...a.publishedOnOthers, b.publishedOn, ...b.publishedOnOthers].filter(
    (date) => date !== null,
  );
  if (a.publishedOn && b.publishedOn && b.publishedOn.on < a.publishedOn.on && b.publishedOn.source !== 'list')
    a.publishedOn = b.publishedOn;
  a.publishedOn ??= b.publishedOn;
  const seen = new Set([a.publishedOn?.on]);
  a.publishedOnOthers = all.filter((date) => !seen.has(date.on) && seen.add(date.on));
  a.documentNumber ??= b.documentNumber;
  if (a.documentNumber !== null) delete a.saysUnnumbered;
  else if (b.saysUnnumbered) a.saysUnnumbered = true;
  if (b.saysMoved) a.saysMoved = true;
  a.indexNumber ??= b.indexNumber;
  a.issuedOn ??= b.issuedOn;
  if (a.issuer === null && b.issuers) a.issuers = b.issuers;
  a.issuer ??= b.issuer;
  a.validity ??= b.validity;
  a.kind = surerKind(a.kind, b.kind);
  a.columnKey = tellingColumn([a.columnKey, b.columnKey], a.kind);
  if (a.attachments.length === 0) a.attachments = b.attachments;
  const doubts = mergedDoubts(a, before, b);
  delete a.doubts;
  if (doubts.length > 0) a.doubts = doubts;
  known.detail = {
    ...known.detail,
    interprets: [...known.detail.interprets, ...again.detail.interprets],
    interpretedBy: [...known.detail.interpretedBy, ...again.detail.interpretedBy],
    mentions: [...(known.detail.mentions ?? []), ...(again.detail.mentions ?? [])],
  };
}
