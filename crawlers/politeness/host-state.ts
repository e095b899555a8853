import { fetchOutcomes, type FetchOutcome } from '#evidence';
import { msUntilOpen, type OpenHours } from '#kernel';
import type { Named } from '../fetchers/outcome-of.js';
import { calm, type HostRecord, type HostState } from './host-book.js';
import { retryAfterMs } from './retry-after.js';

/** How trouble is met; milliseconds. */
export interface TroubleOptions {
  /** Troubles in a row after which the host is left in peace for a while. */
  failures: number;
  /** How long. */
  restMs: number;
  /** Rests after which the host is given up. */
  rests: number;
  /** Longest crawl-delay or Retry-After that is waited for; a longer Retry-After gives the host up for as long. */
  maxWaitMs: number;
  /** The interval that trouble doubles where the usual one is shorter, and the one at which doubling ends. */
  leastSlowedMs: number;
  mostSlowedMs: number;
  /** Good answers after which the interval is halved again. */
  recoverAfter: number;
  /** How long a host is given up the first time; doubled each time after, up to the longest. */
  giveUpMs: number;
  longestGiveUpMs: number;
}

export const usualTrouble: TroubleOptions = {
  failures: 5,
  restMs: 30_000,
  rests: 2,
  maxWaitMs: 60_000,
  leastSlowedMs: 250,
  mostSlowedMs: 30_000,
  recoverAfter: 3,
  giveUpMs: 15 * 60_000,
  longestGiveUpMs: 6 * 3_600_000,
};

/** No host is believed that asks for more. */
const longestAskedMs = 7 * 24 * 3_600_000;

/** The host is down, or asks us to stay away. */
const troubles = new Set<FetchOutcome>([
  'serverError',
  'timeout',
  'dns',
  'refused',
  'tls',
  'rateLimited',
  'challenged',
]);
/** It has too much to do; others do not become better by asking more slowly. */
const overloads = new Set<FetchOutcome>(['rateLimited', 'serverError', 'timeout']);

export function isTrouble(outcome: FetchOutcome): boolean {
  return troubles.has(outcome);
}

export interface HostAnswer {
  outcome: FetchOutcome;
  headers: Record<string, string>;
  /** Interval that was in force, without slowing down. */
  intervalMs: number;
}

/** The state after one answer. `now` by the book's clock. */
export function afterAnswer(state: HostState, answer: HostAnswer, now: number, options: TroubleOptions): HostState {
  return isTrouble(answer.outcome) ? afterTrouble(state, answer, now, options) : afterGood(state, answer, now, options);
}

function afterGood(state: HostState, { intervalMs }: HostAnswer, now: number, options: TroubleOptions): HostState {
  const good = state.slowedMs > 0 ? state.good + 1 : 0;
  const recovers = good >= options.recoverAfter;
  const halved = state.slowedMs / 2;
  const slowedMs = !recovers ? state.slowedMs : halved > Math.max(intervalMs, options.leastSlowedMs) ? halved : 0;
  // Another request that was under way says nothing against a quiet that the host has asked for.
  const pausedUntil = (state.pausedUntil ?? 0) > now ? state.pausedUntil : null;
  const givenUpUntil = (state.givenUpUntil ?? 0) > now ? state.givenUpUntil : null;
  if (slowedMs === 0 && pausedUntil === null && givenUpUntil === null) return calm;
  const trouble = givenUpUntil === null ? null : state.trouble;
  const troubleSince = givenUpUntil === null ? null : state.troubleSince;
  return { ...calm, slowedMs, good: recovers ? 0 : good, pausedUntil, givenUpUntil, trouble, troubleSince };
}

function afterTrouble(before: HostState, answer: HostAnswer, now: number, options: TroubleOptions): HostState {
  const { outcome, headers, intervalMs } = answer;
  // What was long ago, such as the night before, is no reason to try but once.
  const isOld = before.givenUpUntil !== null && now - before.givenUpUntil > options.longestGiveUpMs;
  const state = isOld ? calm : before;
  const failures = state.failures + 1;
  const next: HostState = {
    ...state,
    failures,
    good: 0,
    trouble: outcome,
    troubleSince: state.troubleSince ?? now,
    slowedMs: overloads.has(outcome) ? slowed(state.slowedMs, intervalMs, options) : state.slowedMs,
  };
  const asked = overloads.has(outcome) ? askedFor(headers, now) : null;
  if (asked !== null && asked > options.maxWaitMs) return givenUp(next, now, options, Math.min(asked, longestAskedMs));
  if (asked !== null && asked > 0) next.pausedUntil = Math.max(next.pausedUntil ?? 0, now + asked);
  // Once given up it has one try each time.
  if (state.givenUpTimes > 0) return givenUp(next, now, options);
  if (failures % options.failures !== 0) return next;
  next.rests += 1;
  if (next.rests > options.rests) return givenUp(next, now, options);
  return { ...next, pausedUntil: Math.max(next.pausedUntil ?? 0, now + options.restMs) };
}

/** Asked no more for a while; each time twice as long as the time before. */
export function givenUp(state: HostState, now: number, options: TroubleOptions, askedMs = 0): HostState {
  // What was sent before it was given up comes in late and counts as the same.
  if ((state.givenUpUntil ?? 0) > now)
    return { ...state, givenUpUntil: Math.max(state.givenUpUntil ?? 0, now + askedMs) };
  const usual = Math.min(options.giveUpMs * 2 ** state.givenUpTimes, options.longestGiveUpMs);
  return { ...state, givenUpUntil: now + Math.max(usual, askedMs), givenUpTimes: state.givenUpTimes + 1 };
}

function slowed(slowedMs: number, intervalMs: number, options: TroubleOptions): number {
  const doubled = Math.max(slowedMs, intervalMs, options.leastSlowedMs) * 2;
  return Math.min(doubled, Math.max(options.mostSlowedMs, intervalMs));
}

/** A date is held against the host's own clock where it tells it. */
function askedFor(headers: Record<string, string>, now: number): number | null {
  const theirs = Date.parse(headers['date'] ?? '');
  return retryAfterMs(headers['retry-after'], Number.isNaN(theirs) ? now : theirs);
}

/** Why there is no turn now, and for how long there will be none. */
export type Hindrance =
  | { why: 'givenUp'; answer: Named }
  | { why: 'closed' | 'paused' | 'pace'; waitMs: number }
  | { why: 'busy'; waitMs: number | null };

export function hindranceOf({ state, rule, nextAt, busy, busyUntil, now }: HostRecord, hours: OpenHours): Hindrance {
  if ((state.givenUpUntil ?? 0) > now)
    return { why: 'givenUp', answer: givenUpAnswer(state.trouble ?? 'refused', state.givenUpUntil ?? now) };
  const closed = msUntilOpen(rule.hours ?? hours, now);
  if (closed > 0) return { why: 'closed', waitMs: closed };
  if ((state.pausedUntil ?? 0) > now) return { why: 'paused', waitMs: (state.pausedUntil ?? now) - now };
  if (busy) return { why: 'busy', waitMs: busyUntil === null ? null : Math.max(0, busyUntil - now) };
  return { why: 'pace', waitMs: Math.max(0, nextAt - now) };
}

function givenUpAnswer(outcome: FetchOutcome, until: number): Named {
  const when = new Date(until + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  return {
    outcome,
    note: `该主机连续“${fetchOutcomes[outcome].title}”，${when} 之前不再访问`,
    final: true,
  };
}
