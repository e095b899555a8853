import type { LocalDate, Workdays } from '#calendar';
import { excuses, fetchOutcomes } from '#evidence';
import type { DocumentFact, SiteFacts, UnreadFact } from '#facts';
import {
  bareName,
  columnsAsSeen,
  isOfficial,
  isRepost,
  type JudgedDocument,
  judgeTimeliness,
  type LedgerDocument,
  maybeRepost,
  inOrder,
  type OrganisationRef,
  type TimelinessParams,
  timelinessOf,
} from '#indicators';
import {
  coreTitle,
  ledgerKey,
  type LedgerMatch,
  type LedgerPage,
  matchLedger,
  type PageWords,
} from './ledger-match.js';

/**
 * How a document of a ledger stands with the site. `published`: it is there, and whether in time cannot be told;
 * `ambiguous`: a person must say which page it is; `nonpublicShown`: the ledger says that it is not public, and a page shows it.
 */
export const ledgerStates = [
  'late',
  'notFound',
  'ambiguous',
  'nonpublicShown',
  'notMeasured',
  'published',
  'notDue',
  'onTime',
  'nonpublic',
] as const;
export type LedgerState = (typeof ledgerStates)[number];

export interface LedgerStanding extends LedgerMatch {
  document: string;
  title: string;
  documentNumber: string | null;
  issuedOn: LocalDate;
  openness: LedgerDocument['openness'];
  reason: string | null;
  state: LedgerState;
  /** One sentence. */
  why: string;
  /** Last day in time; null for what need not be published, and beyond the known calendar. */
  deadline: LocalDate | null;
  /** Working days after the date of issue up to the publication. */
  workdaysTaken: number | null;
}

/** A site as it was seen for the last time. */
export interface SeenSite {
  facts: Pick<SiteFacts, 'documents' | 'columns' | 'home' | 'unread'>;
  /** The last day of which it tells anything. */
  seenOn: LocalDate;
}

export interface LedgerCase {
  organisation: OrganisationRef;
  ledger: readonly LedgerDocument[];
  /** Null where the unit's site was not read. */
  own: SeenSite | null;
  /** The site of the unit above; null where there is none. */
  above: SeenSite | null;
  /** The unit above has a site, and nothing was read of it. */
  aboveUnread: boolean;
  words: PageWords;
  params: TimelinessParams;
  /** The day on which the last of its ledgers was handed in: of later documents none says anything. */
  listedOn: LocalDate;
}

/** A page of the site that looks like a document of the unit and stands in no row of its ledger. */
export interface UnlistedPage {
  page: DocumentFact;
  /** Why it may be somebody else's; null where nothing speaks for that. */
  doubt: string | null;
}

/**
 * What a ledger and a site say of each other. Nothing is called late where a reading of the dates says otherwise, nor missing
 * where a list, a page or the site itself was not read, or was last seen before the document was due.
 */
export function compareLedger(
  of: LedgerCase,
  workdays: Workdays,
): { standings: LedgerStanding[]; unlisted: UnlistedPage[] } {
  const { ledger, own, above, words } = of;
  const site = { own: own?.facts.documents ?? [], above: above?.facts.documents ?? [] };
  const matches = matchLedger(ledger, site, words);
  const judge = judgeBy(of, matches, workdays);
  const standings = ledger.map((document): LedgerStanding => {
    const key = ledgerKey(document);
    const match = matches.get(key) ?? { pages: [], candidates: [] };
    const { title, documentNumber, issuedOn, openness, reason } = document;
    return { ...match, document: key, title, documentNumber, issuedOn, openness, reason, ...judge(document, match) };
  });
  return { standings, unlisted: unlistedOf(of, standings) };
}

type Judged = Pick<LedgerStanding, 'state' | 'why' | 'deadline' | 'workdaysTaken'>;

function judgeBy(
  of: LedgerCase,
  matches: ReadonlyMap<string, LedgerMatch>,
  workdays: Workdays,
): (document: LedgerDocument, match: LedgerMatch) => Judged {
  const timeliness = timelinessBy(of, matches, workdays);
  return (document, match) => {
    if (document.openness !== '主动公开') return judgeNonpublic(document, match);
    const dated = { issuedOn: dayOfLedger(document), publishedOn: null, publishedOnOthers: [] };
    const { deadline } = timelinessOf(dated, of.params, workdays);
    if (match.pages.length > 0) return { deadline, ...timeliness(document, match.pages) };
    const open = (state: LedgerState, why: string): Judged => ({ state, why, deadline, workdaysTaken: null });
    if (match.candidates.length > 0)
      return open('ambiguous', `网站上有${match.candidates.length}个页面可能是这份文件，请认定`);
    if (deadline === null) return open('notMeasured', '截止日期超出已知的工作日历，无法计算');
    if (of.own === null) return open('notMeasured', '没有读到本单位网站，不能断定是否公开');
    if (of.own.seenOn <= deadline) return open('notDue', `应于${deadline}前公开，网站最近读到${of.own.seenOn}`);
    const gap = gapFor(document, of);
    if (gap !== null) return open('notMeasured', `${gap}，不能断定是否公开`);
    return open('notFound', `应于${deadline}前公开，${of.own.seenOn}读遍网站各列表，没有找到`);
  };
}

