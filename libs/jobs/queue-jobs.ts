import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import PgBoss from 'pg-boss';
import { sha256Hex } from '#kernel';
import {
  HandedBack,
  jobNames,
  jobVersion,
  keyOf,
  type JobHandler,
  type JobHandlers,
  type JobName,
  type JobPayloads,
  type Jobs,
  type SendOptions,
  type WorkOptions,
} from './model.js';

/** How soon the jobs of a dead worker are free again. */
export interface QueueTiming {
  /** A job whose worker is silent for so long is given to another. */
  expireInSeconds: number;
  /** How often expired jobs are looked for. */
  sweepEverySeconds: number;
}

const usualTiming: QueueTiming = { expireInSeconds: 10, sweepEverySeconds: 3 };
const pollEveryMs = 1000;
/** A database that is silent for so long is taken to be away; every question of the queue is a small one. */
const silentMs = 30_000;
/** How often what became of a job is told in vain: ten minutes. */
const mostTellings = 600;
/** How often it is looked whether work waits that this program cannot read. */
const unreadableEveryMs = 30_000;
/** Attempts after the first. */
const retryLimit = 5;
const patience = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  connectionTimeoutMillis: 10_000,
  query_timeout: silentMs,
};
const schema = 'pgboss';

/** Each version of a payload has a queue of its own, so that no worker is ever given what it cannot read. */
const queueOf = (name: JobName) => `${name}.v${jobVersion}`;
/** Where a job goes that failed as often as it may. */
const givenUpOf = (name: JobName) => `${name}.v${jobVersion}.given-up`;

interface Held {
  id: string;
  name: JobName;
  queue: string;
  data: JobPayloads[JobName];
  /** Only of what was given up: why. */
  output: unknown;
  /** The instant of its last renewal, as the database wrote it: whoever holds another has lost the job. */
  since: string;
  /** Renewals come one after the other: each names the instant of the one before. */
  renewals: Promise<unknown>;
}

/**
 * Jobs in PostgreSQL, for any number of workers on any number of machines. A job runs under its key (the host of a site)
 * once at a time. Jobs may last for hours: their worker renews them every few seconds, so that the jobs of a killed one
 * are free again after seconds; one that was asleep so long that its job went to another is told to stop.
 */
export class QueueJobs implements Jobs {
  private readonly stop = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private readonly loops: Promise<void>[] = [];
  private restUntil = 0;

  private constructor(
    private readonly boss: PgBoss,
    private readonly pool: pg.Pool,
    private readonly timing: QueueTiming,
  ) {}

  static async open(databaseUrl: string, onError: (error: Error) => void, timing = usualTiming): Promise<QueueJobs> {
    const pool = new pg.Pool({ connectionString: databaseUrl, application_name: 'mingjing-jobs', max: 4, ...patience });
    pool.on('error', onError);
    const boss = new PgBoss({
      db: { executeSql: (text, values) => pool.query(text, values) },
      schema,
      schedule: false,
      maintenanceIntervalSeconds: timing.sweepEverySeconds,
    });
    boss.on('error', onError);
    await boss.start();
    const retries = { retryLimit, retryDelay: 1 };
    for (const name of jobNames) {
      await boss.createQueue(givenUpOf(name), { name: givenUpOf(name), ...retries });
      const deadLetter = givenUpOf(name);
      await boss.createQueue(queueOf(name), { name: queueOf(name), policy: 'singleton', deadLetter, ...retries });
    }
    return new QueueJobs(boss, pool, timing);
  }

  async send<Name extends JobName>(
    name: Name,
    payload: JobPayloads[Name],
    { mark, once = 'whileWaiting' }: SendOptions = {},
  ): Promise<void> {
    const id = mark === undefined ? undefined : idOf(name, mark);
    if (id !== undefined && once === 'whileWaiting')
      await this.pool.query(`delete from ${schema}.job where name = $1 and id = $2 and state > 'active'`, [
        queueOf(name),
        id,
      ]);
    const { expireInSeconds } = this.timing;
    await this.boss.send(queueOf(name), payload, {
      singletonKey: keyOf(name, payload),
      expireInSeconds,
      ...(id === undefined ? {} : { id }),
    });
  }

  async work(handlers: JobHandlers, options: WorkOptions): Promise<void> {
    this.loops.push(this.take(handlers, options), this.watchUnreadable(options));
  }

