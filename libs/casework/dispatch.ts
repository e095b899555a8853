import { addDays, type LocalDate } from '#calendar';
import type { TaskUnitState } from '#scoring';
import { countedStates, type CountedState, type WordedTask, type WordWorth } from './task-word.js';

/** What a task is, whatever unit it binds. */
export interface DispatchTask {
  task: string;
  stage: string;
  title: string;
  dueOn: LocalDate | null;
  dueText: string;
}

export interface DispatchUnit {
  organisation: string;
  name: string;
  state: CountedState;
  /** What was measured, and the word of a person beside it. */
  reason: string;
  /** What a person's word is worth beside what was measured; null where nobody said anything. */
  worth: WordWorth | null;
  /** How it stood in the last result before the week; null where it is as it was, or nothing is known of then. */
  was: CountedState | null;
}

export interface DispatchRow extends DispatchTask {
  units: DispatchUnit[];
  /** Not done yet, and due within the two weeks after the week. */
  isDueSoon: boolean;
}

export interface DispatchStage {
  stage: string;
  rows: DispatchRow[];
}

/** Units that a task binds, counted once a task. */
export interface DispatchCounts {
  done: number;
  late: number;
  overdue: number;
  dueSoon: number;
  notMeasured: number;
  changed: number;
  /** Of which the state is a person's word; of which the word is against what was measured. */
  confirmed: number;
  disputed: number;
}

const soonDays = 14;

/**
 * 一周一调度：how every task stands with every unit that it binds, and what became of it since the week before.
 * @param before states of the last result before the week; null where there is none, and then nothing is said of changes.
 * @param until the last day of the week.
 */
export function dispatchStages(
  tasks: readonly DispatchTask[],
  states: readonly WordedTask[],
  before: readonly WordedTask[] | null,
  until: LocalDate,
): DispatchStage[] {
  const key = ({ task, organisation }: Pick<TaskUnitState, 'task' | 'organisation'>) =>
    JSON.stringify([task, organisation]);
  const then = new Map((before ?? []).map((one) => [key(one), one.state]));
  const rows = tasks.map((task): DispatchRow => {
    const units = states
      .filter((one) => one.task === task.task)
      .map((one): DispatchUnit => {
        const was = then.get(key(one)) ?? null;
        const { organisation, name, state, reason, worth } = one;
        return { organisation, name, state, reason, worth, was: was === state ? null : was };
      })
      .sort((one, other) => rankOf(one.state) - rankOf(other.state) || (one.name < other.name ? -1 : 1));
    const { task: id, stage, title, dueOn, dueText } = task;
    const isSoon = dueOn !== null && dueOn > until && dueOn <= addDays(until, soonDays);
    return {
      ...{ task: id, stage, title, dueOn, dueText, units },
      isDueSoon: isSoon && units.some(({ state }) => state === 'upcoming'),
    };
  });
  return [...new Set(rows.map(({ stage }) => stage))].map((stage) => ({
    stage,
    rows: rows.filter((row) => row.stage === stage && row.units.length > 0),
  }));
}

export function dispatchCounts(stages: readonly DispatchStage[]): DispatchCounts {
  const rows = stages.flatMap((stage) => stage.rows);
  const units = rows.flatMap((row) => row.units);
  const count = (...states: CountedState[]) => units.filter(({ state }) => states.includes(state)).length;
  return {
    ...{ done: count('done', 'onTime'), late: count('late'), overdue: count('overdue') },
    dueSoon: rows
      .filter(({ isDueSoon }) => isDueSoon)
      .reduce((sum, row) => sum + row.units.filter(({ state }) => state === 'upcoming').length, 0),
    ...{ notMeasured: count('notMeasured'), changed: units.filter(({ was }) => was !== null).length },
    confirmed: units.filter(({ worth }) => worth === 'counts').length,
    disputed: units.filter(({ worth }) => worth === 'disputed').length,
  };
}

/** The most pressing first. */
const order: readonly CountedState[] = ['overdue', 'notMeasured', 'upcoming', 'late', 'onTime', 'done'];
const rankOf = (state: CountedState): number => {
  const at = order.indexOf(state);
  return at < 0 ? countedStates.length : at;
};
