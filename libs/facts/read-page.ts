import { isDated } from './dated-list.js';
import { annualReportYear } from './annual-report.js';
import { isCalledDocument } from './article-kind.js';
import { readParts } from './article-parts.js';
import { readCatalogue } from './catalogue-table.js';
import { readColumnTabs, readLazyPanels } from './column-tabs.js';
import type { Family } from './family.js';
import { stepTo } from './follow-step.js';
import { readJsonList } from './json-answer.js';
import type { DetailReading, ListReading, PageKind, PageReading, PageText } from './model.js';
import { readFoot } from './foot-marks.js';
import { readFrames } from './frames.js';
import { readBoxColumns, readColumnRows } from './list-boxes.js';
import { readMainFiles } from './main-file.js';
import { withoutPart } from './missing-part.js';
import { countsNone, readNextLink, readTotal } from './next-page.js';
import { leadsOn, readOtherColumns } from './other-columns.js';
import { isSiteMap, namesOpenness, readColumnLinks, readOpennessLinks, readSiteMapLinks } from './page-columns.js';
import { type FoundDetail, readDetail } from './page-detail.js';
import { readSigns } from './page-signs.js';
import { type PageTags, readPageTags, readTagNames } from './page-tags.js';
import { oncePerPage, type ParsedPage, parsePage } from './parsed-page.js';
import { crossChecked, isProven } from './provenance.js';
import { listOfIsland, readIsland } from './record-list.js';
import { readShownDays } from './shown-days.js';
import { readRequestPage } from './request-page.js';
import { hasLoadMore, isRestUnknown } from './rest-of-list.js';
import { unitOf } from './unit-sites.js';
import { isUnfilled, saysNothing, showsArticles } from './unfilled.js';

/** Surer than this, a family's word is taken. */
const surely = 0.5;

/**
 * Understands one page: standard page tags first, then the family it belongs to, then generic reading. Pure and total:
 * whatever the page holds, the same text gives the same reading and never an exception.
 */
export function readPage(page: PageText, families: readonly Family[]): PageReading {
  return readParsedPage(parsePage(page), families);
}

