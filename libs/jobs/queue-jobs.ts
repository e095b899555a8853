import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import PgBoss from 'pg-boss';
import {
  jobNames,
  keyOf,
  type JobHandlers,
  type JobName,
  type JobPayloads,
  type Jobs,
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
const schema = 'pgboss';

interface Held {
  id: string;
  name: JobName;
  data: JobPayloads[JobName];
}

/**
 * Jobs in PostgreSQL, for any number of workers on any number of machines. A job runs under its key (the host of a site)
 * once at a time. Jobs may last for hours: their worker renews them every few seconds, so that the jobs of a killed one
 * are free again after seconds.
 */
export class QueueJobs implements Jobs {
  private readonly stop = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private readonly loops: Promise<void>[] = [];

  private constructor(
    private readonly boss: PgBoss,
    private readonly pool: pg.Pool,
    private readonly timing: QueueTiming,
  ) {}

  static async open(databaseUrl: string, onError: (error: Error) => void, timing = usualTiming): Promise<QueueJobs> {
    const pool = new pg.Pool({ connectionString: databaseUrl, application_name: 'mingjing-jobs', max: 4 });
    pool.on('error', onError);
    const boss = new PgBoss({
      db: { executeSql: (text, values) => pool.query(text, values) },
      schema,
      schedule: false,
      maintenanceIntervalSeconds: timing.sweepEverySeconds,
    });
    boss.on('error', onError);
    await boss.start();
    for (const name of jobNames)
      await boss.createQueue(name, { name, policy: 'singleton', retryLimit: 5, retryDelay: 1 });
    return new QueueJobs(boss, pool, timing);
  }

  async send<Name extends JobName>(name: Name, payload: JobPayloads[Name]): Promise<void> {
    const { expireInSeconds } = this.timing;
    await this.boss.send(name, payload, { singletonKey: keyOf(name, payload), expireInSeconds });
  }

  async work(handlers: JobHandlers, options: WorkOptions): Promise<void> {
    this.loops.push(this.take(handlers, options));
  }

  async idle(): Promise<void> {
    for (;;) {
      const sizes = await Promise.all(jobNames.map((name) => this.boss.getQueueSize(name, { before: 'completed' })));
      if (sizes.every((size) => size === 0) && this.running.size === 0) return;
      await sleep(pollEveryMs / 4);
    }
  }

  async close(): Promise<void> {
    this.stop.abort();
    await Promise.all([...this.loops, ...this.running]);
    await this.boss.stop({ graceful: true, wait: true, timeout: 5000 });
    await this.pool.end();
  }

  private async take(handlers: JobHandlers, options: WorkOptions): Promise<void> {
    const names = jobNames.filter((name) => handlers[name]);
    while (!this.stop.signal.aborted) {
      let found = false;
      for (const name of names) {
        if (this.running.size >= options.concurrency || this.stop.signal.aborted) break;
        const [job] = await this.fetch(name);
        if (!job) continue;
        found = true;
        const run = this.run({ id: job.id, name, data: job.data }, handlers, options).finally(() => {
          this.running.delete(run);
        });
        this.running.add(run);
      }
      if (this.running.size >= options.concurrency) await Promise.race(this.running);
      else if (!found) await sleep(pollEveryMs, undefined, { signal: this.stop.signal }).catch(() => undefined);
    }
  }

  /** The next job; those whose key is being worked on step aside, for the first of them would hold up all behind it. */
  private async fetch(name: JobName): Promise<PgBoss.Job<JobPayloads[JobName]>[]> {
    try {
      await this.pool.query(
        `update ${schema}.job set start_after = now() + interval '2 seconds'
         where name = $1 and state < 'active' and start_after < now()
           and singleton_key in (select singleton_key from ${schema}.job where name = $1 and state = 'active')`,
        [name],
      );
      return await this.boss.fetch<JobPayloads[JobName]>(name);
    } catch {
      // The database is away for a moment: asked again at the next round.
      return [];
    }
  }

  private async run(job: Held, handlers: JobHandlers, options: WorkOptions): Promise<void> {
    const lost = new AbortController();
    const renewal = setInterval(() => void this.renew(job, lost), this.timing.expireInSeconds * 200);
    try {
      const handler = handlers[job.name] as (payload: JobPayloads[JobName], signal: AbortSignal) => Promise<void>;
      await handler(job.data, AbortSignal.any([this.stop.signal, lost.signal]));
      if (!lost.signal.aborted) await this.boss.complete(job.name, job.id);
    } catch (error) {
      options.onFailure?.(job.name, error);
      if (!lost.signal.aborted)
        await this.boss.fail(job.name, job.id, { message: String(error) }).catch(() => undefined);
    } finally {
      clearInterval(renewal);
    }
  }

  /** Pushes the job's expiry out; when it is no longer ours (this process slept too long) its handler must stop. */
  private async renew(job: Held, lost: AbortController): Promise<void> {
    try {
      const { rowCount } = await this.pool.query(
        `update ${schema}.job set started_on = now() where name = $1 and id = $2 and state = 'active'`,
        [job.name, job.id],
      );
      if (rowCount === 0) lost.abort();
    } catch {
      // The database is away for a moment: the next renewal may succeed before the job expires.
    }
  }
}
