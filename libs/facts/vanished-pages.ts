import type { FetchOutcome } from '#evidence';
import type { ReadCapture } from './model.js';
import { isLeftToScripts } from './unfilled.js';
import { articleKey } from './urls.js';

/**
 * An article that was there and is not there any more: its page says so (`removed`), or the list that showed it was read
 * to its end and shows it no more (`unlisted`).
 */
export interface VanishedPage {
  url: string;
  /** As the link to it read. */
  title: string | null;
  column: string | null;
  how: 'removed' | 'unlisted';
  /** What its page answered; null where nobody asked it. */
  outcome: FetchOutcome | null;
  /** The capture that has it, and when it was seen, ISO 8601 UTC. */
  before: { capture: string; seenAt: string };
  /** The capture that shows that it is gone: its own, or that of the list. */
  after: { capture: string; seenAt: string };
}

const gone: ReadonlySet<FetchOutcome> = new Set(['notFound', 'gone', 'softNotFound']);

/**
 * Articles of an earlier round that a later one shows to be gone. What could not be looked at is not gone, nor what stands
 * somewhere else under the same title; a walk that ended by a limit shows nothing by what it did not meet.
 * @param complete whether the later walk saw all that it could reach.
 */
export function vanishedPages(
  before: readonly ReadCapture[],
  now: readonly ReadCapture[],
  complete: boolean,
): VanishedPage[] {
  const later = new Map(
    now.flatMap((page) => [page.url, page.finalUrl].map((url) => [articleKey(url), page] as const)),
  );
  // The page itself counts before another that was led to the same address.
  for (const page of now) later.set(articleKey(page.url), page);
  const lists = new ListsOf(before, now);
  const titles = new Set(now.filter(({ visit }) => visit.as === 'detail').map(({ visit }) => visit.linkText));
  return before
    .filter(({ visit, outcome }) => visit.as === 'detail' && visit.listPage === 1 && outcome === 'ok')
    .flatMap((page): VanishedPage[] => {
      const { url, finalUrl, visit, capture, fetchedAt } = page;
      const about = { url, title: visit.linkText, column: visit.columnName, before: { capture, seenAt: fetchedAt } };
      const same = later.get(articleKey(url)) ?? later.get(articleKey(finalUrl));
      if (same) {
        const after = { capture: same.capture, seenAt: same.fetchedAt };
        return gone.has(same.outcome) ? [{ ...about, how: 'removed', outcome: same.outcome, after }] : [];
      }
      const isElsewhere = visit.linkText === null || titles.has(visit.linkText);
      const list = complete && !isElsewhere ? lists.thatShowed(page) : null;
      if (list === null) return [];
      const after = { capture: list.capture, seenAt: list.fetchedAt };
      return [{ ...about, how: 'unlisted', outcome: null, after }];
    })
    .sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0));
}

/** The lists of two rounds, by the address of their first page. */
class ListsOf {
  private readonly before: Map<string, ReadCapture>;
  private readonly lists: Map<string, ReadCapture[]>;
  private readonly now: Map<string, ReadCapture[]>;

  constructor(before: readonly ReadCapture[], now: readonly ReadCapture[]) {
    this.before = byAddress(before);
    this.lists = byFirstPage(this.before);
    this.now = byFirstPage(byAddress(now));
  }

  /**
   * The first page of the list that showed an article, where that list was read to its end now and still shows a row that
   * stood below: what stood last may have made room for new rows.
   */
  thatShowed({ url, visit }: ReadCapture): ReadCapture | null {
    const shower = visit.from === null ? undefined : this.before.get(visit.from);
    if (!shower) return null;
    const first = firstOf(shower, this.before);
    const pages = this.now.get(first) ?? [];
    if (pages.length === 0 || !pages.every(isWhole)) return null;
    // The last page names no other, or one that was visited before.
    if (pages.some(({ reading }) => reading?.list?.next && !pages.some((page) => page.url === reading.list?.next?.url)))
      return null;
    const rows = rowsOf(this.lists.get(first) ?? []);
    const place = rows.indexOf(articleKey(url));
    const below = new Set(place < 0 ? [] : rows.slice(place + 1));
    if (!rowsOf(pages).some((row) => below.has(row))) return null;
    return pages.find(({ visit: { listPage } }) => listPage === 1) ?? null;
  }
}

function isWhole({ outcome, unrendered, reading }: ReadCapture): boolean {
  if (outcome !== 'ok' || unrendered || reading === null) return false;
  return reading.list?.restUnknown !== true && reading.unlisted !== true && !isLeftToScripts(reading);
}

function byAddress(pages: readonly ReadCapture[]): Map<string, ReadCapture> {
  return new Map(pages.filter(({ visit }) => visit.as !== 'detail').map((page) => [page.url, page]));
}

function byFirstPage(pages: ReadonlyMap<string, ReadCapture>): Map<string, ReadCapture[]> {
  const lists = new Map<string, ReadCapture[]>();
  for (const page of [...pages.values()].sort((a, b) => a.visit.listPage - b.visit.listPage)) {
    const first = firstOf(page, pages);
    lists.set(first, [...(lists.get(first) ?? []), page]);
  }
  return lists;
}

function rowsOf(pages: readonly ReadCapture[]): string[] {
  return pages.flatMap(({ reading }) => (reading?.list?.items ?? []).map(({ url }) => articleKey(url)));
}

/** Address of the first page of the list that a page belongs to. */
function firstOf(page: ReadCapture, pages: ReadonlyMap<string, ReadCapture>): string {
  let at = page;
  for (let steps = 0; at.visit.listPage > 1 && at.visit.from !== null && steps < 1000; steps += 1) {
    const before = pages.get(at.visit.from);
    if (!before) break;
    at = before;
  }
  return at.url;
}
