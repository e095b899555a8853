import { diffDays } from '#calendar';
import { type DocumentFact, numberKey } from '#facts';
import { bareName, inOrder, type LedgerDocument, NameIndex, titleMakers } from '#indicators';
import { stableId } from '#kernel';

/** How a page was found to be a document of a ledger; `person`: somebody said so. */
export const matchWays = ['person', 'number', 'titleAndDay', 'title'] as const;
export type MatchWay = (typeof matchWays)[number];

/** What stands on a page, as far as it tells which document it is. */
export type MatchedPage = Pick<
  DocumentFact,
  'url' | 'kind' | 'title' | 'documentNumber' | 'issuedOn' | 'publishedOn' | 'capture'
>;

/** A page, and why it is, or may be, the document. */
export interface LedgerPage {
  page: MatchedPage;
  /** Null where only a person can tell. */
  way: MatchWay | null;
  /** In words for a reader. */
  why: string;
  /** Found on the site of the unit above, not on its own. */
  above: boolean;
}

export interface LedgerMatch {
  /** Pages that are the document: more than one where it was put up again. */
  pages: LedgerPage[];
  /** Pages that may be it; empty as soon as one is. */
  candidates: LedgerPage[];
}

/** What somebody said of a page: that it is the document, or that it is not. */
export type PageWord = 'same' | 'different';

/** Words on pages by the key of the document, then by address. */
export type PageWords = ReadonlyMap<string, ReadonlyMap<string, PageWord>>;

/** Names a document of a unit over all its ledgers: a later row with the same number (or title) and day speaks of the same one. */
export function ledgerKey({
  organisation,
  documentNumber,
  title,
  issuedOn,
}: Pick<LedgerDocument, 'organisation' | 'documentNumber' | 'title' | 'issuedOn'>): string {
  return stableId('ledger-document', organisation, documentNumber ?? title, issuedOn);
}

/** Dates of issue that are nearer than this may be the same one, misread or miswritten. */
const nearDays = 31;
/** A document without a date on its page is older than its title tells when it was put up later than this. */
const yearDays = 366;
/** Pairs of characters in common from which on two titles may be one. */
const alikeShare = 0.8;
/** Titles shorter than this are borne by several documents. */
const tellingLetters = 8;
const longestTitle = 500;

/**
 * The pages of a site that are the documents of one unit's ledger, each with the reason. Certain is only what number and
 * title, or title and day say together; whatever may be meant otherwise is left to a person, so that nothing is called
 * missing while a page like it is there.
 * @param above documents on the site of the unit above: only number and title together say anything there.
 */
export function matchLedger(
  ledger: readonly LedgerDocument[],
  site: { own: readonly DocumentFact[]; above: readonly DocumentFact[] },
  words: PageWords = new Map(),
): Map<string, LedgerMatch> {
  const own = new Pages(site.own);
  const above = new Pages(site.above);
  const titles = countOf(ledger.map(({ title }) => coreTitle(title)));
  const matches = new Map<string, LedgerMatch>();
  for (const document of ledger) {
    const key = ledgerKey(document);
    const said = words.get(key) ?? new Map<string, PageWord>();
    const isOnlyTitle = titles.get(coreTitle(document.title)) === 1;
    matches.set(key, settle([...pagesFor(document, own, isOnlyTitle), ...pagesAbove(document, above)], said));
    for (const [url, word] of said) {
      const page = own.at(url) ?? above.at(url);
      const match = matches.get(key)!;
      if (word !== 'same' || !page || match.pages.some((one) => one.page.url === url)) continue;
      match.pages.push({ page, way: 'person', why: '经人工认定', above: own.at(url) === undefined });
      match.candidates = [];
    }
  }
  return withoutClaimsOnOne(matches);
}

