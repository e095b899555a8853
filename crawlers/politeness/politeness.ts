import { type Gate, type Pass } from '../fetchers/gate.js';
import type { Exchange } from '../fetchers/exchange.js';
import type { Named } from '../fetchers/outcome-of.js';
import type { Clock } from './clock.js';
import { HostBreaker, type BreakerOptions } from './host-breaker.js';
import { HostPace, type PaceOptions } from './host-pace.js';
import { retryAfterMs } from './retry-after.js';
import type { Robots } from './robots.js';

export interface PolitenessOptions extends PaceOptions, BreakerOptions {
  /** Longest crawl-delay or Retry-After that is waited for; a longer Retry-After gives the host up, milliseconds. */
  maxWaitMs: number;
}

export const usualPoliteness: PolitenessOptions = {
  intervalMs: 500,
  perHost: 1,
  failures: 5,
  restMs: 30_000,
  rests: 2,
  maxWaitMs: 60_000,
};

interface Host {
  pace: HostPace;
  breaker: HostBreaker;
}

/** The manners of one worker towards every host it meets; pages, redirects and browser navigations all pass here. */
export class Politeness implements Gate {
  private readonly hosts = new Map<string, Host>();
  private readonly options: PolitenessOptions;

  constructor(
    private readonly robots: Pick<Robots, 'verdict' | 'delay'>,
    private readonly clock: Clock,
    options: Partial<PolitenessOptions> = {},
  ) {
    this.options = { ...usualPoliteness, ...options };
  }

  async admit(url: URL, signal: AbortSignal): Promise<Pass | Named> {
    const host = this.hostOf(url);
    if (host.breaker.givenUp) return host.breaker.givenUp;
    const refused = await this.robots.verdict(url, signal);
    if (refused) {
      if (refused.outcome !== 'blockedByRobots' && refused.outcome !== 'blockedByPolicy')
        host.breaker.count(refused.outcome);
      return refused;
    }
    const delay = Math.min((await this.robots.delay(url, signal)) ?? 0, this.options.maxWaitMs);
    await host.pace.enter(delay, signal);
    // While it waited its turn the host may have been given up.
    if (host.breaker.givenUp) {
      host.pace.leave();
      return host.breaker.givenUp;
    }
    return { release: (result) => this.release(host, result) };
  }

  private release(host: Host, { outcome, headers }: Pick<Exchange, 'outcome' | 'headers'>): void {
    const rest = host.breaker.count(outcome);
    const asked =
      outcome === 'rateLimited' || outcome === 'serverError'
        ? retryAfterMs(headers['retry-after'], this.clock.now())
        : null;
    if (asked !== null && asked > this.options.maxWaitMs) host.breaker.giveUp(outcome);
    const pause = Math.max(rest, Math.min(asked ?? 0, this.options.maxWaitMs));
    if (pause > 0) host.pace.pauseUntil(this.clock.now() + pause);
    host.pace.leave();
  }

  private hostOf(url: URL): Host {
    let host = this.hosts.get(url.host);
    if (!host) {
      host = { pace: new HostPace(this.clock, this.options), breaker: new HostBreaker(this.options) };
      this.hosts.set(url.host, host);
    }
    return host;
  }
}
