import { RunningStore, type RoundFollowUp, type SchedulePeriod, type SiteRoundRow } from '#database';
import type { Jobs } from '#jobs';
import { refused } from '#kernel';
import type { CaseDoer } from '../casework/doer.js';
import type { House } from '../house.js';
import { periodMeant } from '../schedules.js';
import { openSharedRound, type SharedRoundOpened } from '../shared-round.js';
import { chooseUnits } from '../units.js';
import { roundState, type RoundState } from '../watch-round.js';
import { holdToReal } from './unit-import.js';

export interface WebRoundRequest {
  /** Ids of units; none for all. */
  units: readonly string[];
  /** What is scored behind it; null for nothing. */
  score: { programme: string; period: SchedulePeriod } | null;
  /** Ask for every page, whatever earlier rounds kept. */
  full: boolean;
}

/** Rounds that somebody begins on a page. */
export interface WebRounds {
  /** @throws BadInput when no unit has a site; AlreadyDone for the sample's accounts and while another round is under way. */
  begin(request: WebRoundRequest, doer: CaseDoer): Promise<SharedRoundOpened & { followUp: RoundFollowUp | null }>;
}

/**
 * Rounds by workers, one at a time. Everything about them stands in the database: pages may be closed and processes end.
 * @param onBegun told when work was handed out.
 */
export function webRounds(house: House, openJobs: () => Promise<Jobs>, onBegun: () => void = () => {}): WebRounds {
  return {
    async begin({ units: ids, score, full }, doer) {
      holdToReal(doer);
      const all = await chooseUnits(house, [], false);
      const units = ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
      if (units.length < ids.length) throw refused('单位', '有的单位已不在名单中', '刷新页面后重新选择');
      if (units.every(({ site }) => site === null)) throw refused('单位', '都没有登记网站', '至少一个有网站的单位');
      const followUp = score && { programme: score.programme, period: periodMeant(score.period, house.clock.now()) };
      const opened = await openSharedRound(house, await openJobs(), { units, full, followUp, alone: true });
      onBegun();
      return { ...opened, followUp };
    },
  };
}

/** The round of workers that began last. */
export interface WebRoundStanding {
  state: RoundState;
  sites: SiteRoundRow[];
  /** What is scored behind it; null for nothing, also where it was stopped. */
  followUp: RoundFollowUp | null;
  scoring: 'none' | 'waiting' | 'running' | 'done' | 'failed';
}

type Books = Pick<House, 'rounds' | 'progress' | 'organisations' | 'assessments'>;

/** Null when there was none. */
export async function newestWebRound(books: Books, queue: RunningStore): Promise<WebRoundStanding | null> {
  const shared = await books.rounds.newestShared(false);
  const state = shared && (await roundState(books, shared.round.id));
  if (!shared || !state) return null;
  const sites = await books.rounds.siteStates(shared.round.id);
  return { state, sites, followUp: shared.followUp, scoring: await scoringOf(books, queue, shared) };
}

async function scoringOf(
  books: Books,
  queue: RunningStore,
  { round, followUp }: NonNullable<Awaited<ReturnType<Books['rounds']['newestShared']>>>,
): Promise<WebRoundStanding['scoring']> {
  if (followUp === null) return 'none';
  if (round.finishedAt === null) return 'waiting';
  const { programme, period } = followUp;
  const head = await books.assessments.head({ programme, period, sample: false });
  if (head && head.assessedAt >= round.finishedAt) return 'done';
  const work = (await queue.queue()).find(({ kind }) => kind === 'assess');
  if (work && work.active > 0) return 'running';
  return work && work.waiting === 0 && work.givenUp > 0 ? 'failed' : 'waiting';
}

/**
 * Ends the round that is under way: sites that wait are not asked any more, those that are being read are read to their end,
 * nothing is scored behind it.
 * @throws BadInput when none is under way; AlreadyDone for the sample's accounts.
 */
export async function stopWebRound(house: Pick<House, 'rounds' | 'clock'>, doer: CaseDoer): Promise<string> {
  holdToReal(doer);
  const shared = await house.rounds.newestShared(false);
  if (!shared || shared.round.finishedAt !== null) throw refused('采集', '没有正在进行的采集');
  await house.rounds.finishRound(shared.round.id, house.clock.now().toISOString());
  return shared.round.id;
}
