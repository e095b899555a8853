import { QueueJobs, type Jobs } from '#jobs';
import { sentenceOf } from './console.js';
import { sendDueDigests } from './casework/channels.js';
import { rechecksByWorkers, type Rechecks } from './casework/recheck.js';
import { takeOwnPeriodLooks } from './casework/own-period-looks.js';
import { beginDueRechecks } from './casework/rechecks-by-itself.js';
import type { House } from './house.js';
import { sendDueMails } from './mail/mail-round.js';
import { openMailer } from './mail/mailer.js';
import { beginDueRuns } from './schedules.js';

/** How often it is looked whether something is due. */
export const lookEveryMs = 15_000;
/** Of mail it is looked less often: what is to be told must be worked out first. */
const mailEveryMs = 5 * 60_000;

export interface Scheduler {
  /** Begins what is due; a call while the one before still runs does nothing. */
  tick(): Promise<void>;
  /** The queue that work is handed out by. */
  jobs(): Promise<Jobs>;
  close(): Promise<void>;
}

/**
 * Any number may run over one database. The queue is opened when first something is due.
 * @param recheckSample looks again at units of a sample; absent where another process serves their sites.
 */
export function openScheduler(
  house: House,
  log: (line: string) => void,
  recheckSample: Rechecks | null = null,
): Scheduler {
  const settled = new Set<string>();
  const mailer = openMailer(house.settings);
  let mailedAt = -Infinity;
  let jobs: Promise<QueueJobs> | null = null;
  let ticking: Promise<void> | null = null;
  const openJobs = () => {
    jobs ??= QueueJobs.open(house.database.url, (error) => log(`任务队列：${sentenceOf(error)}`)).catch(
      (error: unknown) => {
        jobs = null;
        throw error;
      },
    );
    return jobs;
  };
  const look = async () => {
    try {
      for (const { schedule, round, note } of await beginDueRuns(house, openJobs))
        log(`计划“${schedule}”：${[round && `开始一轮（${round}）`, note].filter(Boolean).join('，')}`);
    } catch (error) {
      // The database may be away for a moment; what is due stays due.
      log(`计划未能执行，稍后再试：${sentenceOf(error)}`);
    }
    try {
      const look = { real: rechecksByWorkers(house, openJobs), sample: recheckSample, settled };
      for (const { unit, notices, words } of await beginDueRechecks(house, look))
        log(`自动复测“${unit}”（${notices} 份整改通知）：${words}`);
      const looked = await takeOwnPeriodLooks(house);
      if (looked.length > 0) log(`按新的采集认定整改：${looked.join('、')}`);
    } catch (error) {
      log(`复测未能进行，稍后再试：${sentenceOf(error)}`);
    }
    try {
      // By the time outside: that of a sample stands still.
      await sendDueDigests(house, house.settings, new Date(), log, mailer);
      if (performance.now() - mailedAt >= mailEveryMs) {
        mailedAt = performance.now();
        await sendDueMails(house, mailer, house.settings, new Date(), log);
      }
    } catch (error) {
      log(`通知未能发出，稍后再试：${sentenceOf(error)}`);
    }
  };
  return {
    tick: () => {
      ticking ??= look().finally(() => {
        ticking = null;
      });
      return ticking;
    },
    jobs: openJobs,
    close: async () => {
      await ticking;
      mailer?.close();
      await (await jobs)?.close();
    },
  };
}
