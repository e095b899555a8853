import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startCounty } from '#county';
import { siteId, type OrganisationRow } from '#database';
import { requestKey } from '#evidence';
import { canonicalJson, readSettings } from '#kernel';
import { crawlArchive, crawlRound, importUnits, openHouse, writeArchive, type Clock, type House } from '#operations';
import { assessWhole } from '../assess-whole.js';
import type { UnseenSite } from '../unseen/model.js';
import { serveSite } from '../unseen/serve.js';
import { temporaryFolder } from './support/temporary-database.js';

const day = 86_400_000;

/** A clock that stands still until it is moved. */
class SetClock implements Clock {
  constructor(public at: number) {}
  now(): Date {
    return new Date(this.at);
  }
}

interface Opened {
  house: House;
  clock: SetClock;
  units: OrganisationRow[];
  round(full: boolean): Promise<Awaited<ReturnType<typeof crawlRound>>>;
  close(): Promise<void>;
}

async function open(csv: string, at: string, settings: Record<string, string> = {}): Promise<Opened> {
  const folder = temporaryFolder();
  const clock = new SetClock(Date.parse(at));
  const house = await openHouse(readSettings({ MINGJING_DATA: folder, MINGJING_NO_BROWSER: '1', ...settings }), clock);
  const units = await importUnits(house, new TextEncoder().encode(csv), '单位名单.csv', { sample: false });
  return {
    house,
    clock,
    units,
    round: (full) =>
      crawlRound(house, {
        units,
        full,
        sample: false,
        allowNetworks: '127.0.0.1/32',
        intervalMs: 0,
        patienceMs: 3000,
        signal: new AbortController().signal,
      }),
    close: async () => {
      await house.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const csvOf = (rows: [string, string][]) =>
  `名称,别名,层级,类别,上级,网站\n${rows.map(([name, url]) => `${name},,县,部门,,${url}\n`).join('')}`;

/** A site's facts of a round, its captures named by what was asked for: each round has ids of its own. */
async function factsOf(house: House, round: string, unit: OrganisationRow): Promise<string> {
  const site = siteId(unit.site!);
  let facts = canonicalJson(await house.facts.loadSiteFacts(round, site));
  for await (const { id, request } of house.evidence.captures(round, site))
    facts = facts.replaceAll(`"${id}"`, JSON.stringify(requestKey(request)));
  return facts;
}

async function holdsThatItIsAWholeRound({ house, clock, units, round }: Opened): Promise<void> {
  const first = await round(true);
  clock.at += day;
  const upon = await round(false);
  const whole = await round(true);
  expect([first.finished, upon.finished, whole.finished]).toEqual([true, true, true]);
  for (const [index, unit] of units.entries()) {
    expect({ site: unit.name, facts: await factsOf(house, upon.round, unit) }).toEqual({
      site: unit.name,
      facts: await factsOf(house, whole.round, unit),
    });
    const [one, other] = [upon.sites[index]!, whole.sites[index]!];
    expect({ ...one, seconds: 0 }).toEqual({ ...other, seconds: 0, asked: one.asked, unchanged: one.unchanged });
    expect([other.asked, other.unchanged]).toEqual([other.pages, 0]);
  }
  const sum = (of: 'asked' | 'pages') => upon.sites.reduce((total, site) => total + site[of], 0);
  expect(sum('asked')).toBeLessThan(sum('pages'));
}

describe('an incremental round over a site that stayed as it was', () => {
  it(
    'leaves the facts of a whole one: the sample county, and replay and archive hold',
    { timeout: 300_000 },
    async () => {
      const county = await startCounty({ slowMs: 5000 });
      const opened = await open(county.organisationsCsv, '2026-06-29T20:00:00+08:00');
      try {
        await holdsThatItIsAWholeRound(opened);
        const { house, clock, units, round } = opened;
        clock.at += day;
        const last = await round(false);
        const asked = { programme: 'pingliang-2020', period: '2026Q2', asOf: '2026-06-30', units };
        await assessWhole(house, { ...asked, replay: false });
        expect((await assessWhole(house, { ...asked, replay: true })).replay).toEqual({
          compared: units.length,
          differing: [],
        });

        const file = join(house.settings.MINGJING_DATA, 'round.warc.gz');
        await writeArchive(house, file, units);
        const read = await crawlArchive(house, file, { units, signal: new AbortController().signal });
        for (const unit of units)
          expect({ site: unit.name, facts: await factsOf(house, read.round, unit) }).toEqual({
            site: unit.name,
            facts: await factsOf(house, last.round, unit),
          });
      } finally {
        await opened.close();
        await county.close();
      }
    },
  );

  it('leaves the facts of a whole one: sites in styles that nobody had seen', { timeout: 300_000 }, async () => {
    const folder = join(import.meta.dirname, '../unseen');
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const sites = await Promise.all(
      names.map(async ({ name }) => ((await import(join(folder, name, 'index.ts'))) as { site: UnseenSite }).site),
    );
    const served = await Promise.all(sites.map((site) => serveSite(site)));
    const rows = sites.map((site, index) => [site.name, `${served[index]!.origin}/`] as [string, string]);
    const opened = await open(csvOf(rows), '2026-06-29T20:00:00+08:00');
    try {
      await holdsThatItIsAWholeRound(opened);
    } finally {
      await opened.close();
      await Promise.all(served.map((site) => site.close()));
    }
  });
});
