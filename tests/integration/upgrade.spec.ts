import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect, openDatabase, openServer } from '#database';
import { FileBlobStore } from '#evidence';
import { MissingResource, readSettings, type Settings } from '#kernel';
import { openHouse, restoreBackup } from '#operations';
import { migrations } from '../../libs/database/migrations/index.js';
import { temporaryFolder } from './support/temporary-folder.js';

let folder: string;
let settings: Settings;
/** Kept open, so that each opening of the database takes the running server over. */
let server: Awaited<ReturnType<typeof openServer>>;
const older = migrations.slice(0, -1);
const newest = migrations.at(-1)!.name;

beforeEach(async () => {
  folder = temporaryFolder();
  settings = readSettings({ MINGJING_DATA: folder });
  server = await openServer(settings);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A database as the version before left it, with a row. */
async function asBefore(filled = true, done = older): Promise<void> {
  await withDatabase(async (query) => {
    await query(
      `create table migrations (id serial primary key, timestamp bigint not null, name character varying not null)`,
    );
    for (const Migration of done) {
      const migration = new Migration();
      await migration.up({ query } as never);
      await query(
        `insert into migrations (timestamp, name) values (${Number(migration.name.slice(-13))}, '${migration.name}')`,
      );
    }
    if (filled)
      await query(
        `insert into round (id, started_at, source, sample, units_digest) values ('r1', now(), 'live', false, 'd')`,
      );
  });
}

async function withDatabase<T>(
  work: (query: (statement: string) => Promise<Record<string, unknown>[]>) => Promise<T>,
): Promise<T> {
  const dataSource = await connect(server.url, 'test');
  try {
    return await work((statement) => dataSource.query(statement));
  } finally {
    await dataSource.destroy();
  }
}

const steps = () =>
  withDatabase(async (query) =>
    (await query('select name from migrations order by timestamp')).map(({ name }) => name),
  );
const backups = () => readdir(join(folder, 'backups')).catch(() => []);

describe('data of an older version', () => {
  it('are backed up before they are changed, and the backup gives them back', async () => {
    await asBefore();
    await (await openHouse(settings)).close();
    expect((await steps()).at(-1)).toBe(newest);
    const [backup = ''] = await backups();
    expect(await backups()).toHaveLength(1);
    // Nothing to upgrade: no further backup.
    await (await openHouse(settings)).close();
    expect(await backups()).toHaveLength(1);

    await withDatabase((query) => query('delete from round'));
    const request = { replace: true, check: false, settings, blobs: new FileBlobStore(join(folder, 'blobs')) };
    const { manifest } = await restoreBackup({ ...request, from: join(folder, 'backups', backup) });
    expect(manifest.database.migrations).toHaveLength(older.length);
    expect(await withDatabase((query) => query('select id from round'))).toEqual([{ id: 'r1' }]);
    expect((await steps()).at(-1)).toBe(newest);
  });

  it('are backed up in the same way when they are of the first version of all', async () => {
    await asBefore(true, migrations.slice(0, 1));
    await (await openHouse(settings)).close();
    expect((await steps()).at(-1)).toBe(newest);
    expect(await backups()).toHaveLength(1);
  });

  it('are upgraded without a backup when told so, and when there are none', async () => {
    await asBefore();
    await (await openHouse({ ...settings, MINGJING_NO_UPGRADE_BACKUP: true })).close();
    expect((await steps()).at(-1)).toBe(newest);
    expect(await backups()).toEqual([]);
  });

  it('without a row are not backed up', async () => {
    await asBefore(false);
    await (await openHouse(settings)).close();
    expect((await steps()).at(-1)).toBe(newest);
    expect(await backups()).toEqual([]);
  });

  it('stay as they are when they cannot be backed up', async () => {
    await asBefore();
    await writeFile(join(folder, 'backups'), 'a file where the folder should be');
    const error: unknown = await openHouse(settings).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MissingResource);
    expect((error as Error).message).toMatch(/没有升级/);
    expect(await steps()).toHaveLength(older.length);
  });

  it('stay as they are when a step fails, however far the others had come', async () => {
    await asBefore();
    const Newest = migrations.at(-1)!;
    const { up } = Newest.prototype;
    Newest.prototype.up = async function (runner) {
      await up.call(this, runner);
      throw new Error('the disk is full');
    };
    try {
      const error: unknown = await openDatabase(settings).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(MissingResource);
      expect((error as Error).message).toMatch(/the disk is full.*升级前的样子/);
      expect(await steps()).toHaveLength(older.length);
    } finally {
      Newest.prototype.up = up;
    }
    await (await openDatabase(settings)).close();
    expect(await steps()).toHaveLength(migrations.length);
  });

  it('of a newer version are left alone', async () => {
    await (await openDatabase(settings)).close();
    await withDatabase((query) =>
      query(`insert into migrations (timestamp, name) values (1900000000000, 'Later1900000000000')`),
    );
    const error: unknown = await openDatabase(settings).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MissingResource);
    expect((error as Error).message).toMatch(/较新版本的明镜/);
  });
});
