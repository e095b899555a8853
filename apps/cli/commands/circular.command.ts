import type { Command } from 'commander';
import { Option } from 'commander';
import { circularKinds, issueCircular, type WrittenKind, say } from '#operations';
import { withHouse } from '../with-house.js';

interface CircularOptions {
  programme: string;
  period: string;
  kind: WrittenKind;
  out: string;
  only?: string[];
}

export function addCircular(program: Command): void {
  program
    .command('circular')
    .description('生成通报（docx、pdf）和附表（xlsx）')
    .requiredOption('--programme <id>', '方案')
    .requiredOption('--period <period>', '评估周期')
    .addOption(new Option('--kind <kind>', '种类').choices([...circularKinds]).default('quarterly'))
    .option('--only <name...>', '只写这些单位')
    .requiredOption('--out <folder>', '存放的目录')
    .action((options: CircularOptions) =>
      withHouse(async (house) => {
        const { files, warnings } = await issueCircular(house, options);
        for (const file of files) say(`✓ ${file}`);
        for (const warning of warnings) say(`！${warning}`);
      }),
    );
}
