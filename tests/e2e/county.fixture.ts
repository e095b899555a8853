import { countyAsOf, startCounty, type County } from '#county';
import { readSettings } from '#kernel';
import {
  clockStartingAt,
  crawlRound,
  importBytes,
  importUnits,
  openHouse,
  type House,
  type RoundResult,
} from '#operations';
import type { OrganisationRow } from '#database';
import { temporaryPlace } from '../integration/support/temporary-database.js';

/** The sample county on ports of its own, crawled once into a data directory of its own. */
export interface CrawledCounty {
  county: County;
  house: House;
  units: OrganisationRow[];
  round: RoundResult;
  close(): Promise<void>;
}

/** @param only names of the units whose sites are crawled; without it all of them. */
export async function crawlCounty(only?: readonly string[]): Promise<CrawledCounty> {
  const place = await temporaryPlace();
  const county = await startCounty({ slowMs: 6000 });
  const settings = readSettings({ ...process.env, ...place.settings, MINGJING_CONCURRENCY: '6' });
  const house = await openHouse(settings, clockStartingAt(`${countyAsOf}T20:00:00+08:00`));
  const all = await importUnits(house, new TextEncoder().encode(county.organisationsCsv), '单位名单.csv', {
    sample: true,
  });
  const list = { bytes: new TextEncoder().encode(county.accountsCsv ?? ''), name: '账号清单.csv' };
  await importBytes(house, 'accounts', list);
  const units = only ? all.filter(({ name }) => only.includes(name)) : all;
  const round = await crawlRound(house, {
    units,
    full: true,
    sample: true,
    allowNetworks: '127.0.0.1/32',
    intervalMs: 0,
    patienceMs: 2500,
    signal: new AbortController().signal,
  });
  return {
    county,
    house,
    units,
    round,
    async close() {
      await house.close();
      await county.close();
      await place.remove();
    },
  };
}
