import type { ListReading, ReadCapture } from '#facts';
import type { Visit } from '#evidence';
import { withoutPageNumber } from '../families/page-query.js';

/**
 * The pages of one list, followed one after another. A pager that goes on for ever shows the same items again; a page
 * without a single new item is the last.
 */
export class ListChains {
  private readonly byPage = new Map<string, Set<string>>();

  /** @param maxListPages pages of one list that are read at most. */
  constructor(private readonly maxListPages: number) {}

  /**
   * Notes the items of a list page; true when its next page is worth asking for. That data repeat the rows of the page that
   * asked for them says nothing: a browser has shown their first page there.
   */
  goesOn(url: string, visit: Visit, list: ListReading): boolean {
    const items = this.chainOf(url, visit, list);
    const before = items.size;
    for (const item of list.items) items.add(item.url);
    const isNew = items.size > before || visit.listPage === 1;
    return list.next !== null && isNew && visit.listPage < this.maxListPages;
  }

  /** After a restart: the lists as far as they were read. */
  remember(read: readonly ReadCapture[]): void {
    const inOrder = [...read].sort((a, b) => a.visit.listPage - b.visit.listPage);
    for (const { url, visit, reading } of inOrder) if (reading?.list) this.goesOn(url, visit, reading.list);
  }

  private chainOf(url: string, visit: Visit, { next }: ListReading): Set<string> {
    // Many lists are posted for at one address: what tells them apart is what else is posted.
    if (next?.method === 'POST') {
      const posted = withoutPageNumber(next);
      const chain = this.byPage.get(posted) ?? new Set<string>();
      this.byPage.set(posted, chain);
      return chain;
    }
    const carriesOn = visit.from !== null && (visit.listPage > 1 || visit.as === 'data');
    const chain = (carriesOn ? this.byPage.get(visit.from ?? '') : undefined) ?? new Set<string>();
    this.byPage.set(url, chain);
    return chain;
  }
}
