import { localDateOf, parsePeriod, periodContaining } from '#calendar';
import type { OrganisationRow } from '#database';
import type { Jobs } from '#jobs';
import { assess } from '../assess.js';
import { crawlRound, type CrawlRequest } from '../crawl-round.js';
import { say } from '../console.js';
import type { House } from '../house.js';
import { log } from '../log.js';
import { openSharedRound } from '../shared-round.js';
import { chooseUnits } from '../units.js';

/** Asks for all pages of a unit again and scores what was seen. */
export interface Rechecks {
  /** @returns the round that was begun; null where it is told by none. */
  begin(unit: OrganisationRow, about: { programme: string; period: string }): Promise<{ round: string | null }>;
}

/**
 * Into which period a new look goes: the running one of the same kind. A result that was published for a period that is over
 * is not made another by what was mended since.
 */
export function periodOfRecheck(period: string, now: Date): string {
  return periodContaining(localDateOf(now.toISOString()), parsePeriod(period).kind).id;
}

/** By the workers: a round of that site alone, each page asked for, and a result behind it. */
export function rechecksByWorkers(house: House, openJobs: () => Promise<Jobs>): Rechecks {
  return {
    async begin(unit, { programme, period }) {
      const followUp = { programme, period: periodOfRecheck(period, house.clock.now()) };
      const { round } = await openSharedRound(house, await openJobs(), { units: [unit], full: true, followUp });
      return { round };
    },
  };
}

/** In this process, one after the other: the sites of a sample answer on this machine alone. */
export function rechecksOfSample(
  house: House,
  crawl: Pick<CrawlRequest, 'allowNetworks' | 'intervalMs' | 'patienceMs' | 'signal'>,
): Rechecks & { idle(): Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  const look = async (unit: OrganisationRow, programme: string, period: string) => {
    if (crawl.signal.aborted) return;
    const { finished } = await crawlRound(house, { units: [unit], full: true, sample: true, ...crawl });
    if (!finished) return;
    await assess(house, { programme, period, units: await chooseUnits(house, [], true), replay: false });
    say(`复测完成：${unit.name}`);
  };
  return {
    begin(unit, { programme, period }) {
      const into = periodOfRecheck(period, house.clock.now());
      last = last
        .then(() => look(unit, programme, into))
        .catch((error: unknown) => log.error('复测没有完成', error, { unit: unit.name }));
      return Promise.resolve({ round: null });
    },
    idle: () => last,
  };
}