function settle(found: LedgerPage[], said: ReadonlyMap<string, PageWord>): LedgerMatch {
  const left = found.filter(({ page }) => said.get(page.url) !== 'different');
  const pages = left.flatMap((one): LedgerPage[] => {
    if (said.get(one.page.url) === 'same') return [{ ...one, way: 'person', why: `经人工认定；${one.why}` }];
    return one.way === null ? [] : [one];
  });
  return { pages, candidates: pages.length > 0 ? [] : left };
}

/** A page that two documents of the ledger claim is left to a person, unless one was told to be it. */
function withoutClaimsOnOne(matches: Map<string, LedgerMatch>): Map<string, LedgerMatch> {
  const claims = countOf([...matches.values()].flatMap(({ pages }) => pages.map(({ page }) => page.url)));
  for (const match of matches.values()) {
    const contested = match.pages.filter(({ page, way }) => way !== 'person' && claims.get(page.url)! > 1);
    if (contested.length === 0) continue;
    match.pages = match.pages.filter((one) => !contested.includes(one));
    if (match.pages.length === 0)
      match.candidates = contested.map((one) => ({
        ...one,
        way: null,
        why: `${one.why}；台账中另有一份文件也对上此页`,
      }));
  }
  return withoutPagesOfOthers(matches);
}

/** A page that is certainly one document of the ledger is no candidate for another. */
function withoutPagesOfOthers(matches: Map<string, LedgerMatch>): Map<string, LedgerMatch> {
  const taken = new Set([...matches.values()].flatMap(({ pages }) => pages.map(({ page }) => page.url)));
  for (const match of matches.values()) match.candidates = match.candidates.filter(({ page }) => !taken.has(page.url));
  return matches;
}

function pagesFor(document: LedgerDocument, pages: Pages, isOnlyTitle: boolean): LedgerPage[] {
  const found = new Map<string, LedgerPage>();
  const add = (page: DocumentFact, verdict: Verdict | null) => {
    if (verdict !== null && !found.has(page.url)) found.set(page.url, { page, ...verdict, above: false });
  };
  for (const page of pages.ofNumber(document.documentNumber)) add(page, bySameNumber(document, page));
  const sameTitle = pages.ofTitle(document.title);
  for (const page of sameTitle) add(page, bySameTitle(document, page, isOnlyTitle && sameTitle.length === 1));
  for (const page of pages.alike(document.title)) add(page, byLikeTitle(document, page));
  return [...found.values()];
}

function pagesAbove(document: LedgerDocument, pages: Pages): LedgerPage[] {
  return pages.ofNumber(document.documentNumber).flatMap((page) => {
    const verdict = bySameNumber(document, page);
    return verdict.way === null ? [] : [{ page, ...verdict, above: true }];
  });
}

type Verdict = Pick<LedgerPage, 'way' | 'why'>;

function bySameNumber({ title }: LedgerDocument, page: DocumentFact): Verdict {
  if (isSameTitle(title, page.title)) return { way: 'number', why: '发文字号、标题相同' };
  if (isLikeTitle(title, page.title)) return { way: 'number', why: '发文字号相同，标题相近' };
  return { way: null, why: '发文字号相同，而标题不同' };
}

/** @param isOnly no other page, and no other row of the ledger, bears this title. */
function bySameTitle(document: LedgerDocument, page: DocumentFact, isOnly: boolean): Verdict | null {
  const day = page.issuedOn?.on ?? null;
  const apart = day === null ? null : Math.abs(diffDays(document.issuedOn, day));
  if (document.documentNumber !== null && page.documentNumber !== null) {
    // The same title with another number is next year's, as a rule.
    if (apart !== null && apart > nearDays) return null;
    return { way: null, why: `标题相同，而网页的发文字号为${page.documentNumber}` };
  }
  if (apart !== null && apart > yearDays) return null;
  const makers = [titleMakers(document.title), titleMakers(page.title)].map((names) => names.join('、'));
  if (makers[0] !== '' && makers[1] !== '' && makers[0] !== makers[1])
    return { way: null, why: `标题相同，而网页标题以“${makers[1]}”开头` };
  if (apart === 0) return { way: 'titleAndDay', why: '标题、成文日期相同' };
  if (apart !== null) return { way: null, why: `标题相同，而网页的成文日期为${day}` };
  const isTelling = isOnly && coreTitle(document.title).length >= tellingLetters && isSoonAfter(document, page);
  return isTelling
    ? { way: 'title', why: '标题相同，网页没有成文日期' }
    : { way: null, why: '标题相同，网页没有成文日期，不能确认是否同一份' };
}

