import { excuses, fetchOutcomes, type FetchOutcome } from '#evidence';
import { columnKeys, columnTitles } from '#programmes';
import { isTopicHall } from './classify-column.js';
import { type ColumnEvidence, columnEvidence } from './column-evidence.js';
import { holdsCatalogue, isContent } from './column-content.js';
import { isAskedElsewhere, isComplete, isUnreadList } from './column-lists.js';
import { isMenuUnread, pagesBelow } from './columns-below.js';
import { isHijacked, leadsElsewhere } from './hijack.js';
import type { ColumnFact, ColumnKey, ListItem, LocalDate, ReadCapture } from './model.js';
import type { SiteDocument } from './site-documents.js';
import { articleKey } from './urls.js';

export interface ColumnSurroundings {
  read: readonly ReadCapture[];
  home: ReadCapture | null;
  documents: readonly SiteDocument[];
}

/** As given, and the pages of openness among the captures. */
interface Around extends ColumnSurroundings {
  openness: readonly ReadCapture[];
}

/** Columns that gather others; their items are those of the columns below them. */
const gatherers = new Set<ColumnKey>([
  'statutory',
  'topic',
  'policy',
  'catalogue',
  'rules',
  'interaction',
  'service',
  'interpretation',
  'notice',
  'news',
  'annual',
]);

/** Columns whose content may be the catalogues that they lead to, a page for each field. */
const leadsToCatalogue = new Set<ColumnKey>(['catalogue', 'topic']);

/** The standard columns of a site, each found, missing, broken or unread. */
export function siteColumns(around: ColumnSurroundings): ColumnFact[] {
  const documents = new Map<string, SiteDocument>();
  for (const document of around.documents) for (const key of document.keys) documents.set(key, document);
  const evidence = columnEvidence(around.read);
  const openness = around.read.filter((capture) => capture.visit.as === 'openness');
  return columnKeys.map((key) => columnFact(evidence(key), { ...around, openness }, documents));
}

function columnFact(evidence: ColumnEvidence, around: Around, documents: Map<string, SiteDocument>): ColumnFact {
  const { pages, links } = evidence;
  if (pages.length === 0) return links.length === 0 ? withoutLink(evidence, around) : notVisited(evidence, around);
  const judged = pages.map((page) => ({ page, ...judge(page, around) }));
  const good = judged.filter(({ state }) => state === 'good').map(({ page }) => page);
  if (good.length > 0) return foundColumn(evidence, around, good, documents);
  // One page that could not be looked at is enough to conclude nothing.
  const worst = judged.find(({ state }) => state === 'unread') ?? judged[0]!;
  return {
    ...emptyFact(evidence.key),
    name: nameOf(evidence),
    url: worst.page.url,
    state: worst.state === 'unread' ? 'unread' : 'broken',
    outcome: worst.outcome,
    capture: worst.page.capture,
    note: worst.note,
  };
}

interface Judgement {
  state: 'good' | 'broken' | 'unread';
  outcome: FetchOutcome;
  note: string | null;
}

/** What became of a column's page, also where the server said ok and the page says otherwise. */
function judge(page: ReadCapture, { home }: ColumnSurroundings): Judgement {
  const failed = (outcome: FetchOutcome, note: string): Judgement => ({
    state: excuses(outcome) ? 'unread' : 'broken',
    outcome,
    note,
  });
  const unread = (note: string): Judgement => ({ state: 'unread', outcome: 'ok', note });
  if (page.outcome !== 'ok') return failed(page.outcome, fetchOutcomes[page.outcome].meaning);
  if (page.unrendered) return unread('页面内容由脚本生成，没有可用的浏览器，未能读取。');
  if (!page.reading) return unread('页面没有读到内容。');
  if (page.reading.outOfOrder) return unread('页面称系统正在维护或者出错，未能读到栏目内容。');
  if (page.reading.challenged) return failed('challenged', fetchOutcomes.challenged.meaning);
  if (page.reading.softNotFound) return failed('softNotFound', '链接打开的是“页面不存在”之类的提示。');
  if (home && isHomeAgain(page, home)) return failed('softNotFound', '链接打开的是网站首页，不是该栏目。');
  if (isHijacked(page.reading) || leadsElsewhere(page, home))
    return { state: 'broken', outcome: 'ok', note: '链接指向与本网站无关的外部网站。' };
  return { state: 'good', outcome: 'ok', note: null };
}

