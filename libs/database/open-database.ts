import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { MissingResource, type Settings } from '#kernel';
import { entities } from './entities/index.js';
import { migrate, type Upgrade } from './migrate.js';
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

export type DatabaseSettings = Pick<Settings, 'DATABASE_URL' | 'MINGJING_DATA'>;

/**
 * Opens the database that the settings name (`DATABASE_URL`), or the embedded one under `MINGJING_DATA`, and migrates it.
 * @param beforeUpgrade called before data are changed to a newer shape.
 * @throws MissingResource with one line when it cannot be reached, started or migrated.
 */
export async function openDatabase(
  settings: DatabaseSettings,
  beforeUpgrade?: (upgrade: Upgrade) => Promise<void>,
): Promise<OpenDatabase> {
  const server = await openServer(settings);
  try {
    const dataSource = await connect(server.url);
    try {
      await migrate(dataSource, server.url, beforeUpgrade);
    } catch (error) {
      await dataSource.destroy();
      throw error;
    }
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

/** The server alone: nothing of the database in it is looked at or changed. */
export async function openServer(
  settings: DatabaseSettings,
): Promise<{ url: string; adopted: boolean; close(): Promise<void> }> {
  return settings.DATABASE_URL
    ? { url: settings.DATABASE_URL, adopted: false, close: async () => undefined }
    : startEmbeddedPostgres(settings.MINGJING_DATA);
}

/** The data source as it stands in code: entities, migrations and names; not yet connected. */
export function describeDataSource(url: string, applicationName = 'mingjing'): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    poolSize: 10,
    connectTimeoutMS: 10_000,
    applicationName,
    // A connection that breaks while idle is replaced at the next query, which reports what is wrong.
    poolErrorHandler: () => undefined,
    // A machine that lost power, or a firewall that forgot the connection, says nothing: it is asked whether it still lives.
    // Two stay open, lest whoever asks after a quiet while waits for new ones.
    extra: { keepAlive: true, keepAliveInitialDelayMillis: 10_000, min: 2 },
  });
}

/** @throws MissingResource when the database does not answer. */
export async function connect(url: string, applicationName?: string): Promise<DataSource> {
  const dataSource = describeDataSource(url, applicationName);
  try {
    return await dataSource.initialize();
  } catch (error) {
    throw new MissingResource([
      {
        where: '数据库',
        what: `无法连接 ${withoutPassword(url)}（${(error as Error).message}）`,
        accepted: '可用的 PostgreSQL 13 或更新版本；不设 DATABASE_URL 则用内置数据库',
      },
    ]);
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
