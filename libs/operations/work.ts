import { setMaxListeners } from 'node:events';
import { join, resolve } from 'node:path';
import { DatabaseAway, newerMigrations } from '#database';
import { LostEvidence } from '#evidence';
import { MissingResource, parseOpenHours } from '#kernel';
import { HandedBack, type GivenUpHandlers, type JobHandler, type JobHandlers, type JobName, type Jobs } from '#jobs';
import { assess } from './assess.js';
import { sentenceOf } from './console.js';
import { faultOf } from './crawl-unit.js';
import type { House } from './house.js';
import { issueCircular } from './issue-circular.js';
import { openLiveCrawl, type LiveOptions } from './live-crawl.js';
import { probeLinks } from './probe-links.js';
import { crawlSharedSite, giveUpSharedSite } from './shared-round.js';
import { chooseUnits } from './units.js';

/** Hours may be set anew meanwhile: no work is left alone for longer. */
const longestRestMs = 10 * 60_000;

function notItsHour(host: string, waitMs: number): HandedBack {
  return new HandedBack(`${host} 不在采集时段`, 0, Math.min(waitMs + 1000, longestRestMs));
}

/** How long a machine on which nothing can be kept takes no work. */
const restMs = 30_000;
/** How long one takes none whose connection to the database broke. */
const shortRestMs = 1000;
/** So often at most the same work is given back for a fault of the machine; what fails more often may be the cause of it. */
const mostStumbles = 20;

/** A fault of this machine or of the database is none of the work's: it goes back, and no attempt of it is counted. */
class Stumbles {
  private readonly counts = new Map<string, number>();

  /** @throws HandedBack in place of a fault of the machine. */
  async over(payload: object, work: () => Promise<void>): Promise<void> {
    const key = JSON.stringify(payload);
    try {
      await work();
      this.counts.delete(key);
    } catch (error) {
      const fault = faultOf(error);
      if (!(fault instanceof MissingResource) || fault instanceof LostEvidence) throw error;
      const count = (this.counts.get(key) ?? 0) + 1;
      this.counts.set(key, count);
      if (count > mostStumbles) throw fault;
      throw new HandedBack(fault.message, fault instanceof DatabaseAway ? shortRestMs : restMs);
    }
  }
}

export interface RunningWork {
  /** Takes no more jobs, tells the running ones to stop, hands them back and waits for that. */
  close(): Promise<void>;
}

export interface WorkParts extends LiveOptions {
  log: (line: string) => void;
  /** Told once when the database was upgraded under this program: it takes no more work and should be started anew. */
  onOutdated?: (line: string) => void;
  /** How often it is looked whether the database was upgraded; by default half a minute. */
  checkEveryMs?: number;
}

/** Takes jobs from the queue, `MINGJING_CONCURRENCY` at a time: the same operations as the commands, one job each. */
export async function startWork(house: House, jobs: Jobs, parts: WorkParts): Promise<RunningWork> {
  const { log } = parts;
  const crawling = new Map<string, (waitMs: number) => void>();
  const live = openLiveCrawl(house, { ...parts, onClosed: ({ host, waitMs }) => crawling.get(host)?.(waitMs) });
  const stumbles = new Stumbles();
  const crawlOne: JobHandler<'crawl-site'> = async (payload, signal) => {
    const usual = parseOpenHours(house.settings.MINGJING_CRAWL_HOURS) ?? [];
    const closedMs = await house.hosts.msUntilOpen(payload.host, usual);
    if (closedMs > 0) throw notItsHour(payload.host, closedMs);
    // Hours end while it is crawled: what was seen is kept, and others may have this place meanwhile.
    const hours = new AbortController();
    let later = 0;
    crawling.set(payload.host, (waitMs) => {
      later = waitMs;
      hours.abort();
    });
    const stop = AbortSignal.any([signal, hours.signal]);
    // Every request of a site listens for the stop.
    setMaxListeners(0, signal, stop);
    try {
      const crawl = live.crawl(stop, () => undefined);
      await crawlSharedSite(house, jobs, payload, stop, crawl);
    } catch (error) {
      throw error instanceof HandedBack && later > 0 && !signal.aborted ? notItsHour(payload.host, later) : error;
    } finally {
      crawling.delete(payload.host);
    }
  };
  const assessAll: JobHandler<'assess'> = async ({ programme, period, asOf, sample, circular }, signal, id) => {
    const units = await chooseUnits(house, [], sample);
    // One transaction: what is broken off here was never there.
    const onProgress = () => {
      if (signal.aborted) throw new HandedBack('任务进程要停止');
    };
    await assess(house, { programme, period, ...(asOf ? { asOf } : {}), units, replay: false, onProgress });
    // Sent once, though the work be done again because it could not be said that it was done.
    if (circular) await jobs.send('circular', { programme, period, kind: circular }, { mark: id, once: 'ever' });
  };
  const writeUp: JobHandler<'circular'> = async ({ programme, period, kind }) => {
    const out = join(resolve(house.settings.MINGJING_DATA), 'circulars');
    const { files } = await issueCircular(house, { programme, period, kind, out });
    log(`通报已生成：${files.join('、')}`);
  };
  const lookAfterLinks: JobHandler<'probe-links'> = async ({ units }, signal) => {
    const report = await probeLinks(house, { units: await chooseUnits(house, units ?? []), signal });
    // What was looked at is kept, and is not asked for again when others go on.
    if (signal.aborted) throw new HandedBack('任务进程要停止');
    const asked = report.units.reduce((sum, unit) => sum + unit.asked, 0);
    log(`链接检查完毕：${report.units.length} 个单位，访问 ${asked} 个链接`);
  };
  const handlers: JobHandlers = {
    'crawl-site': (payload, ...rest) => stumbles.over(payload, () => crawlOne(payload, ...rest)),
    assess: (payload, ...rest) => stumbles.over(payload, () => assessAll(payload, ...rest)),
    'probe-links': (payload, ...rest) => stumbles.over(payload, () => lookAfterLinks(payload, ...rest)),
    circular: (payload, ...rest) => stumbles.over(payload, () => writeUp(payload, ...rest)),
  };
  const givenUp: GivenUpHandlers = {
    'crawl-site': async (payload, reason) => {
      log(`网站 ${payload.site} 多次未能采集，本轮不再尝试：${reason}`);
      await giveUpSharedSite(house, jobs, payload, reason);
    },
    'probe-links': async (_, reason) => log(`多次未能检查链接：${reason}`),
    assess: async ({ programme, period }, reason) => log(`${programme} ${period} 多次未能评分：${reason}`),
    circular: async ({ programme, period }, reason) => log(`${programme} ${period} 的通报多次未能生成：${reason}`),
  };
  await jobs.work(handlers, {
    concurrency: house.settings.MINGJING_CONCURRENCY,
    givenUp,
    onFailure: (name: JobName, error: unknown) => log(`任务 ${name} 未完成，将再试：${sentenceOf(error)}`),
    onUnreadable: (count) => log(`有 ${count} 项任务属于另一版本的明镜，本进程读不懂，留给该版本的任务进程`),
  });
  const check = setInterval(() => void lookForUpgrade(), parts.checkEveryMs ?? 30_000);
  const lookForUpgrade = async () => {
    const newer = await newerMigrations(house.database.dataSource).catch(() => []);
    if (newer.length === 0) return;
    clearInterval(check);
    parts.onOutdated?.(`数据库已由较新版本的明镜升级（${newer.at(-1)}），本进程停止接受任务；请升级本机程序后再启动`);
  };
  return {
    close: async () => {
      clearInterval(check);
      await jobs.close();
      await live.close();
    },
  };
}
