import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { countyAsOf, startCounty, type County } from '#county';
import { FileBlobStore } from '#evidence';
import { canonicalJson, readSettings, type Settings } from '#kernel';
import {
  assess,
  clockStartingAt,
  crawlRound,
  dataFolder,
  importUnits,
  makeBackup,
  openHouse,
  restoreBackup,
  type House,
} from '#operations';
import { printScorecard } from '#scoring';
import { temporaryFolder, temporaryPlace } from './support/temporary-database.js';

const clock = () => clockStartingAt(`${countyAsOf}T20:00:00+08:00`);
/** Static sites. */
const names = ['云岭县人民政府', '云岭县发展和改革局', '云岭县财政局'];

async function scores(house: House, replay: boolean): Promise<{ cards: string; differing: unknown }> {
  const units = (await house.organisations.listOrganisations()).filter(({ name }) => names.includes(name));
  const cards: string[] = [];
  const result = await assess(house, {
    programme: 'pingliang-2020',
    period: '2026Q2',
    asOf: '2026-06-30',
    units,
    replay,
    onCard: async (card) => void cards.push(canonicalJson(printScorecard(card))),
  });
  return { cards: cards.sort().join('\n'), differing: result.replay };
}

/** Where the data are for a while: a folder, and a database that is embedded there or a server elsewhere. */
interface Place {
  settings: Settings;
  destroy(): Promise<void>;
}

async function embedded(folder: string): Promise<Place> {
  const settings = readSettings({ MINGJING_DATA: folder, MINGJING_NO_BROWSER: '1' });
  return { settings, destroy: () => rm(folder, { recursive: true, force: true }) };
}

/** A database without a table, as who keeps the server has made it. */
async function elsewhere(): Promise<Place> {
  const place = await temporaryPlace();
  const client = new pg.Client({ connectionString: place.settings.DATABASE_URL });
  await client.connect();
  await client.query('drop schema public cascade');
  await client.query('create schema public');
  await client.end();
  return { settings: readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }), destroy: () => place.remove() };
}

async function filesOf({ settings }: Place): Promise<number> {
  const kept = await readdir(join(settings.MINGJING_DATA, 'blobs'), { recursive: true });
  return kept.filter((file) => file.length === 65).length;
}

/** Scores of the county after a crawl. */
async function fill(place: Place, county: County): Promise<string> {
  const house = await openHouse(place.settings, clock());
  try {
    const csv = new TextEncoder().encode(county.organisationsCsv);
    const units = (await importUnits(house, csv, '单位名单.csv', { sample: true })).filter(({ name }) =>
      names.includes(name),
    );
    const signal = new AbortController().signal;
    const crawl = { units, full: true, sample: true, allowNetworks: '127.0.0.1/32', intervalMs: 0, signal };
    expect((await crawlRound(house, crawl)).finished).toBe(true);
    return (await scores(house, false)).cards;
  } finally {
    await house.close();
  }
}

/** Backs a place up, destroys it and brings it back in another. */
async function move(from: Place, to: Place, backups: string): Promise<void> {
  const house = await openHouse(from.settings, clock());
  try {
    const { blobs, missing } = await makeBackup(house, backups);
    expect(missing).toEqual([]);
    // Whatever the crawl and the scores left in the store is named by the database: nothing is forgotten.
    expect(blobs).toBe(await filesOf(from));
    expect(blobs).toBeGreaterThan(50);
  } finally {
    await house.close();
  }
  await from.destroy();
  await restoreBackup({
    from: backups,
    replace: false,
    check: false,
    settings: { ...to.settings, MINGJING_DATA: dataFolder(to.settings) },
    blobs: new FileBlobStore(join(to.settings.MINGJING_DATA, 'blobs')),
  });
}

it('backs the sample county up, loses everything, and replays the same scores byte for byte from the restored', async () => {
  const root = temporaryFolder();
  const county = await startCounty({ slowMs: 1000 });
  // From the embedded database to a server elsewhere, from there to another, and back.
  const places = [
    await embedded(join(root, 'first')),
    await elsewhere(),
    await elsewhere(),
    await embedded(join(root, 'last')),
  ];
  try {
    const published = await fill(places[0]!, county);
    for (const [index, to] of places.slice(1).entries()) {
      await move(places[index]!, to, join(root, `backups-${index}`));
      const restored = await openHouse(to.settings, clock());
      try {
        const { cards, differing } = await scores(restored, true);
        expect(differing).toEqual({ compared: names.length, differing: [] });
        expect(cards).toBe(published);
      } finally {
        await restored.close();
      }
    }
  } finally {
    await county.close();
    for (const place of places) await place.destroy();
    await rm(root, { recursive: true, force: true });
  }
});
