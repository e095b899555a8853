import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, rmSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { siteId } from '#database';
import { MissingResource, readSettings } from '#kernel';
import { beginDueRuns, changeSchedule, crawlRound, openHouse, setSchedule, type Clock } from '#operations';
import { temporaryFolder } from './support/temporary-database.js';
import { Workshop, until } from './support/workshop.js';

// What breaks in the machines of a round: workers, their disk, their clock, the way to the database.

const names = ['水务局', '财政局', '教育和体育局', '民政局'].map((name) => `云岭县${name}`);
let shop: Workshop;
/** The scores of a round that nothing disturbed. */
let whole: string;

beforeAll(async () => {
  shop = await Workshop.open(names, 3);
  whole = await shop.undisturbed();
});
afterEach(() => shop.rest());
afterAll(() => shop?.close());

/** A small disk of its own; null where none can be had. */
function mountSmallDisk(folder: string, size: string): { grow(size: string): void; close(): void } | null {
  const mount = (...args: string[]) => spawnSync('mount', [...args, folder]).status === 0;
  if (process.getuid?.() !== 0 || !mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs')) return null;
  return {
    grow: (more) => void mount('-o', `remount,size=${more}`),
    close: () => void spawnSync('umount', ['-l', folder]),
  };
}
const canMount = ((): boolean => {
  const folder = temporaryFolder();
  const disk = mountSmallDisk(folder, '64k');
  disk?.close();
  rmSync(folder, { recursive: true, force: true });
  return disk !== null;
})();

/** Writes until nothing more fits, and gives the file that took the room. */
function fillUp(folder: string): string {
  const file = join(folder, 'filler');
  const open = openSync(file, 'w');
  try {
    for (let size = 1 << 20; size >= 512; size >>= 1)
      try {
        for (;;) if (writeSync(open, Buffer.alloc(size)) < size) break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
  } finally {
    closeSync(open);
  }
  return file;
}

/** The way to the database, which can be cut or go silent. */
class Wire {
  private readonly pairs = new Set<[Socket, Socket]>();
  private readonly server: Server;
  private isCut = false;
  private isSilent = false;

  constructor(private readonly to: URL) {
    this.server = createServer((near) => this.join(near));
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const url = new URL(this.to);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** Breaks what is open and lets nobody in. */
  cut(isCut: boolean): void {
    this.isCut = isCut;
    if (isCut) for (const pair of this.pairs) for (const socket of pair) socket.destroy();
  }

  /** Nothing passes, and nobody is told. */
  silence(isSilent: boolean): void {
    this.isSilent = isSilent;
    for (const pair of this.pairs) for (const socket of pair) this.settle(socket);
  }

  async close(): Promise<void> {
    this.cut(true);
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket): void {
    if (this.isCut) return void near.destroy();
    const far = connect(Number(this.to.port), this.to.hostname);
    const pair: [Socket, Socket] = [near, far];
    this.pairs.add(pair);
    for (const [one, other] of [pair, [far, near] as const]) {
      one.on('error', () => undefined);
      one.on('close', () => {
        this.pairs.delete(pair);
        other.destroy();
      });
      one.on('data', (part) => void other.write(part));
      this.settle(one);
    }
  }

  private settle(socket: Socket): void {
    if (this.isSilent) socket.pause();
    else socket.resume();
  }
}

/** Holds the answers to a path until they are let go. */
function hold(path: string, atMost = 1): { asked: () => number; release: () => void } {
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  let asked = 0;
  shop.sites.before = async (_site, at) => {
    if (at !== path || asked >= atMost) return;
    asked += 1;
    await held;
  };
  return { asked: () => asked, release };
}

async function isAsUndisturbed(round: string): Promise<void> {
  expect(await shop.statesOf(round)).toEqual(shop.allDone);
  const [rows] = await shop.database.dataSource.query<{ rows: number; pages: number }[]>(
    `select count(*)::int as rows, count(distinct (site, request))::int as pages from capture where round = $1`,
    [round],
  );
  expect(rows!.rows).toBe(rows!.pages);
  expect(await shop.scores()).toBe(whole);
}

describe('a worker whose way to the database', () => {
  it('is cut for a while goes on by itself when it is there again', async () => {
    const wire = new Wire(new URL(shop.database.url));
    const url = await wire.open();
    try {
      const round = await shop.begin();
      const { asked, release } = hold('/doc/3.html');
      await shop.startWorker({ url });
      await until(() => asked() > 0);
      wire.cut(true);
      release();
      // Longer than its jobs are its own without a word.
      const expired = `select from pgboss.job where data->>'round' = $1 and state = 'retry'`;
      await until(async () => (await shop.database.dataSource.query<unknown[]>(expired, [round])).length > 0);
      wire.cut(false);
      await shop.ended(round);
      await isAsUndisturbed(round);
      await shop.rest();
    } finally {
      await wire.close();
    }
  });

  it('falls silent loses its sites to another, and changes nothing of them when it hears again', async () => {
    const wire = new Wire(new URL(shop.database.url));
    const url = await wire.open();
    try {
      const round = await shop.begin();
      const { asked, release } = hold('/doc/3.html', 2);
      await shop.startWorker({ url });
      await until(() => asked() > 0);
      wire.silence(true);
      release();
      await shop.freeWhatIsHeld();
      await shop.startWorker();
      await shop.ended(round);
      wire.silence(false);
      await isAsUndisturbed(round);
      await shop.rest();
      await isAsUndisturbed(round);
    } finally {
      await wire.close();
    }
  });
});

describe('a disk that is full', () => {
  it.runIf(canMount)('stops a crawl in one line, and it is gone on with when there is room', async () => {
    const data = temporaryFolder();
    mkdirSync(join(data, 'blobs'));
    const disk = mountSmallDisk(join(data, 'blobs'), '48k')!;
    const house = await openHouse(
      readSettings({ DATABASE_URL: shop.database.url, MINGJING_DATA: data, MINGJING_NO_BROWSER: '1' }),
    );
    const crawl = (full: boolean) =>
      crawlRound(house, {
        units: shop.units,
        full,
        allowNetworks: '127.0.0.1/32',
        intervalMs: 0,
        signal: new AbortController().signal,
      });
    try {
      const error: unknown = await crawl(true).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(MissingResource);
      expect((error as Error).message).toMatch(/^取证快照目录 [^\n]*（磁盘已满）；可接受：[^\n]*$/);
      const outcomes = await shop.database.dataSource.query<{ outcome: string }[]>(
        `select distinct outcome from capture where round = (select id from round order by started_at desc limit 1)`,
      );
      // No page is said to be anything but what it was because another could not be kept.
      expect(outcomes.map(({ outcome }) => outcome).filter((outcome) => !['ok', 'notFound'].includes(outcome))).toEqual(
        [],
      );
      disk.grow('8m');
      const resumed = await crawl(false);
      expect(resumed).toMatchObject({ resumed: true, finished: true });
      await isAsUndisturbed(resumed.round);
    } finally {
      await house.close();
      disk.close();
      rmSync(data, { recursive: true, force: true });
    }
  });

  it.runIf(canMount)(
    'of the database stops a crawl in one line, and it is gone on with when there is room',
    async () => {
      const data = temporaryFolder();
      const disk = mountSmallDisk(data, '240m,mode=755')!;
      const blobs = temporaryFolder();
      // The evidence has a disk of its own.
      symlinkSync(blobs, join(data, 'blobs'));
      const house = await openHouse(readSettings({ MINGJING_DATA: data, MINGJING_NO_BROWSER: '1' }));
      const crawl = () =>
        crawlRound(house, {
          units: shop.units,
          full: false,
          allowNetworks: '127.0.0.1/32',
          intervalMs: 0,
          signal: new AbortController().signal,
        });
      try {
        await house.organisations.importOrganisations(shop.units);
        const { asked, release } = hold('/doc/2.html');
        const crawled = crawl().catch((thrown: unknown) => thrown);
        await until(() => asked() > 0);
        const filler = fillUp(data);
        release();
        const error = await crawled;
        expect(error).toBeInstanceOf(MissingResource);
        expect((error as Error).message).toMatch(/^数据库：(磁盘已满|连接中断)[^\n]*；可接受：[^\n]*$/);
        rmSync(filler);
        await until(async () => (await house.database.dataSource.query<unknown[]>('select 1')).length === 1);
        const resumed = await crawl();
        expect(resumed).toMatchObject({ resumed: true, finished: true });
        expect(await shop.scores(house)).toBe(whole);
      } finally {
        await house.close();
        disk.close();
        rmSync(data, { recursive: true, force: true });
        rmSync(blobs, { recursive: true, force: true });
      }
    },
  );

  it('of one worker leaves its sites to another, and no attempt of them is counted', async () => {
    const data = temporaryFolder();
    // No folder can be made where a file is: as on a disk without room.
    writeFileSync(join(data, 'blobs'), '');
    const round = await shop.begin();
    await shop.startWorker({ data });
    await until(() => shop.lines.some((line) => /取证快照目录.*写不进去/.test(line)));
    expect(shop.lines.every((line) => !line.includes('\n'))).toBe(true);
    await shop.startWorker();
    await shop.ended(round);
    expect(await shop.retries(round)).toBe(0);
    await isAsUndisturbed(round);
    await shop.rest();
    rmSync(data, { recursive: true, force: true });
  });
});

describe('a clock that jumps in the middle of a round', () => {
  it.each([
    ['a day forward', 86_400_000],
    ['a day back', -86_400_000],
  ])('by %s changes nothing', async (_name, by) => {
    let offset = 0;
    const clock: Clock = { now: () => new Date(Date.now() + offset) };
    const round = await shop.begin();
    const { asked, release } = hold('/doc/3.html');
    await shop.startWorker({ clock });
    await until(() => asked() > 0);
    offset = by;
    release();
    await shop.ended(round);
    for (const { seconds } of await shop.house.rounds.siteStates(round)) expect(seconds).toBeGreaterThanOrEqual(0);
    await isAsUndisturbed(round);
  });
});

describe('a page', () => {
  it('that kills every worker that reads it costs its site alone, and the round ends without it', async () => {
    const poisoned = shop.units[1]!;
    const round = await shop.begin();
    const mark = siteId(poisoned.site!);
    // It has killed five workers before; a service manager starts them again.
    await shop.database.dataSource.query(
      `update pgboss.job set retry_count = retry_limit - 1, started_on = now() where data->>'site' = $1 and state < 'active'`,
      [mark],
    );
    const victim = await shop.startProcess();
    let killed = 0;
    shop.sites.before = async (site, path) => {
      if (site !== 1 || path !== '/doc/2.html') return;
      killed += 1;
      victim.kill('SIGKILL');
      await once(victim, 'close');
    };
    await until(() => victim.signalCode !== null);
    await shop.freeWhatIsHeld();
    await shop.startWorker();
    await shop.ended(round);
    expect(killed).toBe(1);
    expect(await shop.statesOf(round)).toEqual({ ...shop.allDone, [poisoned.name]: 'failed' });
    expect((await shop.house.rounds.siteState(round, mark))?.note).toBe('处理它的任务进程每次都中途停止');
    // Its last evidence keeps standing.
    expect(await shop.scores()).toBe(whole);
  });
});

describe('an incremental round whose worker is killed with -9', () => {
  it('is gone on with upon the same base, and leaves what an undisturbed one does', async () => {
    const base = await shop.begin();
    await shop.startWorker();
    await shop.ended(base);
    await shop.rest();
    const round = await shop.begin({ full: false });
    const { asked, release } = hold('/tzgg/', 2);
    const victim = await shop.startProcess();
    await until(() => asked() > 0);
    const victims = once(victim, 'close');
    victim.kill('SIGKILL');
    await victims;
    release();
    await shop.freeWhatIsHeld();
    await shop.startWorker();
    await shop.ended(round);
    const bases = await shop.database.dataSource.query<{ base: string }[]>(
      `select distinct base from site_round where round = $1`,
      [round],
    );
    expect(bases).toEqual([{ base }]);
    const carried = await shop.database.dataSource.query<unknown[]>(
      `select from capture where round = $1 and revisit is not null`,
      [round],
    );
    expect(carried.length).toBeGreaterThan(0);
    await isAsUndisturbed(round);
  });
});

describe('evidence that a loss of power took', () => {
  it('is asked for again when the round goes on, and no score is without it', async () => {
    const round = await shop.begin();
    const { asked, release } = hold('/doc/3.html', names.length);
    const worker = await shop.startWorker();
    await until(() => asked() >= 2);
    await worker.close();
    release();
    const kept = await shop.database.dataSource.query<{ id: string; sha256: string }[]>(
      `select id, sha256 from capture where round = $1 and request->>'url' like '%/tzgg/'`,
      [round],
    );
    expect(kept.length).toBeGreaterThan(0);
    const blobs = join(shop.database.folder, 'blobs');
    for (const [index, { sha256 }] of kept.entries()) {
      const file = join(blobs, sha256.slice(0, 2), sha256.slice(2));
      if (index === 0) rmSync(file, { force: true });
      else writeFileSync(file, '');
    }
    await shop.startWorker();
    await shop.ended(round);
    await isAsUndisturbed(round);
    for (const { sha256 } of kept) expect(await shop.house.blobs.get(sha256)).not.toHaveLength(0);
  });
});

describe('a scheduler that is killed with -9 while it hands out the sites of a run', () => {
  it('leaves the run due: another begins it, with one round and each site once', async () => {
    const { dataSource } = shop.database;
    const moment = '2026-11-20T14:00:05Z';
    await setSchedule(shop.house, { name: '每晚采集', cron: '0 22 * * *' });
    await dataSource.query(`update schedule set since = '2026-11-20T00:00:00Z'`);
    const rounds = (): Promise<unknown[]> => dataSource.query(`select id from round where finished_at is null`);
    expect(await rounds()).toEqual([]);
    const victim = await shop.startScheduler(moment);
    const holder = dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`lock table pgboss.job in exclusive mode`);
    victim.stdin?.write('go\n');
    await until(async () => (await rounds()).length > 0);
    const waits = `select from pg_locks l join pg_class c on c.oid = l.relation where not l.granted and c.relkind in ('r', 'p')`;
    await until(async () => (await dataSource.query<unknown[]>(waits)).length > 0);
    const closed = once(victim, 'close');
    victim.kill('SIGKILL');
    await closed;
    await holder.rollbackTransaction();
    await holder.release();
    const begun = async () => beginDueRuns(shop.house, async () => shop.jobs, new Date(moment));
    // Until the database has noticed that the dead one is gone, the run is still its own.
    let runs = await begun();
    while (runs.length === 0) runs = await begun();
    expect(runs).toMatchObject([{ schedule: '每晚采集', dueAt: '2026-11-20T14:00:00.000Z', note: null }]);
    const round = runs[0]!.round!;
    expect(await rounds()).toEqual([{ id: round }]);
    const jobs = await dataSource.query<unknown[]>(`select data->>'site' from pgboss.job where data->>'round' = $1`, [
      round,
    ]);
    expect(jobs).toHaveLength(names.length);
    await shop.startWorker();
    await shop.ended(round);
    await isAsUndisturbed(round);
    await changeSchedule(shop.house, '每晚采集', 'remove');
  });
});
