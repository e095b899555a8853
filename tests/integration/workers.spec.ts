import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { siteId, type OrganisationRow, type SiteRoundRow } from '#database';
import { QueueJobs } from '#jobs';
import { printOpenHours, readSettings, type Settings } from '#kernel';
import { assess, openHouse, openSharedRound, setHost, startWork, type House, type RunningWork } from '#operations';
import { printScorecard } from '#scoring';
import { organisation } from './support/invented.js';
import { openSites, type Sites } from './support/sites.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const names = ['水务局', '财政局', '教育和体育局', '民政局', '农业农村局', '交通运输局'].map((name) => `云岭县${name}`);
/** No job expires by itself, however slow the machine is: a page would be asked for twice. */
const timing = { expireInSeconds: 300, sweepEverySeconds: 1 };
const scope = { programme: 'pingliang-2020', period: '2026Q2' };

let database: TemporaryDatabase;
let settings: Settings;
let sites: Sites;
let house: House;
let jobs: QueueJobs;
let units: OrganisationRow[];
const workers: RunningWork[] = [];
const children: ChildProcess[] = [];
const lines: string[] = [];

const environment = () => ({
  DATABASE_URL: database.url,
  MINGJING_DATA: database.folder,
  MINGJING_NO_BROWSER: '1',
  MINGJING_CONCURRENCY: '2',
  MINGJING_ALLOW_NETWORKS: '127.0.0.1/32',
});

beforeAll(async () => {
  database = await openTemporaryDatabase();
  sites = await openSites(names);
  settings = readSettings(environment());
  house = await openHouse(settings);
  jobs = await QueueJobs.open(database.url, () => undefined, timing);
  units = await house.organisations.importOrganisations(
    names.map((name, index) => organisation(name, { site: sites.homes[index]!, sample: false })),
  );
});

beforeEach(() => {
  sites.asked.length = 0;
  sites.before = async () => undefined;
  lines.length = 0;
});

afterEach(async () => {
  sites.before = async () => undefined;
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(workers.splice(0).map((worker) => worker.close()));
});

afterAll(async () => {
  await jobs?.close();
  await house?.close();
  await sites?.close();
  await database?.close();
});

/** A worker as a process of its own would be: its own connections, its own pace. */
async function startWorker(): Promise<RunningWork> {
  const own = await openHouse(settings);
  const queue = await QueueJobs.open(database.url, () => undefined, timing);
  const work = await startWork(own, queue, { log: (line) => lines.push(line), intervalMs: 0 });
  const worker = {
    close: async () => {
      await work.close();
      await own.close();
    },
  };
  workers.push(worker);
  return worker;
}

async function stop(worker: RunningWork): Promise<void> {
  workers.splice(workers.indexOf(worker), 1);
  await worker.close();
}

