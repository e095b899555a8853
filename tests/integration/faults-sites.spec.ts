import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteId, type CaptureRow, type OrganisationRow } from '#database';
import { excuses, fetchOutcomes, type FetchOutcome } from '#evidence';
import { readSettings } from '#kernel';
import { assess, crawlRound, openHouse, type House, type RoundResult } from '#operations';
import type { Scorecard } from '#scoring';
import {
  openFaultySite,
  openTraps,
  places,
  siteFaults,
  type FaultySite,
  type Place,
  type SiteFault,
  type Traps,
} from './support/faulty-sites.js';
import { organisation } from './support/invented.js';
import { temporaryFolder } from './support/temporary-database.js';

// Every outcome of the closed set as real servers bring it about, at each place of a site.

const plans = ['pingliang-2020', 'national'];

let folder: string;
let house: House;
let traps: Traps;
let round: RoundResult;
const sites: FaultySite[] = [];
const units = new Map<string, OrganisationRow>();
const cards = new Map<string, Map<string, Scorecard>>();

const faultNames = siteFaults({ brokenTlsPort: 0, close: async () => undefined }).map(
  ({ name, outcome }): [string, FetchOutcome] => [name, outcome],
);
const whole = '云岭县无恙局';
const silent = '云岭县无解读局';
/** No word of the fault may stand on its pages. */
const nameOf = (place: Place, fault: string) =>
  `云岭县第${Object.keys(places).indexOf(place) * 100 + faultNames.findIndex(([name]) => name === fault)}局`;

async function addUnit(name: string, faulty: { path: string; fault: SiteFault } | null, interprets = true) {
  const site = await openFaultySite(name, faulty, interprets);
  sites.push(site);
  units.set(name, organisation(name, { site: site.home, sample: false }));
}

beforeAll(async () => {
  folder = temporaryFolder();
  traps = await openTraps();
  house = await openHouse(
    readSettings({ MINGJING_DATA: folder, MINGJING_NO_BROWSER: '1', MINGJING_CONCURRENCY: '32', LOG_LEVEL: 'fatal' }),
  );
  await addUnit(whole, null);
  await addUnit(silent, null, false);
  for (const place of Object.keys(places) as Place[])
    for (const fault of siteFaults(traps)) await addUnit(nameOf(place, fault.name), { path: places[place], fault });
  const rows = await house.organisations.importOrganisations([...units.values()]);
  round = await crawlRound(house, {
    units: rows,
    full: true,
    sample: false,
    allowNetworks: '127.0.0.1/32',
    intervalMs: 0,
    patienceMs: 8000,
    signal: new AbortController().signal,
  });
  for (const programme of plans) {
    const of = new Map<string, Scorecard>();
    const onCard = (card: Scorecard) => void of.set(card.organisation.name, card);
    await assess(house, { programme, period: '2026Q2', asOf: '2026-06-30', units: rows, replay: false, onCard });
    cards.set(programme, of);
  }
}, 400_000);

afterAll(async () => {
  await Promise.all(sites.map((site) => site.close()));
  await traps?.close();
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});

async function capturesOf(name: string): Promise<Map<string, CaptureRow>> {
  const captures = new Map<string, CaptureRow>();
  for await (const capture of house.evidence.captures(round.round, siteId(units.get(name)!.site!)))
    captures.set(new URL(capture.request.url).pathname, capture);
  return captures;
}

/** What is deducted for, in words that are the same for all units. */
function deductionsOf(programme: string, name: string): string[] {
  const origin = units.get(name)!.site!.slice(0, -1);
  const card = cards.get(programme)!.get(name)!;
  const findings = card.results.flatMap((result) => result.findings).filter(({ kind }) => kind === 'fail');
  return findings.map(({ indicator, subject }) =>
    `${indicator} ${subject}`.replaceAll(origin, '').replaceAll(name, '某局'),
  );
}

/** What is deducted for at this unit and not at the one without a fault. */
function deductedBeside(name: string): string[] {
  return plans.flatMap((plan) => {
    const known = new Set(deductionsOf(plan, whole));
    return deductionsOf(plan, name).filter((one) => !known.has(one));
  });
}

describe('a round over sites that fail in every way', () => {
  it('ends, and every site of it', () => {
    expect(round.finished).toBe(true);
    expect(round.sites).toHaveLength(units.size);
    expect(round.sites.map(({ ended }) => ended)).not.toContain('failed');
  });

  it('meets every outcome of the closed set', () => {
    expect([...new Set(faultNames.map(([, outcome]) => outcome))].sort()).toEqual(Object.keys(fetchOutcomes).sort());
  });

  it('would tell a fault from a lack: what is truly not there is deducted for', () => {
    expect(deductedBeside(silent)).not.toEqual([]);
  });

  describe.each(Object.keys(places) as Place[])('whose %s answers with', (place) => {
    it.each(faultNames)('%s: %s', async (fault, outcome) => {
      const name = nameOf(place, fault);
      const captures = await capturesOf(name);
      const faulty = captures.get(places[place]);
      // An endless body meets the limit of size or, on a busy machine, that of time.
      const meant = fault === 'a body without end' ? [outcome, 'timeout'] : [outcome];
      expect(meant).toContain(faulty?.outcome);
      // The other pages are what they are; a host that challenges is asked no more, and its other pages say why.
      for (const [path, { outcome: other }] of captures)
        if (path !== places[place]) expect(['ok', 'notFound', ...(excuses(outcome) ? [outcome] : [])]).toContain(other);
      // What a server says to be gone, and what it shows to be empty, may count against it.
      if (!excuses(outcome) && fault !== 'another charset than it says') return;
      expect(deductedBeside(name)).toEqual([]);
      for (const plan of plans)
        for (const { findings } of cards.get(plan)!.get(name)!.results)
          for (const { kind, evidence } of findings)
            if (excuses(outcome)) expect([kind, evidence.capture]).not.toEqual(['fail', faulty?.id]);
    });
  });
});
