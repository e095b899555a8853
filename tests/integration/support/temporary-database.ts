import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, openStores, type OpenDatabase, type Stores } from '#database';
import { temporaryFolder } from './temporary-folder.js';

export { temporaryFolder };

/** A database and a data folder of one's own. */
export interface TemporaryPlace {
  folder: string;
  /** What the settings of a house there begin with. */
  settings: { DATABASE_URL: string; MINGJING_DATA: string };
  /** Takes both away, whoever is still connected. */
  remove(): Promise<void>;
}

export interface TemporaryDatabase extends OpenDatabase {
  stores: Stores;
  folder: string;
}

/** Has a statement carried out that concerns whole databases, from a connection to none of the tests' own. */
async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function databaseUrl(name: string): string {
  const url = new URL(inject('emptyDatabase'));
  url.pathname = `/${name}`;
  return url.href;
}

/** A new database on the server that the ring shares, migrated and without a row, and a new folder. */
export async function temporaryPlace(): Promise<TemporaryPlace> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${new URL(inject('emptyDatabase')).pathname.slice(1)}`);
  const folder = temporaryFolder();
  return {
    folder,
    settings: { DATABASE_URL: databaseUrl(name), MINGJING_DATA: folder },
    remove: async () => {
      await onServer(`drop database if exists ${name} with (force)`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A database of one's own, open. */
export async function openTemporaryDatabase(): Promise<TemporaryDatabase> {
  const place = await temporaryPlace();
  return openAt(place.folder, place.settings, place.remove);
}

/** A database on a server of its own, which may be broken. */
export async function openBreakableDatabase(): Promise<TemporaryDatabase> {
  const folder = temporaryFolder();
  return openAt(folder, { DATABASE_URL: undefined, MINGJING_DATA: folder }, () =>
    rm(folder, { recursive: true, force: true }),
  );
}

async function openAt(
  folder: string,
  settings: Parameters<typeof openDatabase>[0],
  remove: () => Promise<void>,
): Promise<TemporaryDatabase> {
  const database = await openDatabase(settings);
  return {
    ...database,
    stores: openStores(database.dataSource),
    folder,
    close: async () => {
      await database.close();
      await remove();
    },
  };
}
