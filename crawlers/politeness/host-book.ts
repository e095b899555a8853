import type { FetchOutcome } from '#evidence';
import type { OpenHours } from '#kernel';

/** How a host has been doing of late; instants in milliseconds since 1970 by the book's own clock. */
export interface HostState {
  /** Interval to which trouble has slowed us down; 0 when it has not. */
  slowedMs: number;
  /** Good answers since the pace last changed. */
  good: number;
  /** Troubles in a row. */
  failures: number;
  /** How often it was left in peace since it last answered well. */
  rests: number;
  /** The last trouble, and since when there has been nothing else; null when the last answer was good. */
  trouble: FetchOutcome | null;
  troubleSince: number | null;
  /** It asked for quiet, or is left in peace, until then. */
  pausedUntil: number | null;
  /** It is asked no more until then, and every request is answered with its last trouble. */
  givenUpUntil: number | null;
  /** How often it was given up since it last answered well. */
  givenUpTimes: number;
}

export const calm: HostState = {
  slowedMs: 0,
  good: 0,
  failures: 0,
  rests: 0,
  trouble: null,
  troubleSince: null,
  pausedUntil: null,
  givenUpUntil: null,
  givenUpTimes: 0,
};

/** What a person set for one host in place of the usual settings; null leaves it to these. */
export interface HostRule {
  intervalMs: number | null;
  perHost: number | null;
  hours: OpenHours | null;
}

/** Leave to send one request to a host now. */
export interface TurnAsk {
  host: string;
  /** Names the turn until it is given back. */
  lease: string;
  /** Usual time between the starts of two requests, milliseconds; a rule of the host goes before it. */
  intervalMs: number;
  /** What the host itself asks for at least (Crawl-delay), milliseconds. */
  leastMs: number;
  /** Usual number of requests under way at once. */
  perHost: number;
  /** Usual hours. */
  hours: OpenHours;
  /** The interval is multiplied by it: 1 or a little more, so that nothing beats in time. */
  jitter: number;
}

/** Why a turn was not given: all that is known of the host at this moment. */
export interface HostRecord {
  state: HostState;
  rule: HostRule;
  /** Nobody starts before it. */
  nextAt: number;
  /** Where no more may be under way: when the first of them will be held to be dead; null where it tells by itself. */
  busyUntil: number | null;
  busy: boolean;
  /** The book's clock. */
  now: number;
}

export type Turn = { granted: true; gapMs: number } | { granted: false; record: HostRecord };

/** A path of a host that a person allowed although robots.txt does not, with all that must be said of it. */
export interface HostPermission {
  id: string;
  /** As in robots.txt: `*` for anything, `$` for the end. */
  path: string;
  author: string;
  reason: string;
  /** Last day, `YYYY-MM-DD` in Asia/Shanghai. */
  until: string;
  /** ISO 8601 UTC. */
  createdAt: string;
}

/**
 * Where the state of hosts is kept: in the memory of one process, or in a database for all workers and over restarts. Times
 * are those of the book, never of the machine that asks.
 */
export interface HostBook {
  /** Takes a turn or says why there is none, in one step that no other worker can come between. */
  take(ask: TurnAsk): Promise<Turn>;
  /**
   * Gives a turn back.
   * @param sentAgoMs how long ago the request went out: the next one keeps its distance from that, and a longer one
   *   where the host has been slowed down meanwhile.
   * @returns whether the state is anything but calm.
   */
  leave(host: string, lease: string, sentAgoMs: number, gapMs: number): Promise<boolean>;
  /** Changes the state in one step. */
  change(host: string, change: (state: HostState, now: number) => HostState): Promise<void>;
  /** What is allowed today although robots.txt says no. */
  permissions(host: string): Promise<HostPermission[]>;
  /** Gives back all turns that are still out. */
  close(): Promise<void>;
}
