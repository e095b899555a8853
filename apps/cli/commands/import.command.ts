import type { Command } from 'commander';
import { importFile, importOrganisations, say } from '#operations';
import { withHouse } from '../with-house.js';

export function addImport(program: Command): void {
  const group = program.command('import').description('导入单位名单、监测记录、政务服务事项（csv、xlsx 或 ndjson）');
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
  group
    .command('probes')
    .description('导入首页监测记录，供“站点无法访问”判断；表头：网站,时间,结果,毫秒')
    .argument('<file>', 'csv、xlsx 或 ndjson 文件')
    .action((file: string) =>
      withHouse(async (house) => {
        const { rows, units } = await importFile(house, 'probes', file);
        say(`✓ 已导入 ${rows} 次访问，涉及名单中的 ${units} 个单位`);
      }),
    );
  group
    .command('services')
    .description('导入政务服务网的事项名称，与标准目录核对；表头：事项名称,实施主体')
    .argument('<file>', 'csv、xlsx 或 ndjson 文件')
    .action((file: string) =>
      withHouse(async (house) => {
        const { rows, units } = await importFile(house, 'services', file);
        say(`✓ 已导入 ${rows} 个事项，涉及名单中的 ${units} 个单位；以最后一次导入的为准`);
      }),
    );
}
