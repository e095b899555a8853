import { localDateOf, type LocalDate } from '#calendar';

/** The only place where time comes from; every room behind takes it as a value. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that can be set forward, and never back. */
export interface SettableClock extends Clock {
  /** From now on no earlier than this instant. */
  setForward(to: string): void;
}

/** A clock that starts at `instant` and runs on from there: the sample county's time stands at a fixed day. */
export function clockStartingAt(instant: string): SettableClock {
  let offset = Date.parse(instant) - Date.now();
  return {
    now: () => new Date(Date.now() + offset),
    setForward(to) {
      offset = Math.max(offset, Date.parse(to) - Date.now());
    },
  };
}

/** `YYYY-MM-DD HH:MM` in Asia/Shanghai, which has kept UTC+8 without summer time since 1992. */
export function shanghaiTime(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** The same of an instant as it is stored (ISO 8601). */
export function printInstant(at: string): string {
  return shanghaiTime(Date.parse(at));
}

/** The day in Asia/Shanghai. */
export function dayOf(now: Date): LocalDate {
  return localDateOf(now.toISOString());
}

/** Today in Asia/Shanghai. */
export function today(clock: Clock): LocalDate {
  return dayOf(clock.now());
}
