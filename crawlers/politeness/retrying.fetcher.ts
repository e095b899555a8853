import type { FetchOutcome, PageRequest } from '#evidence';
import type { Fetched, Fetcher, Since } from '../model.js';
import type { Clock } from './clock.js';
import { retryAfterMs } from './retry-after.js';

export interface RetryOptions {
  /** Wait before the second try; doubled for each further one, milliseconds. */
  firstWaitMs: number;
  /** A `Retry-After` longer than this is not waited for. */
  maxWaitMs: number;
  /** How often to try in all, by outcome; what is not named is tried once. */
  tries: Partial<Record<FetchOutcome, number>>;
}

export const usualRetries: RetryOptions = {
  firstWaitMs: 1000,
  maxWaitMs: 60_000,
  tries: { serverError: 3, refused: 3, rateLimited: 3, timeout: 2 },
};

/** Tries again, more and more slowly, what may be better the next time; everything else is final at once. */
export class RetryingFetcher implements Fetcher {
  private readonly options: RetryOptions;

  constructor(
    private readonly inner: Fetcher,
    private readonly clock: Clock,
    options: Partial<RetryOptions> = {},
  ) {
    this.options = { ...usualRetries, ...options };
  }

  async fetch(request: PageRequest, signal: AbortSignal, since?: Since): Promise<Fetched> {
    for (let tried = 1; ; tried += 1) {
      const answer = await this.inner.fetch(request, signal, since);
      if (signal.aborted || tried >= (this.options.tries[answer.outcome] ?? 1) || answer.final)
        return tried === 1 ? answer : { ...answer, note: [answer.note, `试了 ${tried} 次`].filter(Boolean).join('；') };
      const asked = retryAfterMs(
        answer.headers['retry-after'],
        Date.parse(answer.headers['date'] ?? '') || this.clock.now(),
      );
      if (asked !== null && asked > this.options.maxWaitMs) return answer;
      await this.clock.sleep(Math.max(asked ?? 0, this.options.firstWaitMs * 2 ** (tried - 1)), signal);
    }
  }

  async close(): Promise<void> {
    await this.inner.close();
  }
}
