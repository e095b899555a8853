import type { Command } from 'commander';
import { readSettings } from '#kernel';
import { demoSettings, findProgramme, openDemo, prepareDemo, say, step, type Demo, type House } from '#operations';
import { demoReport } from '../demo-report.js';
import { printJson, write } from '../output.js';
import { interruption, withHouse } from '../with-house.js';

interface DemoOptions {
  programme?: string;
  json?: boolean;
  again?: boolean;
  units?: boolean;
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('启动示例县的网站，采集并评分，然后退出')
    .option('--programme <id>', '改用为该方案备好的示例区域，打印得分卡、任务和条款冲突')
    .option('--units', '与 --programme 同用：逐个单位列出各项任务的状态')
    .option('--json', '输出小结（JSON）')
    .option('--again', '即使已经采集过也重新来一遍')
    .action(async (options: DemoOptions) => {
      const settings = demoSettings(readSettings(process.env), options.programme);
      const demo = await openDemo(options.programme);
      try {
        await withHouse((house) => run(house, demo, options), demo.clock, settings);
      } finally {
        await demo.close();
      }
    });
}

async function run(house: House, demo: Demo, options: DemoOptions): Promise<void> {
  const { programme, again = false } = options;
  const signal = interruption();
  const summary = await prepareDemo(house, demo, { again, signal, step });
  if (signal.aborted) return;
  const shown = programme === undefined ? null : await findProgramme(programme);
  const period = demo.periods.at(-1) ?? '';
  const row = shown && (await house.assessments.assessment({ programme: shown.id, period, sample: true }));
  const head =
    shown && options.units ? await house.assessments.head({ programme: shown.id, period, sample: true }) : null;
  const units = head ? (await house.tasks.units(head.id)).units : undefined;
  if (options.json) {
    await printJson(
      shown && row
        ? {
            ...summary,
            scorecards: row.scorecards,
            tasks: row.tasks,
            conflicts: shown.conflicts,
            ...(units && { units }),
          }
        : summary,
    );
    return;
  }
  if (shown && row) await write(`${demoReport(shown, row, units).join('\n')}\n`);
  say(`${demo.title}：${summary.units} 个单位，评分 ${summary.scored} 个`);
  if (shown) say(`在网页上查看：npm start -- --programme ${shown.id}（数据在 ${house.settings.MINGJING_DATA}）`);
}
