import {
  addDays,
  localDateOf,
  parsePeriod,
  periodContaining,
  previousPeriod,
  type LocalDate,
  type Period,
} from '#calendar';
import { dispatchCounts, dispatchStages, standingTaskWords, type DispatchCounts, type DispatchStage } from '#casework';
import type { DispatchRemarkRow, DispatchResult, Stores } from '#database';
import { AlreadyDone, refused } from '#kernel';
import type { Programme } from '#programmes';
import { printInstant } from '../clock.js';
import { areaOf } from '../local-offices.js';
import { wordsOf, type Author } from './parties.js';
import { layTaskWords } from './task-words.js';

type Books = Pick<Stores, 'dispatches' | 'organisations' | 'tasks' | 'taskWords'>;

export interface DispatchSheet {
  week: Period;
  sample: boolean;
  /** Name of the area, e.g. 云岭县. */
  area: string;
  /** Of the result by which it goes; null where there is none. */
  asOf: LocalDate | null;
  /** Of the last result before the week; null where there is none: then nothing is known of changes. */
  beforeAsOf: LocalDate | null;
  stages: DispatchStage[];
  counts: DispatchCounts;
  /** What the office wrote; null for whoever sees some units only, and where nobody wrote anything. */
  remark: DispatchRemarkRow | null;
}

export interface DispatchRequest {
  programme: Programme;
  /** `2026-W26`. */
  week: string;
  sample: boolean;
  /** Ids; null for all. */
  units: readonly string[] | null;
  today: LocalDate;
}

/** @throws BadInput for what is no week. */
export function weekOf(id: string): Period {
  const week = parsePeriod(id);
  if (week.kind !== 'week') throw refused('周次', `“${id}”不是周次`, '如 2026-W26');
  return week;
}

/**
 * How the tasks of a programme stand at the end of a week, and what became of them since the one before. People's words on
 * tasks count from the week in which they were said, so that the sheets of weeks that are over stay as they were.
 */
export async function dispatchSheet(books: Books, request: DispatchRequest): Promise<DispatchSheet> {
  const { programme, sample } = request;
  const week = weekOf(request.week);
  const now = await books.dispatches.resultUntil(programme.id, sample, week.to);
  const before = await books.dispatches.resultUntil(programme.id, sample, addDays(week.from, -1));
  const all = await books.organisations.listOrganisations({ sample, units: request.units });
  const ids = all.map(({ id }) => id);
  const tasks = now ? await books.tasks.tasksOf(now.id) : [];
  const words = await books.taskWords.words({ programme: programme.id, organisations: request.units, sample });
  const statesOf = async (result: DispatchResult, last: LocalDate) =>
    layTaskWords(await books.tasks.unitStates(result.id, ids), {
      tasks: result === now ? tasks : await books.tasks.tasksOf(result.id),
      words: standingTaskWords(words.filter(({ at }) => localDateOf(at) <= last)),
      ...{ asOf: result.asOf, until: last < request.today ? last : request.today },
    });
  const states = now ? await statesOf(now, week.to) : [];
  // Without a result of the week itself nothing became of anything as far as is known.
  const isOfWeek = now !== null && now.id !== before?.id;
  const then = isOfWeek && before ? await statesOf(before, addDays(week.from, -1)) : null;
  const stages = dispatchStages(tasks, states, then, week.to).filter(({ rows }) => rows.length > 0);
  const about = { programme: programme.id, week: week.id, sample };
  return {
    ...{
      week,
      sample,
      area: areaOf(all),
      asOf: now?.asOf ?? null,
      beforeAsOf: then ? (before?.asOf ?? null) : null,
      stages,
    },
    ...{ counts: dispatchCounts(stages), remark: request.units === null ? await books.dispatches.remark(about) : null },
  };
}

/** The weeks before and after. */
export function weeksAround(week: Period): { previous: string; next: string } {
  return { previous: previousPeriod(week).id, next: periodContaining(addDays(week.to, 1), 'week').id };
}

/**
 * Writes the office's words to a week, over those that were read.
 * @throws BadInput; AlreadyDone where somebody wrote others meanwhile.
 */
export async function writeDispatchRemark(
  { dispatches }: Pick<Stores, 'dispatches'>,
  { seen, ...remark }: Pick<DispatchRemarkRow, 'id' | 'programme' | 'week' | 'words'> & { seen: string | null },
  { doer, now }: { doer: Author; now: Date },
): Promise<{ before: DispatchRemarkRow | null; after: DispatchRemarkRow }> {
  const week = weekOf(remark.week).id;
  const signed = { account: doer.account, author: doer.name, at: now.toISOString(), sample: doer.sample };
  const row = { ...remark, week, words: wordsOf('调度意见', remark.words), ...signed };
  let before: DispatchRemarkRow | null = null;
  const after = await dispatches.write(row, (standing) => {
    before = standing;
    if ((standing?.id ?? null) === seen) return;
    const who = standing ? `${standing.author}已于${printInstant(standing.at)}改过` : '意见已有变化';
    throw new AlreadyDone([{ where: '调度意见', what: `${who}，请刷新后再改` }]);
  });
  return { before, after };
}
