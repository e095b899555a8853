import { parseArgs } from 'node:util';
import { QueueJobs } from '#jobs';
import { PersonalError, readSettings } from '#kernel';
import {
  log,
  logAsSet,
  lookEveryMs,
  openHouse,
  openScheduler,
  say,
  saysJson,
  sentenceOf,
  startWork,
} from '#operations';

// The process behind `npm run worker`: takes jobs until it is told to stop, and then hands back what it had begun. With
// --scheduler it also begins what is due, where no web service runs.
const { scheduler: schedules } = parseArgs({ options: { scheduler: { type: 'boolean' } }, strict: false }).values;
/** Less than the minute and a half after which a service manager kills. */
const longestCloseMs = 60_000;
try {
  const settings = readSettings(process.env);
  logAsSet(settings);
  const house = await openHouse(settings);
  const jobs = await QueueJobs.open(house.database.url, (error) => say(`任务队列：${sentenceOf(error)}`));
  let closing: Promise<void> | null = null;
  const stop = (code: number) => {
    clearInterval(looking);
    // What cannot be told to a database that does not answer is found out by the others within seconds.
    setTimeout(() => process.exit(code), longestCloseMs).unref();
    closing ??= Promise.all([work.close(), scheduler?.close()])
      .then(() => house.close())
      .catch((error: unknown) => log.error('任务进程没有按次序停下', error))
      .then(() => process.exit(code));
  };
  const work = await startWork(house, jobs, {
    log: say,
    onOutdated: (line) => {
      say(line);
      stop(3);
    },
  });
  const scheduler = schedules ? openScheduler(house, say) : null;
  const looking = setInterval(() => void scheduler?.tick(), lookEveryMs);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));
  say('任务进程已启动，等待任务');
} catch (error) {
  if (saysJson()) log.error('任务进程没有启动', error);
  else say(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof PersonalError ? error.exitCode : 1);
}
