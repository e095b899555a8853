import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { QueueJobs, type JobPayloads } from '#jobs';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

let database: TemporaryDatabase;
const open = () => QueueJobs.open(database.url, () => undefined, { expireInSeconds: 2, sweepEverySeconds: 1 });
const site = (name: string, host = name) => ({ round: 'r', site: name, host });

beforeAll(async () => {
  database = await openTemporaryDatabase();
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
    await Promise.all([sender.close(), one.close(), two.close()]);
  });

  it('outlast their expiry while the worker lives, and are tried again when they fail', async () => {
    const jobs = await open();
    let runs = 0;
    await jobs.send('assess', { programme: 'p', period: '2022', asOf: '2023-01-01', round: 'r' });
    await jobs.work(
      {
        assess: async () => {
          if (++runs === 1) throw new Error('the first time fails');
          await sleep(5000);
        },
      },
      { concurrency: 1 },
    );
    await jobs.idle();
    expect(runs).toBe(2);
    await jobs.close();
  });

  it('of a worker that died go to another within seconds', async () => {
    const jobs = await open();
    await jobs.send('crawl-site', site('orphan'));
    // What a killed worker leaves: a job taken and never renewed.
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `update pgboss.job set state = 'active', started_on = now() where name = 'crawl-site' and state = 'created'`,
    );
    await client.end();
    const started = Date.now();
    let runs = 0;
    await jobs.work({ 'crawl-site': async () => void runs++ }, { concurrency: 1 });
    await jobs.idle();
    expect(runs).toBe(1);
    console.log(`orphaned job back after ${(Date.now() - started) / 1000} s`);
    expect(Date.now() - started).toBeLessThan(15_000);
    await jobs.close();
  });
});