function isSoonAfter({ issuedOn }: LedgerDocument, { publishedOn }: DocumentFact): boolean {
  return publishedOn === null || (publishedOn.on >= issuedOn && diffDays(issuedOn, publishedOn.on) <= yearDays);
}

function byLikeTitle(document: LedgerDocument, page: DocumentFact): Verdict | null {
  const day = page.issuedOn?.on ?? null;
  const apart = day === null ? null : Math.abs(diffDays(document.issuedOn, day));
  const differs = document.documentNumber !== null && page.documentNumber !== null;
  if (differs) return apart === 0 ? { way: null, why: '成文日期相同、标题相近，而发文字号不同' } : null;
  return apart === null || apart <= nearDays ? { way: null, why: '标题相近' } : null;
}

/** The documents of a site by all that a ledger may name them by. */
class Pages {
  private readonly byUrl = new Map<string, DocumentFact>();
  private readonly byNumber = new Map<string, DocumentFact[]>();
  private readonly byTitle = new Map<string, DocumentFact[]>();
  private readonly titles: NameIndex;

  constructor(documents: readonly DocumentFact[]) {
    for (const page of inOrder(documents)) {
      // What explains a document names its number and title too.
      if (page.kind === 'interpretation' || /解读/.test(page.title.slice(0, longestTitle))) continue;
      this.byUrl.set(page.url, page);
      if (page.documentNumber !== null) keep(this.byNumber, numberKey(page.documentNumber), page);
      keep(this.byTitle, coreTitle(page.title), page);
    }
    this.titles = new NameIndex(this.byTitle.keys());
  }

  at(url: string): DocumentFact | undefined {
    return this.byUrl.get(url);
  }

  ofNumber(number: string | null): DocumentFact[] {
    return number === null ? [] : (this.byNumber.get(numberKey(number)) ?? []);
  }

  ofTitle(title: string): DocumentFact[] {
    return this.byTitle.get(coreTitle(title)) ?? [];
  }

  alike(title: string): DocumentFact[] {
    return this.titles.alike(coreTitle(title), alikeShare).flatMap(({ name }) => this.byTitle.get(name) ?? []);
  }
}

/** What a title says when who made it, marks of a reprint, a number at its end, brackets and spaces are taken away. */
export function coreTitle(title: string): string {
  const words = title
    .slice(0, longestTitle)
    .trim()
    .replace(/[（(【〔[](?:更正|修订|修正|勘误|重新发布|重发|更新)[^）)】〕\]]{0,6}[）)】〕\]]/g, '')
    .replace(/[（(][^（）()]{0,24}(?:[（(]\d{4}[)）])?[^（）()]{0,12}号[)）]$/, '');
  const at = titleMakers(words).length > 0 ? words.slice(0, 62).search(/关于|转发|批转|印发|公布/) : -1;
  return bareName(at > 0 ? words.slice(at) : words);
}

export function isSameTitle(one: string, other: string): boolean {
  return coreTitle(one) === coreTitle(other);
}

function isLikeTitle(one: string, other: string): boolean {
  return new NameIndex([coreTitle(one)]).alike(coreTitle(other), alikeShare).length > 0;
}

function keep(index: Map<string, DocumentFact[]>, key: string, page: DocumentFact): void {
  const known = index.get(key);
  if (known) known.push(page);
  else index.set(key, [page]);
}

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
