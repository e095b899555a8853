import { SchedulerRegistry } from '@nestjs/schedule';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { QueueJobs, type Jobs } from '#jobs';
import { BadInput, readSettings } from '#kernel';
import { beginDueRuns, changeSchedule, listSchedules, openHouse, setSchedule, type House } from '#operations';
import { createApp } from '../../apps/server/create-app.js';
import { SchedulerService } from '../../apps/server/scheduler.service.js';
import { ServerContext } from '../../apps/server/server-context.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { organisation } from './support/invented.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const names = ['云岭县水务局', '云岭县财政局'];
let database: TemporaryDatabase;
let house: House;
let other: House;
let jobs: Jobs & { close(): Promise<void> };
let admin: SignedIn;

beforeAll(async () => {
  database = await openTemporaryDatabase();
  const settings = readSettings({ DATABASE_URL: database.url, MINGJING_DATA: database.folder });
  house = await openHouse(settings);
  other = await openHouse(settings);
  jobs = await QueueJobs.open(database.url, () => undefined);
  await house.organisations.importOrganisations(
    names.map((name, index) => organisation(name, { site: `http://site${index}.example/`, sample: false })),
  );
});

beforeEach(async () => {
  await database.dataSource.query(`delete from schedule`);
  await database.dataSource.query(`update round set finished_at = now() where finished_at is null`);
  await database.dataSource.query(`delete from pgboss.job`);
});

afterAll(async () => {
  await jobs?.close();
  await other?.close();
  await house?.close();
  await database?.close();
});

const openJobs = async () => jobs;
const nightly = { name: '每晚采集', cron: '0 22 * * *' };
const at = (text: string) => new Date(text);
/** Sets a schedule as if it had been set at that moment. */
async function setAt(moment: string, more: Partial<Parameters<typeof setSchedule>[1]> = {}): Promise<void> {
  await setSchedule(house, { ...nightly, ...more });
  await database.dataSource.query(`update schedule set since = $1`, [moment]);
}
const count = async (what: string) => {
  const [row] = await database.dataSource.query<{ count: number }[]>(`select count(*)::int as count from ${what}`);
  return row!.count;
};

