import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganisationRow } from '#database';
import { QueueJobs } from '#jobs';
import { readSettings } from '#kernel';
import {
  builtInProgrammes,
  demoAccounts,
  makeDemoAccounts,
  openHouse,
  openOwnWork,
  openSession,
  startWork,
  webRounds,
  type House,
  type OwnWork,
} from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { organisation } from './support/invented.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openSites, type Sites } from './support/sites.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const names = ['云岭县财政局', '云岭县教育局', '云岭县水务局'];
const timing = { expireInSeconds: 300, sweepEverySeconds: 1 };

let database: TemporaryDatabase;
let sites: Sites;
let house: House;
let jobs: QueueJobs;
let server: RunningServer;
let admin: SignedIn;
let units: OrganisationRow[];
const begun: string[] = [];
const lines: string[] = [];
const ownWorks: OwnWork[] = [];

beforeAll(async () => {
  database = await openTemporaryDatabase();
  sites = await openSites(names);
  const settings = readSettings({
    ...{ DATABASE_URL: database.url, MINGJING_DATA: database.folder, MINGJING_NO_BROWSER: '1' },
    ...{ MINGJING_CONCURRENCY: '2', MINGJING_ALLOW_NETWORKS: '127.0.0.1/32' },
  });
  house = await openHouse(settings);
  jobs = await QueueJobs.open(database.url, () => undefined, timing);
  units = await house.organisations.importOrganisations([
    ...names.map((name, index) => organisation(name, { site: sites.homes[index]!, sample: false })),
    organisation('云岭县没有网站的单位', { site: null, sample: false }),
    organisation('云岭县连不上的单位', { site: 'http://10.9.8.7/', sample: false }),
  ]);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0, MINGJING_ALLOW_NETWORKS: '127.0.0.1/32' },
    dataSource: database.dataSource,
    blobs: house.blobs,
    programmes: await builtInProgrammes(),
    sample: false,
    rounds: webRounds(
      house,
      () => Promise.resolve(jobs),
      () => begun.push('told'),
    ),
  });
  admin = await signedIn(database.stores);
});

afterAll(async () => {
  sites.before = async () => undefined;
  for (const own of ownWorks) await own.close();
  await server?.close();
  await jobs?.close();
  await house?.close();
  await sites?.close();
  await database?.close();
});

function ownWork(): OwnWork {
  const own = openOwnWork(house, () => Promise.resolve(jobs), { log: (line) => lines.push(line), intervalMs: 0 });
  ownWorks.push(own);
  return own;
}

