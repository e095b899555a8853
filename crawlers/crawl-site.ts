import { setMaxListeners } from 'node:events';
import { excuses, fetchOutcomes, type FetchOutcome } from '#evidence';
import type { ReadCapture } from '#facts';
import { canonicalUrl, frontierKey } from './frontier/canonical-url.js';
import { Checkpoints } from './frontier/checkpoints.js';
import { Frontier } from './frontier/frontier.js';
import { ListChains } from './frontier/list-chains.js';
import { readCapture } from './frontier/memory-sink.js';
import { isMapped, isOther, mapVisits, nextVisits } from './frontier/next-visits.js';
import { OwnHosts } from './frontier/own-hosts.js';
import { EarlierPages } from './incremental/earlier-pages.js';
import type { CrawlProgress, CrawlSink, FrontierEntry, SiteSummary, SiteTarget } from './model.js';
import { carryPage, visitPage, type Visited, type VisitDeps } from './visit-page.js';

export interface CrawlDeps extends VisitDeps {
  /** Milliseconds since 1970. */
  now: () => number;
}

export interface CrawlOptions {
  /** Pages fetched at most, counting those before a restart. */
  maxPages: number;
  /** Pages of one list at most. */
  maxListPages: number;
  /** Columns visited at most that are none of the standard ones. */
  maxOtherColumns: number;
  /** Columns that a crawl must have met by their links; where there are fewer, the site's sitemap.xml is asked for others. */
  fewestColumns: number;
  /** Pages visited at most that a sitemap.xml alone names. */
  maxMapped: number;
  /** Links followed from the home page at most; pages of one list count as one. */
  maxDepth: number;
  /** Pages under way at once; how many of them one host sees is a matter of politeness. */
  concurrency: number;
  /** How often to write down what was done. */
  checkpointEvery: { pages: number; milliseconds: number };
  signal: AbortSignal;
  onProgress: (progress: CrawlProgress) => void;
}

export const usualCrawl: Omit<CrawlOptions, 'signal' | 'onProgress'> = {
  maxPages: 5000,
  maxListPages: 200,
  maxOtherColumns: 300,
  fewestColumns: 3,
  maxMapped: 400,
  maxDepth: 8,
  concurrency: 4,
  checkpointEvery: { pages: 50, milliseconds: 2000 },
};

export type CrawlResult = SiteSummary & { read: ReadCapture[] };

/**
 * Walks one site from its home page over the columns and their lists to the articles, and hands everything to the sink
 * in batches. After a kill it goes on from the last batch. What is visited, and by which way, depends on the site alone,
 * not on how fast it answers nor on kills: pages are fetched side by side, but what they lead to is taken up in the order
 * they were discovered, and one depth is done before the next begins.
 * @throws MissingResource when evidence cannot be kept, and whatever the sink throws; never because of the site.
 */
export async function crawlSite(
  target: SiteTarget,
  deps: CrawlDeps,
  sink: CrawlSink,
  options: Partial<CrawlOptions> = {},
): Promise<CrawlResult> {
  const walk = new SiteWalk(target, deps, sink, {
    ...usualCrawl,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...options,
  });
  return walk.run();
}

interface UnderWay {
  entry: FrontierEntry;
  visited: Promise<Visited>;
}

class SiteWalk {
  private readonly frontier: Frontier;
  private readonly chains: ListChains;
  private readonly checkpoints: Checkpoints;
  private readonly hosts: OwnHosts;
  private readonly homes = new Set<string>();
  /** Null where every page is asked for. */
  private readonly earlier: EarlierPages | null;
  private readonly read: ReadCapture[] = [];
  private readonly outcomes: Partial<Record<FetchOutcome, number>> = {};
  private readonly underWay: UnderWay[] = [];
  private unreachable = false;
  private taken = 0;
  private otherColumns = 0;
  private mapped = 0;

