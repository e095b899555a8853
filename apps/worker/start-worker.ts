import { QueueJobs, type JobHandlers, type JobName } from '#jobs';

export interface RunningWorker {
  /** Takes no more jobs, tells the running ones to stop, and waits for them. */
  close(): Promise<void>;
}

/** Takes jobs of the kinds that have a handler, `concurrency` at a time, from the queue in the database. */
export async function startWorker(parts: {
  databaseUrl: string;
  handlers: JobHandlers;
  concurrency: number;
  log: (line: string) => void;
}): Promise<RunningWorker> {
  const { databaseUrl, handlers, concurrency, log } = parts;
  const jobs = await QueueJobs.open(databaseUrl, (error) => log(`任务队列：${error.message}`));
  const onFailure = (name: JobName, error: unknown) => log(`任务 ${name} 未完成：${String(error)}`);
  await jobs.work(handlers, { concurrency, onFailure });
  return { close: () => jobs.close() };
}
