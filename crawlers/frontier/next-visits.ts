import type { PageRequest, Visit } from '#evidence';
import { isUnitHome, type PageReading } from '#facts';
import type { FrontierEntry } from '../model.js';
import { canonicalUrl } from './canonical-url.js';
import type { OwnHosts } from './own-hosts.js';

/** All pages of a list may stand in one page; what one crawl fetches is bounded elsewhere. */
const maxItems = 5000;

/** How much deeper than its link the sub-site of a unit lies: what the site has of its own is read before. */
const unitSiteDepth = 4;

const mapName = /\/(?:robots\.txt|[^/]*sitemap[^/]*\.xml)$/i;

/** A page as it was asked for, reached and understood. */
export interface ReadPage {
  url: string;
  finalUrl: string;
  visit: Visit;
  reading: PageReading;
}

/**
 * Where a page leads: its data, next page, columns, articles. Nothing else is followed, so that no calendar or search
 * form can lead astray. What lies on other hosts is looked at once (columns, data) and not crawled on.
 */
export function nextVisits(
  page: ReadPage,
  rules: { hosts: OwnHosts; followNext: boolean; maxDepth: number },
): FrontierEntry[] {
  const { url, finalUrl, visit, reading } = page;
  // Who answers everything with some page has no map for robots.
  if (visit.as === 'data' && mapName.test(new URL(url).pathname) && reading.family !== 'sitemap') return [];
  if (visit.as === 'probe' || visit.as === 'file' || !(rules.hosts.includes(finalUrl) || visit.as === 'data'))
    return [];
  const found = [
    ...followed(page).filter(({ visit: next }) => !isOther(next)),
    ...(rules.followNext ? nextPage(page) : []),
    ...columns(page, rules.hosts),
    ...followed(page).filter(({ visit: next }) => isOther(next)),
    ...articles(page),
    ...related(page),
  ];
  const from = new URL(finalUrl).host;
  return found.filter(({ request, visit: next }) => {
    const isOwn =
      rules.hosts.includes(request.url) ||
      (visit.as === 'data' && new URL(request.url).host === from && next.as !== 'detail');
    return next.depth <= rules.maxDepth && (isOwn || next.as === 'probe' || next.as === 'data' || next.as === 'file');
  });
}

function followed({ url, finalUrl, visit, reading }: ReadPage): FrontierEntry[] {
  // What a frame opens with may be one of the columns that the menu beside it names.
  const isColumn = (request: PageRequest) =>
    visit.as === 'openness' && reading.columns.some((one) => one.url === request.url);
  return reading.follow.flatMap(({ request, as, name }) => {
    if (as === 'list' && isColumn(request)) return [];
    if (name !== undefined) return otherColumn(request, name, { url, finalUrl, visit, reading });
    // What a page is made of lies as deep as the page; what it made of that in turn lies deeper, so that it ends.
    const goesOn = as === 'detail' && visit.as === 'detail';
    const isPart = goesOn || ((as === 'data' || as === 'list' || as === 'file') && visit.as !== 'data');
    const depth = isPart ? visit.depth : visit.depth + 1;
    const listPage = isPart ? visit.listPage + (goesOn ? 1 : 0) : 1;
    return entry(
      request,
      { ...inherit(visit), as, from: url, linkText: as === 'file' ? reading.title : null, listPage, depth },
      finalUrl,
    );
  });
}

/** Whether a visit is to a column that is none of the standard ones, by its name on the page before. */
export function isOther({ as, columnKey, columnName }: Visit): boolean {
  return as === 'column' && columnKey === null && columnName !== null;
}

/** Whether a visit is to a page that only the site's map named: by its address, without a word of what it is. */
export function isMapped({ as, columnKey, columnName, linkText }: Visit): boolean {
  return (as === 'column' || as === 'detail') && columnKey === null && columnName === null && linkText === null;
}

/** Where a site keeps its map for robots: robots.txt may name it, else it has a usual name. */
export function mapVisits({ url, finalUrl, visit }: Pick<ReadPage, 'url' | 'finalUrl' | 'visit'>): FrontierEntry[] {
  return ['/robots.txt', '/sitemap.xml'].flatMap((path) => {
    const next: Visit = { ...inherit(visit), as: 'data', from: url, linkText: null, listPage: 1, depth: 1 };
    return entry({ url: path, method: 'GET' }, next, finalUrl);
  });
}

