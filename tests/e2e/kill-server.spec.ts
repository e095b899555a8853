import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDateOf } from '#calendar';
import { siteId, type OrganisationRow } from '#database';
import { QueueJobs } from '#jobs';
import { readSettings } from '#kernel';
import { addToken, assess, crawlRound, openHouse, setSchedule, type House, type RoundState } from '#operations';
import { printScorecard } from '#scoring';
import { organisation } from '../integration/support/invented.js';
import { openSites, type Sites } from '../integration/support/sites.js';
import { temporaryFolder } from '../integration/support/temporary-folder.js';
import { until } from '../integration/support/workshop.js';

const names = ['水务局', '财政局', '民政局'].map((name) => `云岭县${name}`);
/** What a site is asked for; its robots.txt is looked at too, as a map, and not counted. */
const askedOfSite = ['/', '/tzgg/', '/doc/1.html', '/doc/2.html', '/doc/3.html', '/doc/4.html', '/sitemap.xml'];
const pagesInAll = names.length * (askedOfSite.length + 1);

/** A program of ours as its own process, and what it said. */
interface Running {
  child: ChildProcess;
  said(): string;
}

interface Serving extends Running {
  url: string;
}

let folder: string;
let sites: Sites;
/** What a page shows who it is by; it holds over every kill. */
let token: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = temporaryFolder();
  sites = await openSites(names);
});

afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  // Whoever opens it last stops the database too.
  await withHouse(async () => undefined);
  await sites.close();
  rmSync(folder, { recursive: true, force: true });
});

const settings = () => ({
  MINGJING_DATA: folder,
  MINGJING_ALLOW_NETWORKS: '127.0.0.1/32',
  MINGJING_INTERVAL_MS: '0',
  MINGJING_NO_BROWSER: '1',
  PORT: '0',
});

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