function judgeNonpublic({ openness, reason }: LedgerDocument, { pages, candidates }: LedgerMatch): Judged {
  const open = { deadline: null, workdaysTaken: null };
  const told = `${openness}${reason === null ? '，台账没有写明理由' : `：${reason}`}`;
  if (pages.length > 0)
    return { ...open, state: 'nonpublicShown', why: `台账记为${told}，而网站上有这份文件，请核实属性` };
  if (candidates.length > 0)
    return { ...open, state: 'ambiguous', why: `台账记为${openness}，网站上有相近的页面，请认定是否同一份` };
  return { ...open, state: 'nonpublic', why: told };
}

const dayOfLedger = ({ issuedOn }: Pick<LedgerDocument, 'issuedOn'>): DocumentFact['issuedOn'] => ({
  on: issuedOn,
  source: 'metadata',
  words: '台账',
});

/**
 * Late or in time is what the dates of the page and the day of the ledger agree upon, both in the light of the other documents
 * of the site.
 */
function timelinessBy(
  { organisation, ledger, own, above, params }: LedgerCase,
  matches: ReadonlyMap<string, LedgerMatch>,
  workdays: Workdays,
): (document: LedgerDocument, pages: readonly LedgerPage[]) => Omit<Judged, 'deadline'> {
  const dayOf = new Map<string, LedgerDocument>();
  for (const document of ledger)
    for (const { page } of matches.get(ledgerKey(document))?.pages ?? []) dayOf.set(page.url, document);
  const judge = (site: SeenSite | null, byLedger: boolean): Map<string, JudgedDocument> => {
    const documents = inOrder(site?.facts.documents ?? []).map((page) => {
      const row = byLedger ? dayOf.get(page.url) : undefined;
      return row === undefined ? page : { ...page, issuedOn: dayOfLedger(row) };
    });
    const judged = judgeTimeliness(documents, params, workdays, organisation, site?.facts.unread ?? []);
    return new Map(judged.map((one) => [one.document.url, one]));
  };
  const readings = [own, above].map((site) => ({ ledger: judge(site, true), page: judge(site, false) }));
  return (_, pages) => {
    const undated = pages.filter(({ page }) => page.publishedOn === null);
    const first = pages
      .filter(({ page }) => page.publishedOn !== null)
      .sort((one, other) => (one.page.publishedOn!.on < other.page.publishedOn!.on ? -1 : 1))[0];
    const published = (why: string): Omit<Judged, 'deadline'> => ({ state: 'published', why, workdaysTaken: null });
    if (!first) return published('网站上有这份文件，网页没有发布日期，是否按时未测');
    const { ledger: byLedger, page: byPage } = readings[first.above ? 1 : 0]!;
    const one = byLedger.get(first.page.url)!.judged;
    const other = first.page.issuedOn === null ? one : byPage.get(first.page.url)!.judged;
    const on = first.page.publishedOn!.on;
    const { workdaysTaken } = one;
    const doubt = one.doubt ?? other.doubt;
    if (one.timeliness === 'onTime' && other.timeliness === 'onTime' && doubt === null)
      return { state: 'onTime', why: `${on}公开，用时${workdaysTaken}个工作日`, workdaysTaken };
    const isLate = one.timeliness === 'late' && other.timeliness === 'late' && doubt === null;
    if (isLate && undated.length === 0) {
      const taken = `${on}公开，用时${workdaysTaken}个工作日`;
      return { state: 'late', why: `应于${one.deadline}前公开，${taken}`, workdaysTaken };
    }
    if (isLate) return published(`${on}公开，另有网页没有发布日期，是否按时未测`);
    const differ = first.page.issuedOn !== null && one.timeliness !== other.timeliness;
    const days = differ
      ? `成文日期台账为${dayOf.get(first.page.url)?.issuedOn}、网页为${first.page.issuedOn!.on}`
      : null;
    return published(`${on}公开，是否按时未测：${days ?? doubt ?? '日期不足以计算'}`);
  };
}

