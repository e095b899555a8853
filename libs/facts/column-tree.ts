import { excuses } from '#evidence';
import { type ColumnPin, pinnedName } from './column-pins.js';
import type { ColumnKey, ReadCapture } from './model.js';
import { articleKey } from './urls.js';

/** One column as one round saw it. */
export interface SiteColumn {
  /** Standard column by the links that lead to it; null for any other column and for those below another. */
  key: ColumnKey | null;
  name: string;
  /** '' where only a script can open it. */
  url: string;
  /** Address of the column above it, null for those that hang on the home page. */
  parent: string | null;
  /** `read`; `broken` – its links lead to nothing; `unread` – it could not be or was not looked at. */
  state: 'read' | 'broken' | 'unread';
  /** Its page or, where that was not fetched, the page with the link to it. */
  capture: string;
  /** Every name and kind under which it was met, for comparing with what was known. */
  names: string[];
  keys: (ColumnKey | null)[];
}

/** The columns of a site in one round, with what is needed to say of a column that it is gone. */
export interface ColumnTree {
  columns: SiteColumn[];
  /** Addresses that pages of columns point to as columns below them, whether or not they were visited. */
  pointedTo: string[];
  /** Capture of the home page when the pages that name columns (home, openness) were all read; else null: nothing is gone then. */
  entrances: string | null;
}

/**
 * The column tree of a site by itself: what its navigation names and what was visited as a column. What was visited only
 * because of a pin is left out, for a pin that comes or goes changes nothing on the site. Pure, and the same for the same
 * captures in any order.
 */
export function columnTree(captures: readonly ReadCapture[], pins: readonly ColumnPin[] = []): ColumnTree {
  const read = [...captures].sort((a, b) => a.visit.depth - b.visit.depth || (a.capture < b.capture ? -1 : 1));
  const drafts = new Map<string, Draft>();
  const draftOf = (url: string, id = articleKey(url)): Draft => {
    const known = drafts.get(id);
    if (known) return known;
    const draft: Draft = { url, links: [], pages: [] };
    drafts.set(id, draft);
    return draft;
  };
  const homes = new Set(
    read.filter(({ visit }) => visit.as === 'home').flatMap(({ url, finalUrl }) => [url, finalUrl].map(articleKey)),
  );
  for (const capture of read) {
    const { visit, reading } = capture;
    if (visit.as === 'home' || visit.as === 'openness' || visit.as === 'column')
      for (const link of reading?.columns ?? []) {
        const id = link.url === '' ? `${link.key} ${pinnedName(link.name)}` : articleKey(link.url);
        if (!homes.has(id)) draftOf(link.url, id).links.push({ key: link.key, name: link.name, from: capture });
      }
  }
  const pinned = new Set(
    [...pins, ...read.flatMap(({ reading }) => reading?.named ?? [])].flatMap(({ url }) =>
      url ? [articleKey(url)] : [],
    ),
  );
  for (const capture of read) {
    const { visit, url } = capture;
    if (visit.linkText === null && pinned.has(articleKey(url)) && !drafts.has(articleKey(url))) continue;
    const isColumn = visit.as === 'column' || visit.as === 'openness';
    if ((isColumn || (visit.as === 'probe' && drafts.has(articleKey(url)))) && !homes.has(articleKey(url)))
      draftOf(url).pages.push(capture);
  }
  const isColumn = (url: string) => drafts.has(articleKey(url));
  const columns = [...drafts.values()].flatMap((draft) => columnOf(draft, isColumn));
  const below = read.flatMap(({ reading }) => reading?.follow.filter(({ as }) => as === 'column') ?? []);
  return {
    columns: columns.sort((a, b) => compare(a.url, b.url) || compare(a.name, b.name)),
    pointedTo: [...new Set(below.map(({ request }) => request.url))].sort(),
    entrances: entrancesOf(read),
  };
}

interface Draft {
  url: string;
  links: { key: ColumnKey; name: string; from: ReadCapture }[];
  /** Captures of the column's own page. */
  pages: ReadCapture[];
}

function columnOf({ url, links, pages }: Draft, isColumn: (url: string) => boolean): SiteColumn[] {
  const [page] = pages;
  const capture = page ?? links[0]?.from;
  const name = mostFrequent(links.map((link) => link.name)) ?? nameOfPage(page);
  if (!capture || name === null) return [];
  const from = page ? page.visit.from : (links[0]?.from.url ?? null);
  const named = pages.flatMap(({ visit, reading }) => [visit.linkText, reading?.columnName ?? null]);
  return [
    {
      key: mostFrequent(links.map((link) => link.key)) as ColumnKey | null,
      name,
      url,
      parent: from !== null && isColumn(from) && articleKey(from) !== articleKey(url) ? from : null,
      state: page ? stateOf(page) : 'unread',
      capture: capture.capture,
      names: [...new Set([name, ...links.map((link) => link.name), ...named].filter((one) => one !== null))],
      keys: links.length === 0 ? [null] : [...new Set(links.map((link) => link.key))],
    },
  ];
}

function nameOfPage(page: ReadCapture | undefined): string | null {
  const { visit, reading } = page ?? {};
  return visit?.linkText || reading?.columnName || reading?.list?.column || reading?.title || null;
}

function stateOf({ outcome, unrendered, reading }: ReadCapture): SiteColumn['state'] {
  if (outcome !== 'ok') return excuses(outcome) ? 'unread' : 'broken';
  if (unrendered || !reading || reading.challenged) return 'unread';
  return reading.softNotFound ? 'broken' : 'read';
}

function entrancesOf(read: readonly ReadCapture[]): string | null {
  const home = read.find(({ visit }) => visit.as === 'home');
  const openness = read.filter(({ visit }) => visit.as === 'openness');
  const isLinked = home?.reading?.follow.some(({ as }) => as === 'openness') ?? false;
  if (!home || stateOf(home) !== 'read' || (isLinked && openness.length === 0)) return null;
  return openness.every((page) => stateOf(page) === 'read') ? home.capture : null;
}

/** Ties go to the smaller value, so that the order of pages does not matter. */
function mostFrequent(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0] ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
