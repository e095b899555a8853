import { nextDue, type LocalDate } from '#calendar';
import type { TaskState, UnitTasks } from '#database';
import type { CadenceProduct, Programme } from '#programmes';
import { workdays } from '#operations';
import { joinTaskStates, progressOf, type TaskUnitState } from '#scoring';
import type { RecurringWorkDto, StageProgressDto, TaskBoardDto, UnitTasksPageDto } from './dto/task.dto.js';

/** Progress of a plan and its stages, with the rules by which its days were taken. */
export function describeBoard(programme: Programme, asOf: LocalDate, tasks: readonly TaskState[]): TaskBoardDto {
  const counted = tasks.flatMap((task) => (task.counts ? [{ ...task, counts: task.counts }] : []));
  const toldApart = counted.length === tasks.length && tasks.length > 0;
  return {
    asOf,
    whole: toldApart ? progressOf(counted, asOf) : null,
    stages: toldApart ? stagesOf(programme, asOf, counted) : [],
    dueRules: Object.fromEntries(
      tasks.flatMap(({ task: id, dueOn }) => {
        // A plan that was edited since may date the task otherwise; its rule would then explain another day.
        const rule = programme.tasks.find((task) => task.id === id && task.dueOn === dueOn)?.dueRule;
        return rule ? [[id, rule]] : [];
      }),
    ),
    recurring: (programme.cadence ?? []).map((one) => recurringWork(one, asOf)),
  };
}

function stagesOf(
  { stages = [] }: Programme,
  asOf: LocalDate,
  tasks: readonly (TaskState & Required<Pick<TaskState, 'counts'>>)[],
): StageProgressDto[] {
  return [...new Set(tasks.map(({ stage }) => stage))].map((name) => {
    const stage = stages.find((one) => one.name === name);
    return {
      stage: name,
      dueText: stage?.dueText ?? null,
      dueOn: stage?.dueOn ?? null,
      dueRule: stage?.dueRule ?? null,
      progress: progressOf(
        tasks.filter((task) => task.stage === name),
        asOf,
      ),
    };
  });
}

function recurringWork({ every, feeds, ...product }: CadenceProduct, asOf: LocalDate): RecurringWorkDto {
  const named = { ...product, every, feeds: feeds ?? null };
  // What is due once a year has a day of its own in the law or the plan; no day is guessed for it.
  if (every === 'year' || every === 'event') return { ...named, next: null };
  const { period, on, rule } = nextDue(every, asOf, workdays);
  return { ...named, next: { period: period.title, on, rule } };
}

/** Tasks that bind some units, joined from the states of these alone: nothing of it is said of others. */
export function tasksOfUnits(
  tasks: readonly TaskState[],
  states: readonly TaskUnitState[],
  asOf: LocalDate,
): TaskState[] {
  const [first] = tasks;
  if (!first) return [];
  const programme = { id: first.programme, tasks: tasks.map(({ task: id, ...task }) => ({ ...task, id })) };
  const bound = new Set(states.map(({ task }) => task));
  return joinTaskStates({ programme, period: { id: first.period }, asOf }, states).filter(({ task }) =>
    bound.has(task),
  );
}

/** Units with how far each is. */
export function describeUnits(
  { total, units }: { total: number; units: readonly UnitTasks[] },
  tasks: readonly TaskState[],
  asOf: LocalDate,
): UnitTasksPageDto {
  const dueOn = new Map(tasks.map((task) => [task.task, task.dueOn]));
  return {
    total,
    units: units.map((unit) => ({
      ...unit,
      progress: progressOf(
        unit.tasks.map(({ task, state }) => ({ dueOn: dueOn.get(task) ?? null, counts: { [state]: 1 } })),
        asOf,
      ),
    })),
  };
}