async function ask(method: string, path: string, sent?: object, by: Pick<SignedIn, 'fetch'> = admin) {
  const answer = await by.fetch(`${server.url}/api/v1/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> & { round: Round | null } };
}
interface Round {
  state: { round: { id: string; finishedAt: string | null } };
  sites: { state: string; organisations: { name: string }[] }[];
  scoring: string;
  period: string;
}
const round = async () => (await ask('GET', 'setup/round')).json.round!;

describe('an office that sets itself up', () => {
  it('is told what is done and what comes next', async () => {
    expect((await ask('GET', 'setup')).json).toMatchObject({
      units: { count: 5, withSite: 4 },
      ...{ programme: null, round: null, scored: false, done: ['units'], next: 'programme' },
    });
    expect(await ask('POST', 'setup/round', { units: [], period: 'this-quarter' })).toMatchObject({
      status: 400,
      json: { message: expect.stringContaining('先选定方案') },
    });
  });

  it('chooses a programme, which is shown before the others from then on', async () => {
    expect((await ask('POST', 'setup/programme', { programme: 'no-such' })).status).toBe(404);
    const chosen = await ask('POST', 'setup/programme', { programme: 'pingliang-2020' });
    expect(chosen).toMatchObject({
      status: 200,
      json: { programme: { programme: 'pingliang-2020', chosenBy: '某甲' } },
    });
    const programmes = (await ask('GET', 'programmes')).json as unknown as { id: string; chosen: boolean }[];
    expect(programmes.filter((one) => one.chosen).map(({ id }) => id)).toEqual(['pingliang-2020']);
  });

  it('looks at the home page of a site, under the rules of a crawl, and keeps what was seen', async () => {
    const [finance, , , bare, hidden] = units;
    const look = await ask('POST', 'setup/site-looks', { organisation: finance!.id });
    expect(look).toMatchObject({
      status: 200,
      json: { look: { outcome: 'ok', columns: [{ key: 'notice', name: '通知公告', title: '通知公告' }] } },
    });
    const { missing } = look.json.look as { missing: { key: string }[] };
    expect(missing.map(({ key }) => key)).toContain('guide');
    expect(sites.asked).toEqual(['0 /']);
    expect((await ask('POST', 'setup/site-looks', { organisation: bare!.id })).status).toBe(400);
    // What the network rules forbid is said, and nothing is said to be missing.
    expect((await ask('POST', 'setup/site-looks', { organisation: hidden!.id })).json.look).toMatchObject({
      ...{ outcome: 'blockedByPolicy', columns: [], missing: [] },
    });
    const kept = (await ask('GET', 'setup/sites')).json as unknown as { look: { outcome: string } | null }[];
    expect(kept.map((one) => one.look?.outcome ?? null)).toEqual(['ok', null, null, 'blockedByPolicy']);
  });

  it('begins a round from the page, one at a time, which the service does itself where no worker is', async () => {
    sites.asked.length = 0;
    const ids = units.slice(0, 3).map(({ id }) => id);
    const request = { units: ids, period: 'this-quarter' };
    const both = await Promise.all([ask('POST', 'setup/round', request), ask('POST', 'setup/round', request)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.json.message).toContain('有一轮采集尚未结束');
    expect(begun).toEqual(['told']);
    const mine = await round();
    expect(mine).toMatchObject({ scoring: 'waiting', sites: [{ state: 'waiting' }, {}, {}] });

    // The service stops in the middle; what it had begun is gone on with by the next one.
    const first = ownWork();
    let seen = (): void => undefined;
    const reached = new Promise<void>((done) => (seen = done));
    let open = (): void => undefined;
    const held = new Promise<void>((done) => (open = done));
    sites.before = async (_site, path) => {
      if (path !== '/doc/2.html') return;
      seen();
      await held;
    };
    await first.look(0);
    expect(first.works).toBe(true);
    await reached;
    const closing = first.close();
    open();
    await closing;
    sites.before = async () => undefined;
    expect((await round()).state.round).toMatchObject({ id: mine.state.round.id, finishedAt: null });

    const second = ownWork();
    await second.look(0);
    await expect.poll(async () => (await round()).scoring, { timeout: 120_000 }).toBe('done');
    const ended = await round();
    expect(ended.sites.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect((await ask('GET', 'setup')).json).toMatchObject({ scored: true, next: 'schedule' });
    const scope = `programme=pingliang-2020&period=${ended.period}`;
    expect((await ask('GET', `overview?${scope}`)).status).toBe(200);
    // With nothing left to do it is no worker any more.
    await second.look(0);
    await second.look(0);
    expect(second.works).toBe(false);
  });

  it('takes nothing from workers that are there', async () => {
    expect((await ask('POST', 'setup/round', { units: [units[0]!.id], period: 'this-quarter' })).status).toBe(200);
    let open = (): void => undefined;
    const held = new Promise<void>((done) => (open = done));
    let seen = (): void => undefined;
    const reached = new Promise<void>((done) => (seen = done));
    sites.before = async () => {
      seen();
      await held;
    };
    const queue = await QueueJobs.open(database.url, () => undefined, timing);
    const worker = await startWork(house, queue, { log: (line) => lines.push(line), intervalMs: 0 });
    await reached;
    const own = ownWork();
    await own.look(0);
    expect(own.works).toBe(false);
    open();
    await expect.poll(async () => (await round()).scoring, { timeout: 120_000 }).toBe('done');
    await worker.close();
  });

  it('stops a round: what waits is not asked any more, nothing is scored, and another may begin', async () => {
    expect((await ask('POST', 'setup/round', { units: [], period: 'this-month' })).status).toBe(200);
    sites.asked.length = 0;
    expect((await ask('POST', 'setup/round-stop', {})).json.round).toMatchObject({ scoring: 'none', period: null });
    expect((await ask('POST', 'setup/round-stop', {})).status).toBe(400);
    const own = ownWork();
    await own.look(0);
    await expect
      .poll(async () => (await database.dataSource.query(`select from pgboss.job where state < 'completed'`)).length)
      .toBe(0);
    expect(sites.asked).toEqual([]);
    await own.close();
    expect((await ask('POST', 'setup/round', { units: [units[0]!.id], period: 'this-month' })).status).toBe(200);
    expect((await ask('POST', 'setup/round-stop', {})).status).toBe(200);
  });

  it('refuses what cannot be: no such unit, no site, no such period, and the sample', async () => {
    for (const [request, words] of [
      [{ units: ['none'], period: 'this-quarter' }, '已不在名单中'],
      [{ units: [units[3]!.id], period: 'this-quarter' }, '没有登记网站'],
      [{ units: [], period: 'next-year' }, '评分周期'],
    ] as const)
      expect((await ask('POST', 'setup/round', request)).json.message).toContain(words);
    await makeDemoAccounts(house, new Date());
    const accounts = await house.accounts.accounts();
    const demo = accounts.find(({ name }) => name === demoAccounts[0]!.name);
    // Real units are there: the sample's accounts are out.
    const cookie = `mingjing_session=${demo ? await openSession(house, demo.id, new Date()) : 'none'}`;
    const by = {
      fetch: (url: string, init: RequestInit = {}) =>
        fetch(url, { ...init, headers: { ...(init.headers as object), cookie } }),
    };
    expect((await ask('POST', 'setup/round', { units: [], period: 'this-month' }, by)).status).toBe(401);
  });
});
