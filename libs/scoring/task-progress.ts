import type { LocalDate } from '#calendar';
import { roundPoints, share } from '#kernel';
import type { TaskCounts } from './task-model.js';

/** How far tasks are, each counted once for every unit that it binds. */
export interface TaskProgress {
  /** All, whether due or not. */
  all: number;
  /** Those whose due day is past. */
  due: number;
  /** Of those due: done, whether in time or not; and those of which it cannot be told. */
  done: number;
  unknown: number;
  /**
   * Done of what is due and could be told, as a decimal between 0 and 1; null when there is none. What could not be told
   * counts neither as done nor as missing.
   */
  share: string | null;
}

/** Progress over tasks of a stage, of a unit or of a whole plan. */
export function progressOf(
  tasks: readonly { dueOn: LocalDate | null; counts: TaskCounts }[],
  asOf: LocalDate,
): TaskProgress {
  const past = tasks.filter(({ dueOn }) => dueOn !== null && dueOn < asOf);
  const due = sum(past.map(({ counts }) => total(counts)));
  const unknown = sum(past.map(({ counts }) => counts.notMeasured ?? 0));
  const done = sum(past.map(({ counts }) => (counts.done ?? 0) + (counts.onTime ?? 0) + (counts.late ?? 0)));
  const told = due - unknown;
  return {
    all: sum(tasks.map(({ counts }) => total(counts))),
    due,
    done,
    unknown,
    share: told === 0 ? null : roundPoints(share(done, told), 4, 'down').toString(),
  };
}

const total = (counts: TaskCounts) => sum(Object.values(counts));

const sum = (numbers: readonly number[]) => numbers.reduce((before, number) => before + number, 0);
