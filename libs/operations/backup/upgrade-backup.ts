import { join } from 'node:path';
import type { Upgrade } from '#database';
import { MissingResource, PersonalError } from '#kernel';
import type { Clock } from '../clock.js';
import { say } from '../console.js';
import { takeBackup } from './take-backup.js';

/**
 * Backs up the database (no upgrade touches the evidence) into `backups/` of the data folder, and says how to go back.
 * @throws MissingResource when it cannot be written: then nothing is upgraded.
 */
export async function backupBeforeUpgrade(folder: string, { url, pending }: Upgrade, clock: Clock): Promise<void> {
  say(`数据库需要升级 ${pending.length} 步，先备份`);
  try {
    const out = join(folder, 'backups');
    const { place } = await takeBackup({ out, data: folder, database: { url }, blobs: null, clock });
    say(`升级前的数据库已备份到 ${place}；要退回，用原来版本的程序运行 mingjing restore --replace --from ${place}`);
  } catch (error) {
    throw new MissingResource([
      {
        where: '升级前的备份',
        what: `未成功，没有升级（${error instanceof PersonalError ? error.message : String(error)}）`,
        accepted: '腾出空间后再启动；或自行备份后设 MINGJING_NO_UPGRADE_BACKUP=1',
      },
    ]);
  }
}
