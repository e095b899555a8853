import { Argument, type Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { BadInput } from '#kernel';
import {
  findProgramme,
  formKinds,
  importFile,
  importForm,
  importOrganisations,
  say,
  type FormKind,
  type ImportSummary,
} from '#operations';
import { withHouse } from '../with-house.js';

export function addImport(program: Command): void {
  const group = program
    .command('import')
    .description(
      '导入单位名单、监测记录、政务服务事项、人工认定、情况说明和豁免、文件台账、政务新媒体账号（csv、xlsx 或 ndjson）',
    );
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
  group
    .command('records')
    .description(
      '导入人工认定和外部件数；表头：单位,指标,时期,结果（符合、不符合、不适用）或数量,依据,认定人,日期；可有证据链接',
    )
    .argument('<file>', 'csv、xlsx 或 ndjson 文件')
    .option('--programme <id...>', '认定所依据的自己的方案文件（.yaml）；内置方案不必写')
    .action((file: string, { programme = [] }: { programme?: string[] }) =>
      withHouse(async (house) => {
        const programmes = await Promise.all(programme.map((one) => findProgramme(one, house)));
        tellSaid('认定或件数', '同一单位、指标、时期', await importFile(house, 'records', file, programmes));
      }),
    );
  group
    .command('excuses')
    .description('导入经批准的情况说明和豁免；表头：单位,指标,事由（情况说明、豁免）,起,止,说明,批准人；可有对象')
    .argument('<file>', 'csv、xlsx 或 ndjson 文件')
    .option('--programme <id...>', '要求出自的自己的方案文件（.yaml）；内置方案不必写')
    .action((file: string, { programme = [] }: { programme?: string[] }) =>
      withHouse(async (house) => {
        const programmes = await Promise.all(programme.map((one) => findProgramme(one, house)));
        tellSaid(
          '情况说明或豁免',
          '同一单位、指标、对象、事由、起始日',
          await importFile(house, 'excuses', file, programmes),
        );
      }),
    );
  group
    .command('ledger')
    .description(
      '导入文件公开属性台账；表头：单位,标题,发文字号,成文日期,公开属性（主动公开、依申请公开、不予公开）,不公开理由',
    )
    .argument('<file>', 'csv、xlsx 或 ndjson 文件')
    .action((file: string) =>
      withHouse(async (house) => {
        tellSaid('台账文件', '同一单位的同一份文件', await importFile(house, 'ledger', file));
      }),
    );
  group
    .command('accounts')
    .description(
      '导入政务新媒体账号清单；表头：单位,平台（微信公众号、微博、抖音等）,账号名称,状态（在用、停更、已注销）；可有账号标识或网址、开设日期、注销日期、备注；没有账号的单位，平台写“无”',
    )
    .argument('<file>', 'csv、xlsx 或 ndjson 文件')
    .action((file: string) =>
      withHouse(async (house) => {
        const { rows, units, known } = await importFile(house, 'accounts', file);
        if (known) say('✓ 这个文件就是最近导入的一份，没有重复导入');
        else say(`✓ 已导入 ${rows} 条账号，涉及 ${units} 个单位；从下一次评分起计入，同一单位以最后一次导入的清单为准`);
      }),
    );
  group
    .command('template')
    .description(
      '生成待填的表格（xlsx）：records 列出各单位须由人认定的要求和件数，excuses 列出最近一次评分查出的问题，ledger 是文件公开属性台账的空表，accounts 是政务新媒体账号清单的空表',
    )
    .addArgument(new Argument('<kind>', '表格的种类').choices(formKinds))
    .requiredOption('--programme <id>', '方案的名称或方案文件（.yaml）')
    .requiredOption('--period <period>', '评估周期')
    .requiredOption('--out <file>', '写到哪个文件；已有的不覆盖')
    .option('--only <name...>', '只列这些单位')
    .action((kind: FormKind, { out, ...options }: FormOptions) =>
      withHouse(async (house) => {
        const { bytes, rows } = await importForm(house, kind, options);
        await writeNew(out, bytes);
        say(`✓ 已写入 ${out}：${rows} 行待填；没有填的行，导入时略过`);
      }),
    );
}

interface FormOptions {
  programme: string;
  period: string;
  out: string;
  only?: string[];
}

function tellSaid(what: string, same: string, { rows, units, known }: ImportSummary): void {
  if (known) say('✓ 这个文件就是最近导入的一份，没有重复导入');
  else say(`✓ 已导入 ${rows} 条${what}，涉及 ${units} 个单位；从下一次评分起计入，${same}以后导入的为准`);
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    const what = error.code === 'EEXIST' ? '已有这个文件' : `写不进去（${error.code ?? error.message}）`;
    throw new BadInput([{ where: path, what, accepted: '可写的新文件' }]);
  });
}
