import { BrowserFetcher } from '../fetchers/browser.fetcher.js';
import { HttpFetcher } from '../fetchers/http.fetcher.js';
import type { FetchLimits } from '../fetchers/limits.js';
import type { NetworkPolicy } from '../fetchers/network-policy.js';
import type { Fetcher, Renderer } from '../model.js';
import type { Clock } from './clock.js';
import type { HostBook } from './host-book.js';
import { HostTurns, type TurnOptions } from './host-turns.js';
import { MemoryHostBook } from './memory-host-book.js';
import { Politeness } from './politeness.js';
import { RetryingFetcher, type RetryOptions } from './retrying.fetcher.js';
import { Robots } from './robots.js';

export interface PoliteFetchersOptions {
  policy: NetworkPolicy;
  /** See `userAgent()`. */
  userAgent: string;
  clock: Clock;
  /** See `findBrowser`; null when there is none. */
  browserPath: string | null;
  /** Whether to take pictures of pages that the browser shows. */
  pictures?: boolean;
  limits?: Partial<FetchLimits>;
  politeness?: Partial<TurnOptions>;
  /** Where the state of hosts is kept; without it, in memory. Closed with the fetchers. */
  hosts?: HostBook;
  retries?: Partial<RetryOptions>;
}

export interface PoliteFetchers {
  fetcher: Fetcher;
  /** Null when there is no browser. */
  browser: Renderer | null;
  /** See `Politeness.learn`. */
  learn: Politeness['learn'];
  close(): Promise<void>;
}

/** The fetchers of one worker, put together: one set of manners for pages, redirects and the browser's documents. */
export function politeFetchers(options: PoliteFetchersOptions): PoliteFetchers {
  const { policy, userAgent, clock, limits, pictures = false } = options;
  const base = { policy, userAgent, now: () => clock.now(), ...(limits ? { limits } : {}) };
  const plain = new HttpFetcher(base);
  const book = options.hosts ?? new MemoryHostBook(clock);
  const turns = new HostTurns(book, clock, options.politeness);
  // Asking for the rules takes its turn like everything else; one stumble over them must not close a whole site.
  const asking = new HttpFetcher({ ...base, gate: turns });
  const rules = new RetryingFetcher(asking, clock, { ...options.retries, tries: { serverError: 3 } });
  const gate = new Politeness(new Robots(rules, clock), turns, book);
  const polite = new HttpFetcher({ ...base, gate, keepsFiles: true });
  const browser =
    options.browserPath === null
      ? null
      : new BrowserFetcher({
          ...{ executablePath: options.browserPath, documents: polite, parts: plain, userAgent, clock, pictures },
        });
  return {
    fetcher: new RetryingFetcher(polite, clock, options.retries),
    browser,
    learn: (url, outcome) => gate.learn(url, outcome),
    close: async () => {
      await browser?.close();
      await polite.close();
      await asking.close();
      await plain.close();
      await book.close();
    },
  };
}
