import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { MissingResource, type Settings } from '#kernel';
import { entities } from './entities/index.js';
import { migrations } from './migrations/index.js';
import { SnakeNaming } from './naming.js';
import { startEmbeddedPostgres } from './postgres/embedded-postgres.js';

/** An open database, migrated to the newest shape. */
export interface OpenDatabase {
  dataSource: DataSource;
  url: string;
  /** Whether it is the one that came with the packages. */
  embedded: boolean;
  /** Whether an embedded server that was already running was taken over. */
  adopted: boolean;
  /** Closes the connections and, as the last user of an embedded server, stops it. */
  close(): Promise<void>;
}

/**
 * Opens the database that the settings name (`DATABASE_URL`), or the embedded one under `MINGJING_DATA`, and migrates it.
 * @throws MissingResource with one line when it cannot be reached or started.
 */
export async function openDatabase(settings: Pick<Settings, 'DATABASE_URL' | 'MINGJING_DATA'>): Promise<OpenDatabase> {
  const server = settings.DATABASE_URL
    ? { url: settings.DATABASE_URL, adopted: false, close: async () => undefined }
    : await startEmbeddedPostgres(settings.MINGJING_DATA);
  try {
    const dataSource = await connect(server.url);
    return {
      dataSource,
      url: server.url,
      embedded: settings.DATABASE_URL === undefined,
      adopted: server.adopted,
      close: async () => {
        if (dataSource.isInitialized) await dataSource.destroy();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The data source as it stands in code: entities, migrations and names; not yet connected. */
export function describeDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    poolSize: 10,
    connectTimeoutMS: 10_000,
    applicationName: 'mingjing',
    // A connection that breaks while idle is replaced at the next query, which reports what is wrong.
    poolErrorHandler: () => undefined,
  });
}

async function connect(url: string): Promise<DataSource> {
  const dataSource = describeDataSource(url);
  try {
    await dataSource.initialize();
  } catch (error) {
    throw new MissingResource([
      {
        where: '数据库',
        what: `无法连接 ${withoutPassword(url)}（${(error as Error).message}）`,
        accepted: '可用的 PostgreSQL 13 或更新版本；不设 DATABASE_URL 则用内置数据库',
      },
    ]);
  }
  try {
    await refuseNewer(dataSource);
    await migrate(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

/** Names of migrations that the database has gone through and this program does not know, oldest first. */
export async function newerMigrations(dataSource: DataSource): Promise<string[]> {
  const [table] = await dataSource.query<{ there: boolean }[]>(`select to_regclass('migrations') is not null as there`);
  if (!table?.there) return [];
  const done = await dataSource.query<{ name: string }[]>(`select name from migrations order by timestamp, name`);
  const known = new Set(dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name));
  return done.map(({ name }) => name).filter((name) => !known.has(name));
}

/** An older program on a newer database would write what the newer one no longer understands. */
async function refuseNewer(dataSource: DataSource): Promise<void> {
  const newest = (await newerMigrations(dataSource)).at(-1);
  if (newest === undefined) return;
  throw new MissingResource([
    {
      where: '数据库',
      what: `已由较新版本的明镜升级（${newest}），本程序读不懂`,
      accepted: '与数据库同版本或更新的明镜；请升级本机程序后再启动',
    },
  ]);
}

/** One process migrates at a time: servers and workers may start together. */
async function migrate(dataSource: DataSource): Promise<void> {
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query(`select pg_advisory_lock(hashtext('mingjing migrations'))`);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await guard.query(`select pg_advisory_unlock(hashtext('mingjing migrations'))`).catch(() => undefined);
    await guard.release();
  }
}

function withoutPassword(url: string): string {
  try {
    const shown = new URL(url);
    shown.password = '';
    return shown.href;
  } catch {
    return 'DATABASE_URL';
  }
}
