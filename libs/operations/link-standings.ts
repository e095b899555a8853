import type { KnownLook, LinkLookRow, LinkStandingRow } from '#database';
import { linkState, sawAnswer, type FaultyLink, type LinkState } from '#facts';
import { bareHost, type SiteLink, type SiteLinks } from './site-links.js';

const hourMs = 3_600_000;
/** What was faulty or could not be told is asked for again after so long, what opened after a week. */
const againMs = 20 * hourMs;
const soundAgainMs = 7 * 24 * hourMs;
/** An answer of anybody outside within so long before or after shows that the prober was not cut off. */
const momentMs = 600_000;

/** A look that was just taken; `own`: at the site's own host. */
export type FreshLook = LinkLookRow & { own: boolean };

const keyOf = (site: string, url: string) => `${site} ${url}`;

/** Looks by site and address, in order of time. */
export type Looks = Map<string, (KnownLook | LinkLookRow)[]>;

export function byLink(rows: readonly KnownLook[]): Looks {
  const found: Looks = new Map();
  addLooks(found, rows);
  return found;
}

/** Adds looks to those that were known. */
export function addLooks(looks: Looks, more: readonly (KnownLook | LinkLookRow)[]): void {
  for (const look of more) {
    const key = keyOf(look.site, look.url);
    const known = looks.get(key);
    if (known) known.push(look);
    else looks.set(key, [look]);
  }
}

/** The title when it last seemed sound. */
export function titleBefore(looks: Looks, { site }: SiteLinks, url: string): string | null {
  const sound = (looks.get(keyOf(site, url)) ?? []).findLast(
    ({ outcome, became, title }) => outcome === 'ok' && became === null && title !== null,
  );
  return sound?.title ?? null;
}

/** The looks at a link in order of time, with that of the round, where it read the address itself. */
function looksAt({ site, links, read, doubtful }: SiteLinks, url: string, looks: Looks, now: number) {
  const known: Pick<KnownLook, 'url' | 'at' | 'outcome' | 'became' | 'cutOff'>[] = [
    ...(looks.get(keyOf(site, url)) ?? []),
  ];
  const at = read.get(url);
  const isFresh = at !== undefined && Date.parse(at) > now - soundAgainMs;
  if (isFresh && links.get(url)!.own && !doubtful.has(url))
    known.push({ url, at, outcome: 'ok', became: null, cutOff: false });
  return known.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** Which come first: what is to be confirmed, what was never asked for, what could not be told, what opened. */
const order: Record<LinkState | 'new', number> = {
  suspected: 0,
  dead: 1,
  hijacked: 1,
  parked: 1,
  changed: 1,
  new: 2,
  unseen: 3,
  alive: 4,
};

/** The links of a site that are to be asked for now, the most urgent first. */
export function dueLinks(site: SiteLinks, looks: Looks, now: number): SiteLink[] {
  const due: { link: SiteLink; rank: number; at: number }[] = [];
  for (const link of site.links.values()) {
    if (site.doubtful.has(link.url)) continue;
    const known = looksAt(site, link.url, looks, now);
    const state = known.length === 0 ? 'new' : linkState(known).state;
    const at = Date.parse(known.at(-1)?.at ?? '') || 0;
    const rest = state === 'alive' ? soundAgainMs : againMs;
    if (now - at >= rest) due.push({ link, rank: order[state], at });
  }
  const place = ({ link }: { link: SiteLink }) => (link.place === 'home' ? 0 : 1);
  return due
    .sort((one, other) => one.rank - other.rank || place(one) - place(other) || one.at - other.at)
    .map(({ link }) => link);
}

/**
 * Where an address has no way to it, the prober may have been cut off: unless, about that time, somebody else outside answered,
 * or of the site's own addresses another one of the same host.
 */
export function markCutOff(looks: readonly FreshLook[]): FreshLook[] {
  const answers = looks.filter(({ outcome }) => sawAnswer(outcome));
  const answered = (look: FreshLook) =>
    answers.some(
      (one) =>
        Math.abs(Date.parse(one.at) - Date.parse(look.at)) <= momentMs &&
        (look.own ? bareHost(one.url) === bareHost(look.url) : !one.own && bareHost(one.url) !== bareHost(look.url)),
    );
  return looks.map((look) =>
    look.outcome === 'dns' || look.outcome === 'refused' ? { ...look, cutOff: !answered(look) } : look,
  );
}

/** How the links of a site stand by all looks at them. */
export function standingOf(site: SiteLinks, looks: Looks, now: number): Omit<LinkStandingRow, 'at'> {
  const links = { home: 0, detail: 0 };
  const alive = { home: 0, detail: 0 };
  const faulty: FaultyLink[] = [];
  for (const { url, text, place, page, pageCapture } of site.links.values()) {
    links[place] += 1;
    const known = looksAt(site, url, looks, now);
    if (known.length === 0) continue;
    const { state, first, last } = linkState(known);
    if (state === 'alive') alive[place] += 1;
    if (state === 'alive' || state === 'unseen') continue;
    // Only looks of the prober are faulty: of the round it is only known that it read an address.
    const { id, words, title } = last as KnownLook;
    faulty.push({
      ...{ url, text, place, page, pageCapture, state },
      ...{ firstAt: first.at, lastAt: last.at, firstOutcome: first.outcome, lastOutcome: last.outcome },
      ...{ words, title, capture: id },
    });
  }
  return { site: site.site, links, alive, faulty };
}
