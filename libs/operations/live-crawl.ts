import {
  MemoryHostBook,
  crawlSite,
  families,
  findBrowser,
  NetworkPolicy,
  guardedPageReader,
  politeFetchers,
  systemClock as crawlClock,
  userAgent,
  type ClosedHost,
  type CrawlDeps,
  type CrawlProgress,
  type PoliteFetchersOptions,
} from '#crawlers';
import { parseOpenHours } from '#kernel';
import type { House } from './house.js';
import { productVersion } from './package-root.js';
import { pinnedReader } from './pinned-reader.js';
import type { SiteCrawl } from './crawl-unit.js';

export interface LiveOptions {
  /** Told each time a site begins to wait for the hours of one of its hosts. */
  onClosed?: (closed: ClosedHost) => void;
  /** The sites are known to be ours: what is said here goes before the settings, and nobody else asks them. */
  sample?: boolean;
  allowNetworks?: string;
  intervalMs?: number;
  /** Longest wait for one page, milliseconds. */
  patienceMs?: number;
}

export type { ClosedHost };

/** The network, ready for sites to be crawled; one for all sites of a process, since politeness is by host. */
export interface LiveCrawl {
  crawl(signal: AbortSignal, onProgress: (state: CrawlProgress) => void): SiteCrawl;
  close(): Promise<void>;
}

/** The way to sites with the manners that settings and options ask for. @param parts what else is asked of it. */
export function openFetchers(
  { settings, clock, hosts }: Pick<House, 'settings' | 'clock' | 'hosts'>,
  { sample, allowNetworks, intervalMs, onClosed }: LiveOptions,
  parts: Pick<PoliteFetchersOptions, 'browserPath' | 'pictures' | 'limits' | 'retries'>,
): ReturnType<typeof politeFetchers> {
  const crawlTime = { now: () => clock.now().getTime(), sleep: crawlClock.sleep };
  return politeFetchers({
    policy: new NetworkPolicy(allowNetworks ?? settings.MINGJING_ALLOW_NETWORKS),
    userAgent: userAgent(productVersion, settings.MINGJING_CONTACT),
    clock: crawlTime,
    hosts: sample ? new MemoryHostBook(crawlTime) : hosts.book(),
    politeness: {
      intervalMs: intervalMs ?? settings.MINGJING_INTERVAL_MS,
      ...(sample ? { leastSlowedMs: 0 } : { hours: parseOpenHours(settings.MINGJING_CRAWL_HOURS) ?? [] }),
      ...(onClosed ? { onClosed } : {}),
    },
    ...parts,
  });
}

export function openLiveCrawl(house: House, options: LiveOptions = {}): LiveCrawl {
  const { settings, clock } = house;
  const { patienceMs } = options;
  const fetchers = openFetchers(house, options, {
    browserPath: findBrowser(settings),
    pictures: settings.MINGJING_SCREENSHOTS,
    ...(patienceMs
      ? {
          limits: { headersMs: patienceMs, bodyMs: patienceMs, totalMs: patienceMs },
          retries: { tries: { serverError: 2 } },
        }
      : {}),
  });
  const deps: CrawlDeps = {
    ...fetchers,
    blobs: house.blobs,
    read: guardedPageReader(families),
    now: () => clock.now().getTime(),
  };
  return {
    crawl: (signal, onProgress) => (sink, target, pins) =>
      crawlSite(target, { ...deps, read: pinnedReader(deps.read, pins) }, sink, {
        maxPages: settings.MINGJING_PAGES_PER_SITE,
        signal,
        onProgress,
      }),
    close: () => fetchers.close(),
  };
}
