import type { LocalDate, Period } from '#calendar';
import type { Programme, Task } from '#programmes';
import { firstPages, type TaskCounts, type TaskPage, type TaskStateName, type TaskStatus } from './task-model.js';
import type { TaskUnitState } from './task-model.js';

/** As many pages as a reader may look through. */
const pagesOfTask = 20;
/** Units called by name in a sentence. */
const namesOfTask = 3;

/**
 * A task is as far as the unit that is furthest behind: the first of these states that one of its units is in. So it is
 * done in time only when every unit is, and a single unit that cannot be measured leaves it unmeasured.
 */
const furthestBehind: readonly TaskStateName[] = ['overdue', 'upcoming', 'notMeasured', 'late', 'done', 'onTime'];

/** States of tasks, joined from those of their units as these come in; keeps figures and no unit. */
export interface TaskBoard {
  add(states: readonly TaskUnitState[]): void;
  statuses(): TaskStatus[];
}

/** What a board needs to know of a task. */
type BoardTask = Pick<Task, 'id' | 'stage' | 'title' | 'responsible' | 'startOn' | 'dueOn' | 'dueText'>;

interface BoardRequest {
  programme: Pick<Programme, 'id'> & { tasks: readonly BoardTask[] };
  period: Pick<Period, 'id'>;
  asOf: LocalDate;
}

interface Tally {
  counts: TaskCounts;
  /** By state, who was met first. */
  names: Partial<Record<TaskStateName, string[]>>;
  pages: Partial<Record<TaskStateName, TaskPage[]>>;
  /** Latest of the proved days. */
  last: LocalDate | null;
}

export function openTaskBoard(request: BoardRequest): TaskBoard {
  const { programme, period, asOf } = request;
  const tallies = new Map<string, Tally>(
    programme.tasks.map(({ id }) => [id, { counts: {}, names: {}, pages: {}, last: null }]),
  );
  return {
    add(states) {
      for (const state of states) {
        const tally = tallies.get(state.task);
        if (tally) count(tally, state);
      }
    },
    statuses: () =>
      programme.tasks.map((task) => {
        const { id, stage, title, responsible, startOn, dueOn, dueText } = task;
        const named = { programme: programme.id, period: period.id, task: id, stage, title, responsible };
        const tally = tallies.get(id)!;
        return { ...named, startOn, dueOn, dueText, ...stateOf(task, asOf, tally), counts: { ...tally.counts } };
      }),
  };
}

/** The state of every task of a programme from those of the units that it binds. */
export function joinTaskStates(request: BoardRequest, states: readonly TaskUnitState[]): TaskStatus[] {
  const board = openTaskBoard(request);
  board.add(states);
  return board.statuses();
}

function count(tally: Tally, { state, name, on, evidence }: TaskUnitState): void {
  tally.counts[state] = (tally.counts[state] ?? 0) + 1;
  const names = (tally.names[state] ??= []);
  if (names.length < namesOfTask) names.push(name);
  tally.pages[state] = firstPages([...(tally.pages[state] ?? []), ...evidence], pagesOfTask);
  if (on !== null && (tally.last === null || on > tally.last)) tally.last = on;
}

type State = Pick<TaskStatus, 'state' | 'reason' | 'evidence'>;

function stateOf({ dueOn }: BoardTask, asOf: LocalDate, tally: Tally): State {
  const state = furthestBehind.find((one) => tally.counts[one] !== undefined);
  const open = dueOn !== null && asOf <= dueOn;
  if (state === undefined) {
    const reason = '本次评估的单位都不承担这项任务，或这项任务对它们不适用';
    return { state: open ? 'upcoming' : 'notMeasured', reason, evidence: [] };
  }
  return { state, reason: reasonOf(state, dueOn, asOf, tally), evidence: pagesFor(state, tally) };
}

function pagesFor(state: TaskStateName, { pages }: Tally): TaskPage[] {
  if (state === 'overdue' || state === 'upcoming' || state === 'notMeasured') return pages[state] ?? [];
  return firstPages([...(pages.late ?? []), ...(pages.done ?? []), ...(pages.onTime ?? [])], pagesOfTask);
}

function reasonOf(state: TaskStateName, dueOn: LocalDate | null, asOf: LocalDate, tally: Tally): string {
  const { counts, last } = tally;
  const all = Object.values(counts).reduce((sum, number) => sum + number, 0);
  const done = (counts.done ?? 0) + (counts.onTime ?? 0) + (counts.late ?? 0);
  const by = dueOn === null ? '' : `应于${dueOn}前完成`;
  const reached = `${all}个单位均已达到要求`;
  const who = named(tally, state);
  switch (state) {
    case 'overdue':
      return `${by}；${all}个单位中${counts.overdue}个未达到要求：${who}`;
    case 'upcoming':
      return `${by}，截至${asOf}未到期；${all}个单位中${done}个已完成`;
    case 'notMeasured':
      return `${all}个单位中${counts.notMeasured}个无法核验或待报送材料：${who}${done > 0 ? `；其余${done}个已达到要求` : ''}`;
    case 'late':
      return `${reached}，最晚${last}完成，${by}；逾期完成的：${who}`;
    case 'done':
      return `${reached}；${counts.done}个单位没有可证明完成时间的日期`;
    case 'onTime':
      return `${reached}，最晚${last}完成，${by}`;
  }
}

function named({ counts, names }: Tally, state: TaskStateName): string {
  const some = names[state] ?? [];
  return `${some.join('、')}${(counts[state] ?? 0) > some.length ? '等' : ''}`;
}
