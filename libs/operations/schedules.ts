import { localDateOf, parsePeriod, periodContaining, previousPeriod, type Period } from '#calendar';
import type {
  CircularKind,
  RoundFollowUp,
  ScheduleRow,
  ScheduleRunOutcome,
  ScheduleSetting,
  SchedulePeriod,
  Stores,
} from '#database';
import type { Jobs } from '#jobs';
import { BadInput, stableId } from '#kernel';
import { findProgramme } from './plans.js';
import type { House } from './house.js';
import { circularKinds } from './issue-circular.js';
import { ScheduleTimes } from './schedule-times.js';
import { openSharedRound } from './shared-round.js';
import { chooseUnits } from './units.js';

type Books = Pick<Stores, 'schedules' | 'organisations' | 'programmes'>;

/** As a person sets it; what is absent is not wanted. */
export interface ScheduleRequest {
  name: string;
  cron: string;
  programme?: string | undefined;
  /** Names of the units whose sites are crawled; absent for all. */
  only?: string[] | undefined;
  full?: boolean | undefined;
  /** Look at where links lead instead of crawling; nothing follows it. */
  links?: boolean | undefined;
  /** What is assessed after the round, as seen from the day of the run: `this-quarter`, `last-month` … */
  period?: string | undefined;
  circular?: string | undefined;
}

/** A schedule with the names of its units and its next times. */
export interface ScheduleShown extends ScheduleRow {
  unitNames: string[] | null;
  /** Instants; none while it is paused. */
  next: string[];
}

const kinds: readonly Period['kind'][] = ['week', 'month', 'quarter', 'half', 'year'];
export const schedulePeriods = (['this', 'last'] as const).flatMap((which) =>
  kinds.map((kind) => `${which}-${kind}` as SchedulePeriod),
);

/** Sets a schedule, in place of one of the same name. @throws BadInput with a line for what cannot be used. */
export async function setSchedule(books: Books, request: ScheduleRequest): Promise<void> {
  const name = request.name.trim();
  const { programme, period, circular } = request;
  if (name === '' || name.length > 60) throw refused('名称', name, '一至六十个字');
  new ScheduleTimes(request.cron);
  if (programme !== undefined) await findProgramme(programme, books);
  if (period !== undefined && !schedulePeriods.some((known) => known === period))
    throw refused('评分周期', period, schedulePeriods.join('、'));
  if (circular !== undefined && !circularKinds.some((known) => known === circular))
    throw refused('通报种类', circular, circularKinds.join('、'));
  if (period !== undefined && programme === undefined) throw refused('方案', '', '评分须指明方案');
  if (circular !== undefined && period === undefined) throw refused('评分周期', '', '生成通报须先评分');
  if (request.links && (request.full || programme !== undefined))
    throw refused(
      '链接检查',
      request.full ? '--full' : (programme ?? ''),
      '检查链接的计划只指明时间和单位；评分另设计划',
    );
  const units = request.only?.length ? (await chooseUnits(books, request.only)).map(({ id }) => id) : null;
  const setting: ScheduleSetting = {
    id: stableId('schedule', name),
    name,
    cron: request.cron.trim(),
    task: request.links ? 'links' : 'crawl',
    programme: programme ?? null,
    units,
    fullRound: request.full ?? false,
    period: (period ?? null) as SchedulePeriod | null,
    circular: (circular ?? null) as CircularKind | null,
  };
  await books.schedules.set(setting);
}

/** All schedules with what comes next. */
export async function listSchedules(books: Books): Promise<ScheduleShown[]> {
  const [now, rows, units] = await Promise.all([
    books.schedules.now(),
    books.schedules.schedules(),
    books.organisations.listOrganisations(),
  ]);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...row,
    unitNames: row.units?.map((id) => names.get(id) ?? '（已不在名单中）') ?? null,
    next: row.pausedAt === null ? new ScheduleTimes(row.cron).next(now, 3).map((due) => due.toISOString()) : [],
  }));
}

/** @throws BadInput when there is none of this name. */
export async function changeSchedule(books: Books, name: string, change: 'pause' | 'resume' | 'remove'): Promise<void> {
  const row = (await books.schedules.schedules()).find((one) => one.name === name.trim());
  if (!row) throw refused('名称', name, '已有计划的名称，见 mingjing schedule list');
  if (change === 'remove') return books.schedules.remove(row.id);
  await books.schedules.setPaused(row.id, change === 'pause');
}

export interface BegunRun extends ScheduleRunOutcome {
  schedule: string;
  dueAt: string;
}

/** What is begun later than this after its time was missed, and is said to be. */
const lateAfterMs = 5 * 60_000;

/**
 * Begins what is due by the database's clock. Of runs that were missed while no scheduler ran, the last one is caught up;
 * of many schedulers one begins a run; a run whose last round still goes on is left out, and both are written down.
 * @param now in place of the database's clock.
 */
export async function beginDueRuns(house: House, openJobs: () => Promise<Jobs>, now?: Date): Promise<BegunRun[]> {
  const moment = now ?? (await house.schedules.now());
  const begun: BegunRun[] = [];
  for (const row of await house.schedules.schedules()) {
    if (row.pausedAt !== null) continue;
    const dueAt = new ScheduleTimes(row.cron).latestDue(new Date(row.since), moment);
    if (dueAt === null || row.lastRun?.dueAt === dueAt.toISOString()) continue;
    const late = moment.getTime() - dueAt.getTime() > lateAfterMs;
    const outcome = await house.schedules.claim(row.id, dueAt, async (overlaps) =>
      overlaps ? { round: null, note: '上一轮尚未结束，未重复开始' } : begin(house, await openJobs(), row, dueAt, late),
    );
    if (outcome) begun.push({ schedule: row.name, dueAt: dueAt.toISOString(), ...outcome });
  }
  return begun;
}

async function begin(
  house: House,
  jobs: Jobs,
  row: ScheduleRow,
  dueAt: Date,
  late: boolean,
): Promise<ScheduleRunOutcome> {
  const note = late ? '原定时间没有运行，补做一次' : null;
  try {
    if (row.task === 'links') {
      await jobs.send('probe-links', { schedule: row.id, units: row.units }, { mark: row.id, once: 'whileWaiting' });
      return { round: null, note: note ?? '已交任务进程检查链接' };
    }
    const units = await chooseUnits(house, row.units ?? []);
    const followUp = followUpOn(row, dueAt);
    const { round } = await openSharedRound(house, jobs, { units, full: row.fullRound, followUp });
    return { round, note };
  } catch (error) {
    // No later attempt would do better before a person mends it.
    if (error instanceof BadInput) return { round: null, note: error.message };
    throw error;
  }
}

function followUpOn({ programme, period, circular }: ScheduleRow, dueAt: Date): RoundFollowUp | null {
  if (programme === null || period === null) return null;
  return { programme, period: periodMeant(period, dueAt), ...(circular ? { circular } : {}) };
}

/** Id of the period that is meant as seen from an instant. */
export function periodMeant(period: SchedulePeriod, at: Date): string {
  const [which, kind] = period.split('-') as ['this' | 'last', Period['kind']];
  const current = periodContaining(localDateOf(at.toISOString()), kind);
  const { id } = which === 'this' ? current : previousPeriod(current);
  return parsePeriod(id).id;
}

const refused = (where: string, what: string, accepted: string) =>
  new BadInput([{ where, what: what === '' ? '没有填写' : `“${what.slice(0, 60)}”不可用`, accepted }]);
