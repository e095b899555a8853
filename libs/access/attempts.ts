/** Attempts to sign in under one name or from one address; instants in milliseconds. */
export interface Attempts {
  failures: number;
  /** Since when they are counted. */
  since: number;
  lockedUntil: number | null;
}

export interface AttemptLimit {
  /** So many failures … */
  failures: number;
  /** … within so long … */
  withinMs: number;
  /** … shut the door for so long. */
  lockMs: number;
}

const minute = 60_000;
export const nameLimit: AttemptLimit = { failures: 5, withinMs: 15 * minute, lockMs: 15 * minute };
/** Many people may sit behind one address. */
export const addressLimit: AttemptLimit = { failures: 40, withinMs: 15 * minute, lockMs: 15 * minute };

/** Milliseconds until the door opens again; 0 when it is open. */
export function lockedFor(attempts: Attempts | null, now: number): number {
  return Math.max(0, (attempts?.lockedUntil ?? 0) - now);
}

/**
 * An attempt is counted as a failure before it is looked at, so that many at the same moment win nothing; a good one is taken
 * out again (`withoutOne`).
 */
export function withOneMore(before: Attempts | null, now: number, limit: AttemptLimit): Attempts {
  const begins = before === null || now - before.since >= limit.withinMs || isOver(before, now);
  const failures = begins ? 1 : before.failures + 1;
  const since = begins ? now : before.since;
  return { failures, since, lockedUntil: failures >= limit.failures ? now + limit.lockMs : null };
}

export function withoutOne(before: Attempts, limit: AttemptLimit): Attempts {
  const failures = Math.max(0, before.failures - 1);
  return { ...before, failures, lockedUntil: failures >= limit.failures ? before.lockedUntil : null };
}

function isOver({ lockedUntil }: Attempts, now: number): boolean {
  return lockedUntil !== null && lockedUntil <= now;
}