/** As `readPage`, for a page that is already parsed. */
export function readParsedPage(page: ParsedPage, families: readonly Family[]): PageReading {
  const tags = readPageTags(page);
  const recognised = recognise(page, families);
  const family = recognised[0] ?? null;
  const isData = page.json !== undefined || page.isXml;
  const signs = readSigns(page);
  // A map of the site lists its columns: following them all as articles would lead astray.
  const isMap = !isData && page.page.visit.as === 'column' && isSiteMap(page);
  const found = isData ? null : readDetail(page, tags);
  const detail = found ? mergeDetail(found.detail, family?.detail?.(page) ?? null) : null;
  // No list outweighs a sure article: what stands beside it need not be read.
  const isSure =
    page.page.visit.as === 'detail' &&
    !signs.needsBrowser &&
    found !== null &&
    detail !== null &&
    articleEvidence(page, tags, found, detail) >= mostOfListBesideArticle;
  const list = isMap || isSure ? null : (readList(page, recognised) ?? emptyAnswer(page));
  const asked = (page.page.asked ?? []).map((request) => ({ request, as: 'data' as const }));
  // What its scripts did ask for is known better than what they seem to.
  const seeming = followOf(page, recognised, list).filter((step) => asked.length === 0 || step.as !== 'data');
  const follow = [...asked, ...seeming, ...readFrames(page, list)];
  const catalogue = isData ? [] : readCatalogue(page, tags.columnName ?? page.page.visit.columnName);
  // What a script asked for is a list or nothing, whatever labels stand above its rows.
  const kind = page.page.visit.as === 'data' ? (list ? 'list' : 'other') : kindOf(page, tags, list, found, detail);
  const isArticle = kind !== 'list' && kind !== 'home' && kind !== 'other';
  const namesColumns = !isData && (!isArticle || isMap);
  const boxes = namesColumns ? readBoxColumns(page) : [];
  const columns = namesColumns && unitOf(page.page.visit.columnName) === null ? readColumnLinks(page, boxes) : [];
  const others = namesColumns ? readOtherColumns(page, list, boxes) : [];
  const tabs = isArticle || isData ? [] : readColumnTabs(page, boxes);
  // Where it is known what the scripts ask for, panels are filled by it.
  const isAsked = follow.some((step) => step.as === 'data');
  const panels = isArticle || isData || isAsked ? [] : readLazyPanels(page);
  const isStart = page.page.visit.as === 'home';
  const openness = isStart ? readOpennessLinks(page) : [];
  const maps = isStart ? readSiteMapLinks(page) : [];
  const mayBeShell = page.page.visit.as === 'detail' || (page.page.visit.as === 'column' && isArticle);
  const files = mayBeShell && detail ? readMainFiles(page, kind, detail) : [];
  const parts = detail ? readParts(page, found?.body ?? null, detail) : [];
  const request = isData || signs.softNotFound || signs.challenged ? null : readRequestPage(page);
  const keepsDetail =
    isArticle ||
    files.length > 0 ||
    (kind === 'other' && detail !== null && detail.text !== '') ||
    kindNeedsDetail(page, kind, detail);
  return {
    kind,
    family: family?.id ?? 'generic',
    siteName: tags.siteName,
    columnName: tags.columnName,
    title: detail?.title ?? (page.titleTag || null),
    detail: keepsDetail && !signs.softNotFound && !signs.challenged && !signs.outOfOrder ? shown(page, detail) : null,
    list:
      kind === 'list' || kind === 'home' || (!isArticle && page.page.visit.as !== 'detail')
        ? completed(page, list, tags)
        : null,
    columns,
    ...(catalogue.length > 0 ? { catalogue } : {}),
    ...(request ? { request } : {}),
    ...(isStart && !isData ? { shown: readShownDays(page, list), foot: readFoot(page) } : {}),
    ...(isData || page.page.visit.as === 'data' ? {} : { tags: readTagNames(page) }),
    follow: [
      ...follow,
      ...openness.map((url) => stepTo(url, 'openness')),
      ...maps.map((url) => stepTo(url, 'column')),
      ...tabs.map((url) => stepTo(url, 'list')),
      ...panels.map((url) => stepTo(url, 'data')),
      ...others.map(({ title, url }) => ({ ...stepTo(url, 'column'), name: title })),
      ...files.map((url) => stepTo(url, 'file')),
      ...parts.map((url) => stepTo(url, 'detail')),
      ...(request?.entrances ?? []).map(({ url }) => stepTo(url, 'probe')),
    ],
    ...(!isArticle && follow.length === 0 && isUnfilled(page, list) ? { unfilled: true as const } : {}),
    ...(!isArticle && !list?.items.length && leadsOn(page) ? { leadsOn: true as const } : {}),
    ...(!isArticle && !list?.items.length && showsArticles(page) ? { unlisted: true as const } : {}),
    ...(isStart && openness.length === 0 && namesOpenness(page) ? { opennessShut: true as const } : {}),
    // A menu of long names is no list: dates are.
    needsBrowser: signs.needsBrowser && follow.length === 0 && !isDated(list),
    ...(signs.needsBrowser && follow.length > 0 && !isDated(list) ? { shell: true as const } : {}),
    ...(signs.outOfOrder ? { outOfOrder: true as const } : {}),
    ...(page.page.unanswered ? { unanswered: true as const } : {}),
    softNotFound: signs.softNotFound,
    challenged: signs.challenged,
  };
}

function shown({ page }: ParsedPage, detail: DetailReading | null): DetailReading | null {
  return detail && page.unanswered ? withoutPart(detail, '页面没有，而页面请求的数据有的没有取到') : detail;
}

/** The families that a page belongs to, the surest first. */
function recognise(page: ParsedPage, families: readonly Family[]): Family[] {
  return families
    .map((family) => ({ family, certainty: family.recognise(page) }))
    .filter(({ certainty }) => certainty >= surely)
    .sort((a, b) => b.certainty - a.certainty)
    .map(({ family }) => family);
}

