import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { openDatabase, openStores, type OpenDatabase, type Stores } from '#database';
import type { BlobStore } from '#evidence';
import { MissingResource, type Settings } from '#kernel';
import { backupBeforeUpgrade } from './backup/upgrade-backup.js';
import { systemClock, type Clock } from './clock.js';
import { logAsSet } from './log.js';
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
 * Opens database and blob store under the data directory. Data of an older version are backed up before they are changed.
 * @throws MissingResource when the directory cannot be written or the database cannot be reached.
 */
export async function openHouse(settings: Settings, clock: Clock = systemClock): Promise<House> {
  logAsSet(settings);
  const folder = dataFolder(settings);
  const evidence = openBlobs(settings, folder);
  const database = await openDatabase({ ...settings, MINGJING_DATA: folder }, (upgrade) =>
    settings.MINGJING_NO_UPGRADE_BACKUP ? Promise.resolve() : backupBeforeUpgrade(folder, upgrade, clock),
  );
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

/** The data folder as an absolute path, made when it is not there. @throws MissingResource when it cannot be. */
export function dataFolder(settings: Pick<Settings, 'MINGJING_DATA'>): string {
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
