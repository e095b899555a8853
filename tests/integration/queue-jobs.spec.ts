import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { HandedBack, QueueJobs, type JobPayloads } from '#jobs';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

let database: TemporaryDatabase;
const opened: QueueJobs[] = [];
/** Whose jobs do not expire by themselves during a test, however slow the machine is, unless they are to. */
const open = async (expireInSeconds = 300) => {
  const jobs = await QueueJobs.open(database.url, () => undefined, { expireInSeconds, sweepEverySeconds: 1 });
  opened.push(jobs);
  return jobs;
};
const close = async (jobs: QueueJobs) => {
  opened.splice(opened.indexOf(jobs), 1);
  await jobs.close();
};
const site = (name: string, host = name) => ({ round: 'r', site: name, host });

const states = (of: string) =>
  database.dataSource.query<unknown[]>(
    `select state, retry_count as "retryCount", started_on as since from pgboss.job where data->>'site' = $1`,
    [of],
  );

beforeAll(async () => {
  database = await openTemporaryDatabase();
});
// What a test that failed leaves behind must not work on the jobs of the next.
afterEach(async () => {
  await Promise.all(opened.splice(0).map((jobs) => jobs.close()));
  await database.dataSource.query('delete from pgboss.job');
});
afterAll(() => database.close());

