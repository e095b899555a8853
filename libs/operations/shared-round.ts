import { siteId, type OrganisationRow, type RoundFollowUp, type SharedRound } from '#database';
import { HandedBack, type Jobs } from '#jobs';
import { faultOf, noteOf, visitUnit, type SiteCrawl } from './crawl-unit.js';
import type { House } from './house.js';
import { log } from './log.js';
import { nothingToCrawl, openRound } from './round.js';

export interface SharedRoundRequest {
  units: OrganisationRow[];
  /** Begin anew instead of going on with an unfinished round. */
  full: boolean;
  followUp: RoundFollowUp | null;
  /** Only where no other round is under way. */
  alone?: boolean;
}

export interface SharedRoundOpened {
  round: string;
  resumed: boolean;
  /** Sites that the round is for. */
  sites: number;
}

/**
 * Opens one round for all sites of the units and hands each of them out as a job; an unfinished one of the same units is
 * gone on with, and what waits or runs already is not handed out twice.
 * @throws BadInput when no unit has a site; AlreadyDone when it is to be alone and another round is under way.
 */
export async function openSharedRound(
  house: House,
  jobs: Jobs,
  { units, full, followUp, alone = false }: SharedRoundRequest,
): Promise<SharedRoundOpened> {
  const withSite = units.filter((unit) => unit.site !== null);
  if (withSite.length === 0) throw nothingToCrawl();
  const round = await openRound(house, { units: withSite, full, shared: true, alone });
  const homes = new Map(withSite.map(({ site }) => [siteId(site ?? ''), site ?? '']));
  await house.rounds.expectSites(round.id, [...homes.keys()], followUp);
  const states = new Map((await house.rounds.siteStates(round.id)).map(({ site, state }) => [site, state]));
  for (const [site, home] of homes)
    if (states.get(site) !== 'done')
      await jobs.send(
        'crawl-site',
        { round: round.id, site, host: new URL(home).host },
        { mark: `${round.id} ${site}`, once: 'whileWaiting' },
      );
  await settleRound(house, jobs, round.id);
  return { round: round.id, resumed: round.resumed, sites: homes.size };
}

/**
 * One site of a shared round, by the worker that was given it.
 * @throws HandedBack when it is told to stop, MissingResource when this machine or the database is at fault, and whatever
 * else went wrong by our own fault.
 */
export async function crawlSharedSite(
  house: House,
  jobs: Jobs,
  { round: id, site }: { round: string; site: string },
  signal: AbortSignal,
  crawl: SiteCrawl,
): Promise<void> {
  const shared = await house.rounds.sharedRound(id);
  // A round that is no longer kept, or was ended for another.
  if (shared === null) return;
  if (shared.round.finishedAt === null) await visitSite(house, shared, site, signal, crawl);
  await settleRound(house, jobs, id);
}

async function visitSite(
  house: House,
  { round }: SharedRound,
  site: string,
  signal: AbortSignal,
  crawl: SiteCrawl,
): Promise<void> {
  const units = await house.organisations.listOrganisations();
  const unit = units.find((one) => one.site !== null && siteId(one.site) === site);
  if (unit === undefined) return giveUpSite(house, round.id, site, '名单中已没有使用该网站的单位');
  try {
    const { ended } = await visitUnit(house, { ...round, resumed: true }, unit, signal, crawl);
    if (ended === 'stopped' || signal.aborted) throw new HandedBack('任务进程要停止');
  } catch (error) {
    if (error instanceof HandedBack) throw error;
    const fault = faultOf(error);
    log.error('网站采集失败，将再试', fault ?? error, { round: round.id, site, url: unit.site });
    const waiting = { ...blankSite(round.id, site), state: 'waiting' as const, note: noteOf(fault ?? error) };
    // Where the database is what is wrong, nobody can write down that it is.
    await house.rounds.setSiteState(waiting).catch(() => undefined);
    throw fault ?? error;
  }
}

/** A site that failed as often as it may: the round ends without it, and its last evidence keeps standing. */
export async function giveUpSharedSite(
  house: House,
  jobs: Jobs,
  { round, site }: { round: string; site: string },
  reason: string,
): Promise<void> {
  await giveUpSite(house, round, site, reason);
  await settleRound(house, jobs, round);
}

async function giveUpSite(house: House, round: string, site: string, reason: string): Promise<void> {
  await house.rounds.setSiteState({ ...blankSite(round, site), state: 'failed', note: noteOf(reason) });
}

/** Ends the round when all its sites are through, and hands out what follows; however often it is asked, once. */
async function settleRound(house: House, jobs: Jobs, id: string): Promise<void> {
  await house.rounds.finishWhenThrough(id, house.clock.now().toISOString());
  const shared = await house.rounds.sharedRound(id);
  if (!shared?.followUp || shared.round.finishedAt === null) return;
  await jobs.send('assess', { ...shared.followUp, sample: shared.round.sample }, { mark: id, once: 'ever' });
}

const blankSite = (round: string, site: string) => ({
  round,
  site,
  pages: 0,
  outcomes: {},
  unrendered: 0,
  seconds: 0,
  ended: null,
});