describe('schedules', () => {
  it('hand looking after links to workers, and begin no round for it', async () => {
    await setAt('2026-11-20T00:00:00Z', { links: true, only: [names[0]!] });
    const rounds = await count('round');
    expect(await beginDueRuns(house, openJobs, at('2026-11-20T14:00:05Z'))).toMatchObject([
      { schedule: '每晚采集', round: null, note: '已交任务进程检查链接' },
    ]);
    expect(await beginDueRuns(other, openJobs, at('2026-11-21T14:00:05Z'))).toHaveLength(1);
    expect(await count('round')).toBe(rounds);
    // What still waits is not sent a second time.
    expect(await count(`pgboss.job where name like 'probe-links%'`)).toBe(1);
    expect(await listSchedules(house)).toMatchObject([{ task: 'links', unitNames: [names[0]] }]);
    await expect(setSchedule(house, { ...nightly, links: true, full: true })).rejects.toThrow(BadInput);
    await expect(setSchedule(house, { ...nightly, links: true, programme: 'national' })).rejects.toThrow(BadInput);
  });

  it('begin a run once, whichever of many schedulers looks first', async () => {
    await setAt('2026-11-20T00:00:00Z');
    const now = at('2026-11-20T14:00:05Z');
    const rounds = await count('round');
    const begun = (
      await Promise.all([house, other, house, other].map((one) => beginDueRuns(one, openJobs, now)))
    ).flat();
    expect(begun).toEqual([
      { schedule: '每晚采集', dueAt: '2026-11-20T14:00:00.000Z', round: expect.any(String) as string, note: null },
    ]);
    expect(await beginDueRuns(other, openJobs, at('2026-11-20T14:00:20Z'))).toEqual([]);
    expect((await count('round')) - rounds).toBe(1);
    expect(await count('schedule_run')).toBe(1);
    expect(await count(`pgboss.job where name = 'crawl-site.v1'`)).toBe(2);
  });

  it('begin nothing before the time', async () => {
    await setAt('2026-11-20T00:00:00Z');
    expect(await beginDueRuns(house, openJobs, at('2026-11-20T13:59:59Z'))).toEqual([]);
    expect(await count('schedule_run')).toBe(0);
  });

  it('catch up once what was missed in many nights', async () => {
    await setAt('2026-11-01T00:00:00Z');
    const now = at('2026-11-20T16:00:00Z');
    expect(await beginDueRuns(house, openJobs, now)).toMatchObject([
      { dueAt: '2026-11-20T14:00:00.000Z', note: '原定时间没有运行，补做一次' },
    ]);
    expect(await beginDueRuns(house, openJobs, now)).toEqual([]);
    expect(await count('schedule_run')).toBe(1);
  });

  it('leave a run out while the one before goes on, and say so', async () => {
    await setAt('2026-11-19T00:00:00Z');
    const [first] = await beginDueRuns(house, openJobs, at('2026-11-19T14:00:05Z'));
    expect(await beginDueRuns(house, openJobs, at('2026-11-20T14:00:05Z'))).toMatchObject([
      { round: null, note: '上一轮尚未结束，未重复开始' },
    ]);
    await house.rounds.finishRound(first!.round!, '2026-11-20T15:00:00Z');
    expect(await beginDueRuns(house, openJobs, at('2026-11-21T14:00:05Z'))).toMatchObject([{ note: null }]);
  });

  it('begin the same time never twice, though the clock jumps forth and back', async () => {
    await setAt('2026-11-19T00:00:00Z');
    const due = async (now: string) => {
      const begun = await beginDueRuns(house, openJobs, at(now));
      for (const { round } of begun) if (round) await house.rounds.finishRound(round, now);
      return begun.map(({ dueAt }) => dueAt);
    };
    expect(await due('2026-11-19T14:01:00Z')).toEqual(['2026-11-19T14:00:00.000Z']);
    expect(await due('2027-03-01T00:00:00Z')).toEqual(['2027-02-28T14:00:00.000Z']);
    expect(await due('2026-11-19T15:00:00Z')).toEqual([]);
    expect(await due('2026-11-20T14:00:01Z')).toEqual(['2026-11-20T14:00:00.000Z']);
    expect(await due('2027-03-01T00:00:00Z')).toEqual([]);
  });

  it('rest while paused, and do not catch up what was due meanwhile', async () => {
    await setAt('2026-11-01T00:00:00Z');
    await changeSchedule(house, '每晚采集', 'pause');
    expect(await beginDueRuns(house, openJobs, at('2026-11-20T16:00:00Z'))).toEqual([]);
    expect(await listSchedules(house)).toMatchObject([{ pausedAt: expect.any(String) as string, next: [] }]);
    await changeSchedule(house, '每晚采集', 'resume');
    const [shown] = await listSchedules(house);
    const resumed = new Date(shown!.since);
    expect(await beginDueRuns(house, openJobs, resumed)).toEqual([]);
    expect(shown!.next).toHaveLength(3);
    expect(await beginDueRuns(house, openJobs, at(shown!.next[0]!))).toHaveLength(1);
    await changeSchedule(house, '每晚采集', 'remove');
    expect(await listSchedules(house)).toEqual([]);
  });

  it('crawl some units only, and ask for the result of the period as seen from the day of the run', async () => {
    await setAt('2026-11-30T00:00:00Z', {
      cron: '0 6 1 * *',
      only: [names[1]!],
      programme: 'pingliang-2020',
      period: 'last-month',
      circular: 'monthly',
    });
    const [begun] = await beginDueRuns(house, openJobs, at('2026-11-30T22:00:05Z'));
    const shared = await house.rounds.sharedRound(begun!.round!);
    // 6:00 on 1 December in Beijing.
    expect(shared?.followUp).toEqual({ programme: 'pingliang-2020', period: '2026-11', circular: 'monthly' });
    expect(await house.rounds.siteStates(begun!.round!)).toMatchObject([{ state: 'waiting' }]);
    expect(await listSchedules(house)).toMatchObject([
      { unitNames: [names[1]], lastRun: { round: begun!.round, roundFinishedAt: null } },
    ]);
  });

  it('begin the run again when it broke off before its sites were handed out', async () => {
    await setAt('2026-11-20T00:00:00Z');
    const now = at('2026-11-20T14:00:05Z');
    const broken = async () => Promise.reject(new Error('the queue is away'));
    await expect(beginDueRuns(house, broken, now)).rejects.toThrow('the queue is away');
    expect(await count('schedule_run')).toBe(0);
    expect(await beginDueRuns(house, openJobs, now)).toHaveLength(1);
  });

  it.each([
    [{ name: '' }, '名称：没有填写'],
    [{ cron: '0 25 * * *' }, '时间：“0 25 * * *”不可用'],
    [{ programme: 'none' }, 'none'],
    [{ period: 'this-quarter' }, '评分须指明方案'],
    [{ programme: 'pingliang-2020', period: 'next-year' }, '评分周期：“next-year”不可用'],
    [{ circular: 'quarterly' }, '生成通报须先评分'],
    [{ only: ['无名局'] }, '没有名为“无名局”的单位'],
  ])('that are wrong by %j are refused with a clear line', async (wrong, line) => {
    const attempt = setSchedule(house, { ...nightly, ...wrong });
    await expect(attempt).rejects.toThrow(BadInput);
    await expect(attempt).rejects.toThrow(line);
    expect(await listSchedules(house)).toEqual([]);
  });
});

