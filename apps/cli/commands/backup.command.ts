import type { Command } from 'commander';
import { makeBackup, say, sealFile } from '#operations';
import { printJson } from '../output.js';
import { withHouse } from '../with-house.js';

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('备份数据库和取证快照；采集和评分可照常进行')
    .requiredOption('--out <path>', '文件夹（可反复使用，快照只存一份）或文件（.tar · .tar.gz）')
    .option('--recheck', '文件夹中以前备份的快照也逐个核对，坏的重写')
    .option('--json', '输出小结（JSON）')
    .action(({ out, recheck, json }: { out: string; recheck?: boolean; json?: boolean }) =>
      withHouse(async (house) => {
        const summary = await makeBackup(house, out, recheck);
        const { place, rows, blobs, copied, missing } = summary;
        if (json) await printJson(summary);
        else say(`✓ 已备份到 ${place}：${rows} 行数据，${blobs} 个快照（新写入 ${copied} 个）`);
        if (!json && (await house.accounts.accounts()).some(({ secondFactor }) => secondFactor))
          say(`两步验证的密钥文件不在备份中，请另行保管：${sealFile(house.settings)}`);
        if (missing.length === 0) return;
        say(
          `快照库中有 ${missing.length} 个快照缺失或损坏，没有备份到：${missing.slice(0, 3).join('、')}${missing.length > 3 ? ' 等' : ''}`,
        );
        process.exitCode = 1;
      }),
    );
}