async function start(program: string, args: string[], sign: RegExp): Promise<Running> {
  const path = join(import.meta.dirname, '../../dist/apps', program, 'main.js');
  const child = spawn(process.execPath, [path, ...args], {
    env: { ...process.env, DATABASE_URL: undefined, ...settings() },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.push(child);
  let text = '';
  child.stderr.on('data', (part: Buffer) => (text += part.toString()));
  await until(() => sign.test(text) || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}: ${text}`);
  return { child, said: () => text };
}

async function serve(): Promise<Serving> {
  const running = await start('server', ['--empty'], /就绪：http\S+\n/);
  return { ...running, url: /就绪：(http\S+)/.exec(running.said())![1]! };
}

async function withHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse(readSettings(settings()));
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

/** A connection that nobody knows of: it does not keep the embedded database alive. */
async function asideOf(house: House): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: house.database.url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

const databaseProcess = (): number =>
  Number(readFileSync(join(folder, 'postgres', 'cluster-18', 'postmaster.pid'), 'utf8').split('\n')[0]);

const asAssessor = () => ({ authorization: `Bearer ${token}` });

/** The states that a page is sent of a round, as a browser hears them, until the line is cut. */
async function listen(url: string, round: string, lastSeen?: string): Promise<{ ids: string[]; states: RoundState[] }> {
  const heard = { ids: [] as string[], states: [] as RoundState[] };
  const answer = await fetch(`${url}/api/v1/rounds/${round}/events`, {
    headers: { ...asAssessor(), ...(lastSeen === undefined ? {} : { 'last-event-id': lastSeen }) },
  });
  expect(answer.status).toBe(200);
  const read = async () => {
    let text = '';
    for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += part;
      const events = text.split('\n\n');
      text = events.pop()!;
      for (const event of events) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(event)?.[1];
        if (field('data') === undefined) continue;
        heard.ids.push(field('id')!);
        heard.states.push(JSON.parse(field('data')!) as RoundState);
      }
    }
  };
  void read().catch(() => undefined);
  await until(() => heard.states.length > 0);
  return heard;
}

async function json<T>(url: string): Promise<T> {
  return (await (await fetch(url, { headers: asAssessor() })).json()) as T;
}

interface Shown {
  schedules: { name: string; lastRun: { round: string | null; roundFinishedAt: string | null } | null }[];
}

async function scores(house: House, units: OrganisationRow[]): Promise<string> {
  const cards: string[] = [];
  await assess(house, {
    programme: 'pingliang-2020',
    period: '2026Q2',
    asOf: '2026-06-30',
    units,
    replay: false,
    onCard: (card) => void cards.push(JSON.stringify(printScorecard(card))),
  });
  return cards.join('\n');
}

describe('a web service that is killed with -9 while it begins a run and a page listens', () => {
  it('loses nothing and leaves nothing twice, and the page hears how the round ended', async () => {
    const moment = new Date(Date.now() + 8 * 3_600_000 - 10 * 60_000);
    const units = names.map((name, index) => organisation(name, { site: sites.homes[index]!, sample: false }));
    const first = await serve();
    expect(first.said()).not.toContain('沿用');
    const aside = await withHouse(async (house) => {
      await house.organisations.importOrganisations(units);
      await setSchedule(house, { name: '每晚采集', cron: `${moment.getUTCMinutes()} ${moment.getUTCHours()} * * *` });
      const now = new Date();
      const expiresOn = localDateOf(new Date(now.getTime() + 7 * 86_400_000).toISOString());
      const asked = { name: '查看', role: 'assessor' as const, unit: null, expiresOn };
      ({ token } = await addToken(house, asked, { by: '命令行', sample: false, now }));
      await (await QueueJobs.open(house.database.url, () => undefined)).close();
      return [await asideOf(house), await asideOf(house)] as const;
    });
    const [holder, looker] = aside;
    const rounds = async () => (await looker.query<{ id: string }>(`select id from round`)).rows;

    // The run becomes due; handing out its sites is held up.
    await holder.query('begin');
    await holder.query('lock table pgboss.job in exclusive mode');
    await looker.query(`update schedule set since = now() - interval '1 hour'`);
    await until(async () => (await rounds()).length > 0);
    const [{ id: round }] = (await rounds()) as [{ id: string }];
    const before = await listen(first.url, 'newest');
    expect(before.states[0]!.round).toMatchObject({ id: round, finishedAt: null });
    const waits = `select from pg_locks where not granted and relation = 'pgboss.job'::regclass`;
    await until(async () => (await looker.query(waits)).rows.length > 0);
    const database = databaseProcess();
    await killed(first.child);
    await holder.query('rollback');

    // The next one takes the database over and begins the run upon the same round.
    const second = await serve();
    expect(second.said()).toContain('沿用仍在运行的');
    expect(databaseProcess()).toBe(database);
    const ranBy = async (url: string) => (await json<Shown>(`${url}/api/v1/schedules`)).schedules[0]!.lastRun;
    await until(async () => (await ranBy(second.url))?.round === round);

    // Killed once more, in the middle of the round, which workers go on with.
    let release = (): void => undefined;
    const held = new Promise<void>((done) => (release = done));
    sites.before = async (site, path) => (site === 0 && path === '/doc/2.html' ? held : undefined);
    await start('worker', [], /任务进程已启动/);
    await until(() => sites.asked.includes('0 /doc/2.html'));
    const during = await listen(second.url, round, before.ids[0]);
    await killed(second.child);
    release();
    const ended = `select from round where id = $1 and finished_at is not null`;
    await until(async () => (await looker.query(ended, [round])).rows.length > 0);
    for (const child of children.splice(0)) await killed(child);

    // Now the database dies too: it is started again, with all that was written.
    process.kill(database, 'SIGKILL');
    await Promise.all([holder, looker].map((client) => client.end().catch(() => undefined)));
    const third = await serve();
    expect(databaseProcess()).not.toBe(database);
    const after = await listen(third.url, round, during.ids.at(-1));
    expect(after.states[0]).toMatchObject({ round: { id: round }, pages: pagesInAll });
    expect(after.states[0]!.round.finishedAt).not.toBeNull();
    expect(await ranBy(third.url)).toMatchObject({ round, roundFinishedAt: after.states[0]!.round.finishedAt });

    expect([...sites.asked].sort()).toEqual(
      names.flatMap((_name, site) => askedOfSite.map((path) => `${site} ${path}`)).sort(),
    );
    await withHouse(async (house) => {
      const states = await house.rounds.siteStates(round);
      expect(states.map(({ site, state }) => [site, state]).sort()).toEqual(
        units.map(({ site }) => [siteId(site!), 'done']).sort(),
      );
      const { dataSource } = house.database;
      const [counted] = await dataSource.query<unknown[]>(
        `select (select count(*)::int from round) as rounds, (select count(*)::int from schedule_run) as runs,
           (select count(*)::int from capture) as captures, (select count(*)::int from document) as documents,
           (select count(*)::int from pgboss.job where data->>'round' = $1) as jobs`,
        [round],
      );
      expect(counted).toEqual({ rounds: 1, runs: 1, captures: pagesInAll, documents: 12, jobs: 3 });
      const found = await scores(house, units);
      const request = { units, full: true, allowNetworks: '127.0.0.1/32', intervalMs: 0 };
      await crawlRound(house, { ...request, signal: new AbortController().signal });
      expect(await scores(house, units)).toBe(found);
    });
  });
});
