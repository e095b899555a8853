import type { Command } from 'commander';
import { openDemo, prepareDemo, say, step } from '#operations';
import { printJson } from '../output.js';
import { interruption, withHouse } from '../with-house.js';

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('启动示例县的网站，采集并评分，然后退出')
    .option('--json', '输出小结（JSON）')
    .option('--again', '即使已经采集过也重新来一遍')
    .action(async (options: { json?: boolean; again?: boolean }) => {
      const demo = await openDemo();
      try {
        await withHouse(async (house) => {
          const summary = await prepareDemo(house, demo, {
            again: options.again ?? false,
            signal: interruption(),
            step,
          });
          if (options.json) await printJson(summary);
          else say(`示例县：${summary.units} 个单位，评分 ${summary.scored} 个`);
        }, demo.clock);
      } finally {
        await demo.close();
      }
    });
}
