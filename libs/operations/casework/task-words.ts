import type { LocalDate } from '#calendar';
import {
  standingTaskWords,
  taskVerdictTitles,
  underTaskWords,
  type TaskVerdict,
  type TaskWord,
  type WordedTask,
} from '#casework';
import type { AssessmentHead, Stores, TaskState, TaskWordRow } from '#database';
import { AlreadyDone, BadInput, MissingResource, refused, stableId } from '#kernel';
import type { TaskUnitState } from '#scoring';
import { dayOf, printInstant } from '../clock.js';
import { newestHead } from './digests.js';
import { filesOf, holdToSample, linksOf, publishedHead, wordsOf, type Author } from './parties.js';

type Books = Pick<Stores, 'assessments' | 'tasks' | 'taskWords'>;

/** A result with its tasks and all that people said of them. */
export interface WordedResult {
  head: AssessmentHead;
  tasks: TaskState[];
  /** In the order in which they were said, also what was taken back. */
  words: TaskWordRow[];
  lay(states: readonly TaskUnitState[]): WordedTask<TaskWordRow>[];
}

/**
 * A result as people's words stand today. On the newest result of the programme words count up to today, on older ones a
 * completion up to the day that they judge.
 * @param units ids; null for all.
 */
export async function wordedResult(
  books: Books,
  head: AssessmentHead,
  { units, today }: { units: readonly string[] | null; today: LocalDate },
): Promise<WordedResult> {
  const { programme, sample, asOf } = head;
  const tasks = await books.tasks.tasksOf(head.id);
  const words = await books.taskWords.words({ programme, sample, organisations: units });
  const isNewest = (await newestHead(books, programme, sample))?.id === head.id;
  const until = isNewest && today > asOf ? today : asOf;
  const standing = standingTaskWords(words);
  return { head, tasks, words, lay: (states) => layTaskWords(states, { tasks, words: standing, asOf, until }) };
}

/** Lays standing words over the states of a result. */
export function layTaskWords<Word extends TaskWord>(
  states: readonly TaskUnitState[],
  about: {
    tasks: readonly Pick<TaskState, 'task' | 'dueOn'>[];
    words: readonly Word[];
    asOf: LocalDate;
    until: LocalDate;
  },
): WordedTask<Word>[] {
  const { tasks, words, asOf, until } = about;
  const due = new Map(tasks.map(({ task, dueOn }) => [task, dueOn]));
  return underTaskWords(states, words, (task) => ({ dueOn: due.get(task) ?? null, asOf, until }));
}

export interface TaskWordRequest {
  /** Made by whoever sends it: what is sent twice is said once. */
  deed: string;
  programme: string;
  period: string;
  sample: boolean | undefined;
  task: string;
  verdict: TaskVerdict;
  doneOn: LocalDate | null;
  reason: string;
  links: readonly string[];
  /** With the word that was read of each, null where none stood, and files that were handed in for it. */
  units: readonly { organisation: string; seen: string | null; files: readonly string[] }[];
}

export interface SaidOfTask {
  name: string;
  before: TaskWordRow | null;
  after: TaskWordRow;
}

/** A unit of which nothing was said, and why. */
export interface LeftUnit {
  organisation: string;
  name: string;
  why: string;
}

/** Who says it, within which units (ids; null for all), and when. */
export interface TaskSpeaker {
  doer: Author;
  units: readonly string[] | null;
  now: Date;
}

/**
 * Says of one or several units how a task stands with them, or takes that back. Units of which it cannot be said are left out,
 * each with the reason.
 * @throws BadInput where it can be said of none, AlreadyDone where others were faster; MissingResource for a task that is not.
 */
export async function sayOfTask(
  books: Books & Pick<Stores, 'uploads'>,
  request: TaskWordRequest,
  { doer, units, now }: TaskSpeaker,
): Promise<{ task: TaskState; said: SaidOfTask[]; left: LeftUnit[] }> {
  const { verdict, programme } = request;
  const head = await publishedHead(books, request);
  holdToSample('任务认定', doer, head);
  const task = (await books.tasks.tasksOf(head.id)).find((one) => one.task === request.task);
  if (!task) throw new MissingResource([{ where: '任务', what: '这一期的结果中没有这项任务' }]);
  const doneOn = verdict === 'done' ? dayDone(request.doneOn, dayOf(now)) : null;
  const common = {
    ...{ programme, task: task.task, verdict, doneOn, reason: wordsOf('理由', request.reason) },
    ...{ links: linksOf('佐证网址', request.links), account: doer.account, author: doer.name, at: now.toISOString() },
  };
  const asked = [...new Map(request.units.map((unit) => [unit.organisation, unit])).values()];
  const isVisible = (organisation: string) => units?.includes(organisation) ?? true;
  const files = new Map<string, string[]>();
  for (const { organisation, files: sent } of asked)
    if (isVisible(organisation) && sent.length > 0) files.set(organisation, await filesOf(books, organisation, sent));
  const bound = (await books.tasks.statesOfTasks(head.id, [task.task])).filter((one) => isVisible(one.organisation));
  const states = new Map(bound.map((state) => [state.organisation, state]));
  const said: SaidOfTask[] = [];
  const left: LeftUnit[] = [];
  let isTaken = false;
  const about = {
    programme,
    task: task.task,
    sample: head.sample,
    organisations: asked.map((one) => one.organisation),
  };
  await books.taskWords.say(about, (before) => {
    const standing = new Map(standingTaskWords(before).map((word) => [word.organisation, word]));
    return asked.flatMap(({ organisation, seen }) => {
      const id = stableId('task-word', doer.account, request.deed, organisation);
      const measured = states.get(organisation);
      const name = measured?.name ?? '';
      const leave = (why: string) => {
        left.push({ organisation, name, why });
        return [];
      };
      if (!measured) return leave('这个单位不承担这项任务');
      if (organisation === doer.unit) return leave('本单位的任务不能由本单位认定');
      const known = before.find((word) => word.id === id);
      if (known) {
        said.push({ name, before: null, after: known });
        return [];
      }
      const stood = standing.get(organisation) ?? null;
      if ((stood?.id ?? null) !== seen) {
        isTaken = true;
        return leave(takenBy(before.findLast((word) => word.organisation === organisation)));
      }
      if (verdict === 'withdrawn' && stood === null) return leave('没有可撤回的认定');
      const { state, reason } = measured;
      const found = { period: head.period, asOf: head.asOf, state, reason };
      const row = { id, ...common, organisation, files: files.get(organisation) ?? [], measured: found };
      said.push({ name, before: stood, after: row });
      return [row];
    });
  });
  if (said.length > 0) return { task, said, left };
  const faults = left.map(({ name, why }) => ({ where: name === '' ? '任务认定' : name, what: why }));
  throw isTaken ? new AlreadyDone(faults) : new BadInput(faults);
}

function dayDone(doneOn: LocalDate | null, today: LocalDate): LocalDate {
  if (doneOn === null) throw refused('完成日期', '没有填写', 'YYYY-MM-DD');
  if (doneOn > today) throw refused('完成日期', `${doneOn} 还没有到`, `${today} 或以前`);
  return doneOn;
}

function takenBy(last: TaskWordRow | undefined): string {
  if (!last) return '认定已有变化，请刷新后再办';
  const { author, at, verdict, reason } = last;
  return `${author}已于 ${printInstant(at)} ${verdict === 'withdrawn' ? '' : '认定'}${taskVerdictTitles[verdict]}（${reason.slice(0, 100)}），请刷新后再办`;
}
