import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { siteId, type OrganisationRow } from '#database';
import { QueueJobs } from '#jobs';
import { canonicalJson, readSettings, sha256Hex } from '#kernel';
import { openHouse, openSharedRound, type House } from '#operations';
import { organisation } from '../../integration/support/invented.js';
import { type Bench, round as rounded } from '../bench.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { provinceSites } from './province-sites.js';
import type { HostSeen } from './serve.js';

const sites = provinceSites(Number(process.env.BENCH_SITES ?? 1000));
const intervalMs = 200;
const perWorker = 64;
const workerCounts = [1, 2, 4] as const;
const root = join(import.meta.dirname, '..', '..', '..');

interface Run {
  seconds: number;
  requests: number;
  digest: string;
}

/**
 * A round over a province of simulated sites, two of a hundred faulty, by one, two and four workers. Fails when a host was asked more
 * often in a second than its interval allows or twice at once, when the round did not end, or when the results differ by a byte.
 */
export const provinceBench: Bench = {
  name: 'province',
  about: `每秒页数：${sites.length} 个模拟网站（50–3000 毫秒，2% 有故障）的一轮采集，4 个任务进程；另有 1、2 个的`,
  async run() {
    const folder = await temporaryFolder('mingjing-bench-');
    const server = spawn(process.execPath, [join(import.meta.dirname, 'serve.js'), String(sites.length)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const environment = {
      MINGJING_DATA: folder,
      MINGJING_NO_BROWSER: '1',
      MINGJING_INTERVAL_MS: String(intervalMs),
      MINGJING_CONCURRENCY: String(perWorker),
      MINGJING_ALLOW_NETWORKS: '127.0.0.0/8',
    };
    const house = await openHouse(readSettings({ ...process.env, ...environment }));
    try {
      const [port] = (await once(createInterface(server.stdout), 'line')) as [string];
      const units = await house.organisations.importOrganisations(
        sites.map(({ name, host }) => organisation(name, { site: `http://${host}:${port}/`, sample: false })),
      );
      const runs = new Map<number, Run>();
      for (const count of workerCounts) runs.set(count, await crawl(house, units, port, count, environment));
      const digests = new Set([...runs.values()].map(({ digest }) => digest));
      if (digests.size > 1) throw new Error('任务进程数不同，结果不同');
      const rate = (count: number): number => rounded(runs.get(count)!.requests / runs.get(count)!.seconds, 1);
      const floor = rounded(runs.get(4)!.requests / leastSeconds(perWorker * 4), 1);
      return {
        bench: 'province',
        unit: '页/秒',
        value: rate(4),
        floor,
        ratioToFloor: rounded(rate(4) / floor),
        peers: { '1 个进程': rate(1), '2 个进程': rate(2) },
        ratioToPeers: { '1 个进程': rounded(rate(4) / rate(1)), '2 个进程': rounded(rate(4) / rate(2)) },
      };
    } finally {
      await house.close();
      server.kill();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function crawl(
  house: House,
  units: OrganisationRow[],
  port: string,
  count: number,
  environment: Record<string, string>,
): Promise<Run> {
  const jobs = await QueueJobs.open(house.database.url, (error) => process.stderr.write(`${error.message}\n`));
  const workers: ChildProcess[] = [];
  try {
    // What the round before learnt of faulty hosts is not to slow this one.
    await house.database.dataSource.query('delete from host');
    for (let n = 0; n < count; n += 1) workers.push(await startWorker(house.database.url, environment));
    const started = performance.now();
    const { round } = await openSharedRound(house, jobs, { units, full: true, followUp: null });
    while ((await house.rounds.round(round))?.finishedAt === null) await sleep(200);
    const seconds = (performance.now() - started) / 1000;
    return { seconds, requests: await checkManners(port), digest: await digestOf(house, round, units) };
  } finally {
    await Promise.all(workers.map((worker) => stopWorker(worker)));
    await jobs.close();
  }
}

async function startWorker(databaseUrl: string, environment: Record<string, string>): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [join(root, 'apps', 'worker', 'main.js')], {
    env: { ...process.env, ...environment, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await once(createInterface(worker.stderr), 'line');
  worker.stderr.resume();
  return worker;
}

async function stopWorker(worker: ChildProcess): Promise<void> {
  const closed = once(worker, 'close');
  worker.kill('SIGTERM');
  await closed;
}

/** @returns requests in all. @throws when a host was asked too soon or too often at once. */
async function checkManners(port: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/-/seen`);
  const seen = Object.entries((await answer.json()) as Record<string, HostSeen>);
  // Turns are kept where requests are sent: one more may come within a second when the way to the server is uneven.
  const limit = 1000 / intervalMs + 1;
  const rude = seen.filter(([, { most, perSecond }]) => most > 1 || perSecond > limit);
  if (rude.length > 0)
    throw new Error(`${rude.length} 个主机被问得太急，如 ${rude[0]![0]}：${JSON.stringify(rude[0]![1])}`);
  return seen.reduce((sum, [, { requests }]) => sum + requests, 0);
}

/** What the round knows of every site, without which round it was and when its pages were fetched. */
async function digestOf(house: House, round: string, units: OrganisationRow[]): Promise<string> {
  const states = new Map((await house.rounds.siteStates(round)).map((state) => [state.site, state]));
  const known: unknown[] = [];
  for (const { site } of units) {
    const id = siteId(site ?? '');
    const { pages, outcomes, ended, state } = states.get(id) ?? {};
    const facts = await house.facts.loadSiteFacts(round, id);
    known.push([id, pages, outcomes, ended, state, timeless(facts)]);
  }
  return sha256Hex(canonicalJson(known));
}

function timeless(facts: unknown): unknown {
  return JSON.parse(
    JSON.stringify(facts, (key, value: unknown) =>
      key === 'capture' || key === 'fetchedAt' || key === 'firstSeenAt' || key === 'lastSeenAt' ? undefined : value,
    ) ?? 'null',
  );
}

/** No politer crawl of the sound sites is quicker: each page waits for its server or its turn, so many sites side by side. */
function leastSeconds(atOnce: number): number {
  const times = sites
    .filter(({ fault }) => fault === null)
    .map(({ delayMs, documents }) => (documents + 3) * Math.max(delayMs, intervalMs));
  return Math.max(times.reduce((sum, time) => sum + time, 0) / atOnce, ...times) / 1000;
}
