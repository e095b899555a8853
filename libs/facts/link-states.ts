import { localDateOf } from '#calendar';
import type { FetchOutcome } from '#evidence';
import type { FaultyLink } from './model.js';

/** One look at where a link leads, by our own prober. */
export interface LinkLook {
  url: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
  outcome: FetchOutcome;
  became: Extract<FaultyLink['state'], 'hijacked' | 'parked' | 'changed'> | null;
  /** At that time the prober itself may have been cut off from the rest of the net. */
  cutOff: boolean;
}

/** A dead link is one for certain when it was dead on two days and so many hours apart. */
export const confirmAfterHours = 20;

const hourMs = 3_600_000;
/** What only a dead address answers. */
const gone: ReadonlySet<FetchOutcome> = new Set(['notFound', 'gone'] as const);
/** Dead too, unless it was the prober that had no way there. */
const noWay: ReadonlySet<FetchOutcome> = new Set(['dns', 'refused'] as const);
/** Something came: a page, or a file that need not be read. */
const there: ReadonlySet<FetchOutcome> = new Set(['ok', 'notModified', 'notHtml', 'tooLarge'] as const);

/** `unseen`: it could not be told (time ran out, an error, a challenge, forbidden …), which is held against nobody. */
export type LinkState = FaultyLink['state'] | 'alive' | 'unseen';

/** Whether a look saw a dead address. */
export function sawDead({ outcome, cutOff }: Pick<LinkLook, 'outcome' | 'cutOff'>): boolean {
  return gone.has(outcome) || (noWay.has(outcome) && !cutOff);
}

/** Whether a server answered at all, whatever it said. */
export function sawAnswer(outcome: FetchOutcome): boolean {
  return !noWay.has(outcome) && outcome !== 'timeout' && outcome !== 'blockedByPolicy';
}

/**
 * How a link stands after these looks at it.
 * @param looks of one link, in order of time; at least one.
 * @returns the state, and the first look since which it is so.
 */
export function linkState<Look extends LinkLook>(
  looks: readonly Look[],
): { state: LinkState; first: Look; last: Look } {
  const known = looks.filter((look) => tells(look) !== 'unseen');
  const newest = looks.at(-1)!;
  const last = known.at(-1);
  if (last === undefined) return { state: 'unseen', first: newest, last: newest };
  const what = tells(last);
  let from = known.length - 1;
  while (from > 0 && tells(known[from - 1]!) === what) from -= 1;
  const first = known[from]!;
  // A link that once opened and now does not answer in time is no longer known to open; one that was faulty still is.
  if (what === 'alive' && newest !== last) return { state: 'unseen', first: newest, last: newest };
  if (what !== 'suspected') return { state: what, first, last };
  return { state: apart(first, last) ? 'dead' : 'suspected', first, last };
}

function tells(look: LinkLook): LinkState {
  if (sawDead(look)) return 'suspected';
  return there.has(look.outcome) ? (look.became ?? 'alive') : 'unseen';
}

function apart(first: LinkLook, last: LinkLook): boolean {
  const hours = (Date.parse(last.at) - Date.parse(first.at)) / hourMs;
  return localDateOf(first.at) !== localDateOf(last.at) && hours >= confirmAfterHours;
}
