import type { ListReading, ReadCapture } from '#facts';
import type { Visit } from '#evidence';
import { sha256Hex } from '#kernel';
import { withoutPageNumber } from '../families/page-query.js';

/** What a list has shown: addresses of its rows, and its pages by what stands in them. */
interface Chain {
  items: Set<string>;
  pages: Set<string>;
}

/** Different titles that make a page one that no other page of the list repeats by chance. */
const tellingTitles = 3;

/**
 * The pages of one list, followed one after another. A pager that goes on for ever shows the same items again; a page
 * without a single new item is the last, and so is one that repeats the titles and days of an earlier one: addresses that
 * change with each visit make nothing new.
 */
export class ListChains {
  private readonly byPage = new Map<string, Chain>();

  /** @param maxListPages pages of one list that are read at most. */
  constructor(private readonly maxListPages: number) {}

  /**
   * Notes the items of a list page; true when its next page is worth asking for. That data repeat the rows of the page that
   * asked for them says nothing: a browser has shown their first page there.
   */
  goesOn(url: string, visit: Visit, list: ListReading): boolean {
    const { items, pages } = this.chainOf(url, visit, list);
    const before = items.size;
    for (const item of list.items) items.add(item.url);
    const page = pageMark(list);
    const isAgain = page !== null && visit.as !== 'data' && pages.has(page);
    if (page !== null) pages.add(page);
    const isNew = (items.size > before && !isAgain) || visit.listPage === 1;
    return list.next !== null && isNew && visit.listPage < this.maxListPages;
  }

  /** After a restart: the lists as far as they were read. */
  remember(read: readonly ReadCapture[]): void {
    const inOrder = [...read].sort((a, b) => a.visit.listPage - b.visit.listPage);
    for (const { url, visit, reading } of inOrder) if (reading?.list) this.goesOn(url, visit, reading.list);
  }

  private chainOf(url: string, visit: Visit, { next }: ListReading): Chain {
    // Many lists are posted for at one address: what tells them apart is what else is posted.
    if (next?.method === 'POST') {
      const posted = withoutPageNumber(next);
      const chain = this.byPage.get(posted) ?? { items: new Set(), pages: new Set() };
      this.byPage.set(posted, chain);
      return chain;
    }
    const carriesOn = visit.from !== null && (visit.listPage > 1 || visit.as === 'data');
    const chain = (carriesOn ? this.byPage.get(visit.from ?? '') : undefined) ?? { items: new Set(), pages: new Set() };
    this.byPage.set(url, chain);
    return chain;
  }
}

/** Titles and days of a page in their order; null where they are too much alike to tell it from others. */
function pageMark({ items }: ListReading): string | null {
  const titles = new Set(items.map(({ title }) => title));
  if (titles.size < tellingTitles) return null;
  return sha256Hex(items.map(({ title, publishedOn }) => `${title}\t${publishedOn ?? ''}`).join('\n'));
}
