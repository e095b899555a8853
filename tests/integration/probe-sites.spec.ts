import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '#kernel';
import { openHouse, probeSites, siteAvailability, type House } from '#operations';
import { importedFiles } from '../../libs/operations/imports.js';
import { organisation } from './support/invented.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

let house: House;
let place: TemporaryPlace;
let now = new Date('2026-03-02T02:00:00Z');
const servers: Server[] = [];
let answers: (() => number)[] = [];

async function serve(status: () => number, robots = ''): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(robots ? 200 : 404).end(robots);
    else response.writeHead(status(), { 'content-type': 'text/html' }).end('<p>云岭县</p>');
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

beforeAll(async () => {
  place = await temporaryPlace();
  const settings = readSettings({ ...place.settings, MINGJING_ALLOW_NETWORKS: '127.0.0.1' });
  house = await openHouse(settings, { now: () => (now = new Date(now.getTime() + 1)) });
  let tried = 0;
  answers = [() => 200, () => 500, () => (++tried % 2 === 1 ? 502 : 200), () => 200];
  const robots = ['', '', '', 'User-agent: *\nDisallow: /'];
  const sites = await Promise.all(answers.map((answer, n) => serve(answer, robots[n])));
  const names = ['云岭县水务局', '云岭县林业局', '云岭县教育局', '云岭县司法局'];
  await house.organisations.importOrganisations(
    names.map((name, n) => organisation(name, { site: sites[n]!, sample: false })),
  );
});
afterAll(async () => {
  await house.close();
  for (const server of servers) server.close();
  await place?.remove();
});

const units = () => house.organisations.listOrganisations();
const probe = async () => probeSites(house, { units: await units(), signal: new AbortController().signal, againMs: 0 });

describe('visits of our own monitor', () => {
  it('are repeated where a site did not open, and are no failure where robots.txt forbids them', async () => {
    const { visits, collected } = await probe();
    const said = visits.map(({ organisation: name, outcome }) => `${name} ${outcome}`).sort();
    expect(said).toEqual([
      '云岭县司法局 blockedByRobots',
      '云岭县教育局 ok',
      '云岭县教育局 serverError',
      '云岭县林业局 serverError',
      '云岭县林业局 serverError',
      '云岭县水务局 ok',
    ]);
    expect(collected).toEqual([]);
    const state = await siteAvailability(house, await units(), 7);
    const shown = state.map(({ organisation: name, failed, visits: times }) => `${name} ${failed}/${times}`).sort();
    expect(shown).toEqual(['云岭县司法局 0/1', '云岭县教育局 1/2', '云岭县林业局 2/2', '云岭县水务局 0/1']);
  });

  it('become the log of a day when it is over, once, and scores read it', async () => {
    expect((await importedFiles(house, await units())).probes.size).toBe(0);
    now = new Date('2026-03-02T16:00:00Z');
    expect((await probe()).collected).toEqual(['2026-03-02']);
    expect((await probe()).collected).toEqual([]);
    const [file, ...more] = await house.imports.imports();
    expect(more).toEqual([]);
    expect(file).toMatchObject({ kind: 'probes', name: '本机首页监测-2026-03-02.ndjson' });
    const { probes } = await importedFiles(house, await units());
    const water = (await units()).find(({ name }) => name === '云岭县水务局')!;
    expect(probes.get(water.id)).toMatchObject({
      source: '本机首页监测-2026-03-02.ndjson',
      probes: [{ outcome: 'ok', at: expect.stringMatching(/^2026-03-02T02:00:00/) }],
    });
  });

  it('of a run that was broken off say nothing', async () => {
    now = new Date('2026-03-03T04:00:00Z');
    const stop = new AbortController();
    stop.abort();
    const { visits } = await probeSites(house, { units: await units(), signal: stop.signal, againMs: 0 });
    expect(visits).toEqual([]);
  });
});
