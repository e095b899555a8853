import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openServer } from '#database';
import { readSettings, type Settings } from '#kernel';
import { examineMachine, openHouse, type MachineCheck } from '#operations';
import { temporaryFolder } from './support/temporary-folder.js';

let folder: string;
let settings: Settings;
let server: Awaited<ReturnType<typeof openServer>>;

beforeEach(async () => {
  folder = temporaryFolder();
  settings = readSettings({ MINGJING_DATA: folder, MINGJING_NO_BROWSER: '1' });
  server = await openServer(settings);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function examine(at: string): Promise<Map<string, MachineCheck>> {
  const checks = await examineMachine(settings, { now: () => new Date(at) });
  return new Map(checks.map((check) => [check.what, check]));
}

it('finds a new machine fit, and changes nothing by looking', async () => {
  const now = new Date().toISOString();
  const checks = await examine(now);
  expect([...checks.values()].filter((check) => !check.good && check.needed)).toEqual([]);
  expect(checks.get('数据库升级')).toMatchObject({ good: true, found: expect.stringContaining('空库') });
  expect(await readdir(folder)).toEqual(['postgres']);
});

it('names what is wrong with data, each with what to do', async () => {
  const house = await openHouse(settings);
  try {
    const { dataSource } = house.database;
    const round = await house.rounds.openRound({ source: 'live', sample: false, startedAt: new Date().toISOString() });
    const blank = { round: round.id, pages: 0, outcomes: {}, unrendered: 0, seconds: 0, ended: null };
    await house.rounds.setSiteState({ ...blank, site: 's1', state: 'failed', note: '磁盘已满' });
    await dataSource.query(`update round set started_at = now() - interval '5 hours'`);
    await dataSource.query(`update site_round set updated_at = now() - interval '3 hours'`);
    await dataSource.query(
      `insert into host (name, given_up_until, trouble) values ('a.example', now() + interval '1 hour', 'timeout')`,
    );
    await dataSource.query(
      `insert into site_visit (url, at, outcome, ms, certificate) values ('https://a.example/', now(), 'ok', 90,
         json_build_object('validFrom', '2026-01-01T00:00:00Z', 'validTo', now() + interval '5 days', 'issuer', '', 'problem', null))`,
    );
    await mkdir(join(folder, 'postgres/cluster-16'));
    const wrong = async (at: string) =>
      [...(await examine(at)).values()].filter((check) => !check.good).map((check) => check.what);
    const now = new Date().toISOString();
    expect(await wrong(now)).toEqual(
      expect.arrayContaining(['内置数据库的遗留', '轮次', '失败的网站', '停访的主机', '网站证书', '备份']),
    );
    expect(await wrong(now)).not.toContain('时钟');
    expect(await wrong('2031-01-01T00:00:00Z')).toEqual(expect.arrayContaining(['时钟', '工作日历']));
    for (const check of (await examine(now)).values())
      expect([check.what, check.good || check.advice !== '']).toEqual([check.what, true]);
  } finally {
    await house.close();
  }
});

it('leaves a database of another version as it is, and says so', async () => {
  const house = await openHouse(settings);
  try {
    const { dataSource } = house.database;
    const now = new Date().toISOString();
    const [last] = await dataSource.query<{ name: string }[]>(
      `delete from migrations where timestamp = (select max(timestamp) from migrations) returning name`,
    );
    expect((await examine(now)).get('数据库升级')).toMatchObject({ good: false, found: '还有 1 步' });
    expect(await dataSource.query(`select from migrations where name = $1`, [last?.name])).toEqual([]);
    await dataSource.query(`insert into migrations (timestamp, name) values (1900000000000, 'Later1900000000000')`);
    expect((await examine(now)).get('内置数据库')).toMatchObject({ good: false, needed: true });
  } finally {
    await house.close();
  }
});
