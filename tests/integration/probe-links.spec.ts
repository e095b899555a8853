import { createServer, type Server } from 'node:http';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '#kernel';
import { crawlRound, linkLogs, openHouse, probeLinks, type House, type LinkProbeReport } from '#operations';
import { organisation } from './support/invented.js';
import { temporaryFolder } from './support/temporary-database.js';

/** What servers were asked for, since it was last emptied. */
let asked: string[] = [];
const servers: Server[] = [];

async function serve(name: string, pages: () => Record<string, string>): Promise<string> {
  const server = createServer(({ method, url }, response) => {
    asked.push(`${method} ${name}${url}`);
    const page = pages()[url ?? ''];
    const type = url?.endsWith('.pdf') ? 'application/pdf' : 'text/html; charset=utf-8';
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': type }).end(page);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const folder = temporaryFolder();
let house: House;
let now = Date.parse('2026-03-02T02:00:00Z');
let shop = '<title>云岭土特产网</title><p>欢迎</p>';
let outside: string;

beforeAll(async () => {
  const settings = readSettings({ MINGJING_DATA: folder, MINGJING_NO_BROWSER: '1' });
  house = await openHouse(settings, { now: () => new Date((now += 1)) });
  outside = await serve('outside', () => ({
    '/robots.txt': 'User-agent: *\nDisallow: /closed/',
    '/shop': shop,
    '/closed/a': '<p>云岭</p>',
    '/form.pdf': '%PDF-1.7',
  }));
  const home = (name: string) => `<title>${name}</title><h1>${name}</h1><p><a href="${outside}/shop">土特产</a>
    <a href="${outside}/closed/a">内网</a> <a href="${outside}/form.pdf">表格</a> <a href="/gone.html">旧通知</a>
    <a href="javascript:void(0)">打印</a> <a href="mailto:a@b.example">邮箱</a></p>`;
  const names = ['云岭县水务局', '云岭县林业局'];
  const sites = await Promise.all(names.map((name, n) => serve(`site${n}`, () => ({ '/': home(name) }))));
  await house.organisations.importOrganisations(
    names.map((name, n) => organisation(name, { site: `${sites[n]!}/`, sample: true })),
  );
});
afterAll(async () => {
  await house?.close();
  for (const server of servers) server.close();
  await rm(folder, { recursive: true, force: true });
});

const loose = { sample: true, allowNetworks: '127.0.0.1/32', intervalMs: 0, signal: new AbortController().signal };
const units = () => house.organisations.listOrganisations({ sample: true });
async function probe(more: { limit?: number; signal?: AbortSignal } = {}): Promise<LinkProbeReport> {
  asked = [];
  return probeLinks(house, { units: await units(), ...loose, ...more });
}
const pagesAsked = () => asked.filter((one) => !one.endsWith('/robots.txt')).sort();
const statesOf = ({ units: found }: LinkProbeReport) =>
  found.map(({ links, alive, faulty }) => [
    links.home,
    alive.home,
    faulty.map(({ text, state }) => `${text} ${state}`),
  ]);

describe('links of sites', () => {
  it('cannot be looked at before a round has read the sites', async () => {
    expect(await probe()).toMatchObject({ units: [], uncrawled: ['云岭县水务局', '云岭县林业局'], logs: [] });
    await crawlRound(house, { units: await units(), full: true, ...loose });
  });

  it('are asked for once, however many sites link there; robots.txt is obeyed, and files are asked for by their head', async () => {
    const report = await probe();
    expect(pagesAsked()).toEqual([
      'GET outside/shop',
      'GET site0/gone.html',
      'GET site1/gone.html',
      'HEAD outside/form.pdf',
    ]);
    // What robots.txt closes is neither alive nor faulty.
    const state = [4, 2, ['旧通知 suspected']];
    expect(statesOf(report)).toEqual([state, state]);
    expect((await probe()).logs).toHaveLength(1);
    expect(pagesAsked()).toEqual([]);
  });

  it('that became something else and those dead on two days are told, and kept in a log of that day', async () => {
    now += 8 * 24 * 3_600_000;
    shop = '<title>在线娱乐</title><p>百家乐 真人娱乐</p>';
    // Of each site one, what is to be confirmed first.
    await probe({ limit: 1 });
    expect(pagesAsked()).toEqual(['GET site0/gone.html', 'GET site1/gone.html']);
    const report = await probe();
    expect(pagesAsked()).toEqual(['GET outside/shop', 'HEAD outside/form.pdf']);
    const state = [4, 1, expect.arrayContaining(['旧通知 dead', '土特产 hijacked'])];
    expect(statesOf(report)).toEqual([state, state]);

    const logs = async (from: string, to: string) => linkLogs(house, await units(), { from, to });
    const [unit] = await units();
    const early = (await logs('2026-03-01', '2026-03-09')).get(unit!.id);
    expect(early?.faulty.map(({ state: how }) => how)).toEqual(['suspected']);
    const late = (await logs('2026-03-01', '2026-03-31')).get(unit!.id);
    expect(late?.faulty.map(({ state: how }) => how).sort()).toEqual(['dead', 'hijacked']);
    expect((await logs('2026-04-01', '2026-04-30')).size).toBe(0);
    const hijacked = late!.faulty.find(({ state: how }) => how === 'hijacked')!;
    const kept = await house.links.lookAsCapture(hijacked.capture);
    expect(kept).toMatchObject({ request: { url: `${outside}/shop` }, visit: { as: 'probe', linkText: '土特产' } });
    expect(new TextDecoder().decode(await house.blobs.get(kept!.sha256!))).toBe(shop);
  });

  it('say nothing of a run that was broken off', async () => {
    now += 8 * 24 * 3_600_000;
    const stop = new AbortController();
    stop.abort();
    expect(await probe({ signal: stop.signal })).toMatchObject({ units: [], logs: [] });
    expect(pagesAsked()).toEqual([]);
  });
});