const sortParameter = /^(?:sort|order)(?:_?(?:by|field|type|name|column|way|dir))?$/i;
/** How calendars name their other leaves. */
const calendarLeaf = /^(?:[上下前后]一?个?[月周天日]|\d{1,2})$/;

/** A column that is none of the standard ones; it is not of the kind of the column that names it. */
function otherColumn(request: PageRequest, name: string, { url, finalUrl, visit }: ReadPage): FrontierEntry[] {
  if (isSorted(request.url, [url, finalUrl]) || calendarLeaf.test(name.trim())) return [];
  const next: Visit = {
    as: 'column',
    columnKey: null,
    columnName: name,
    from: url,
    linkText: name,
    listPage: 1,
    depth: visit.depth + (isUnitHome(name) ? unitSiteDepth : 1),
  };
  return entry(request, next, finalUrl);
}

/** Whether an address is that of the page itself, sorted in another way: the same rows are no other column. */
function isSorted(href: string, pages: readonly string[]): boolean {
  const address = URL.canParse(href, pages[0]) ? new URL(href, pages[0]) : null;
  if (!address || ![...address.searchParams.keys()].some((name) => sortParameter.test(name))) return false;
  return pages.some((page) => withoutSort(new URL(page)) === withoutSort(address));
}

function withoutSort({ origin, pathname, searchParams }: URL): string {
  const kept = [...searchParams].filter(([name]) => !sortParameter.test(name)).map((pair) => pair.join('='));
  // What keeps caches from answering goes with it, as in `canonicalUrl`.
  return (canonicalUrl(`${origin}${pathname}?${kept.join('&')}`) ?? '').replace(/[?&]$/, '');
}

function nextPage({ url, finalUrl, visit, reading }: ReadPage): FrontierEntry[] {
  const next = reading.list?.next;
  if (!next) return [];
  const as = visit.as === 'data' ? 'data' : 'list';
  return entry(
    next,
    { ...inherit(visit), as, from: url, linkText: null, listPage: visit.listPage + 1, depth: visit.depth },
    finalUrl,
  );
}

function columns({ url, finalUrl, visit, reading }: ReadPage, hosts: OwnHosts): FrontierEntry[] {
  // The first page of a `list` is a frame: the tree of columns may stand in it alone.
  const isFrame = visit.as === 'list' && visit.listPage === 1;
  if (visit.as !== 'home' && visit.as !== 'openness' && visit.as !== 'column' && !isFrame) return [];
  return reading.columns.flatMap((column) => {
    const as = hosts.includes(column.url) ? 'column' : 'probe';
    const next: Visit = {
      as,
      columnKey: column.key,
      columnName: column.name,
      from: url,
      linkText: column.name,
      listPage: 1,
      depth: visit.depth + 1,
    };
    return entry({ url: column.url, method: 'GET' }, next, finalUrl);
  });
}

function articles({ url, finalUrl, visit, reading }: ReadPage): FrontierEntry[] {
  // The home page's news stand in its columns too; what stands only there is no list of the site's.
  if (visit.as === 'home' && reading.kind === 'home') return [];
  return (reading.list?.items ?? []).slice(0, maxItems).flatMap((item) => {
    const next: Visit = {
      ...inherit(visit),
      as: 'detail',
      from: url,
      linkText: item.title,
      listPage: 1,
      depth: visit.depth + 1,
    };
    return entry({ url: item.url, method: 'GET' }, next, finalUrl);
  });
}

/** A policy and its interpretation may be linked to each other and stand in no list; one interpretation leads to the next. */
function related({ url, finalUrl, visit, reading }: ReadPage): FrontierEntry[] {
  const { interprets = [], interpretedBy = [], beside = [] } = reading.detail ?? {};
  const links = [...interprets, ...interpretedBy, ...beside];
  return links.flatMap((link) => {
    const next: Visit = {
      as: 'detail',
      columnKey: null,
      columnName: null,
      from: url,
      linkText: link.title,
      listPage: 1,
      depth: visit.depth + 1,
    };
    return entry({ url: link.url, method: 'GET' }, next, finalUrl);
  });
}

function inherit(visit: Visit): Pick<Visit, 'columnKey' | 'columnName'> {
  return { columnKey: visit.columnKey, columnName: visit.columnName };
}

function entry(request: PageRequest, visit: Visit, base: string): FrontierEntry[] {
  const url = canonicalUrl(request.url, base);
  return url === null ? [] : [{ request: { ...request, url }, visit }];
}
