import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, openStores, type OpenDatabase, type Stores } from '#database';

export interface TemporaryDatabase extends OpenDatabase {
  stores: Stores;
  folder: string;
}

/** A new folder that every account may enter: run as root, the server runs as another. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingjing-test-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** A fresh embedded database in a folder that goes with it. */
export async function openTemporaryDatabase(): Promise<TemporaryDatabase> {
  const folder = temporaryFolder();
  const database = await openDatabase({ DATABASE_URL: undefined, MINGJING_DATA: folder });
  return {
    ...database,
    stores: openStores(database.dataSource),
    folder,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
