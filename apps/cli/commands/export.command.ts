import type { Command } from 'commander';
import { Option } from 'commander';
import { exportFormats, exportKinds, exportRows, printExport, type ExportFormat, type ExportKind } from '#operations';
import { printLines, write } from '../output.js';
import { withHouse } from '../with-house.js';

interface ExportOptions {
  period: string;
  programme?: string;
  asOf?: string;
  only?: string[];
  format: ExportFormat;
}

export function addExport(program: Command): void {
  program
    .command('export')
    .description('导出台账')
    .argument('<kind>', exportKinds.join(' | '))
    .requiredOption('--period <period>', '评估周期')
    .option('--programme <id>', '方案；findings、scorecards、tasks、task-units 缺省时取最近评过的方案')
    .option('--as-of <date>', '评估时点（YYYY-MM-DD）')
    .option('--only <name...>', '只导出这些单位')
    .addOption(new Option('--format <format>', '格式').choices([...exportFormats]).default('json'))
    .action((kind: string, options: ExportOptions) =>
      withHouse(async (house) => {
        const rows = await exportRows(house, kind as ExportKind, options);
        if (options.format === 'json') await printLines(rows);
        else await write(await printExport(kind as ExportKind, rows, options.format));
      }),
    );
}
