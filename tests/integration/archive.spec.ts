import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteId, type OrganisationRow } from '#database';
import { BadInput, canonicalJson, readSettings } from '#kernel';
import { crawlArchive, openHouse, writeArchive, type House } from '#operations';
import { organisation } from './support/invented.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';
import { temporaryFolder } from './support/temporary-folder.js';

const evidence = join(import.meta.dirname, '../golden/evidence/yunling.warc.gz');
const now = new Date('2026-07-01T02:00:00Z');

let folder: string;
let places: TemporaryPlace[];
let houses: House[];
let units: OrganisationRow[];
/** The same path for both houses: a round is known by what it was read from. */
let path: string;

beforeAll(async () => {
  folder = temporaryFolder();
  path = join(folder, 'evidence.warc.gz');
  copyFileSync(evidence, path);
  places = [await temporaryPlace(), await temporaryPlace()];
  houses = [];
  for (const { settings } of places)
    houses.push(await openHouse(readSettings({ ...settings, MINGJING_NO_BROWSER: '1' }), { now: () => now }));
  for (const house of houses)
    units = await house.organisations.importOrganisations([
      organisation('云岭县青石镇人民政府', { site: 'http://127.0.0.1:18608/' }),
      organisation('云岭县松岭乡人民政府', { site: 'http://127.0.0.1:18611/' }),
    ]);
});

afterAll(async () => {
  for (const house of houses ?? []) await house.close();
  for (const place of places ?? []) await place.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function factsOf(house: House): Promise<{ facts: string[]; captures: string[] }> {
  const { round } = await crawlArchive(house, path, { units, signal: new AbortController().signal });
  const facts = await Promise.all(units.map(({ site }) => house.facts.loadSiteFacts(round, siteId(site!))));
  const captures: string[] = [];
  for await (const capture of house.evidence.captures(round)) captures.push(canonicalJson(capture));
  return { facts: facts.map((one) => canonicalJson(one)), captures };
}

describe('an archive of our own', () => {
  it('read by another machine gives the same facts and captures, byte for byte', async () => {
    const first = await factsOf(houses[0]!);
    expect(first.captures.length).toBeGreaterThan(100);
    const out = join(folder, 'out.warc.gz');
    expect(await writeArchive(houses[0]!, out, units)).toBe(first.captures.length);
    renameSync(out, path);
    const second = await factsOf(houses[1]!);
    expect(second.facts).toEqual(first.facts);
    expect(second.captures).toHaveLength(first.captures.length);
    expect(second.captures.filter((one, n) => one !== first.captures[n])).toEqual([]);
  });

  it.each(['nowhere/out.warc.gz', '.'])('that cannot be written to %j is refused in one line', async (name) => {
    const out = join(folder, name);
    await expect(writeArchive(houses[0]!, out, units)).rejects.toThrow(BadInput);
    expect(existsSync(`${out}.part`)).toBe(false);
  });

  it('that breaks off leaves no half archive', async () => {
    const out = join(folder, 'half.warc.gz');
    const blobs = { ...houses[0]!.blobs, get: () => Promise.reject(new BadInput([{ where: '快照', what: '没有' }])) };
    await expect(writeArchive({ ...houses[0]!, blobs }, out, units)).rejects.toThrow(BadInput);
    expect([existsSync(out), existsSync(`${out}.part`)]).toEqual([false, false]);
  });
});

describe('an archive without units', () => {
  it('brings its hosts as units, named once, however often it is read', async () => {
    const house = houses[0]!;
    const read = () => crawlArchive(house, evidence, { units: [], signal: new AbortController().signal });
    const first = await read();
    const named = await house.organisations.listOrganisations();
    expect(named.map(({ name }) => name)).toContain('云岭县松岭乡人民政府（127.0.0.1:18611）');
    const again = await read();
    expect(again.sites.map(({ organisation: unit, pages }) => [unit, pages])).toEqual(
      first.sites.map(({ organisation: unit, pages }) => [unit, pages]),
    );
    expect(await house.organisations.listOrganisations()).toEqual(named);
  });
});
