import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countyAsOf, startCounty } from '#county';
import { FileBlobStore } from '#evidence';
import { canonicalJson, readSettings } from '#kernel';
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
import { temporaryFolder } from './support/temporary-folder.js';

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

it('backs the sample county up, loses everything, and replays the same scores byte for byte from the restored', async () => {
  const root = temporaryFolder();
  const county = await startCounty({ slowMs: 1000 });
  const settings = readSettings({ MINGJING_DATA: join(root, 'data'), MINGJING_NO_BROWSER: '1' });
  try {
    const house = await openHouse(settings, clock());
    let published: string;
    try {
      const csv = new TextEncoder().encode(county.organisationsCsv);
      const units = (await importUnits(house, csv, '单位名单.csv', { sample: true })).filter(({ name }) =>
        names.includes(name),
      );
      const signal = new AbortController().signal;
      const crawl = { units, full: true, sample: true, allowNetworks: '127.0.0.1/32', intervalMs: 0, signal };
      expect((await crawlRound(house, crawl)).finished).toBe(true);
      published = (await scores(house, false)).cards;
      const { blobs, missing } = await makeBackup(house, join(root, 'backups'));
      expect(missing).toEqual([]);
      // Whatever the crawl and the scores left in the store is named by the database: nothing is forgotten.
      const kept = await readdir(join(root, 'data/blobs'), { recursive: true });
      expect(blobs).toBe(kept.filter((file) => file.length === 65).length);
      expect(blobs).toBeGreaterThan(50);
    } finally {
      await house.close();
    }
    await rm(join(root, 'data'), { recursive: true, force: true });

    await restoreBackup({
      from: join(root, 'backups'),
      replace: false,
      check: false,
      settings: { ...settings, MINGJING_DATA: dataFolder(settings) },
      blobs: new FileBlobStore(join(root, 'data/blobs')),
    });
    const restored = await openHouse(settings, clock());
    try {
      const { cards, differing } = await scores(restored, true);
      expect(differing).toEqual({ compared: names.length, differing: [] });
      expect(cards).toBe(published);
    } finally {
      await restored.close();
    }
  } finally {
    await county.close();
    await rm(root, { recursive: true, force: true });
  }
});
