import { hostname } from 'node:os';
import { readCapture, type crawlSite, type CrawlResult, type EarlierRound, type SiteSummary } from '#crawlers';
import {
  databaseFault,
  pinsDigest,
  siteId,
  type CaptureRow,
  type ColumnPinRow,
  type OrganisationRow,
  type RoundRow,
} from '#database';
import {
  articleKey,
  assembleSite,
  columnTree,
  firstSightings,
  vanishedPages,
  type FirstSighting,
  type ReadCapture,
} from '#facts';
import { PersonalError } from '#kernel';
import { baseOf, earlierRound, pagesBefore, readingIdUnder } from './earlier-round.js';
import type { House } from './house.js';
import { log } from './log.js';
import { pinnedReader } from './pinned-reader.js';
import { pinsFor, readAgain, readKeptBytes } from './site-evidence.js';
import { watchedSink } from './watched-sink.js';

export interface SiteReport extends Omit<SiteSummary, 'ended'> {
  organisation: string;
  url: string;
  /** Pages that were asked for, and those of them that were as before; the others are carried over. */
  asked: number;
  unchanged: number;
  /** `failed`: an error of this program, named in `note`; the other sites go on. */
  ended: SiteSummary['ended'] | 'failed';
  note?: string;
}

/** A round that is open, and whether an earlier start had begun it. */
export type OpenedRound = RoundRow & { resumed: boolean };
export type Sink = ReturnType<House['evidence']['crawlSink']>;
export type Target = Parameters<typeof crawlSite>[0];
/** The way a site is walked: over the network or through an archive. */
export type SiteCrawl = (sink: Sink, target: Target, pins: ColumnPinRow[]) => Promise<CrawlResult>;

/**
 * One site; an error of ours is written down as its state, and the other sites go on.
 * @throws PersonalError what is wrong with this machine: no other site would do better.
 */
export async function crawlUnit(
  house: House,
  round: OpenedRound,
  unit: OrganisationRow,
  signal: AbortSignal,
  crawl: SiteCrawl,
): Promise<SiteReport> {
  try {
    return await visitUnit(house, round, unit, signal, crawl);
  } catch (error) {
    const site = siteId(unit.site ?? '');
    const fault = faultOf(error);
    const note = noteOf(fault ?? error);
    const failed = house.rounds.setSiteState({ ...blank, round: round.id, site, state: 'failed', note });
    if (fault !== null) {
      // Where the database is what is wrong, nobody can write down that it is.
      await failed.catch(() => undefined);
      throw fault;
    }
    await failed;
    log.error('网站采集失败', error, { round: round.id, site, url: unit.site });
    const { ended: _ended, ...nothing } = blank;
    return { ...nothing, site, organisation: unit.name, url: unit.site ?? '', ended: 'failed', note };
  }
}

/** What a person can mend; null where this program is at fault. */
export function faultOf(error: unknown): PersonalError | null {
  return error instanceof PersonalError ? error : databaseFault(error);
}

/** Who crawls, as whoever watches is told. */
const thisProcess = `${hostname()}:${process.pid}`;

const blank = { pages: 0, outcomes: {}, unrendered: 0, seconds: 0, asked: 0, unchanged: 0, ended: null, note: null };

/** What is kept of an error with a site. */
export const noteOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500);

/**
 * One site: what an earlier start of the same round has read to its end is not read again.
 * @throws whatever went wrong by our own fault; the site then stands as running.
 */
export async function visitUnit(
  house: House,
  round: OpenedRound,
  unit: OrganisationRow,
  signal: AbortSignal,
  crawl: SiteCrawl,
): Promise<SiteReport> {
  const homeUrl = unit.site ?? '';
  const site = siteId(homeUrl);
  const about = { site, organisation: unit.name, url: homeUrl };
  const known = round.resumed ? await house.rounds.siteState(round.id, site) : null;
  if (known?.state === 'done') {
    const { pages, outcomes, unrendered, seconds, asked, unchanged } = known;
    const ended = (known.ended ?? 'complete') as SiteReport['ended'];
    return { ...about, pages, outcomes, seconds, unrendered, asked: asked ?? pages, unchanged: unchanged ?? 0, ended };
  }
  const state = { ...blank, round: round.id, site };
  const told = { round: round.id, site, url: homeUrl };
  log.info('开始采集网站', told);
  await house.rounds.setSiteState({ ...state, state: 'running' });
  await house.progress.begin(round.id, site, thisProcess);
  const pins = await pinsFor(house, site, round);
  const reader = pinnedReader(readKeptBytes, pins);
  const again = (capture: CaptureRow) => readAgain(house, capture, reader);
  const kept = house.evidence.crawlSink(round.id, site, again, readingIdUnder(pins));
  const sink = watchedSink(kept, (progress) => house.progress.note(round.id, site, progress));
  const target: Target = { round: round.id, site, homeUrl, hosts: [] };
  const base = await baseOf(house, round, site);
  if (base !== null) target.earlier = await earlierRound(house, base, round, site, pins);
  const { read, ...summary } = await crawl(sink, target, pins);
  const done = summary.ended !== 'stopped' && !signal.aborted;
  if (done) {
    await keepSite(house, round, site, read, pins);
    await keepVanished(house, round, site, {
      read,
      pins,
      earlier: target.earlier,
      complete: summary.ended === 'complete',
    });
  }
  const { pages, outcomes, unrendered, seconds, ended } = summary;
  const visits = await house.evidence.visits(round.id, site);
  await house.rounds.setSiteState({
    ...state,
    state: done ? 'done' : 'waiting',
    pages,
    outcomes,
    unrendered,
    seconds,
    ended,
    ...visits,
  });
  log.info('网站采集结束', { ...told, ended, pages, ...visits, outcomes, unrendered, seconds });
  return { ...summary, ...visits, ...about };
}

/** Facts under the pins, and what became of the site's own columns since the round before. */
async function keepSite(
  house: House,
  round: OpenedRound,
  site: string,
  read: ReadCapture[],
  pins: ColumnPinRow[],
): Promise<void> {
  const digest = pinsDigest(pins.map(({ id }) => id));
  await house.facts.saveSiteFacts(round.id, site, assembleSite(read, pins), digest);
  await house.columns.recordRound(site, round, columnTree(read, pins));
}

/** What the round before had and this one shows to be gone, and what came into its lists. */
async function keepVanished(
  house: House,
  round: OpenedRound,
  site: string,
  seen: { read: ReadCapture[]; pins: ColumnPinRow[]; earlier: EarlierRound | undefined; complete: boolean },
): Promise<void> {
  const pages = seen.earlier?.pages ?? (await pagesBefore(house, round, site, seen.pins));
  const before = [...pages].map(({ capture, reading, unrendered }) => readCapture(capture, reading, unrendered));
  await house.vanished.recordVanished(site, round.id, vanishedPages(before, seen.read, seen.complete));
  await keepSightings(house, round, site, firstSightings(before, seen.read));
}

/** What came into the lists; what was there before, vanished and is there again did not come late. */
async function keepSightings(
  house: House,
  round: OpenedRound,
  site: string,
  sightings: readonly FirstSighting[],
): Promise<void> {
  if (sightings.length === 0) return;
  const recordedAt = house.clock.now().toISOString();
  const gone = await house.vanished.vanished([site], '1900-01-01', '9999-12-31');
  const before = new Set(gone.map(({ url }) => articleKey(url)));
  const fresh = sightings.filter(({ url }) => !before.has(articleKey(url)));
  await house.sightings.recordSightings(site, round.id, fresh, recordedAt);
}
