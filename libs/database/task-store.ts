import type { EntityManager } from 'typeorm';
import type { CountedState } from '#casework';
import type { TaskUnitState } from '#scoring';
import { bulkInsert } from './bulk-writer.js';
import { TaskStateEntity, TaskUnitStateEntity } from './entities/assessment.entity.js';
import type { TaskState } from './stores.js';

export interface TaskUnitFilter {
  /** Id of a unit. */
  organisation?: string;
  /** Ids of the only units that are looked at; null for all. */
  units?: readonly string[] | null;
  /** Part of the unit's name. */
  words?: string;
  /** Only units of which a task is in this state; the one named in `task`, else any. */
  state?: CountedState;
  task?: string;
  /** What counts instead of what was measured, where a person said so. */
  counted?: readonly { organisation: string; task: string; state: CountedState }[];
  offset?: number;
  limit?: number;
}

/** All tasks that bind one unit. */
export interface UnitTasks {
  organisation: string;
  name: string;
  tasks: Omit<TaskUnitState, 'organisation' | 'name'>[];
}

/** States of tasks, and of tasks with each unit. Of an assessment by its id, so that both belong together. */
export class TaskStore {
  constructor(private readonly dataSource: Pick<EntityManager, 'query'>) {}

  /** In the order of the plan. */
  async tasksOf(assessment: string): Promise<TaskState[]> {
    const rows = await this.dataSource.query<(TaskState & { counts: TaskState['counts'] | null })[]>(
      `select a.programme, a.period, t.task, t.stage, t.title, t.responsible, t.start_on::text as "startOn",
         t.due_on::text as "dueOn", t.due_text as "dueText", t.state, t.reason, t.evidence, t.counts
       from task_state t join assessment a on a.id = t.assessment where t.assessment = $1 order by t.position`,
      [assessment],
    );
    return rows.map(({ counts, ...task }) => (counts ? { ...task, counts } : task));
  }

  /** Units by the number of their overdue tasks, most first, and how many units there are in all. */
  async units(assessment: string, filter: TaskUnitFilter = {}): Promise<{ total: number; units: UnitTasks[] }> {
    const meant = `from task_unit_state left join jsonb_to_recordset($7::jsonb)
          as said (organisation text, task text, counted text) using (organisation, task)
      where assessment = $1 and ($2::text is null or organisation = $2)
        and ($3::text is null or strpos(name, $3) > 0)
        and ($6::text[] is null or organisation = any($6))
      group by organisation, name
      having $4::text is null or bool_or(coalesce(counted, state) = $4 and ($5::text is null or task = $5))`;
    const parameters = [
      assessment,
      filter.organisation ?? null,
      filter.words ?? null,
      filter.state ?? null,
      filter.task ?? null,
      filter.units ?? null,
      JSON.stringify((filter.counted ?? []).map(({ state, ...about }) => ({ ...about, counted: state }))),
    ];
    const [count] = await this.dataSource.query<{ total: number }[]>(
      `select count(*)::int as total from (select organisation ${meant}) as one`,
      parameters,
    );
    const page = await this.dataSource.query<Omit<UnitTasks, 'tasks'>[]>(
      `select organisation, name ${meant}
       order by count(*) filter (where coalesce(counted, state) = 'overdue') desc, name, organisation
       offset $8 limit $9`,
      [...parameters, filter.offset ?? 0, filter.limit ?? null],
    );
    const states = await this.unitStates(
      assessment,
      page.map(({ organisation }) => organisation),
    );
    const byUnit = new Map(page.map((unit) => [unit.organisation, { ...unit, tasks: [] as UnitTasks['tasks'] }]));
    for (const { organisation, name: _name, ...state } of states) byUnit.get(organisation)?.tasks.push(state);
    return { total: count?.total ?? 0, units: [...byUnit.values()] };
  }

  /** Of these units, task by task in the order of the plan. */
  unitStates(assessment: string, organisations: readonly string[]): Promise<TaskUnitState[]> {
    return this.states(assessment, 'organisation', organisations);
  }

  /** Of these tasks with all units that they bind. */
  statesOfTasks(assessment: string, tasks: readonly string[]): Promise<TaskUnitState[]> {
    return this.states(assessment, 'task', tasks);
  }

  private states(assessment: string, by: 'organisation' | 'task', ids: readonly string[]): Promise<TaskUnitState[]> {
    return this.dataSource.query<TaskUnitState[]>(
      `select u.task, u.organisation, u.name, u.state, u.proved_by as "provedBy", u.proved_on::text as "on", u.reason,
         u.evidence
       from task_unit_state u join task_state t on t.assessment = u.assessment and t.task = u.task
       where u.assessment = $1 and u.${by} = any($2) order by t.position, u.name`,
      [assessment, ids],
    );
  }
}

export async function writeTasks(manager: EntityManager, assessment: string, tasks: readonly TaskState[]) {
  await bulkInsert(
    manager,
    TaskStateEntity,
    tasks.map((task, position) => ({ ...task, counts: task.counts ?? null, assessment, position })),
  );
}

/** May be called again and again for one assessment, as its units come in. */
export async function writeTaskUnits(manager: EntityManager, assessment: string, states: readonly TaskUnitState[]) {
  await bulkInsert(
    manager,
    TaskUnitStateEntity,
    states.map(({ on, ...state }) => ({ ...state, assessment, provedOn: on })),
  );
}
