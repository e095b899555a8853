import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { MissingResource } from '#kernel';
import { executedMigrations, filledTables, migrationsTable, type Ask } from './backup/table-shapes.js';
import { migrations } from './migrations/index.js';

/** A database with data that is about to be changed to a newer shape. */
export interface Upgrade {
  url: string;
  /** Names of the migrations to come, oldest first. */
  pending: string[];
}

/**
 * Brings the tables to the newest shape, all steps or none. One process at a time does so: servers and workers may start together.
 * @param beforeUpgrade called when there are data that the change concerns; what it throws leaves everything as it was.
 * @throws MissingResource when a newer version of the program was here, or a step fails.
 */
export async function migrate(
  dataSource: DataSource,
  url: string,
  beforeUpgrade?: (upgrade: Upgrade) => Promise<void>,
): Promise<void> {
  await holdMigrations(dataSource, async (runner) => {
    const ask: Ask = (statement, values) => runner.query(statement, values);
    const executed = await executedMigrations(ask);
    const known = knownMigrations();
    refuseNewer(executed);
    const pending = known.filter(({ name }) => !executed.includes(name));
    if (pending.length === 0) return;
    if (beforeUpgrade && (await filledTables(ask)).length > 0)
      await beforeUpgrade({ url, pending: pending.map(({ name }) => name) });
    await runner.startTransaction();
    try {
      await applyMigrations(runner, pending);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    }
  });
}

/** Every migration by its name, oldest first. */
export function knownMigrations(): Named[] {
  return migrations.map((Migration) => new Migration());
}

type Named = MigrationInterface & { name: string };

/** Names of migrations that only a newer version of the program knows. */
export function unknownMigrations(names: readonly string[]): string[] {
  const known = new Set(knownMigrations().map(({ name }) => name));
  return names.filter((name) => !known.has(name));
}

/** Names of migrations that the database has gone through and this program does not know, oldest first. */
export async function newerMigrations(dataSource: DataSource): Promise<string[]> {
  return unknownMigrations(await executedMigrations((statement, values) => dataSource.query(statement, values)));
}

/** An older program on a newer database would write what the newer one no longer understands. */
function refuseNewer(executed: string[]): void {
  const newest = unknownMigrations(executed).at(-1);
  if (newest === undefined) return;
  throw new MissingResource([
    {
      where: '数据库',
      what: `已由较新版本的明镜升级（${newest}），本程序读不懂`,
      accepted: '与数据库同版本或更新的明镜；要退回旧版，用升级前的备份恢复（restore --replace）',
    },
  ]);
}

/** Work during which no other process migrates, on the connection that holds the lock. */
export async function holdMigrations<T>(dataSource: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`select pg_advisory_lock(hashtext('mingjing migrations'))`);
    return await work(runner);
  } finally {
    await runner.query(`select pg_advisory_unlock(hashtext('mingjing migrations'))`).catch(() => undefined);
    await runner.release();
  }
}

/**
 * Runs the steps in the caller's transaction and notes them as TypeORM does.
 * @throws MissingResource naming the step that failed.
 */
export async function applyMigrations(runner: QueryRunner, steps: readonly Named[]): Promise<void> {
  await runner.query(
    `create table if not exists ${migrationsTable} (
       id serial not null, timestamp bigint not null, name character varying not null,
       constraint migrations_pk primary key (id))`,
  );
  for (const step of steps) {
    try {
      await step.up(runner);
    } catch (error) {
      throw new MissingResource([
        {
          where: '数据库升级',
          what: `${step.name} 未成功（${(error as Error).message}），数据仍是升级前的样子`,
          accepted: '用原来的版本继续运行，并把这一行反馈给开发者',
        },
      ]);
    }
    await runner.query(`insert into ${migrationsTable} (timestamp, name) values ($1, $2)`, [
      Number(/\d{13}$/.exec(step.name)?.[0]),
      step.name,
    ]);
  }
}
