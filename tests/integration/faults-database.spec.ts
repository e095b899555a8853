import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { databaseFault } from '#database';
import { Workshop, asOf, scope, until } from './support/workshop.js';

// The database is killed, cut off, or silent, in the middle of work.

const names = ['水务局', '财政局', '教育和体育局', '民政局'].map((name) => `云岭县${name}`);
let shop: Workshop;
/** The scores of a round that nothing disturbed. */
let whole: string;

beforeAll(async () => {
  shop = await Workshop.open(names);
  whole = await shop.undisturbed();
});
afterEach(() => shop.rest());
afterAll(() => shop?.close());

/** A round under way: some site has been asked for its third article, and waits for the answer. */
async function inTheMiddle(): Promise<{ release: () => void }> {
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  let waiting = 0;
  shop.sites.before = async (_site, path) => {
    if (path !== '/doc/3.html' || waiting >= 2) return;
    waiting += 1;
    await held;
  };
  await until(() => waiting > 0);
  return { release };
}

/** What every round must leave, whatever happened meanwhile. */
async function isAsUndisturbed(round: string): Promise<void> {
  expect(await shop.statesOf(round), shop.lines.join('\n')).toEqual(shop.allDone);
  const [twice] = await shop.database.dataSource.query<{ rows: number; pages: number }[]>(
    `select count(*)::int as rows, count(distinct (site, request))::int as pages from capture where round = $1`,
    [round],
  );
  expect(twice!.rows).toBe(twice!.pages);
  expect(await shop.scores()).toBe(whole);
}

describe('a round whose database', () => {
  it('is killed with -9 in the middle goes on when it is there again, under the same address', async () => {
    const round = await shop.begin();
    await shop.startWorker();
    const { release } = await inTheMiddle();
    const killed = shop.killDatabase();
    release();
    await shop.ended(round);
    expect(shop.databaseProcess()).not.toBe(killed);
    await isAsUndisturbed(round);
  });

  it('cuts every connection again and again goes on', async () => {
    const round = await shop.begin();
    let cuts = 0;
    shop.sites.before = async (_site, path) => {
      if (!/doc\/[24]/.test(path) || cuts >= 3) return;
      cuts += 1;
      await shop.database.dataSource
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user`,
        )
        .catch(() => undefined);
    };
    await shop.startWorker();
    await shop.ended(round);
    expect(cuts).toBe(3);
    await isAsUndisturbed(round);
  });
});

describe('an assessment whose database is killed with -9', () => {
  it('ends with one line, leaves the published result, and the next one gives the same bytes', async () => {
    const { dataSource } = shop.database;
    const before = await shop.house.assessments.assessment(scope);
    // What is written last is held back: the scorecards are there when the end comes.
    const holder = dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`lock table heat_cell in exclusive mode`);
    const broken = shop.scores().then(
      () => null,
      (error: unknown) => error,
    );
    const waits = `select from pg_locks where not granted and relation = 'heat_cell'::regclass`;
    await until(async () => (await dataSource.query<unknown[]>(waits)).length > 0);
    shop.killDatabase();
    expect(databaseFault(await broken)?.message).toMatch(/^数据库：连接中断或无法连接；可接受：[^\n]*$/);
    await holder.release().catch(() => undefined);
    await until(async () => (await dataSource.query<unknown[]>('select 1')).length === 1);
    expect(await shop.house.assessments.assessment(scope)).toEqual(before);
    expect(before?.asOf).toBe(asOf);
    expect(await shop.scores()).toBe(whole);
  });
});
