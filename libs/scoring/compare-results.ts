import type { LocalDate } from '#calendar';
import { points } from '#kernel';
import { compareScorecards, type ScorecardComparison } from './compare.js';
import type { Scorecard } from './model.js';
import type { TaskStatus } from './task-model.js';

/** The result of one programme in one period. */
export interface Result {
  programme: string;
  programmeVersion: string;
  period: string;
  asOf: LocalDate;
  scorecards: readonly Scorecard[];
  /** Older results do not count units. */
  tasks: readonly Omit<TaskStatus, 'counts'>[];
}

export type ResultName = Pick<Result, 'programme' | 'programmeVersion' | 'period' | 'asOf'>;

/** A task whose state or due day is another one; null where it is not in the plan. */
export interface TaskChange {
  task: string;
  title: string;
  before: TaskStatus['state'] | null;
  after: TaskStatus['state'] | null;
  dueBefore: LocalDate | null;
  dueAfter: LocalDate | null;
  /** Why it is in its state now, or that it is no longer asked for. */
  why: string;
}

export interface ResultComparison {
  before: ResultName;
  after: ResultName;
  /** Units in both results that moved, the biggest loss first. */
  units: ScorecardComparison[];
  /** Names of units whose score, items and findings stayed. */
  unmoved: string[];
  onlyBefore: string[];
  onlyAfter: string[];
  tasks: TaskChange[];
}

/** Which units and tasks moved between two results, by how much and why: two periods, or two programmes on the same pages. */
export function compareResults(before: Result, after: Result): ResultComparison {
  const earlier = new Map(before.scorecards.map((card) => [card.organisation.id, card]));
  const later = new Set(after.scorecards.map(({ organisation }) => organisation.id));
  const both = after.scorecards.flatMap((card) => {
    const was = earlier.get(card.organisation.id);
    return was ? [compareScorecards(was, card)] : [];
  });
  const stays = (one: ScorecardComparison) =>
    one.before === one.after && one.gradeBefore === one.gradeAfter && one.items.length === 0;
  const names = (cards: readonly Scorecard[]) => cards.map(({ organisation }) => organisation.name);
  return {
    before: nameOf(before),
    after: nameOf(after),
    units: both
      .filter((one) => !stays(one))
      .sort((one, other) => points(one.change ?? 0).cmp(points(other.change ?? 0))),
    unmoved: both.filter(stays).map(({ name }) => name),
    onlyBefore: names(before.scorecards.filter(({ organisation }) => !later.has(organisation.id))),
    onlyAfter: names(after.scorecards.filter(({ organisation }) => !earlier.has(organisation.id))),
    tasks: taskChanges(before, after),
  };
}

function nameOf({ programme, programmeVersion, period, asOf }: Result): ResultName {
  return { programme, programmeVersion, period, asOf };
}

/** Tasks of plans that have none in common are no changes of each other. */
function taskChanges(before: Result, after: Result): TaskChange[] {
  const earlier = new Map(before.tasks.map((task) => [task.task, task]));
  const later = new Map(after.tasks.map((task) => [task.task, task]));
  if (![...later.keys()].some((id) => earlier.has(id))) return [];
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((id) => {
    const was = earlier.get(id);
    const is = later.get(id);
    if (was && is && was.state === is.state && was.dueOn === is.dueOn) return [];
    return {
      task: id,
      title: is?.title ?? was?.title ?? '',
      before: was?.state ?? null,
      after: is?.state ?? null,
      dueBefore: was?.dueOn ?? null,
      dueAfter: is?.dueOn ?? null,
      why: is?.reason ?? '方案中已没有该任务',
    };
  });
}