/**
 * The list of the surest family, else the page's own; a family that only knows the next page is helped with the items. Where
 * neither shows a date, another family that the page belongs to too may: old tables hold lists that scripts write.
 */
function readList(page: ParsedPage, [family, ...others]: readonly Family[]): ListReading | null {
  const list = family?.list?.(page) ?? readGenericList(page);
  if (isDated(list)) return list;
  for (const other of others) {
    const found = other.list?.(page) ?? null;
    if (isDated(found)) return found;
  }
  return list;
}

/** What the surest family asks for; where it asks for nothing and nothing is read, what another one asks for. */
function followOf(page: ParsedPage, recognised: readonly Family[], list: ListReading | null): PageReading['follow'] {
  for (const [n, family] of recognised.entries()) {
    const steps = n === 0 || !isDated(list) ? (family.follow?.(page) ?? []) : [];
    if (steps.length > 0) return steps;
  }
  return [];
}

/** A list without an item: what a script is told where there is nothing. */
function emptyAnswer(page: ParsedPage): ListReading | null {
  if (page.page.visit.as !== 'data' || !saysNothing(page)) return null;
  return { column: null, items: [], next: null, totalItems: 0 };
}

/** A list without knowledge of any family: JSON and XML answers, islands, repeated blocks of title and date. */
export const readGenericList = oncePerPage(findGenericList);

function findGenericList(page: ParsedPage): ListReading | null {
  if (page.json !== undefined) return readJsonList(page)?.list ?? null;
  const island = page.isXml || page.page.text.includes('<recordset') ? readIsland(page.page.text) : null;
  if (island && (page.isXml || island.records.length > 0)) return listOfIsland(page, island);
  const found = readColumnRows(page);
  if (!found) return null;
  const rest = found.isPart && page.page.visit.listPage === 1 ? { restUnknown: true as const } : {};
  // Where the pager counts none, rows without a day stand beside the list.
  const items = found.items.every((item) => item.publishedOn === null) && countsNone(page) ? [] : found.items;
  return { column: null, items, next: readNextLink(page), totalItems: readTotal(page), ...rest };
}

function completed(page: ParsedPage, list: ListReading | null, tags: PageTags): ListReading | null {
  if (!list) return null;
  // Its scripts turn its pages, and what they asked for is known.
  if (page.page.asked?.length) return { ...list, next: null, column: list.column ?? tags.columnName };
  if (!isRestUnknown(page, list)) return { ...list, column: list.column ?? tags.columnName };
  const loadsMore = hasLoadMore(page) ? { loadsMore: true as const } : {};
  return { ...list, column: list.column ?? tags.columnName, restUnknown: true, ...loadsMore };
}

/** What a family knows of its pages outranks generic reading; then all fields are checked against each other. */
function mergeDetail(generic: DetailReading, ofFamily: Partial<DetailReading> | null): DetailReading {
  const merged: DetailReading = { ...generic, provenance: { ...generic.provenance } };
  for (const [key, value] of Object.entries(ofFamily ?? {})) {
    if (value === undefined || value === null) continue;
    Object.assign(merged, { [key]: value });
    if (isProven(key)) merged.provenance[key] = { source: 'family', certainty: 'sure' };
  }
  return { ...merged, provenance: crossChecked(merged, merged.provenance) };
}

/** A column's own page may be the content itself: a guide, a form, an entrance. */
function kindNeedsDetail(page: ParsedPage, kind: PageKind, detail: DetailReading | null): boolean {
  return kind === 'list' && page.page.visit.as === 'column' && detail !== null && detail.text.length >= 200;
}

function kindOf(
  page: ParsedPage,
  tags: PageTags,
  list: ListReading | null,
  found: FoundDetail | null,
  detail: DetailReading | null,
): PageKind {
  const { as } = page.page.visit;
  if (!found || !detail) return list ? 'list' : 'other';
  if (as === 'home' || (as === 'probe' && isHome(page, tags) && page.links.length > 30)) return 'home';
  const article = articleEvidence(page, tags, found, detail);
  const listed = listEvidence(list, as);
  // A column's page is an article only when it says so itself; without a text its fields are those of the only row.
  const isOfRows = found.isOfCards || (tags.articleTitle === null && detail.text === '' && isDated(list));
  if ((as === 'column' || as === 'list') && (article < 4 || isOfRows)) return listed > 0 ? 'list' : 'other';
  if (article >= listed && article > 0) return articleKind(page, tags, found, detail);
  if (listed > 0) return 'list';
  return isHome(page, tags) ? 'home' : 'other';
}

