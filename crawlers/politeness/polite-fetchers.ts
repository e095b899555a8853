import { BrowserFetcher } from '../fetchers/browser.fetcher.js';
import { HttpFetcher } from '../fetchers/http.fetcher.js';
import type { FetchLimits } from '../fetchers/limits.js';
import type { NetworkPolicy } from '../fetchers/network-policy.js';
import type { Fetcher, Renderer } from '../model.js';
import type { Clock } from './clock.js';
import { Politeness, type PolitenessOptions } from './politeness.js';
import { RetryingFetcher, type RetryOptions } from './retrying.fetcher.js';
import { Robots } from './robots.js';

export interface PoliteFetchersOptions {
  policy: NetworkPolicy;
  /** See `userAgent()`. */
  userAgent: string;
  clock: Clock;
  /** See `findBrowser`; null when there is none. */
  browserPath: string | null;
  limits?: Partial<FetchLimits>;
  politeness?: Partial<PolitenessOptions>;
  retries?: Partial<RetryOptions>;
}

export interface PoliteFetchers {
  fetcher: Fetcher;
  /** Null when there is no browser. */
  browser: Renderer | null;
  close(): Promise<void>;
}

/** The fetchers of one worker, put together: one set of manners for pages, redirects and the browser's documents. */
export function politeFetchers(options: PoliteFetchersOptions): PoliteFetchers {
  const { policy, userAgent, clock, limits } = options;
  const base = { policy, userAgent, now: () => clock.now(), ...(limits ? { limits } : {}) };
  const plain = new HttpFetcher(base);
  // One stumble over robots.txt must not close a whole site.
  const rules = new RetryingFetcher(plain, clock, { ...options.retries, tries: { serverError: 3 } });
  const gate = new Politeness(new Robots(rules, clock), clock, options.politeness);
  const polite = new HttpFetcher({ ...base, gate, keepsFiles: true });
  const browser =
    options.browserPath === null
      ? null
      : new BrowserFetcher({ executablePath: options.browserPath, documents: polite, parts: plain, userAgent, clock });
  return {
    fetcher: new RetryingFetcher(polite, clock, options.retries),
    browser,
    close: async () => {
      await browser?.close();
      await polite.close();
      await plain.close();
    },
  };
}
