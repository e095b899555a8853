import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { siteId, type OrganisationRow, type SiteRoundRow } from '#database';
import { QueueJobs } from '#jobs';
import { readSettings, type Settings } from '#kernel';
import {
  assess,
  openHouse,
  openSharedRound,
  startWork,
  type Clock,
  type House,
  type RunningWork,
  type SharedRoundRequest,
} from '#operations';
import { printScorecard } from '#scoring';
import { organisation } from './invented.js';
import { openSites, type Sites } from './sites.js';
import { openBreakableDatabase, type TemporaryDatabase } from './temporary-database.js';

/** Jobs of a dead worker are free after two seconds. */
export const timing = { expireInSeconds: 2, sweepEverySeconds: 1 };
export const scope = { programme: 'pingliang-2020', period: '2026Q2' };
export const asOf = '2026-06-30';

/** How a worker differs from the others. */
export interface WorkerParts {
  /** The way to the database. */
  url?: string;
  /** Where its evidence is kept. */
  data?: string;
  clock?: Clock;
}

/** Sites, a database and workers over it, to be broken. */
export class Workshop {
  /** What workers said. */
  readonly lines: string[] = [];
  private readonly workers: RunningWork[] = [];
  private readonly children: ChildProcess[] = [];
  /** Processes that are told later what to be: they load the program while tests wait for other things. */
  private readonly spares: ChildProcess[] = [];

  private constructor(
    readonly names: string[],
    readonly database: TemporaryDatabase,
    readonly sites: Sites,
    readonly house: House,
    readonly jobs: QueueJobs,
    readonly units: OrganisationRow[],
  ) {}

  /** @param processes how many processes tests will want, to be had sooner. */
  static async open(names: string[], processes = 0): Promise<Workshop> {
    const database = await openBreakableDatabase();
    const sites = await openSites(names);
    const house = await openHouse(readSettings(environment(database)));
    const jobs = await QueueJobs.open(database.url, () => undefined, timing);
    const units = await house.organisations.importOrganisations(
      names.map((name, index) => organisation(name, { site: sites.homes[index]!, sample: false })),
    );
    const shop = new Workshop(names, database, sites, house, jobs, units);
    for (let count = 0; count < processes; count += 1) shop.spares.push(shop.spawn());
    return shop;
  }

  /** A worker as a process of its own would be: its own connections, its own pace. */
  async startWorker({ url, data, clock }: WorkerParts = {}): Promise<RunningWork> {
    const settings: Settings = readSettings(environment(this.database, url, data));
    const house = await openHouse(settings, clock);
    const queue = await QueueJobs.open(url ?? this.database.url, () => undefined, timing);
    const work = await startWork(house, queue, { log: (line) => this.lines.push(line), intervalMs: 0 });
    const end = async () => {
      await work.close();
      await house.close();
    };
    let closing: Promise<void> | null = null;
    const worker = { close: () => (closing ??= end()) };
    this.workers.push(worker);
    return worker;
  }

  /** A worker that is a process, to be killed; resolves when it takes jobs. */
  startProcess(): Promise<ChildProcess> {
    return this.start('work');
  }

  /** A scheduler that is a process, to be killed; it begins what is due at the moment when it is written to. */
  startScheduler(moment: string): Promise<ChildProcess> {
    return this.start(`begin ${moment}`);
  }

  private async start(task: string): Promise<ChildProcess> {
    const child = this.spares.shift() ?? this.spawn();
    this.children.push(child);
    const ready = once(child.stdout as NodeJS.ReadableStream, 'data');
    child.stdin?.write(`${task}\n`);
    await ready;
    return child;
  }

