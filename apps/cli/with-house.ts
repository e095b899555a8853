import { QueueJobs, type Jobs } from '#jobs';
import { readSettings, type Settings } from '#kernel';
import { openHouse, say, sentenceOf, type Clock, type House } from '#operations';
import { recordCommand } from './trail.js';

/**
 * Opens the house for one command and closes it whatever happens, also when the person interrupts. What the command did is
 * written into the trail.
 */
export async function withHouse<T>(
  work: (house: House) => Promise<T>,
  clock?: Clock,
  settings: Settings = readSettings(process.env),
): Promise<T> {
  const house = await openHouse(settings, clock);
  try {
    const result = await work(house);
    await recordCommand(house, 'done');
    return result;
  } catch (error) {
    // What went wrong first is what is told.
    await recordCommand(house, 'failed').catch(() => undefined);
    throw error;
  } finally {
    await house.close();
  }
}

/** Opens the queue in the house's database for one piece of work, and closes it whatever happens. */
export async function withJobs<T>(house: House, work: (jobs: Jobs) => Promise<T>): Promise<T> {
  const jobs = await QueueJobs.open(house.database.url, (error) => say(`任务队列：${sentenceOf(error)}`));
  try {
    return await work(jobs);
  } finally {
    await jobs.close();
  }
}

/** A signal that is aborted by Ctrl-C or SIGTERM; a second Ctrl-C ends at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      controller.abort();
      process.exitCode = signal === 'SIGINT' ? 130 : 143;
    });
  return controller.signal;
}
