import { captureId, requestKey, type PageRequest } from '#evidence';
import type { ListItem, ReadCapture } from '#facts';
import { canonicalJson, sha256Hex } from '#kernel';
import { canonicalUrl } from '../frontier/canonical-url.js';
import type { EarlierRound, FrontierEntry, KeptPage, SiteTarget } from '../model.js';

const dayMs = 86_400_000;
/** Days begin at midnight in Asia/Shanghai. */
const offsetMs = 8 * 3_600_000;

/** Why a page has to be asked for: where it stood, and how deep. */
interface Call {
  from: string;
  depth: number;
}

/**
 * Which pages of an earlier round have to be asked for again. Always: the home page, pages of columns and the first page of
 * every list. Further pages of a list while the page before is not as it was; articles that are new, stand in a list with
 * another title or date, or belong to a page that changed; what was not read before; and of all others a part each day, so
 * that within some days every page was asked for. The choice follows from the two rounds' pages alone, not from the order in
 * which they come in, so that a restart makes the same.
 */
export class EarlierPages {
  private readonly pages = new Map<string, KeptPage>();
  /** Rows that lists showed, by address. */
  private readonly rows = new Map<string, Set<string>>();
  private readonly calls = new Map<string, Call[]>();
  private readonly startedAt: number;

  constructor(
    private readonly target: Pick<SiteTarget, 'round' | 'site'>,
    private readonly earlier: EarlierRound,
  ) {
    this.startedAt = Date.parse(earlier.startedAt);
    for (const page of earlier.pages) {
      this.pages.set(this.idOf(page.capture.request), page);
      for (const item of page.reading?.list?.items ?? []) {
        const known = this.rows.get(item.url);
        if (known) known.add(rowOf(item));
        else this.rows.set(item.url, new Set([rowOf(item)]));
      }
    }
  }

  /** What was kept of the page that is to be visited, or null. */
  find(entry: FrontierEntry): KeptPage | null {
    return this.pages.get(this.idOf(entry.request)) ?? null;
  }

  /** Whether the page has to be asked for, is only looked at again in its turn, or may be carried over. */
  standing(entry: FrontierEntry, known: KeptPage): 'ask' | 'turn' | 'carry' {
    if (this.mustAsk(entry, known)) return 'ask';
    return this.isTurn(entry.request, known) ? 'turn' : 'carry';
  }

  private mustAsk({ request, visit }: FrontierEntry, known: KeptPage): boolean {
    const { as, listPage, depth, from } = visit;
    if (as === 'home' || as === 'openness' || as === 'column' || as === 'probe') return true;
    if ((as === 'list' || as === 'data') && listPage === 1) return true;
    if (known.capture.outcome !== 'ok' || known.unrendered) return true;
    const calls = this.calls.get(this.idOf(request)) ?? [];
    // Pages of the same depth come in while this one may be under way: of them only the one that led here counts.
    return calls.some((call) => call.depth < depth || call.from === from);
  }

  /** Takes note of what a page of this round tells of others. */
  note(page: ReadCapture): void {
    const known = this.pages.get(page.capture);
    if (known === undefined || known.reading === page.reading) return;
    if (page.reading === null) {
      // What stands behind a page that could not be seen now is not known.
      const next = known.reading?.list?.next;
      if (next) this.call(next, page);
      return;
    }
    const { list, follow } = page.reading;
    const before = known.reading;
    if (list && !(before && sameRows(list, before.list))) {
      if (list.next) this.call(list.next, page);
      for (const item of list.items)
        if (this.rows.get(item.url)?.has(rowOf(item)) !== true) this.call({ url: item.url, method: 'GET' }, page);
    }
    if (!before || canonicalJson(page.reading) !== canonicalJson(before))
      for (const { request } of follow) this.call(request, page);
  }

  /** The day on which a page is looked at again without any other reason, or a day that was missed. */
  private isTurn(request: PageRequest, { capture }: KeptPage): boolean {
    const { everyDays } = this.earlier;
    const day = Math.floor((this.startedAt + offsetMs) / dayMs) % everyDays;
    if (parseInt(sha256Hex(partOf(request)).slice(0, 8), 16) % everyDays === day) return true;
    return this.startedAt - Date.parse(capture.fetchedAt) > everyDays * dayMs;
  }

  private call(request: PageRequest, { url, finalUrl, visit }: ReadCapture): void {
    const address = canonicalUrl(request.url, finalUrl);
    if (address === null) return;
    const id = this.idOf({ ...request, url: address });
    const call = { from: url, depth: visit.depth };
    const known = this.calls.get(id);
    if (known) known.push(call);
    else this.calls.set(id, [call]);
  }

  /** Captures of the same request have another id in each round: pages are told apart by that of this round. */
  private idOf(request: PageRequest): string {
    return captureId(this.target.round, this.target.site, request);
  }
}

/** What tells requests of one site apart: its days do not depend on where it lies. */
function partOf(request: PageRequest): string {
  return requestKey(request).replace(new URL(request.url).origin, '');
}

function rowOf({ title, publishedOn }: ListItem): string {
  return `${title}\n${publishedOn ?? ''}`;
}

type List = NonNullable<NonNullable<ReadCapture['reading']>['list']>;

/** The same rows in the same order with the same page behind: then that page is as far into the list as it was. */
function sameRows(one: List, other: List | null): boolean {
  return other !== null && canonicalJson(one) === canonicalJson(other);
}