  private spawn(): ChildProcess {
    const program = new URL('./work-alone.ts', import.meta.url).pathname;
    return spawn(process.execPath, ['--conditions=source', '--import', 'tsx', program], {
      env: { ...process.env, ...environment(this.database) },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
  }

  /**
   * Sites and turns of hosts that dead or silent workers hold are free at once, not after the seconds that are set. To be
   * called while no other worker runs.
   */
  async freeWhatIsHeld(): Promise<void> {
    const { dataSource } = this.database;
    await dataSource.query(
      `update pgboss.job set started_on = started_on - interval '1 hour' where state = 'active' and name like 'crawl-site%'`,
    );
    await dataSource.query(
      `update host set leases = (select jsonb_object_agg(l.key, 0) from jsonb_each(leases) l) where leases <> '{}'`,
    );
  }

  async begin(request: Partial<SharedRoundRequest> = {}): Promise<string> {
    const opening = { units: this.units, full: true, followUp: null, ...request };
    return (await openSharedRound(this.house, this.jobs, opening)).round;
  }

  /** The scores of a round that nothing disturbs. */
  async undisturbed(): Promise<string> {
    const round = await this.begin();
    await this.startWorker();
    await this.ended(round);
    const scores = await this.scores();
    await this.rest();
    return scores;
  }

  /** Waits for the round to end, also while the database is away. */
  async ended(round: string): Promise<void> {
    await until(async () => typeof (await this.house.rounds.round(round))?.finishedAt === 'string');
  }

  async statesOf(round: string): Promise<Record<string, SiteRoundRow['state']>> {
    const rows = await this.house.rounds.siteStates(round);
    return Object.fromEntries(
      this.units.map(({ name, site }) => [name, rows.find((row) => row.site === siteId(site ?? ''))!.state]),
    );
  }

  get allDone(): Record<string, SiteRoundRow['state']> {
    return Object.fromEntries(this.names.map((name) => [name, 'done']));
  }

  /** Scorecards on the newest evidence, as they are printed: capture ids are of a round, so they are left out. */
  async scores(house: House = this.house): Promise<string> {
    const cards: string[] = [];
    const onCard = (card: Parameters<typeof printScorecard>[0]) => {
      cards.push(JSON.stringify(printScorecard(card)));
    };
    await assess(house, { ...scope, asOf, units: this.units, replay: false, onCard });
    return cards.join('\n');
  }

  /** Attempts of a round's sites that were counted as failures of the work. */
  async retries(round: string): Promise<number> {
    const [row] = await this.database.dataSource.query<{ retries: number }[]>(
      `select coalesce(sum(retry_count), 0)::int as retries from pgboss.job where data->>'round' = $1`,
      [round],
    );
    return row!.retries;
  }

  /** Takes the database down as a crash does: nothing is written to its end. It is started again by who uses it. */
  killDatabase(): number {
    const pid = this.databaseProcess();
    process.kill(pid, 'SIGKILL');
    return pid;
  }

  databaseProcess(): number {
    return Number(
      readFileSync(join(this.database.folder, 'postgres', 'cluster-18', 'postmaster.pid'), 'utf8').split('\n')[0],
    );
  }

  /** Ends all workers, and makes the sites answer at once. */
  async rest(): Promise<void> {
    this.sites.before = async () => undefined;
    for (const child of this.children.splice(0)) child.kill('SIGKILL');
    await Promise.all(this.workers.splice(0).map((worker) => worker.close()));
    this.sites.asked.length = 0;
    this.lines.length = 0;
  }

  async close(): Promise<void> {
    await this.rest();
    for (const child of this.spares.splice(0)) child.kill('SIGKILL');
    await this.jobs.close();
    await this.house.close();
    await this.sites.close();
    await this.database.close();
  }
}

function environment(database: TemporaryDatabase, url = database.url, data = database.folder) {
  return {
    DATABASE_URL: url,
    MINGJING_DATA: data,
    MINGJING_NO_BROWSER: '1',
    MINGJING_CONCURRENCY: '2',
    MINGJING_ALLOW_NETWORKS: '127.0.0.1/32',
  };
}

/** Until it is so; that it cannot be found out just now is no answer. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (;;) {
    const holds = await Promise.resolve()
      .then(condition)
      .catch(() => false);
    if (holds) return;
    await sleep(25);
  }
}
