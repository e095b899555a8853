import type { Command } from 'commander';
import { chooseUnits, writeArchive, say } from '#operations';
import { withHouse } from '../with-house.js';

export function addArchive(program: Command): void {
  program
    .command('archive')
    .description('把最近一轮的证据写成 WARC 档案')
    .requiredOption('--out <file>', '档案文件（.warc.gz）')
    .option('--only <name...>', '只写这些单位')
    .action((options: { out: string; only?: string[] }) =>
      withHouse(async (house) => {
        const count = await writeArchive(house, options.out, await chooseUnits(house, options.only));
        say(`✓ ${options.out}：${count} 个快照`);
      }),
    );
}
