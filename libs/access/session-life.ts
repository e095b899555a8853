/** How long a session lasts at most, whatever is done in it. */
export const longestSessionMs = 12 * 3_600_000;

/** Whether a session still holds; instants in milliseconds. */
export function isAlive(session: { createdAt: number; seenAt: number }, now: number, idleMs: number): boolean {
  return now - session.seenAt < idleMs && now - session.createdAt < longestSessionMs;
}