  constructor(
    private readonly target: SiteTarget,
    private readonly deps: CrawlDeps,
    private readonly sink: CrawlSink,
    private readonly options: CrawlOptions,
  ) {
    this.frontier = new Frontier(options.maxPages * 4);
    this.chains = new ListChains(options.maxListPages);
    this.checkpoints = new Checkpoints(sink, deps.now, options.checkpointEvery);
    this.earlier = target.earlier ? new EarlierPages(target, target.earlier) : null;
    this.hosts = new OwnHosts(target.homeUrl, target.hosts);
    this.homes.add(frontierKey(target.homeUrl)).add(frontierKey(new URL('/', target.homeUrl).href));
  }

  async run(): Promise<CrawlResult> {
    const begun = this.deps.now();
    await this.begin();
    const stop = new AbortController();
    // As many listen as pages are under way, and to the caller's signal as many as there are sites.
    setMaxListeners(0, stop.signal, this.options.signal);
    const onStop = (): void => stop.abort();
    this.options.signal.addEventListener('abort', onStop, { once: true });
    if (this.options.signal.aborted) stop.abort();
    try {
      await this.walk(stop.signal);
      if (await this.askForMaps(stop.signal)) await this.walk(stop.signal);
      await this.checkpoints.finish();
    } finally {
      stop.abort();
      await Promise.allSettled([...this.underWay.map(({ visited }) => visited), this.checkpoints.settled()]);
      this.options.signal.removeEventListener('abort', onStop);
    }
    return {
      site: this.target.site,
      pages: this.read.length,
      outcomes: this.outcomes,
      unrendered: this.read.filter((one) => one.unrendered).length,
      seconds: Math.max(0, Math.round((this.deps.now() - begun) / 100) / 10),
      ended: this.ending(),
      read: this.read,
    };
  }

  /** Until nothing is left that may be visited. */
  private async walk(signal: AbortSignal): Promise<void> {
    this.fill(signal);
    for (let next = this.underWay.shift(); next; next = this.underWay.shift()) {
      const visited = await next.visited;
      // What was cut off by the stop was not seen: it stays pending for the next start.
      if (signal.aborted) break;
      // Read meanwhile under the address that another one redirected to.
      if (this.frontier.isCovered(next.entry)) this.taken -= 1;
      else await this.take(next.entry, visited);
      this.fill(signal);
    }
  }

  /** Where the links of a site lead to hardly any column, its own map for robots may. True when there is more to visit. */
  private async askForMaps(signal: AbortSignal): Promise<boolean> {
    const columns = this.read.filter(({ visit, outcome }) => visit.as === 'column' && outcome === 'ok');
    const { fewestColumns, maxPages } = this.options;
    if (signal.aborted || this.unreachable || columns.length >= fewestColumns || this.taken >= maxPages) return false;
    const home = this.read.find(({ visit }) => visit.as === 'home');
    if (!home) return false;
    const entries = mapVisits(home).filter((entry) => this.add(entry));
    await this.checkpoints.note([], entries);
    return entries.length > 0;
  }

  private ending(): SiteSummary['ended'] {
    if (this.options.signal.aborted) return 'stopped';
    if (this.unreachable) return 'unreachable';
    return this.frontier.size > 0 || this.frontier.refused > 0 ? 'pageLimit' : 'complete';
  }

  private async begin(): Promise<void> {
    const kept = await this.sink.restore();
    if (kept === null) {
      const visit = {
        as: 'home',
        columnKey: null,
        columnName: null,
        from: null,
        linkText: null,
        listPage: 1,
        depth: 0,
      } as const;
      const home: FrontierEntry = {
        request: { url: canonicalUrl(this.target.homeUrl) ?? this.target.homeUrl, method: 'GET' },
        visit,
      };
      this.frontier.add(home);
      await this.checkpoints.note([], [home]);
      return;
    }
    for (const key of kept.visited) this.frontier.markVisited(key);
    for (const one of kept.read) this.count(one);
    this.chains.remember(kept.read);
    for (const entry of kept.pending) this.frontier.add(entry);
    const known = [...kept.read, ...kept.pending];
    this.otherColumns = known.filter(({ visit }) => isOther(visit)).length;
    this.mapped = known.filter(({ visit }) => isMapped(visit)).length;
    this.taken = this.read.length;
  }

