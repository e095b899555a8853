import {
  crawlSite,
  families,
  findBrowser,
  NetworkPolicy,
  guardedPageReader,
  politeFetchers,
  systemClock as crawlClock,
  userAgent,
  type CrawlDeps,
  type CrawlProgress,
} from '#crawlers';
import type { House } from './house.js';
import { productVersion } from './package-root.js';
import { pinnedReader } from './pinned-reader.js';
import type { SiteCrawl } from './crawl-unit.js';

/** What may be said otherwise than by the settings, for sites that are known to be ours. */
export interface LiveOptions {
  allowNetworks?: string;
  intervalMs?: number;
  /** Longest wait for one page, milliseconds. */
  patienceMs?: number;
}

/** The network, ready for sites to be crawled; one for all sites of a process, since politeness is by host. */
export interface LiveCrawl {
  crawl(signal: AbortSignal, onProgress: (state: CrawlProgress) => void): SiteCrawl;
  close(): Promise<void>;
}

export function openLiveCrawl(house: House, options: LiveOptions = {}): LiveCrawl {
  const { settings, clock } = house;
  const fetchers = politeFetchers({
    policy: new NetworkPolicy(options.allowNetworks ?? settings.MINGJING_ALLOW_NETWORKS),
    userAgent: userAgent(productVersion, settings.MINGJING_CONTACT),
    clock: { now: () => clock.now().getTime(), sleep: crawlClock.sleep },
    browserPath: findBrowser(settings),
    politeness: { intervalMs: options.intervalMs ?? settings.MINGJING_INTERVAL_MS },
    ...(options.patienceMs
      ? {
          limits: { headersMs: options.patienceMs, bodyMs: options.patienceMs, totalMs: options.patienceMs },
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
