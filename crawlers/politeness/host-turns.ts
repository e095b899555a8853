import { randomUUID } from 'node:crypto';
import type { Exchange } from '../fetchers/exchange.js';
import type { Gate, Pass } from '../fetchers/gate.js';
import type { Named } from '../fetchers/outcome-of.js';
import type { OpenHours } from '#kernel';
import type { Clock } from './clock.js';
import type { HostBook, HostState } from './host-book.js';
import { afterAnswer, givenUp, hindranceOf, isTrouble, usualTrouble, type TroubleOptions } from './host-state.js';

/** A host that is waited for because it is not its hour. */
export interface ClosedHost {
  host: string;
  /** Until it opens, milliseconds. */
  waitMs: number;
}

export interface TurnOptions extends TroubleOptions {
  /** Between the starts of two requests to one host, milliseconds. */
  intervalMs: number;
  /** Requests under way to one host at once. */
  perHost: number;
  /** When requests may be sent at all. */
  hours: OpenHours;
  /** Part of the interval by which it is drawn out at most, by chance. */
  jitter: number;
  /** 0 to 1; tests give one that is known. */
  chance: (host: string) => number;
  /** Milliseconds that pass steadily, whatever happens to the machine's clock. */
  ticks: () => number;
  /** Told each time a request begins to wait for the hours of its host. */
  onClosed: (closed: ClosedHost) => void;
}

export const usualTurns: TurnOptions = {
  ...usualTrouble,
  intervalMs: 500,
  perHost: 1,
  hours: [],
  jitter: 0.1,
  chance: () => Math.random(),
  ticks: () => performance.now(),
  onClosed: () => undefined,
};

/** Rules, hours and states may change meanwhile: nobody sleeps longer without looking again. */
const longestSleepMs = 60_000;
/** How soon those who wait for another worker's request look again. */
const lookAgainMs = 250;

/** Cut off by us; whoever crawls leaves the page to the next start. */
const stopped: Named = { outcome: 'timeout', note: '采集已停止' };

/** Requests of this process to one host: one asks the book at a time, the others stand behind it. */
interface Lane {
  last: Promise<void>;
  /** Before this tick the book need not be asked. */
  notBefore: number;
  /** Ends the sleep of who waits for a request to come back. */
  wake: (() => void) | null;
}

/** Turn-taking towards every host, by what the book knows of it. */
export class HostTurns implements Gate {
  private readonly lanes = new Map<string, Lane>();
  private readonly options: TurnOptions;
  private readonly holder = randomUUID();
  private leases = 0;

  constructor(
    private readonly book: HostBook,
    private readonly clock: Clock,
    options: Partial<TurnOptions> = {},
  ) {
    this.options = { ...usualTurns, ...options };
  }

  /** @param leastMs what the host asks for between two requests (Crawl-delay). */
  async admit(url: URL, signal: AbortSignal, leastMs = 0): Promise<Pass | Named> {
    const lane = this.laneOf(url.host);
    const before = lane.last;
    let done = (): void => undefined;
    lane.last = new Promise((resolve) => (done = resolve));
    await untilAborted(before, signal);
    if (signal.aborted) {
      // Those behind it still wait for those before it.
      void before.then(done);
      return stopped;
    }
    try {
      return await this.next(url.host, lane, Math.min(leastMs, this.options.maxWaitMs), signal);
    } finally {
      done();
    }
  }

  /** The host is asked no more for a while, for what its pages show and its answers do not. */
  async giveUp(host: string, outcome: Exchange['outcome']): Promise<void> {
    await this.book.change(host, (state, now) =>
      givenUp({ ...state, trouble: outcome, troubleSince: state.troubleSince ?? now }, now, this.options),
    );
  }

  private async next(host: string, lane: Lane, leastMs: number, signal: AbortSignal): Promise<Pass | Named> {
    const { intervalMs, perHost, hours, ticks } = this.options;
    let told = false;
    for (;;) {
      const early = lane.notBefore - ticks();
      if (early > 0) await this.clock.sleep(Math.min(early, longestSleepMs), signal);
      if (signal.aborted) return stopped;
      if (ticks() < lane.notBefore) continue;
      const lease = `${this.holder}:${(this.leases += 1)}`;
      const jitter = 1 + this.options.jitter * this.options.chance(host);
      const turn = await this.book.take({ host, lease, intervalMs, leastMs, perHost, hours, jitter });
      if (turn.granted) {
        lane.notBefore = ticks() + turn.gapMs;
        return this.pass(host, lane, lease, { gapMs: turn.gapMs, intervalMs: Math.max(intervalMs, leastMs), signal });
      }
      const hindrance = hindranceOf(turn.record, hours);
      if (hindrance.why === 'givenUp') return hindrance.answer;
      if (hindrance.why === 'closed' && !told) {
        told = true;
        this.options.onClosed({ host, waitMs: hindrance.waitMs });
      }
      if (hindrance.why === 'busy') await this.untilFree(lane, hindrance.waitMs, signal);
      else await this.clock.sleep(Math.min(Math.max(1, hindrance.waitMs), longestSleepMs), signal);
    }
  }

  private pass(
    host: string,
    lane: Lane,
    lease: string,
    sent: { gapMs: number; intervalMs: number; signal: AbortSignal },
  ): Pass {
    const { ticks } = this.options;
    const sentAt = ticks();
    return {
      note: null,
      release: async ({ outcome, headers }) => {
        const answered = (state: HostState, now: number): HostState =>
          afterAnswer(state, { outcome, headers, intervalMs: sent.intervalMs }, now, this.options);
        // What was cut off by us says nothing of the host.
        const isAnswer = !sent.signal.aborted;
        const trouble = isAnswer && isTrouble(outcome);
        try {
          if (trouble) await this.book.change(host, answered);
          // The next one must wait longer than was thought.
          if (trouble) lane.notBefore = -Infinity;
          const uneasy = await this.book.leave(host, lease, ticks() - sentAt, sent.gapMs);
          if (uneasy && isAnswer && !trouble) await this.book.change(host, answered);
        } finally {
          lane.wake?.();
        }
      },
    };
  }

  /** Until one of ours comes back, or another's might have. */
  private async untilFree(lane: Lane, waitMs: number | null, signal: AbortSignal): Promise<void> {
    const nap = new AbortController();
    const freed = new Promise<void>((resolve) => (lane.wake = resolve));
    const others = waitMs === null ? [] : [this.clock.sleep(Math.min(waitMs + 1, lookAgainMs), nap.signal)];
    await untilAborted(Promise.race([freed, ...others]), signal);
    lane.wake = null;
    nap.abort();
  }

  private laneOf(host: string): Lane {
    let lane = this.lanes.get(host);
    if (!lane) this.lanes.set(host, (lane = { last: Promise.resolve(), notBefore: -Infinity, wake: null }));
    return lane;
  }
}

/** Waits, but not longer than until the signal is aborted. */
async function untilAborted(wait: Promise<void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const over = new AbortController();
  const aborted = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true, signal: over.signal }),
  );
  await Promise.race([wait, aborted]);
  over.abort();
}
