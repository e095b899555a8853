import type { Command } from 'commander';
import { importOrganisations, say } from '#operations';
import { withHouse } from '../with-house.js';

export function addImport(program: Command): void {
  const group = program.command('import').description('导入单位名单或文件台账（csv 或 xlsx）');
  group
    .command('organisations')
    .description('导入单位名单；表头：名称,别名,层级,类别,上级,网站')
    .argument('<file>', 'csv 或 xlsx 文件')
    .action((file: string) =>
      withHouse(async (house) => {
        const rows = await importOrganisations(house, file);
        say(`✓ 已导入 ${rows.length} 个单位，其中 ${rows.filter((row) => row.site).length} 个有网站`);
      }),
    );
}
