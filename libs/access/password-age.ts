const dayMs = 24 * 3_600_000;

/**
 * The instant from which a password must be changed before anything else is answered (GB/T 22239, 定期更换).
 * @param days so many days it may be used; 0 for any time.
 * @returns milliseconds, or null where it need not be.
 */
export function passwordEnds(setAt: number, days: number): number | null {
  return days === 0 ? null : setAt + days * dayMs;
}