  private fill(signal: AbortSignal): void {
    while (this.underWay.length < this.options.concurrency && this.taken < this.options.maxPages) {
      const entry = this.frontier.take(this.underWay[0]?.entry.visit.depth ?? Infinity);
      if (entry === null) return;
      this.taken += 1;
      const visited = this.visit(entry, signal);
      // Awaited in its turn; until then a failure must not count as unhandled.
      visited.catch(() => undefined);
      this.underWay.push({ entry, visited });
    }
  }

  /** What is asked for is decided at once, by the pages taken so far; see `EarlierPages`. */
  private async visit(entry: FrontierEntry, signal: AbortSignal): Promise<Visited> {
    const { earlier, target, deps, homes } = this;
    const known = earlier?.find(entry) ?? null;
    const standing = known === null ? 'ask' : earlier?.standing(entry, known);
    if (known === null || standing === 'ask') return visitPage(entry, target, deps, homes, signal, known);
    // What is gone from the store is asked for as if it had never been seen.
    const carried = (note: string | null) => carryPage(entry, target, deps, known, note).catch(() => null);
    if (standing === 'carry') return (await carried(null)) ?? visitPage(entry, target, deps, homes, signal);
    const visited = await visitPage(entry, target, deps, homes, signal, known);
    const { outcome } = visited.capture;
    // That it could not be looked at in its turn says nothing about it.
    if (outcome === known.capture.outcome || !excuses(outcome)) return visited;
    return (await carried(`本轮核对未成（${fetchOutcomes[outcome].title}），沿用上次所见`)) ?? visited;
  }

  private async take(entry: FrontierEntry, { capture, reading, unrendered, kept }: Visited): Promise<void> {
    this.count(readCapture(capture, reading, unrendered));
    const shown = reading === null ? this.lastShown(entry, capture.outcome) : { finalUrl: capture.finalUrl, reading };
    const added = shown === null ? [] : this.discover(entry, shown.finalUrl, shown.reading);
    await this.checkpoints.note([{ capture, reading, unrendered }], added, kept);
    this.options.onProgress({ site: this.target.site, fetched: this.read.length, pending: this.frontier.size });
  }

  /** What a page that could not be reached showed in the round before: what stands behind it is not gone with it. */
  private lastShown(
    entry: FrontierEntry,
    outcome: FetchOutcome,
  ): { finalUrl: string; reading: NonNullable<ReadCapture['reading']> } | null {
    const known = entry.visit.as === 'home' || !excuses(outcome) ? null : this.earlier?.find(entry);
    return known?.reading ? { finalUrl: known.capture.finalUrl, reading: known.reading } : null;
  }

  private discover(
    entry: FrontierEntry,
    finalUrl: string,
    reading: NonNullable<ReadCapture['reading']>,
  ): FrontierEntry[] {
    const { request, visit } = entry;
    const followNext = reading.list !== null && this.chains.goesOn(request.url, visit, reading.list);
    const rules = { hosts: this.hosts, followNext, maxDepth: this.options.maxDepth };
    return nextVisits({ url: request.url, finalUrl, visit, reading }, rules).filter((next) => this.add(next));
  }

  private add(entry: FrontierEntry): boolean {
    const [isOne, isOfMap] = [isOther(entry.visit), isMapped(entry.visit)];
    const { maxOtherColumns, maxMapped } = this.options;
    if ((isOne && this.otherColumns >= maxOtherColumns) || (isOfMap && this.mapped >= maxMapped)) return false;
    if (!this.frontier.add(entry)) return false;
    if (isOne) this.otherColumns += 1;
    if (isOfMap) this.mapped += 1;
    return true;
  }

  private count(one: ReadCapture): void {
    this.read.push(one);
    this.earlier?.note(one);
    this.outcomes[one.outcome] = (this.outcomes[one.outcome] ?? 0) + 1;
    if (one.visit.as === 'home') this.arriveHome(one);
    if (one.finalUrl !== one.url) this.frontier.markArrived(one.finalUrl);
  }

  private arriveHome(home: ReadCapture): void {
    this.unreachable = home.outcome !== 'ok';
    if (home.outcome !== 'ok') return;
    this.homes.add(frontierKey(home.finalUrl));
    this.hosts.adopt(home.finalUrl, this.target.homeUrl);
  }
}
