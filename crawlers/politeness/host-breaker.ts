import { fetchOutcomes, type FetchOutcome } from '#evidence';
import type { Named } from '../fetchers/outcome-of.js';

export interface BreakerOptions {
  /** Failures in a row after which the host is left in peace for a while. */
  failures: number;
  /** How long, milliseconds. */
  restMs: number;
  /** Rests after which the host is given up for this round. */
  rests: number;
}

const troubles = new Set<FetchOutcome>([
  'serverError',
  'timeout',
  'dns',
  'refused',
  'tls',
  'rateLimited',
  'challenged',
]);

/** Stops hammering a host that is down or that asks us to stay away. */
export class HostBreaker {
  private inARow = 0;
  private rested = 0;
  private last: FetchOutcome = 'ok';

  constructor(private readonly options: BreakerOptions) {}

  /** What every further request to this host is answered with, once it is given up; null before. */
  get givenUp(): Named | null {
    if (this.rested <= this.options.rests) return null;
    return { outcome: this.last, note: `该主机连续多次“${fetchOutcomes[this.last].title}”，本轮不再访问`, final: true };
  }

  /** Counts one answer; gives how long the host should now be left in peace, milliseconds. */
  count(outcome: FetchOutcome): number {
    if (!troubles.has(outcome)) {
      this.inARow = 0;
      this.rested = 0;
      return 0;
    }
    this.last = outcome;
    this.inARow += 1;
    if (this.inARow % this.options.failures !== 0) return 0;
    this.rested += 1;
    return this.rested > this.options.rests ? 0 : this.options.restMs;
  }

  giveUp(outcome: FetchOutcome): void {
    this.last = outcome;
    this.rested = this.options.rests + 1;
  }
}
