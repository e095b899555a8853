import type { crawlSite, CrawlResult, SiteSummary } from '#crawlers';
import { pinsDigest, siteId, type ColumnPinRow, type OrganisationRow, type RoundRow } from '#database';
import { assembleSite, columnTree, type ReadCapture } from '#facts';
import { PersonalError } from '#kernel';
import type { House } from './house.js';
import { pinnedReader } from './pinned-reader.js';
import { pinsFor, readAgain, readKeptBytes } from './site-evidence.js';

export interface SiteReport extends Omit<SiteSummary, 'ended'> {
  organisation: string;
  url: string;
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

/** One site: what an earlier start of the same round has read to its end is not read again. */
export async function crawlUnit(
  house: House,
  round: OpenedRound,
  unit: OrganisationRow,
  signal: AbortSignal,
  crawl: SiteCrawl,
): Promise<SiteReport> {
  const homeUrl = unit.site ?? '';
  const site = siteId(homeUrl);
  const known = round.resumed
    ? (await house.rounds.siteStates(round.id)).find((state) => state.site === site)
    : undefined;
  if (known?.state === 'done') {
    const { pages, outcomes, unrendered, seconds, ended } = known;
    return {
      site,
      organisation: unit.name,
      url: homeUrl,
      pages,
      outcomes,
      seconds,
      unrendered,
      ended: (ended ?? 'complete') as SiteReport['ended'],
    };
  }
  const state = { round: round.id, site, pages: 0, outcomes: {}, unrendered: 0, seconds: 0, ended: null, note: null };
  await house.rounds.setSiteState({ ...state, state: 'running' });
  try {
    const pins = await pinsFor(house, site, round);
    const reader = pinnedReader(readKeptBytes, pins);
    const sink = house.evidence.crawlSink(round.id, site, (capture) => readAgain(house, capture, reader));
    const { read, ...summary } = await crawl(sink, { round: round.id, site, homeUrl, hosts: [] }, pins);
    const done = summary.ended !== 'stopped' && !signal.aborted;
    if (done) await keepSite(house, round, site, read, pins);
    const { pages, outcomes, unrendered, seconds, ended } = summary;
    await house.rounds.setSiteState({
      ...state,
      state: done ? 'done' : 'waiting',
      pages,
      outcomes,
      unrendered,
      seconds,
      ended,
    });
    return { ...summary, organisation: unit.name, url: homeUrl };
  } catch (error) {
    const note = (error as Error).message.slice(0, 500);
    await house.rounds.setSiteState({ ...state, state: 'failed', note });
    if (error instanceof PersonalError) throw error;
    return {
      site,
      organisation: unit.name,
      url: homeUrl,
      pages: 0,
      outcomes: {},
      unrendered: 0,
      seconds: 0,
      ended: 'failed',
      note,
    };
  }
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
