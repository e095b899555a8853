import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { openDatabase, openStores, type OpenDatabase, type Stores } from '#database';
import type { BlobStore } from '#evidence';
import { MissingResource, type Settings } from '#kernel';
import { systemClock, type Clock } from './clock.js';
import { openBlobs } from './open-blobs.js';

/** Everything an operation needs, opened once. */
export interface House extends Stores {
  settings: Settings;
  clock: Clock;
  database: OpenDatabase;
  blobs: BlobStore;
  close(): Promise<void>;
}

/**
 * Opens database and blob store under the data directory.
 * @throws MissingResource when the directory cannot be written or the database cannot be reached.
 */
export async function openHouse(settings: Settings, clock: Clock = systemClock): Promise<House> {
  const folder = dataFolder(settings);
  const evidence = openBlobs(settings, folder);
  const database = await openDatabase({ ...settings, MINGJING_DATA: folder });
  return {
    ...openStores(database.dataSource),
    settings,
    clock,
    database,
    blobs: evidence.blobs,
    close: async () => {
      await evidence.close();
      await database.close();
    },
  };
}

function dataFolder(settings: Settings): string {
  const folder = resolve(settings.MINGJING_DATA);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new MissingResource([
      {
        where: '数据目录',
        what: `无法写入 ${folder}（${(error as NodeJS.ErrnoException).code ?? ''}）`,
        accepted: '可写的目录；用 MINGJING_DATA 指定',
      },
    ]);
  }
  return folder;
}
