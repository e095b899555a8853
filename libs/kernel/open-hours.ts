/**
 * Parts of the day in Asia/Shanghai, as minutes since midnight; `from` after `to` reaches over midnight. None at all means
 * the whole day.
 */
export type OpenHours = readonly (readonly [from: number, to: number])[];

const dayMinutes = 24 * 60;
const dayMs = dayMinutes * 60_000;
/** China has kept UTC+8 without summer time since 1992. */
const shanghaiMs = 8 * 3_600_000;

/** `22:00-06:00` or several of them with commas between; null for what is none. */
export function parseOpenHours(text: string): OpenHours | null {
  const parts = text
    .replace(/\s+/g, '')
    .split(/[,，、;；]/)
    .filter((part) => part !== '');
  const hours = parts.map(parseOne);
  return hours.some((one) => one === null) || hours.length > 10 ? null : (hours as OpenHours);
}

export function printOpenHours(hours: OpenHours): string {
  return hours.map(([from, to]) => `${clockTime(from)}-${clockTime(to)}`).join(',');
}

/** How long until the next part begins; 0 within one. `instant` in milliseconds since 1970. */
export function msUntilOpen(hours: OpenHours, instant: number): number {
  const now = (((instant + shanghaiMs) % dayMs) + dayMs) % dayMs;
  const waits = hours.map(([from, to]) => (isWithin(now, from * 60_000, to * 60_000) ? 0 : after(now, from * 60_000)));
  return waits.length === 0 ? 0 : Math.min(...waits);
}

function isWithin(now: number, from: number, to: number): boolean {
  return from < to ? now >= from && now < to : now >= from || now < to;
}

function after(now: number, from: number): number {
  return (from - now + dayMs) % dayMs;
}

function parseOne(part: string): readonly [number, number] | null {
  const found = /^(\d{1,2})[:：](\d{2})[-－–—~～至](\d{1,2})[:：](\d{2})$/.exec(part)?.slice(1).map(Number);
  if (!found) return null;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = found;
  const from = fromHour * 60 + fromMinute;
  const to = toHour * 60 + toMinute;
  if (fromMinute > 59 || toMinute > 59 || from >= dayMinutes || to > dayMinutes || from === to) return null;
  return [from, to];
}

function clockTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