/** How much speaks for an article. */
function articleEvidence(page: ParsedPage, tags: PageTags, found: FoundDetail, detail: DetailReading): number {
  const expected = page.page.visit.as === 'detail' && detail.title !== null ? 2 : 0;
  let weight = 0;
  if (tags.articleTitle !== null) weight += 4;
  else if (tags.pubDate !== null) weight += 1;
  if (found.metadataFields >= 3) weight += 4;
  else if (found.metadataFields >= 2) weight += 2;
  if (found.body?.marked) weight += 3;
  if (detail.publishedOn && detail.publishedOn.source !== 'url' && detail.title !== null) weight += 1;
  if (detail.issuedOn?.source === 'signature') weight += 2;
  if (detail.text.length >= 300 && detail.title !== null) weight += 1;
  if (detail.text.length === 0 && detail.formats.length === 0 && detail.attachments.length === 0)
    weight = Math.min(weight, 4);
  return weight + expected;
}

/** As much as `listEvidence` comes to where an article was expected. */
const mostOfListBesideArticle = 3;

/** How much speaks for a list. */
function listEvidence(list: ListReading | null, as: PageText['visit']['as']): number {
  const expected = as === 'column' || as === 'list' || as === 'openness' ? 2 : as === 'detail' ? -2 : 0;
  if (!list) return 0;
  const dated = list.items.filter((item) => item.publishedOn !== null).length;
  if (list.items.length === 0) return Math.max(0, expected);
  const weight = dated >= 8 ? 4 : dated >= 3 ? 3 : dated >= 1 ? 2 : 1;
  return Math.max(1, weight + expected + (list.next ? 1 : 0));
}

function articleKind(page: ParsedPage, tags: PageTags, found: FoundDetail, detail: DetailReading): PageKind {
  const title = (detail.title ?? '').replace(/\s/g, '');
  const key = page.page.visit.columnKey;
  const column = tags.columnName ?? page.page.visit.columnName ?? '';
  if (annualReportYear(title) !== null || (key === 'annual' && detail.annualReport !== null)) return 'annualReport';
  if (/公开指南$/.test(title) || (key === 'guide' && /指南/.test(title + column))) return 'guide';
  const plain = title.replace(/[（(][^（）()]{1,20}[)）]$/, '');
  const isCatalogue = /(?:标准|基本|事项)目录$|主动公开(?:基本)?目录$/.test(plain);
  const isRevised = /(?:修订|编制|完善|梳理)(?![版稿后本的])[^（(]{0,20}目录$/.test(plain);
  if (!isRevised && (isCatalogue || (key === 'catalogue' && /目录/.test(title)))) return 'catalogue';
  if (found.isInterpretation) return 'interpretation';
  if (isDocument(title, column, detail, found, key)) return 'document';
  return 'other';
}

/** An official document: by its number, its block, or by the words of its title. News are not. */
function isDocument(
  title: string,
  column: string,
  detail: DetailReading,
  found: FoundDetail,
  key: string | null,
): boolean {
  if (key === 'news') return detail.documentNumber !== null;
  if (detail.documentNumber !== null || key === 'policy') return true;
  if (found.metadataFields >= 3) return true;
  if (isCalledDocument(title)) return true;
  return detail.issuedOn !== null && /文件|公告|通知|公示|规划|制度|公开/.test(column);
}

function isHome(page: ParsedPage, tags: PageTags): boolean {
  if (/^https?:\/\/[^/]+\/?(?:index\.\w+|default\.\w+)?$/.test(page.url)) return true;
  return (
    tags.siteName !== null &&
    tags.columnName === null &&
    page.links.length > 60 &&
    page.titleTag.includes(tags.siteName)
  );
}