function isHomeAgain(page: ReadCapture, home: ReadCapture): boolean {
  if (articleKey(page.url) === articleKey(home.url) || articleKey(page.url) === articleKey(home.finalUrl)) return false;
  return articleKey(page.finalUrl) === articleKey(home.finalUrl) || articleKey(page.finalUrl) === articleKey(home.url);
}

function foundColumn(
  evidence: ColumnEvidence,
  around: ColumnSurroundings,
  good: ReadCapture[],
  documents: Map<string, SiteDocument>,
): ColumnFact {
  const main = mainPage(good, evidence);
  const holdsContent = good.some((page) => isContent(page.reading!, evidence.key));
  const below =
    gatherers.has(evidence.key) && itemsOf(evidence.lists).length === 0
      ? pagesBelow([...good, ...evidence.lists], evidence.key, around.read, holdsContent)
      : [];
  const lists = [...evidence.lists, ...below];
  const items = itemsOf(lists);
  const leads =
    (leadsToCatalogue.has(evidence.key) && below.some(isCatalogue)) ||
    (evidence.key === 'service' && good.some(({ reading }) => reading?.leadsOn === true));
  const isPage = items.length === 0 && (holdsContent || leads);
  const unread = items.length === 0 && !isPage ? whyUnread(good, lists, evidence.key, around.read) : null;
  const dates = items.map(
    (item) => item.publishedOn ?? documents.get(articleKey(item.url))?.fact.publishedOn?.on ?? null,
  );
  const dated = dates
    .filter((on) => on !== null)
    .sort()
    .reverse();
  return {
    ...emptyFact(evidence.key),
    name: nameOf(evidence) ?? main.visit.linkText ?? main.reading?.columnName ?? null,
    url: main.finalUrl,
    state: unread === null ? 'found' : 'unread',
    outcome: main.outcome,
    itemDates: dated,
    undatedItems: dates.length - dated.length,
    itemCount: items.length,
    isPage,
    complete: isComplete(lists, around.read),
    statementOn: statementDate(items, documents),
    capture: main.capture,
    note: unread ?? unreadNote(lists),
  };
}

/** Why a column without a single item is not known to be empty: its list is somewhere that could not be read. */
function whyUnread(
  pages: readonly ReadCapture[],
  lists: readonly ReadCapture[],
  key: ColumnKey,
  read: readonly ReadCapture[],
): string | null {
  if (lists.some(isUnreadList) || isAskedElsewhere(pages, lists))
    return '栏目的列表由脚本读取，未能取得，无法判断是否有内容。';
  if (pages.some(({ reading }) => reading?.shell)) return '栏目页面由脚本填充，没有用浏览器打开，无法判断是否有内容。';
  if (gatherers.has(key) && isMenuUnread(pages, key, read))
    return '首页或信息公开页未能读取，无法判断该栏目之下有哪些栏目。';
  if (lists.some(({ reading }) => reading?.unlisted === true))
    return '栏目页面上有通往文章的链接，但没有读出列表，无法判断是否有内容。';
  const isHall = key === 'topic' && pages.some(({ visit }) => visit.columnName && isTopicHall(visit.columnName));
  const leadsOn = pages.some(({ reading }) => reading?.leadsOn === true);
  if (key === 'statutory' && leadsOn) return '栏目列出的是下级栏目的入口，未能读出条目。';
  return isHall && leadsOn ? '专题栏目列出的是各个专题的入口，未能读出条目。' : null;
}

/** The page that the site's own navigation leads to; ties are settled by the address, never by order of arrival. */
function mainPage(pages: readonly ReadCapture[], evidence: ColumnEvidence): ReadCapture {
  const rank = (page: ReadCapture) => {
    const linked = evidence.links.filter(({ link }) => articleKey(link.url) === articleKey(page.url));
    const best = Math.min(3, ...linked.map(({ link }) => ['navigation', 'body', 'footer'].indexOf(link.where)));
    return page.visit.depth * 10 + best;
  };
  return [...pages].sort((a, b) => rank(a) - rank(b) || (a.url < b.url ? -1 : 1))[0]!;
}

