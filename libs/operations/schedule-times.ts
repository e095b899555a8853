import { CronTime } from 'cron';
import { BadInput } from '#kernel';

const zone = 'Asia/Shanghai';
const minute = 60_000;
const day = 24 * 60 * minute;
/** How far back a missed run is looked for: step by step, so that a frequent one is not counted through a year. */
const lookBack = [60 * minute, day, 8 * day, 32 * day, 400 * day];

/** When something is due, in Beijing time; the parts of a cron expression: minute, hour, day, month, weekday. */
export class ScheduleTimes {
  private readonly times: CronTime;

  /** @throws BadInput for what is no such expression, or is never due. */
  constructor(readonly cron: string) {
    try {
      if (cron.trim().split(/\s+/).length !== 5) throw new Error('five parts');
      this.times = new CronTime(cron, zone);
      this.nextAfter(new Date(0));
    } catch {
      throw new BadInput([
        {
          where: '时间',
          what: `“${cron.slice(0, 60)}”不可用`,
          accepted: '五段：分 时 日 月 星期（北京时间），如“0 22 * * *”为每天 22:00，“30 1 * * 1”为每周一 1:30',
        },
      ]);
    }
  }

  /** The first time after an instant. */
  nextAfter(instant: Date): Date {
    return this.times.getNextDateFrom(instant, zone).toJSDate();
  }

  next(after: Date, count: number): Date[] {
    const found: Date[] = [];
    for (let last = after; found.length < count;) found.push((last = this.nextAfter(last)));
    return found;
  }

  /** The last time that lies after `since` and not after `now`; null when there is none. */
  latestDue(since: Date, now: Date): Date | null {
    for (const back of lookBack) {
      const from = new Date(Math.max(since.getTime(), now.getTime() - back));
      let latest: Date | null = null;
      for (let due = this.nextAfter(from); due <= now; due = this.nextAfter(due)) latest = due;
      if (latest !== null || from <= since) return latest;
    }
    return null;
  }
}