  async idle(): Promise<void> {
    const queues = jobNames.flatMap((name) => [queueOf(name), givenUpOf(name)]);
    for (;;) {
      const sizes = await Promise.all(queues.map((queue) => this.boss.getQueueSize(queue, { before: 'completed' })));
      if (sizes.every((size) => size === 0) && this.running.size === 0) return;
      await sleep(pollEveryMs / 4);
    }
  }

  async close(): Promise<void> {
    this.stop.abort();
    // A job may be taken in the very moment of the stop: first no more are taken, then all are waited for.
    await Promise.all(this.loops);
    await Promise.all(this.running);
    // Nothing of ours is under way any more: a database that is away keeps nobody from ending.
    await this.boss.stop({ graceful: true, wait: true, timeout: 5000 }).catch(() => undefined);
    await this.pool.end();
  }

  private async take(handlers: JobHandlers, options: WorkOptions): Promise<void> {
    const names = jobNames.filter((name) => handlers[name]);
    const queues = names.flatMap((name) => [
      { name, queue: givenUpOf(name) },
      { name, queue: queueOf(name) },
    ]);
    while (!this.stop.signal.aborted) {
      let found = false;
      for (const { name, queue } of queues) {
        if (this.running.size >= options.concurrency || this.stop.signal.aborted || this.isResting()) break;
        const job = await this.fetch(name, queue);
        if (!job) continue;
        found = true;
        const run = this.run(job, handlers, options).finally(() => {
          this.running.delete(run);
        });
        this.running.add(run);
      }
      if (this.running.size >= options.concurrency) await Promise.race(this.running);
      else if (!found) await this.pause(pollEveryMs);
    }
  }

  private isResting(): boolean {
    return performance.now() < this.restUntil;
  }

  private pause(milliseconds: number): Promise<void> {
    return sleep(milliseconds, undefined, { signal: this.stop.signal }).catch(() => undefined);
  }

  /** The next job; those whose key is being worked on step aside, for the first of them would hold up all behind it. */
  private async fetch(name: JobName, queue: string): Promise<Held | null> {
    try {
      if (queue === queueOf(name))
        await this.pool.query(
          `update ${schema}.job set start_after = now() + interval '2 seconds'
           where name = $1 and state < 'active' and start_after < now()
             and singleton_key in (select singleton_key from ${schema}.job where name = $1 and state = 'active')`,
          [queue],
        );
      const [job] = await this.boss.fetch<JobPayloads[JobName]>(queue, { includeMetadata: true });
      if (!job) return null;
      // Renewed at once: this also gives what was given up its short expiry.
      const { rows } = await this.pool.query<{ since: string }>(
        `update ${schema}.job set started_on = clock_timestamp(), expire_in = make_interval(secs => $3)
         where name = $1 and id = $2 and state = 'active' returning started_on::text as since`,
        [queue, job.id, this.timing.expireInSeconds],
      );
      const [taken] = rows;
      const { id, data, output } = job;
      return taken ? { id, name, queue, data, output, since: taken.since, renewals: Promise.resolve() } : null;
    } catch {
      // The database is away for a moment: asked again at the next round.
      return null;
    }
  }

  private async run(job: Held, handlers: JobHandlers, options: WorkOptions): Promise<void> {
    const lost = new AbortController();
    // One at a time: where the database is slow, more of them would make it slower.
    let isRenewing = false;
    const renewal = setInterval(() => {
      if (isRenewing) return;
      isRenewing = true;
      void this.renew(job, lost).finally(() => (isRenewing = false));
    }, this.timing.expireInSeconds * 200);
    try {
      await this.handle(job, handlers, options, AbortSignal.any([this.stop.signal, lost.signal]));
      await this.insist(job, lost, () => this.boss.complete(job.queue, job.id));
    } catch (error) {
      if (error instanceof HandedBack) {
        this.restUntil = Math.max(this.restUntil, performance.now() + error.restMs);
        if (error.restMs > 0) options.onFailure?.(job.name, error);
        await this.insist(job, lost, () => this.release(job, error.laterMs));
      } else {
        options.onFailure?.(job.name, error);
        const message = error instanceof Error ? error.message : String(error);
        await this.insist(job, lost, () => this.boss.fail(job.queue, job.id, { message }));
      }
    } finally {
      clearInterval(renewal);
      await job.renewals;
    }
  }