function itemsOf(lists: readonly ReadCapture[]): ListItem[] {
  const items = new Map<string, ListItem>();
  for (const capture of lists)
    for (const item of (capture.outcome === 'ok' && capture.reading?.list?.items) || []) {
      const key = articleKey(item.url);
      const known = items.get(key);
      if (!known || (known.publishedOn === null && item.publishedOn !== null)) items.set(key, item);
    }
  return [...items.values()];
}

function isCatalogue({ outcome, reading }: ReadCapture): boolean {
  return outcome === 'ok' && reading !== null && holdsCatalogue(reading);
}

function unreadNote(lists: readonly ReadCapture[]): string | null {
  const failed = lists.filter((capture) => capture.outcome !== 'ok');
  return failed.length === 0
    ? null
    : `有 ${failed.length} 个列表页未能读取（${fetchOutcomes[failed[0]!.outcome].title}）。`;
}

function statementDate(items: readonly ListItem[], documents: Map<string, SiteDocument>): LocalDate | null {
  const dates = items
    .filter((item) => /情况(?:的)?说明/.test(item.title))
    .map((item) => item.publishedOn ?? documents.get(articleKey(item.url))?.fact.publishedOn?.on ?? null)
    .filter((on) => on !== null);
  return dates.sort().at(-1) ?? null;
}

/** No page that was read links to it. That proves something only when the pages that should link to it were read. */
function withoutLink(evidence: ColumnEvidence, { openness, home }: Around): ColumnFact {
  const linked = home?.reading?.follow.filter((step) => step.as === 'openness') ?? [];
  const wasRead = (capture: ReadCapture | null | undefined) =>
    capture?.outcome === 'ok' &&
    !capture.unrendered &&
    capture.reading !== null &&
    !capture.reading.challenged &&
    !capture.reading.softNotFound &&
    !capture.reading.outOfOrder &&
    !capture.reading.unanswered;
  const unread = !wasRead(home)
    ? '首页未能读取，无法判断是否设有该栏目。'
    : linked.length > 0 && !(openness.length > 0 && openness.every(wasRead))
      ? '政府信息公开页面未能读取，无法判断是否设有该栏目。'
      : home?.reading?.opennessShut
        ? '首页写有政府信息公开的入口，没有读出它的去处，无法判断是否设有该栏目。'
        : null;
  return {
    ...emptyFact(evidence.key),
    state: unread === null ? 'missing' : 'unread',
    capture: (openness.find(wasRead) ?? home)?.capture ?? null,
    note:
      unread ?? `首页${openness.length > 0 ? '和政府信息公开页面' : ''}没有通往“${columnTitles[evidence.key]}”的链接。`,
  };
}

/** Linked, but its page was not fetched: a limit was reached, or it lies outside the site. */
function notVisited(evidence: ColumnEvidence, { home }: ColumnSurroundings): ColumnFact {
  const { link, capture } = evidence.links.find((one) => one.link.url !== '') ?? evidence.links[0]!;
  return {
    ...emptyFact(evidence.key),
    name: link.name,
    url: link.url === '' ? null : link.url,
    state: 'unread',
    capture: capture.capture,
    note: unvisitedNote(link.url, home),
  };
}

function unvisitedNote(url: string, home: ReadCapture | null): string {
  if (url === '') return '页面上有该栏目的入口，但只能由脚本打开，或直接打开文件，未能读取。';
  if (home && articleKey(url) === articleKey(home.url)) return '链接指向首页。';
  return '栏目页面在站外或本轮没有访问，未能读取。';
}

function nameOf(evidence: ColumnEvidence): string | null {
  const names = [
    ...evidence.links.map(({ link }) => link.name),
    ...evidence.pages.map((page) => page.visit.columnName ?? page.visit.linkText ?? ''),
  ];
  const usable = names.filter((name) => name !== '');
  if (usable.length === 0) return null;
  const counts = new Map<string, number>();
  for (const name of usable) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}

function emptyFact(key: ColumnKey): ColumnFact {
  return {
    key,
    name: null,
    url: null,
    state: 'unread',
    outcome: null,
    itemDates: [],
    undatedItems: 0,
    itemCount: 0,
    isPage: false,
    complete: false,
    statementOn: null,
    capture: null,
    note: null,
  };
}
