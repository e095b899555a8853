import type { Command } from 'commander';
import { readSettings } from '#kernel';
import { dataFolder, lockedFactors, openBlobs, restoreBackup, say, sealFile } from '#operations';
import { withHouse } from '../with-house.js';

export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('从备份恢复数据库和取证快照；先全部核对，再一次换上')
    .requiredOption('--from <path>', '备份的文件夹（其中最新的一份）或文件')
    .option('--replace', '取代现有的数据')
    .option('--check', '只核对备份是否完好，不恢复')
    .action(async ({ from, replace = false, check = false }: { from: string; replace?: boolean; check?: boolean }) => {
      const settings = readSettings(process.env);
      const folder = dataFolder(settings);
      const store = openBlobs(settings, folder);
      const { place, manifest, rows, blobs } = await restoreBackup({
        from,
        replace,
        check,
        settings: { ...settings, MINGJING_DATA: folder },
        blobs: store.blobs,
      }).finally(() => store.close());
      const { included, missing } = manifest.evidence;
      say(
        `✓ ${check ? '备份完好' : '已恢复'}：${place}（${manifest.takenAt} 由 ${manifest.version} 写成），${rows} 行数据，${included ? `${blobs} 个快照` : '不含快照'}`,
      );
      // The trail came back as it was then; that it was brought back is its next line.
      const keyFile = sealFile({ ...settings, MINGJING_DATA: folder });
      if (!check)
        await withHouse(async (house) => {
          const locked = await lockedFactors(house, keyFile);
          if (locked.length > 0)
            say(
              `两步验证的密钥文件不在备份中：请把原来的那个放到 ${keyFile}，否则须为这些账号重置口令：${locked.join('、')}`,
            );
        });
      if (missing.length > 0) say(`备份时已缺 ${missing.length} 个快照，它们恢复不了`);
    });
}
