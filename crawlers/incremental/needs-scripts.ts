import type { Capture, Visit } from '#evidence';
import type { PageReading } from '#facts';
import { askedHeader } from '../fetchers/own-headers.js';

/** Where a list belongs: what the scripts of other pages ask for is of no use. */
export const listPlaces: ReadonlySet<Visit['as']> = new Set(['column', 'list', 'openness']);

/** Whether only a browser shows what a list's page holds now: that its source did not change says nothing of its rows. */
export function needsScripts(
  visit: Visit,
  { via, headers, outcome }: Pick<Capture, 'via' | 'headers' | 'outcome'>,
  reading: PageReading | null,
): boolean {
  if (via === 'browser' || headers[askedHeader] !== undefined || reading?.needsBrowser === true) return true;
  if (!listPlaces.has(visit.as) || outcome !== 'ok') return false;
  // Where what was read is not at hand, it is not known either.
  return reading === null || reading.unfilled === true || reading.shell === true;
}