/** Why a document that was not found may yet be there, or null when the site was read whole. */
function gapFor(document: LedgerDocument, { own, above, aboveUnread }: LedgerCase): string | null {
  const gap = own === null ? '没有读到本单位网站' : (siteGap(own.facts) ?? unreadPage(document, own.facts.unread));
  if (gap !== null) return gap;
  if (aboveUnread) return '没有读到上级网站，文件可能公开在那里';
  if (above === null) return null;
  const beyond = siteGap(above.facts) ?? unreadPage(document, above.facts.unread);
  return beyond === null ? null : `本单位网站没有，上级网站${beyond}`;
}

/** Visits that can hide no list. */
const articles = new Set<UnreadFact['visit']['as']>(['detail', 'file', 'probe']);
/** Columns in which documents are put up. */
const documentColumns = new Set(['policy', 'statutory', 'notice']);

/** Why not all lists in which documents stand were read to their end; null where they were. */
export function siteGap(facts: SeenSite['facts']): string | null {
  const { home, unread } = facts;
  if (home === null) return '首页没有读到';
  if (home.outcome !== 'ok') return `首页没有读到（${fetchOutcomes[home.outcome].title}）`;
  const list = unread.find(
    ({ visit, outcome, unrendered }) => !articles.has(visit.as) && (unrendered || excuses(outcome)),
  );
  if (list) return `有列表或栏目页没有读到（${list.visit.columnName ?? list.visit.linkText ?? list.url}）`;
  const columns = columnsAsSeen(facts).filter(({ key }) => documentColumns.has(key));
  const open = columns.find(
    ({ state, isPage, complete }) =>
      state === 'unread' || state === 'broken' || (state === 'found' && !isPage && !complete),
  );
  if (open) return `栏目“${open.name ?? open.key}”没有读完`;
  const isRead = columns.some(({ state, isPage, itemCount }) => state === 'found' && !isPage && itemCount > 0);
  return isRead ? null : '没有读到公布文件的栏目';
}

/** A page that was not read and may be the document: by the words of the link to it, or because nothing tells what it is. */
function unreadPage({ title }: LedgerDocument, unread: readonly UnreadFact[]): string | null {
  const core = coreTitle(title);
  const found = unread.find(({ visit, outcome, unrendered }) => {
    if (visit.as !== 'detail') return false;
    const link = bareName((visit.linkText ?? '').slice(0, 500));
    if (link.length < 4) return unrendered || excuses(outcome);
    const words = coreTitle(visit.linkText ?? '');
    return core.startsWith(words) || words.startsWith(core) || link.includes(core);
  });
  if (!found) return null;
  const name = found.visit.linkText === null ? '' : `“${found.visit.linkText.slice(0, 60)}”`;
  return `有页面${name}没有读到（${found.unrendered ? '须用浏览器打开' : fetchOutcomes[found.outcome].title}）`;
}

/** Own documents of the years of which there is a ledger, that no row of it is or may be. */
function unlistedOf(
  { organisation, ledger, own, listedOn }: LedgerCase,
  standings: readonly LedgerStanding[],
): UnlistedPage[] {
  const years = new Set(ledger.map(({ issuedOn }) => issuedOn.slice(0, 4)));
  const listed = new Set(
    standings.flatMap(({ pages, candidates }) => [...pages, ...candidates].map(({ page }) => page.url)),
  );
  return inOrder(own?.facts.documents ?? [])
    .filter(
      (page) =>
        isOfficial(page) &&
        page.issuedOn !== null &&
        page.issuedOn.on <= listedOn &&
        years.has(page.issuedOn.on.slice(0, 4)) &&
        !listed.has(page.url) &&
        !isRepost(page, organisation),
    )
    .map((page) => {
      const maker = maybeRepost(page, organisation);
      return { page, doubt: maker === null ? null : `可能由别的机关制作：${maker}` };
    });
}

/** Of one unit and year; `documents` null where no ledger speaks of the year. */
export interface NonpublicYear {
  year: number;
  documents: number | null;
  onRequest: number;
  refused: number;
}

/** How many documents of each year are not public, from the first year of which a ledger speaks to the last. */
export function nonpublicByYear(ledger: readonly LedgerDocument[]): NonpublicYear[] {
  const years = ledger.map(({ issuedOn }) => Number(issuedOn.slice(0, 4)));
  if (years.length === 0) return [];
  const first = years.reduce((one, other) => Math.min(one, other));
  const last = years.reduce((one, other) => Math.max(one, other));
  return Array.from({ length: last - first + 1 }, (_, n) => {
    const year = first + n;
    const own = ledger.filter(({ issuedOn }) => issuedOn.startsWith(`${year}-`));
    const count = (openness: LedgerDocument['openness']) => own.filter((one) => one.openness === openness).length;
    const documents = own.length > 0 ? own.length : null;
    return { year, documents, onRequest: count('依申请公开'), refused: count('不予公开') };
  });
}
