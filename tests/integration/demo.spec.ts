import { afterAll, beforeAll, expect, it } from 'vitest';
import { planAreas, startArea, type OpenArea } from '#county';
import { siteId } from '#database';
import { readSettings } from '#kernel';
import { clockStartingAt, openHouse, prepareDemo, type Demo } from '#operations';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

const area = planAreas.find(({ programme }) => programme === 'xulaijie-2022')!;
let place: TemporaryPlace;
let sites: OpenArea;

beforeAll(async () => {
  place = await temporaryPlace();
  sites = await startArea(area);
});

afterAll(async () => {
  await sites?.close();
  await place?.remove();
});

/** One start of the program with a sample whose clock starts at the instant: the round of its first site, and what was done. */
async function start(at: string, again: boolean) {
  const demo: Demo = {
    ...{ title: '示例区域', sites, programmes: [area.programme], periods: area.periods.slice(-1), circular: false },
    ...{ clock: clockStartingAt(at), close: () => Promise.resolve() },
  };
  const house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }), demo.clock);
  const { signal } = new AbortController();
  const step: Parameters<typeof prepareDemo>[2]['step'] = (_, work) => work();
  const summary = await prepareDemo(house, demo, { again, signal, step });
  const site = siteId(sites.sites[0]!.url);
  const round = (await house.rounds.latestRoundOfSites([site])).get(site);
  const now = demo.clock.now().toISOString();
  await house.close();
  return { summary, round: round!, now };
}

it('a sample that is prepared again is scored from what is there now, though its clock starts on the same evening', async () => {
  const first = await start(`${area.place.asOf}T20:00:00+08:00`, false);
  expect(first.summary.ready).toBe(false);
  // Earlier than the first began: as when this start was quicker than that one.
  const kept = await start(`${area.place.asOf}T19:00:00+08:00`, false);
  expect(kept).toMatchObject({ summary: { ready: true }, round: { id: first.round.id } });
  expect(kept.now > first.round.finishedAt!).toBe(true);
  const again = await start(`${area.place.asOf}T19:00:00+08:00`, true);
  expect(again.summary.ready).toBe(false);
  expect(again.round.id).not.toBe(first.round.id);
  expect(again.round.startedAt > first.round.finishedAt!).toBe(true);
});
