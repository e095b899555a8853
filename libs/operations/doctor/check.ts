/** One thing that was looked at. */
export interface MachineCheck {
  what: string;
  good: boolean;
  /** Whether the program cannot work without it. */
  needed: boolean;
  found: string;
  /** What to do when it is not good. */
  advice: string;
}

export const fine = (what: string, found: string): MachineCheck => ({
  what,
  good: true,
  needed: false,
  found,
  advice: '',
});

/** Something to see to while the program goes on. */
export const amiss = (what: string, found: string, advice: string): MachineCheck => ({
  what,
  good: false,
  needed: false,
  found,
  advice,
});

/** Something without which the program cannot work. */
export const broken = (what: string, found: string, advice: string): MachineCheck => ({
  ...amiss(what, found, advice),
  needed: true,
});

const minute = 60;
const day = 86_400;

/** A span for people: 3 天 · 5 小时 · 12 分钟. */
export function spanOf(seconds: number): string {
  if (seconds >= 2 * day) return `${Math.floor(seconds / day)} 天`;
  if (seconds >= 2 * 60 * minute) return `${Math.floor(seconds / 60 / minute)} 小时`;
  return `${Math.max(0, Math.floor(seconds / minute))} 分钟`;
}