async function startProcess(): Promise<ChildProcess> {
  const program = new URL('./support/work-alone.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', program], {
    env: { ...process.env, ...environment(), TEST_EXPIRE_SECONDS: String(timing.expireInSeconds) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  child.stdin.write('work\n');
  await once(child.stdout, 'data');
  return child;
}

const begin = (followUp: Parameters<typeof openSharedRound>[2]['followUp'] = null) =>
  openSharedRound(house, jobs, { units, full: true, followUp });

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(25);
}
/** As time would. */
const letSilentJobsExpire = () =>
  database.dataSource.query(`update pgboss.job set started_on = started_on - interval '1 hour' where state = 'active'`);
const ended = (round: string) => async () => (await house.rounds.round(round))?.finishedAt !== null;

async function statesOf(round: string): Promise<Record<string, SiteRoundRow['state']>> {
  const rows = await house.rounds.siteStates(round);
  return Object.fromEntries(
    units.map(({ name, site }) => [name, rows.find((row) => row.site === siteId(site ?? ''))!.state]),
  );
}
const allDone = Object.fromEntries(names.map((name) => [name, 'done']));

/** Scorecards on the newest evidence, as they are printed. */
async function scores(): Promise<string> {
  const cards: string[] = [];
  const onCard = (card: Parameters<typeof printScorecard>[0]) => {
    cards.push(JSON.stringify(printScorecard(card)));
  };
  await assess(house, { ...scope, asOf: '2026-06-30', units, replay: false, onCard });
  return cards.join('\n');
}

let whole: string;

describe('a round shared by workers', () => {
  it.each([1, 2, 4])('is the same with %i of them, and no page is asked for twice', async (count) => {
    const { round, sites: handedOut } = await begin();
    expect(handedOut).toBe(names.length);
    await Promise.all(Array.from({ length: count }, startWorker));
    await until(ended(round));
    expect(await statesOf(round)).toEqual(allDone);
    expect(sites.asked).toHaveLength(new Set(sites.asked).size);
    expect(sites.asked.filter((line) => line.includes('/doc/'))).toHaveLength(names.length * 4);
    const now = await scores();
    whole ??= now;
    expect(now).toBe(whole);
    expect(now.split('\n')).toHaveLength(names.length);
  });

  it('leaves a site alone outside the hours of its host, and does the others meanwhile', async () => {
    const night = units[1]!;
    const by = { host: night.site!, author: '甲科', reason: '来函要求' };
    const minute = (Math.floor(Date.now() / 60_000) + 480) % 1440;
    const hours = printOpenHours([[(minute + 120) % 1440, (minute + 180) % 1440]]);
    await setHost(house, { ...by, hours }, new Date());
    const { round } = await begin();
    await startWorker();
    const done = { ...allDone, [night.name]: 'waiting' };
    await expect.poll(() => statesOf(round)).toEqual(done);
    expect(sites.asked.filter((line) => line.startsWith('1 '))).toEqual([]);
    expect(sites.asked.length).toBeGreaterThan(names.length);
    await setHost(house, { ...by, hours: '默认' }, new Date());
    await database.dataSource.query(`update pgboss.job set start_after = now() where state = 'created'`);
    await until(ended(round));
    expect(await statesOf(round)).toEqual(allDone);
  });

  it('is ended by another worker when one is killed in the middle of a site', async () => {
    const { round } = await begin();
    let held = 0;
    let release = (): void => undefined;
    const hanging = new Promise<void>((done) => (release = done));
    sites.before = async (_site, path) => {
      if (path === '/doc/3.html' && held++ < 2) await hanging;
    };
    const victim = await startProcess();
    await until(() => held >= 2);
    victim.kill('SIGKILL');
    await once(victim, 'close');
    release();
    expect(Object.values(await statesOf(round)).filter((state) => state === 'running')).toHaveLength(2);
    await letSilentJobsExpire();
    await startWorker();
    await until(ended(round));
    expect(await statesOf(round)).toEqual(allDone);
    expect(await scores()).toBe(whole);
  });

  it('has its sites handed back by a worker that is told to stop', async () => {
    const { round } = await begin();
    let asked = 0;
    sites.before = async (_site, path) => {
      if (path !== '/tzgg/') return;
      asked++;
      await sleep(50);
    };
    const first = await startWorker();
    await until(() => asked >= 1);
    await stop(first);
    const [left] = await database.dataSource.query<{ active: number; retried: number }[]>(
      `select count(*) filter (where state = 'active')::int as active, count(*) filter (where retry_count > 0)::int as retried
       from pgboss.job where data->>'round' = $1`,
      [round],
    );
    expect(left).toEqual({ active: 0, retried: 0 });
    expect(Object.values(await statesOf(round))).not.toContain('running');
    await startWorker();
    await until(ended(round));
    expect(await scores()).toBe(whole);
  });

  it('ends without the site that fails every time, says why, and is followed by the result and circular asked for', async () => {
    const breaking = house.evidence.constructor.prototype as { crawlSink: House['evidence']['crawlSink'] };
    const { crawlSink } = breaking;
    const poisoned = siteId(sites.homes[3]!);
    breaking.crawlSink = function (this: House['evidence'], round, site, again) {
      if (site === poisoned) throw new Error('这个网站总是出错');
      return crawlSink.call(this, round, site, again);
    };
    try {
      const before = await house.assessments.head(scope);
      const { round } = await begin({ ...scope, asOf: '2026-06-30', circular: 'quarterly' });
      await startWorker();
      await startWorker();
      await until(ended(round));
      expect(await statesOf(round)).toEqual({ ...allDone, [names[3]!]: 'failed' });
      const failed = await house.rounds.siteState(round, poisoned);
      expect(failed?.note).toBe('这个网站总是出错');
      await until(async () => (await house.assessments.head(scope))?.id !== before?.id);
      await until(async () => (await house.circulars.listCirculars({ ...scope, sample: false })).length > 0);
      await jobs.idle();
      const [sent] = await database.dataSource.query<{ assessments: number; circulars: number }[]>(
        `select count(*) filter (where name = 'assess.v1')::int as assessments,
           count(*) filter (where name = 'circular.v1')::int as circulars from pgboss.job`,
      );
      expect(sent).toEqual({ assessments: 1, circulars: 1 });
    } finally {
      breaking.crawlSink = crawlSink;
    }
  });

  it('is gone on with, and not begun anew, when it is asked for again meanwhile', async () => {
    const first = await begin();
    const again = await openSharedRound(house, jobs, { units, full: false, followUp: null });
    expect(again).toEqual({ ...first, resumed: true });
    await startWorker();
    await until(ended(first.round));
    expect(sites.asked).toHaveLength(new Set(sites.asked).size);
  });
});

describe('a database that a newer program upgraded', () => {
  it('is refused with one line, and a worker that runs takes no more work', async () => {
    const told: string[] = [];
    const queue = await QueueJobs.open(database.url, () => undefined, timing);
    const work = await startWork(house, queue, {
      log: () => undefined,
      onOutdated: (line) => told.push(line),
      checkEveryMs: 20,
    });
    const { dataSource } = database;
    await dataSource.query(`insert into migrations (timestamp, name) values (1900000000000, 'FarAhead1900000000000')`);
    try {
      await until(() => told.length > 0);
      expect(told).toEqual([expect.stringContaining('FarAhead1900000000000') as string]);
      await expect(openHouse(settings)).rejects.toThrow(/^数据库：已由较新版本的明镜升级（FarAhead1900000000000）.*$/);
    } finally {
      await dataSource.query(`delete from migrations where timestamp = 1900000000000`);
      await work.close();
    }
  });
});