describe('the API for schedules', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const { dataSource } = house.database;
    const settings = { HOST: '127.0.0.1', PORT: 0 };
    admin = await signedIn(house);
    server = await startServer({ settings, dataSource, blobs: house.blobs, programmes: [] });
  });
  afterAll(() => server?.close());

  async function ask(path: string, sent?: unknown, headers: Record<string, string> = {}) {
    const post = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
    const answer = await admin.fetch(
      `${server.url}/api/v1/schedules${path}`,
      sent === undefined ? {} : { ...post, body: JSON.stringify(sent) },
    );
    return { status: answer.status, json: (await answer.json()) as { message?: string; schedules?: unknown[] } };
  }

  it('sets, shows, pauses and removes them', async () => {
    const set = await ask('', { ...nightly, only: [names[0]], programme: 'pingliang-2020', period: 'this-quarter' });
    expect(set).toMatchObject({
      status: 200,
      json: { schedules: [{ name: '每晚采集', only: [names[0]], lastRun: null }] },
    });
    expect((await ask('')).json).toEqual(set.json);
    const name = encodeURIComponent('每晚采集');
    expect((await ask(`/${name}/change`, { change: 'pause' })).json).toMatchObject({ schedules: [{ next: [] }] });
    expect((await ask(`/${name}/change`, { change: 'remove' })).json).toEqual({ schedules: [] });
    expect(await ask(`/${name}/change`, { change: 'remove' })).toMatchObject({ status: 400 });
  });

  it('refuses what cannot be used, and what other sites send', async () => {
    expect(await ask('', { ...nightly, cron: '每晚' })).toMatchObject({ status: 400 });
    expect((await ask('', { ...nightly, another: 1 })).json.message).toContain('不认识的字段');
    expect((await ask(`/x/change`, { change: 'start' })).json.message).toContain('应为 pause、resume 或 remove');
    expect(await ask('', nightly, { origin: 'http://evil.example' })).toMatchObject({ status: 403 });
    expect((await ask('')).json).toEqual({ schedules: [] });
  });

  it('looks for what is due as long as the server runs', async () => {
    let looked = 0;
    const scheduler = { tick: async () => void looked++ };
    const context = new ServerContext(
      house.database.dataSource,
      house.blobs,
      [],
      undefined,
      undefined,
      undefined,
      undefined,
      scheduler,
    );
    const app = await createApp(context, () => undefined);
    await app.init();
    expect(app.get(SchedulerRegistry).getIntervals()).toHaveLength(1);
    await app.get(SchedulerService).look();
    expect(looked).toBe(1);
    await app.close();
  });
});
