import { RunningStore } from '#database';
import { QueueJobs, type Jobs } from '#jobs';
import { sentenceOf } from '../console.js';
import type { House } from '../house.js';
import { startWork, type RunningWork, type WorkParts } from '../work.js';

/** Work that waits for so long, while none is done, has no worker. */
const usualPatienceSeconds = 20;
/** How soon after work was handed out it is looked whether somebody took it. */
const soonMs = 4000;
/** Found idle so often, it is left to the workers again. */
const idleLooks = 2;

/** Work of the queue, taken by a process that is no worker as long as there is none. */
export interface OwnWork {
  /** Looks whether work waits that nobody takes; it is then taken here until none is left. */
  look(patienceSeconds?: number): Promise<void>;
  /** Looks once in a few seconds, because work was handed out just now. */
  soon(): void;
  /** Whether work is taken here at this moment. */
  readonly works: boolean;
  close(): Promise<void>;
}

/**
 * An office that has set up nothing but the web service has no workers: what was handed out is then done by the service itself.
 * What waits in the queue outlives this process, and the next one looks again.
 * @param openJobs the queue that work is handed out by: while it is open, work of killed processes becomes free.
 */
export function openOwnWork(house: House, openJobs: () => Promise<Jobs>, parts: WorkParts): OwnWork {
  const queue = new RunningStore(house.database.dataSource);
  let work: RunningWork | null = null;
  let idle = 0;
  let closed = false;
  let last: Promise<void> = Promise.resolve();
  const timers = new Set<NodeJS.Timeout>();

  const lookNow = async (patienceSeconds: number) => {
    if (closed) return;
    const kinds = await queue.queue();
    const waiting = kinds.reduce((sum, kind) => sum + kind.waiting, 0);
    const active = kinds.reduce((sum, kind) => sum + kind.active, 0);
    if (waiting + active > 0) await openJobs();
    idle = waiting + active > 0 ? 0 : idle + 1;
    if (work) {
      if (idle < idleLooks) return;
      await work.close();
      work = null;
      return;
    }
    const oldest = Math.max(0, ...kinds.map(({ oldestSeconds }) => oldestSeconds));
    if (active > 0 || waiting === 0 || oldest < patienceSeconds) return;
    parts.log('没有任务进程在运行，由本服务采集和评分');
    const jobs = await QueueJobs.open(house.database.url, (error) => parts.log(`任务队列：${sentenceOf(error)}`));
    work = await startWork(house, jobs, parts);
  };
  // One look after the other; what fails (the database is away) is looked at again.
  const look = (patienceSeconds = usualPatienceSeconds) => {
    last = last
      .then(() => lookNow(patienceSeconds))
      .catch((error: unknown) => parts.log(`未能查看任务队列，稍后再试：${sentenceOf(error)}`));
    return last;
  };
  return {
    look,
    soon: () => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        void look(soonMs / 2000);
      }, soonMs);
      timers.add(timer);
    },
    get works() {
      return work !== null;
    },
    close: async () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      await last;
      const running = work;
      work = null;
      await running?.close();
    },
  };
}