  /** Tells the database what became of a job, as soon as it is there again; whoever stops waits for it a moment only. */
  private async insist(job: Held, lost: AbortController, tell: () => Promise<unknown>): Promise<void> {
    for (let tried = 1; tried <= mostTellings; tried += 1) {
      try {
        if (await this.renew(job, lost)) await tell();
        return;
      } catch {
        if (this.stop.signal.aborted && tried > 1) return;
        await sleep(pollEveryMs);
      }
    }
  }

  private async handle(job: Held, handlers: JobHandlers, options: WorkOptions, signal: AbortSignal): Promise<void> {
    if (job.queue === queueOf(job.name)) {
      const handler = handlers[job.name] as JobHandler<JobName>;
      return handler(job.data, signal, job.id);
    }
    const givenUp = options.givenUp?.[job.name] as
      ((payload: JobPayloads[JobName], reason: string) => Promise<void>) | undefined;
    await givenUp?.(job.data, reasonOf(job.output));
  }

  /** Gives the job back as if it had never been taken; no renewal comes between, for then it would stay taken. */
  private release(job: Held, laterMs: number): Promise<unknown> {
    const released = job.renewals.then(() =>
      this.pool.query(
        `update ${schema}.job set state = 'created', started_on = null, start_after = now() + make_interval(secs => $4::float8 / 1000)
         where name = $1 and id = $2 and state = 'active' and started_on = $3::timestamptz`,
        [job.queue, job.id, job.since, laterMs],
      ),
    );
    job.renewals = released.catch(() => undefined);
    return released;
  }

  /** Pushes the job's expiry out; when it is no longer ours (this process slept too long) its handler must stop. */
  private renew(job: Held, lost: AbortController): Promise<boolean> {
    const renewal = job.renewals.then(() => this.renewOnce(job, lost));
    job.renewals = renewal;
    return renewal;
  }

  private async renewOnce(job: Held, lost: AbortController): Promise<boolean> {
    try {
      const { rows } = await this.pool.query<{ since: string }>(
        `update ${schema}.job set started_on = clock_timestamp()
         where name = $1 and id = $2 and state = 'active' and started_on = $3::timestamptz
         returning started_on::text as since`,
        [job.queue, job.id, job.since],
      );
      if (rows[0]) job.since = rows[0].since;
      else if (!lost.signal.aborted) {
        lost.abort();
        await this.giveAttemptBack(job);
      }
    } catch {
      // The database is away for a moment: the next renewal may succeed before the job expires.
    }
    return !lost.signal.aborted;
  }

  /**
   * A job that expired though its worker lives: that the machine is slow is no fault of the job's, and must not count as an
   * attempt. Who was killed gives nothing back.
   */
  private async giveAttemptBack(job: Held): Promise<void> {
    // The queue counts when it hands out a job that was begun before: to whom it did already, that is taken back.
    await this.pool.query(
      `update ${schema}.job set
         retry_count = case when state = 'active' then greatest(retry_count - 1, 0) else retry_count end,
         started_on = case when state = 'active' then started_on end
       where name = $1 and id = $2 and state in ('retry', 'active')`,
      [job.queue, job.id],
    );
  }

  private async watchUnreadable(options: WorkOptions): Promise<void> {
    for (let told = 0; !this.stop.signal.aborted; await this.pause(unreadableEveryMs)) {
      const jobs = await this.countUnreadable().catch(() => told);
      if (jobs > 0 && jobs !== told) options.onUnreadable?.(jobs);
      told = jobs;
    }
  }

  /** Jobs that wait for a program of another version. */
  private async countUnreadable(): Promise<number> {
    const { rows } = await this.pool.query<{ jobs: number }>(
      `select count(*)::int as jobs from ${schema}.job
       where state < 'active' and name ~ '\\.v[0-9]+(\\.given-up)?$' and not name = any($1)`,
      [jobNames.flatMap((name) => [queueOf(name), givenUpOf(name)])],
    );
    return rows[0]?.jobs ?? 0;
  }
}

/** The same for the same mark, in the form of a UUID. */
function idOf(name: JobName, mark: string): string {
  return sha256Hex(`${queueOf(name)}\n${mark}`)
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** What the queue wrote down at the last failure; a job whose worker died has its own form. */
function reasonOf(output: unknown): string {
  const said = output as { message?: unknown; value?: { message?: unknown } } | null;
  if (typeof said?.message === 'string') return said.message;
  return '处理它的任务进程每次都中途停止';
}
