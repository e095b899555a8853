import type { DataSource, EntityManager } from 'typeorm';
import type { TaskWord } from '#casework';
import { bulkInsert } from './bulk-writer.js';
import { TaskWordEntity } from './entities/task-word.entity.js';
import { instant } from './instant.js';

/** What a person said of a unit's task. */
export interface TaskWordRow extends TaskWord {
  id: string;
  programme: string;
  links: string[];
  /** Ids of files that were handed in for the unit. */
  files: string[];
  /** What was measured when it was said, for a reader. */
  measured: { period: string; asOf: string; state: string; reason: string };
  account: string;
}

export interface TaskWordFilter {
  programme: string;
  /** Ids; all of the sample, or none of it, where null. */
  organisations: readonly string[] | null;
  sample: boolean;
  task?: string;
}

/** People's words on tasks. Rows are added and never changed. */
export class TaskWordStore {
  constructor(private readonly dataSource: DataSource) {}

  /** In the order in which they were said. */
  words(filter: TaskWordFilter): Promise<TaskWordRow[]> {
    return wordsOf(this.dataSource.manager, filter);
  }

  /**
   * Adds the rows that `choose` names when it has seen all words on the task, oldest first. Of two at once the second sees
   * what the first said.
   */
  async say(
    about: TaskWordFilter & { task: string },
    choose: (before: TaskWordRow[]) => TaskWordRow[],
  ): Promise<TaskWordRow[]> {
    return this.dataSource.transaction(async (manager) => {
      const lock = JSON.stringify(['task words', about.programme, about.task]);
      await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [lock]);
      const rows = choose(await wordsOf(manager, about));
      await bulkInsert(
        manager,
        TaskWordEntity,
        rows.map((row) => ({ ...row, at: new Date(row.at) })),
      );
      return rows;
    });
  }
}

function wordsOf(manager: EntityManager, filter: TaskWordFilter): Promise<TaskWordRow[]> {
  return manager.query<TaskWordRow[]>(
    `select w.id, w.programme, w.task, w.organisation, w.verdict, w.done_on::text as "doneOn", w.reason, w.links, w.files,
       w.measured, w.account, w.author, ${instant('w.at')} as at
     from task_word w join organisation o on o.id = w.organisation
     where w.programme = $1 and o.sample = $2 and ($3::text[] is null or w.organisation = any($3))
       and ($4::text is null or w.task = $4)
     order by w.position`,
    [filter.programme, filter.sample, filter.organisations, filter.task ?? null],
  );
}
