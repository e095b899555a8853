import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RunningStore, siteId } from '#database';
import { MemoryBlobStore } from '#evidence';
import { MissingResource } from '#kernel';
import { noteBackup } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { organisation } from './support/invented.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const site = 'http://czj.yunling.example/';
let database: TemporaryDatabase;
let server: RunningServer;
let admin: SignedIn;
let store: RunningStore;
let brokenStore = false;

class Blobs extends MemoryBlobStore {
  override put(bytes: Uint8Array, sha256?: string): Promise<string> {
    if (brokenStore) throw new MissingResource([{ where: '取证快照目录', what: '写不进去' }]);
    return super.put(bytes, sha256);
  }
}

const sql = (statement: string) => database.dataSource.query(statement);
const ask = async (path: string) => {
  const answer = await admin.fetch(`${server.url}/api/v1/${path}`);
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
};
/** Samples by name and labels. */
async function figures(): Promise<Map<string, number>> {
  const { body } = await ask('metrics');
  return new Map(
    body
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

beforeAll(async () => {
  database = await openTemporaryDatabase();
  store = new RunningStore(database.dataSource);
  const { rounds, organisations } = database.stores;
  await organisations.importOrganisations([organisation('云岭县财政局', { site, sample: false })]);
  const ended = await rounds.openRound({ source: 'live', sample: false, startedAt: '2026-06-29T00:00:00Z' });
  await rounds.finishRound(ended.id, '2026-06-29T00:10:00Z');
  const open = await rounds.openRound({ source: 'live', sample: false, startedAt: '2026-06-30T00:00:00Z' });
  const state = { round: open.id, unrendered: 0, seconds: 1, ended: null };
  const hostile = { ok: 40, notFound: 2, ['x"} 1\nforged 9']: 7 } as Record<string, number>;
  await rounds.setSiteState({
    ...state,
    site: siteId(site),
    state: 'failed',
    pages: 42,
    outcomes: hostile,
    note: '出错了',
  });
  await rounds.setSiteState({ ...state, site: 's2', state: 'running', pages: 0, outcomes: {}, note: null });
  await sql(`insert into host (name, given_up_until, trouble) values ('a.example', now() + interval '1 hour', 'challenged'),
    ('b.example', now() - interval '1 hour', 'timeout')`);
  admin = await signedIn(database.stores);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0, MINGJING_DATA: database.folder },
    dataSource: database.dataSource,
    blobs: new Blobs(),
    programmes: [],
    sample: false,
    now: () => new Date('2026-07-02T00:00:00Z'),
  });
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

describe('whether the program can work', () => {
  afterEach(async () => {
    brokenStore = false;
    await sql(`delete from migrations where timestamp = 1900000000000`);
  });

  it('is told with the reason', async () => {
    expect((await ask('health/ready')).status).toBe(200);
    brokenStore = true;
    expect(await ask('health/ready')).toMatchObject({
      status: 503,
      body: expect.stringContaining('取证快照库不能读写'),
    });
    brokenStore = false;
    await sql(`insert into migrations (timestamp, name) values (1900000000000, 'Later1900000000000')`);
    expect(await ask('health/ready')).toMatchObject({ status: 503, body: expect.stringContaining('较新版本') });
    expect((await ask('health/live')).status).toBe(200);
  });
});

describe('the figures for Prometheus', () => {
  it('are those of all processes, by labels of closed sets', async () => {
    await noteBackup(database.folder, { takenAt: '2026-07-01T00:00:00.000Z', place: '/b', missing: 0 });
    await ask('rounds/no%22such');
    const { type, body } = await ask('metrics');
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(body).not.toContain('forged');
    const found = await figures();
    for (const [name, value] of [
      ['mingjing_pages_last_day{outcome="ok"}', 40],
      ['mingjing_pages_last_day{outcome="notFound"}', 2],
      ['mingjing_pages_last_day{outcome="timeout"}', 0],
      ['mingjing_rounds{state="open"}', 1],
      ['mingjing_rounds{state="finished"}', 1],
      ['mingjing_last_round_duration_seconds', 600],
      ['mingjing_round_sites{state="failed"}', 1],
      ['mingjing_round_sites{state="running"}', 1],
      ['mingjing_hosts_given_up', 1],
      ['mingjing_assessments', 0],
      ['mingjing_backup_age_seconds', 86_400],
      ['mingjing_database_up', 1],
    ] as const)
      expect([name, found.get(name)]).toEqual([name, value]);
    expect(found.get('mingjing_disk_free_bytes')).toBeGreaterThan(0);
    expect([...found.keys()].some((name) => name.startsWith('process_resident_memory_bytes'))).toBe(true);
    const routes = [...found.keys()].filter((name) => name.startsWith('mingjing_http_request_seconds_count'));
    expect(routes.join()).toContain('/api/v1/health/ready');
    expect(routes.join()).not.toContain('such');
    expect(body).not.toContain('yunling');
  });

  it('say so when the database does not answer, and are there all the same', async () => {
    await sql('alter table assessment rename to assessment_away');
    try {
      const found = await figures();
      expect(found.get('mingjing_database_up')).toBe(0);
      expect(found.has('process_cpu_seconds_total')).toBe(true);
    } finally {
      await sql('alter table assessment_away rename to assessment');
    }
  });
});

describe('what is under way', () => {
  it('is known with what is in trouble', async () => {
    const [round] = await store.openRounds();
    expect(round).toMatchObject({ running: 1, failed: 1, waiting: 0, done: 0 });
    expect(round?.quietMinutes).toBeLessThan(10);
    await sql(`update site_round set updated_at = now() - interval '3 hours'`);
    expect((await store.openRounds())[0]?.quietMinutes).toBeGreaterThan(170);
    expect(await store.failedSites(5)).toEqual({
      total: 1,
      sites: [{ url: site, units: ['云岭县财政局'], note: '出错了' }],
    });
    expect(await store.hostsGivenUp(5)).toEqual({ total: 1, hosts: [{ host: 'a.example', trouble: 'challenged' }] });
    expect(await store.schema()).toEqual({ pending: [], newer: [] });
    expect(await store.queue()).toEqual([]);
  });

  it('counts the queue by kind of work', async () => {
    await sql(`create schema pgboss`);
    await sql(`create table pgboss.job (name text, state text, start_after timestamptz)`);
    await sql(`insert into pgboss.job values ('crawl-site.v1', 'created', now() - interval '5 minutes'),
      ('crawl-site.v1', 'retry', now() + interval '1 minute'), ('crawl-site.v1', 'active', now()),
      ('crawl-site.v1', 'completed', now()), ('crawl-site.v1.given-up', 'created', now()), ('assess.v1', 'active', now())`);
    const [assess, crawl] = await store.queue();
    expect(assess).toEqual({ kind: 'assess', waiting: 0, active: 1, givenUp: 0, oldestSeconds: 0 });
    expect(crawl).toMatchObject({ kind: 'crawl-site', waiting: 2, active: 1, givenUp: 1 });
    expect(crawl?.oldestSeconds).toBeGreaterThanOrEqual(299);
    expect((await figures()).get('mingjing_queue_jobs{kind="crawl-site",state="waiting"}')).toBe(2);
  });
});
