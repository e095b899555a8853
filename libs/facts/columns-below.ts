import type { ColumnKey, ReadCapture } from './model.js';
import { articleKey } from './urls.js';

/** Columns whose content is that of the columns below them, wherever else these are linked. */
const wholeTrees = new Set<ColumnKey>(['statutory', 'policy', 'topic']);

/**
 * Lists reached from a column that has none of its own: over the steps that led from its pages, and the columns that they
 * name. What the home page and the page of openness name too is a menu, and below the column only where it gathers the site's.
 * @param holdsContent the column's page is itself the content: then what it names is its menu.
 */
export function pagesBelow(
  pages: readonly ReadCapture[],
  key: ColumnKey,
  read: readonly ReadCapture[],
  holdsContent: boolean,
): ReadCapture[] {
  const within = new Set(pages.flatMap((page) => [articleKey(page.url), articleKey(page.finalUrl)]));
  const entrances = read.filter(({ visit }) => visit.as === 'home' || visit.as === 'openness');
  const menu = wholeTrees.has(key) ? new Set<string>() : namedBy(entrances);
  const isKnown = !holdsContent && !isMenuUnread(pages, key, read);
  const named = new Set(isKnown ? [...namedBy(pages)].filter((url) => !menu.has(url)) : []);
  const below = new Set<ReadCapture>();
  for (let round = 0; round < 4; round += 1) {
    const before = below.size;
    for (const capture of read) {
      const { visit, url } = capture;
      if (below.has(capture) || !['column', 'list', 'data'].includes(visit.as) || visit.from === null) continue;
      const isOther = visit.as === 'column' && visit.columnKey === null && visit.columnName !== null;
      const isBelow = isOther ? named.has(articleKey(url)) : within.has(articleKey(visit.from));
      if (isBelow && !within.has(articleKey(url))) below.add(capture);
    }
    for (const capture of below) within.add(articleKey(capture.finalUrl)).add(articleKey(capture.url));
    if (below.size === before) break;
  }
  return [...below];
}

/** Whether a column names others of which a page that could not be read might tell that they are the menu of the site. */
export function isMenuUnread(pages: readonly ReadCapture[], key: ColumnKey, read: readonly ReadCapture[]): boolean {
  if (wholeTrees.has(key) || namedBy(pages).size === 0) return false;
  return read.some(
    ({ visit, outcome, unrendered, reading }) =>
      (visit.as === 'home' || visit.as === 'openness') &&
      (unrendered || reading === null || reading.challenged || reading.unanswered || outcome !== 'ok'),
  );
}

/** Addresses of the columns without a standard name that these pages name. */
function namedBy(pages: readonly ReadCapture[]): Set<string> {
  const steps = pages.flatMap(({ reading }) => reading?.follow ?? []);
  return new Set(steps.flatMap(({ request, name }) => (name === undefined ? [] : [articleKey(request.url)])));
}