describe('jobs in PostgreSQL', () => {
  it('are shared by workers; a host is with one worker at a time and holds nobody else up', async () => {
    const [sender, one, two] = [await open(), await open(), await open()];
    const done: string[] = [];
    const busy = new Set<string>();
    let clashes = 0;
    const handlers = {
      'crawl-site': async ({ site: name, host }: JobPayloads['crawl-site']) => {
        if (busy.has(host)) clashes++;
        busy.add(host);
        await sleep(300);
        busy.delete(host);
        done.push(name);
      },
    };
    for (const payload of [site('a', 'h'), site('b', 'h'), site('c'), site('d'), site('e')])
      await sender.send('crawl-site', payload);
    await one.work(handlers, { concurrency: 2 });
    await two.work(handlers, { concurrency: 2 });
    await sender.idle();
    expect(done.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(clashes).toBe(0);
  });

  it('outlast their expiry while the worker lives, and are tried again when they fail', async () => {
    const jobs = await open(5);
    let runs = 0;
    await jobs.send('assess', { programme: 'p', period: '2022', asOf: '2023-01-01', sample: true });
    await jobs.work(
      {
        assess: async () => {
          if (++runs === 1) throw new Error('the first time fails');
          await sleep(6000);
        },
      },
      { concurrency: 1 },
    );
    await jobs.idle();
    expect(runs).toBe(2);
  });

  it('of a worker that died go to another within seconds', async () => {
    const [dead, jobs] = [await open(2), await open()];
    await dead.send('crawl-site', site('orphan'));
    // What a killed worker leaves: a job taken and never renewed.
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `update pgboss.job set state = 'active', started_on = now() where name = 'crawl-site.v1' and state = 'created'`,
    );
    await client.end();
    let runs = 0;
    await jobs.work({ 'crawl-site': async () => void runs++ }, { concurrency: 1 });
    await jobs.idle();
    expect(runs).toBe(1);
  });

  it('are handed back at once by a worker that stops, and no attempt is counted', async () => {
    const one = await open();
    await one.send('crawl-site', site('unfinished'));
    const begun = new Promise<void>((resolve) => {
      void one.work(
        {
          'crawl-site': (_, signal) =>
            new Promise((_, reject) => {
              resolve();
              signal.addEventListener('abort', () => reject(new HandedBack('stopping')));
            }),
        },
        { concurrency: 1 },
      );
    });
    await begun;
    await close(one);
    expect(await states('unfinished')).toEqual([{ state: 'created', retryCount: 0, since: null }]);
    const two = await open();
    let runs = 0;
    await two.work({ 'crawl-site': async () => void runs++ }, { concurrency: 1 });
    await two.idle();
    expect(runs).toBe(1);
  });

  it('are left alone until their time when they are handed back for later, and no attempt is counted', async () => {
    const jobs = await open();
    await jobs.send('crawl-site', site('at night'));
    let runs = 0;
    let early = true;
    const handler = async () => {
      runs += 1;
      if (early) throw new HandedBack('not its hour', 0, 3_600_000);
    };
    await jobs.work({ 'crawl-site': handler }, { concurrency: 2 });
    // Handed back only after its handler ended: set free before that, it would wait its hour after all.
    const handedBack = [{ state: 'created', retryCount: 0, since: null }];
    await expect.poll(() => runs).toBe(1);
    await expect.poll(() => states('at night')).toEqual(handedBack);
    await jobs.send('crawl-site', site('by day'));
    await expect.poll(() => runs).toBe(2);
    await expect.poll(() => states('by day')).toEqual(handedBack);
    early = false;
    await database.dataSource.query(`update pgboss.job set start_after = now() where state = 'created'`);
    await jobs.idle();
    expect(runs).toBe(4);
  });

  it('that fail as often as they may are given up with the reason, and the others go on', async () => {
    const jobs = await open();
    const givenUp: [string, string][] = [];
    let runs = 0;
    let done = 0;
    await jobs.send('crawl-site', site('poison'));
    await jobs.send('crawl-site', site('healthy'));
    await jobs.work(
      {
        'crawl-site': async ({ site: name }) => {
          if (name === 'healthy') return void done++;
          runs++;
          throw new Error('this one never works');
        },
      },
      {
        concurrency: 2,
        givenUp: { 'crawl-site': async ({ site: name }, reason) => void givenUp.push([name, reason]) },
      },
    );
    await jobs.idle();
    expect({ runs, done, givenUp }).toEqual({ runs: 6, done: 1, givenUp: [['poison', 'this one never works']] });
  });

  it('that kill every worker are given up too', async () => {
    const jobs = await open();
    await jobs.send('crawl-site', site('deadly'));
    await database.dataSource.query(
      `update pgboss.job set state = 'active', retry_count = retry_limit, started_on = now() - interval '1 hour'
       where data->>'site' = 'deadly'`,
    );
    const reasons: string[] = [];
    const givenUp = { 'crawl-site': async (_: unknown, reason: string) => void reasons.push(reason) };
    await jobs.work({ 'crawl-site': async () => undefined }, { concurrency: 1, givenUp });
    while (reasons.length === 0) await sleep(50);
    expect(reasons).toEqual(['处理它的任务进程每次都中途停止']);
  });

  it('that expire with a worker that lives, however often, count no attempt and are done in the end', async () => {
    const jobs = await open(2);
    const givenUp: string[] = [];
    let runs = 0;
    await jobs.send('crawl-site', site('slow'));
    await jobs.work(
      {
        'crawl-site': async (_, signal) => {
          runs += 1;
          if (runs > 8) return;
          // As the queue does with a job whose renewals came too late.
          await database.dataSource.query(
            `update pgboss.job set state = 'retry' where data->>'site' = 'slow' and state = 'active'`,
          );
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          throw new HandedBack('lost');
        },
      },
      { concurrency: 1, givenUp: { 'crawl-site': async ({ site: name }) => void givenUp.push(name) } },
    );
    await jobs.idle();
    expect([runs, givenUp]).toEqual([9, []]);
    expect(await states('slow')).toMatchObject([{ state: 'completed', retryCount: 0 }]);
  });

  it('of the same mark are sent once: while they wait, or ever', async () => {
    const jobs = await open();
    const marked = async (mark: string, once: 'whileWaiting' | 'ever') => {
      for (let times = 0; times < 2; times++) await jobs.send('crawl-site', site(mark, 'm'), { mark, once });
    };
    await marked('again', 'whileWaiting');
    await marked('never-again', 'ever');
    const runs: string[] = [];
    await jobs.work({ 'crawl-site': async ({ site: name }) => void runs.push(name) }, { concurrency: 1 });
    await jobs.idle();
    expect(runs.sort()).toEqual(['again', 'never-again']);
    await marked('again', 'whileWaiting');
    await marked('never-again', 'ever');
    await jobs.idle();
    expect(runs.sort()).toEqual(['again', 'again', 'never-again']);
  });

  it('of another version are left alone, and told of', async () => {
    const jobs = await open();
    await database.dataSource.query(
      `select pgboss.create_queue('crawl-site.v2', '{"policy": "singleton", "retryLimit": 5}')`,
    );
    await database.dataSource.query(
      `insert into pgboss.job (name, data) values ('crawl-site.v2', '{"site": "of another time"}')`,
    );
    let runs = 0;
    const told: number[] = [];
    await jobs.work(
      { 'crawl-site': async () => void runs++ },
      { concurrency: 1, onUnreadable: (count) => told.push(count) },
    );
    while (told.length === 0) await sleep(20);
    await jobs.send('crawl-site', site('of this time'));
    await jobs.idle();
    expect({ runs, told }).toEqual({ runs: 1, told: [1] });
    expect(await states('of another time')).toEqual([{ state: 'created', retryCount: 0, since: null }]);
  });

  it('lost to another worker stop where they are, and end nothing that is not theirs', async () => {
    const jobs = await open(5);
    await jobs.send('crawl-site', site('asleep'));
    let stopped = false;
    const begun = new Promise<void>((resolve) => {
      void jobs.work(
        {
          'crawl-site': (_, signal) =>
            new Promise((done) => {
              resolve();
              signal.addEventListener('abort', () => {
                stopped = true;
                done();
              });
            }),
        },
        { concurrency: 1 },
      );
    });
    await begun;
    // What another worker does that was given the job while this one was asleep.
    await database.dataSource.query(
      `update pgboss.job set started_on = clock_timestamp() + interval '1 hour' where data->>'site' = 'asleep'`,
    );
    while (!stopped) await sleep(20);
    await close(jobs);
    expect(await states('asleep')).toMatchObject([{ state: 'active' }]);
  });
});
