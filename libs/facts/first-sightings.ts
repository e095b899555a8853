import type { FirstSighting, ListItem, ReadCapture } from './model.js';
import { isLeftToScripts } from './unfilled.js';
import { articleKey } from './urls.js';

/** Rows of a list beside the pages that they were read on. */
interface Row extends ListItem {
  page: ReadCapture;
}

const lists: ReadonlySet<string> = new Set(['column', 'list', 'data']);

/**
 * Articles that came into a list between two rounds. Nothing is told of lists that are not in the order of their dates, of
 * places that were not read in the earlier round, and of articles known by address or title from anywhere in it: what an
 * earlier list did not show proves something only where older rows stood below.
 */
export function firstSightings(before: readonly ReadCapture[], now: readonly ReadCapture[]): FirstSighting[] {
  const known = knownIn(before);
  const earlier = listsOf(before);
  const found = new Map<string, FirstSighting>();
  for (const [first, pages] of listsOf(now)) {
    const rowsBefore = rowsInOrder(earlier.get(first) ?? []);
    const rows = rowsBefore.length > 0 ? rowsInOrder(pages) : [];
    for (const { url, title, publishedOn, page } of rows) {
      const key = articleKey(url);
      if (publishedOn === null || known.has(key) || known.has(title) || found.has(key)) continue;
      const below = rowsBefore.findIndex((row) => row.publishedOn !== null && row.publishedOn < publishedOn);
      if (below < 0) continue;
      const read = rowsBefore.slice(0, below + 1).map((row) => row.page.fetchedAt);
      found.set(key, {
        ...{ url, title, shownOn: publishedOn },
        seen: { capture: page.capture, seenAt: page.fetchedAt },
        // Pages may have been carried over from still earlier rounds: the list is as old as the oldest of them.
        absent: { capture: rowsBefore[below]!.page.capture, seenAt: read.reduce((a, b) => (a < b ? a : b)) },
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** Addresses and titles of all articles that a round met with. */
function knownIn(pages: readonly ReadCapture[]): Set<string> {
  const known = new Set<string>();
  for (const { url, finalUrl, visit, reading } of pages) {
    for (const address of [url, finalUrl]) known.add(articleKey(address));
    for (const title of [visit.linkText, reading?.title, reading?.detail?.title]) if (title) known.add(title);
    for (const item of reading?.list?.items ?? []) known.add(articleKey(item.url)).add(item.title);
  }
  return known;
}

/** Lists by the address of their first page, each with its pages in their order as far as they follow without a gap. */
function listsOf(pages: readonly ReadCapture[]): Map<string, ReadCapture[]> {
  const byUrl = new Map<string, ReadCapture>();
  const ambiguous = new Set<string>();
  for (const page of pages) {
    if (!lists.has(page.visit.as)) continue;
    // Lists that are posted for share one address: which page is which cannot be told by it.
    if (byUrl.has(page.url)) ambiguous.add(page.url);
    byUrl.set(page.url, page);
  }
  const found = new Map<string, ReadCapture[]>();
  for (const first of byUrl.values()) {
    if (first.visit.listPage !== 1) continue;
    const chain: ReadCapture[] = [];
    const met = new Set<string>();
    let page: ReadCapture | undefined = first;
    while (page && isRead(page) && !ambiguous.has(page.url) && !met.has(page.url)) {
      met.add(page.url);
      chain.push(page);
      const next: string | undefined = page.reading?.list?.next?.url;
      page = next === undefined ? undefined : byUrl.get(next);
    }
    if (chain.length > 0) found.set(first.url, chain);
  }
  return found;
}

function isRead({ outcome, unrendered, reading }: ReadCapture): boolean {
  if (outcome !== 'ok' || unrendered || !reading?.list) return false;
  return !isLeftToScripts(reading) && !reading.challenged && reading.unlisted !== true;
}

/** The rows from the top as long as their dates only go back; none where a row has no date or a newer one stands below. */
function rowsInOrder(pages: readonly ReadCapture[]): Row[] {
  const rows = pages.flatMap((page) => (page.reading?.list?.items ?? []).map((item) => ({ ...item, page })));
  const isOrdered = rows.every(
    ({ publishedOn }, n) => publishedOn !== null && (n === 0 || publishedOn <= (rows[n - 1]!.publishedOn ?? '')),
  );
  return isOrdered ? rows : [];
}
