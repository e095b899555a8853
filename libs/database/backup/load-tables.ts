import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DataSource, QueryRunner } from 'typeorm';
import { BadInput } from '#kernel';
import { applyMigrations, holdMigrations, knownMigrations } from '../migrate.js';
import { connect } from '../open-database.js';
import { sameWords, type TablesDump } from './dump-tables.js';
import { damaged, readPart } from './parts.js';
import { filledTables, migrationsTable, quoted, tableShapes, type Ask } from './table-shapes.js';

export interface LoadOptions {
  /** Puts the dump in the place of data that are there; else a database with data is refused. */
  replace: boolean;
}

/**
 * Fills a database from a dump in one transaction: the whole of it is there at the end, or all is as it was. The tables
 * are those of the dump's own version, then migrated to this one's.
 * @throws BadInput when there are data already, others use the database, or a part is damaged.
 */
export async function loadTables(
  url: string,
  folder: string,
  dump: TablesDump,
  { replace }: LoadOptions,
): Promise<void> {
  const dataSource = await connect(url, restoring);
  try {
    await holdMigrations(dataSource, async (runner) => {
      const ask: Ask = (statement, values) => runner.query(statement, values);
      for (const statement of sameWords) await runner.query(statement);
      await refuseOthers(ask);
      await runner.startTransaction();
      try {
        await makeRoom(ask, dataSource, dump, replace);
        await fill(runner, folder, dump);
        await runner.commitTransaction();
      } catch (error) {
        await runner.rollbackTransaction();
        throw error;
      }
      await runner.query('analyze');
    });
  } finally {
    await dataSource.destroy();
  }
}

/** Whether the database has data that a restore would put aside. @throws MissingResource when it cannot be reached. */
export async function hasData(url: string): Promise<boolean> {
  const dataSource = await connect(url, restoring);
  try {
    return (await filledTables((statement, values) => dataSource.query(statement, values))).length > 0;
  } finally {
    await dataSource.destroy();
  }
}

const restoring = 'mingjing-restore';

async function refuseOthers(ask: Ask): Promise<void> {
  const others = await ask(
    `select from pg_stat_activity
     where datname = current_database() and application_name like 'mingjing%' and application_name <> $1`,
    [restoring],
  );
  if (others.length === 0) return;
  throw new BadInput([
    {
      where: '恢复',
      what: '还有明镜的进程在使用这个数据库',
      accepted: '先停下网页服务、任务进程和正在运行的命令',
    },
  ]);
}

/** Takes away the tables that the program itself made, empty or to be replaced; what is not ours stays. */
async function makeRoom(ask: Ask, dataSource: DataSource, dump: TablesDump, replace: boolean): Promise<void> {
  const filled = await filledTables(ask);
  if (filled.length > 0 && !replace) throw notEmpty();
  const ours = new Set([
    migrationsTable,
    ...dataSource.entityMetadatas.map(({ tableName }) => tableName),
    ...dump.tables.map(({ name }) => name),
  ]);
  const there = [migrationsTable, ...(await tableShapes(ask)).map(({ name }) => name)].filter((name) => ours.has(name));
  await ask(`drop table if exists ${there.map(quoted).join(', ')}`);
  // Jobs that wait belong to the rounds that were here before.
  await ask('drop schema if exists pgboss cascade');
}

export function notEmpty(): BadInput {
  return new BadInput([
    {
      where: '恢复',
      what: '目标数据库里已有数据，没有改动',
      accepted: '空的数据目录或数据库；确要用备份取代现有数据，加 --replace',
    },
  ]);
}

async function fill(runner: QueryRunner, folder: string, dump: TablesDump): Promise<void> {
  const client = (await runner.connect()) as pg.PoolClient;
  const migrations = knownMigrations();
  const before = new Set(dump.migrations);
  await applyMigrations(
    runner,
    migrations.filter(({ name }) => before.has(name)),
  );
  for (const table of dump.tables) {
    const columns = table.columns.map(quoted).join(', ');
    await readPart(folder, table, async (bytes) => {
      const rows = client.query(copyFrom(`copy ${quoted(table.name)} (${columns}) from stdin`));
      await pipeline(bytes, rows);
      if (rows.rowCount !== table.rows) throw damaged(table.file);
    });
  }
  for (const { table, column, last, given } of dump.numberings)
    await runner.query(`select setval(pg_get_serial_sequence($1, $2), $3::bigint, $4)`, [
      quoted(table),
      column,
      last,
      given,
    ]);
  await applyMigrations(
    runner,
    migrations.filter(({ name }) => !before.has(name)),
  );
}
