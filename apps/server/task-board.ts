import { nextDue, type LocalDate } from '#calendar';
import { countedTasks } from '#casework';
import type { Stores, TaskState, TaskWordRow, UploadRow } from '#database';
import type { CadenceProduct, Programme } from '#programmes';
import { workdays, type MaterialStanding, type WordedResult } from '#operations';
import { joinTaskStates, progressOf, type TaskUnitState } from '#scoring';
import type { RecurringWorkDto, StageProgressDto, TaskBoardDto, TaskWordDto, UnitTasksDto } from './dto/task.dto.js';

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

/** Tasks of all units as they were stored, save those of which people spoke: these are joined anew. */
export async function tasksOfAll(
  { tasks: books }: Pick<Stores, 'tasks'>,
  { head, tasks, words, lay }: WordedResult,
): Promise<TaskState[]> {
  const spoken = new Set(words.map(({ task }) => task));
  const anew = tasks.filter(({ task, counts }) => counts !== undefined && spoken.has(task));
  if (anew.length === 0) return [...tasks];
  const ids = anew.map(({ task }) => task);
  const states = countedTasks(lay(await books.statesOfTasks(head.id, ids)));
  const joined = new Map(joinTasks(anew, states, head.asOf).map((task) => [task.task, task]));
  return tasks.map((task) => joined.get(task.task) ?? task);
}

/** Tasks that bind some units, joined from the states of these alone: nothing of it is said of others. */
export function tasksOfUnits(
  tasks: readonly TaskState[],
  states: readonly TaskUnitState[],
  asOf: LocalDate,
): TaskState[] {
  const bound = new Set(states.map(({ task }) => task));
  return joinTasks(tasks, states, asOf).filter(({ task }) => bound.has(task));
}

/** Tasks joined anew from the states of their units. */
export function joinTasks(tasks: readonly TaskState[], states: readonly TaskUnitState[], asOf: LocalDate): TaskState[] {
  const [first] = tasks;
  if (!first) return [];
  const programme = { id: first.programme, tasks: tasks.map(({ task: id, ...task }) => ({ ...task, id })) };
  return joinTaskStates({ programme, period: { id: first.period }, asOf }, states);
}

/** What is shown beside the states of units. */
export interface BesideUnits {
  materials: readonly MaterialStanding[];
  files: readonly UploadRow[];
  /** By task. */
  requirements: ReadonlyMap<string, readonly string[]>;
}

/** One unit with how far it is, what people said of its tasks, and the material that these ask for. */
export function describeUnit(
  { organisation, name }: { organisation: string; name: string },
  states: readonly TaskUnitState[],
  { head, tasks, words, lay }: WordedResult,
  { materials, files, requirements }: BesideUnits,
): UnitTasksDto {
  const dueOn = new Map(tasks.map((task) => [task.task, task.dueOn]));
  const laid = lay(states);
  const named = new Map(files.map((file) => [file.id, file.name]));
  const own = materials.filter((one) => one.organisation.id === organisation);
  const said = words.filter((word) => word.organisation === organisation);
  return {
    organisation,
    name,
    progress: progressOf(
      countedTasks(laid).map(({ task, state }) => ({ dueOn: dueOn.get(task) ?? null, counts: { [state]: 1 } })),
      head.asOf,
    ),
    tasks: laid.map(({ organisation: _, name: __, word, ...task }) => ({
      ...task,
      words: said
        .filter((one) => one.task === task.task)
        .map((one) => describeWord(one, named))
        .reverse(),
      standing: word?.id ?? null,
      materials: own
        .filter(({ requirement }) => requirements.get(task.task)?.includes(requirement))
        .map(({ requirement, statement, state }) => ({ requirement, statement, state })),
    })),
  };
}

function describeWord(word: TaskWordRow, names: ReadonlyMap<string, string>): TaskWordDto {
  const { id, verdict, doneOn, reason, links, files, author, at } = word;
  const named = files.map((file) => ({ id: file, name: names.get(file) ?? '佐证文件' }));
  return { id, verdict, doneOn, reason, links, files: named, author, at };
}
