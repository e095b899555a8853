import type { Command } from 'commander';
import type { ColumnEventRow, ColumnPinRow } from '#database';
import { ruledKey } from '#facts';
import { pinColumn, say, siteColumns, unpinColumn, type ColumnEntry, type PinRequest } from '#operations';
import { columnTitles, type ColumnKey } from '#programmes';
import { printJson, write } from '../output.js';
import { withHouse } from '../with-house.js';

interface UnitOptions {
  organisation: string;
  json?: boolean;
}

interface PinOptions extends UnitOptions {
  url?: string;
  name?: string;
  is?: string;
  not?: string;
  ignore?: boolean;
  author: string;
  reason: string;
  until?: string;
}

const happenings: Record<ColumnEventRow['kind'], string> = {
  new: '首次见到',
  renamed: '改名',
  moved: '换了网址',
  reclassified: '改认为另一类',
  gone: '不见了',
  back: '又出现',
};

export function addColumn(program: Command): void {
  const group = program.command('column').description('查看网站栏目及其沿革，订正栏目的认定');
  ofUnit(group, 'list', '现有栏目、认定为哪个标准栏目，以及全部订正').action((options: UnitOptions) =>
    withHouse(async (house) => {
      const { organisation, columns, pins } = await siteColumns(house, options.organisation, house.clock.now());
      if (options.json)
        return printJson({ organisation: organisation.name, columns: columns.map(withoutHistory), pins });
      for (const column of columns) await write(`${lineOf(column)}\n`);
      for (const pin of pins) await write(`${pinLine(pin)}\n`);
      say(`共 ${columns.filter(({ present }) => present).length} 个栏目，${pins.length} 条订正`);
    }),
  );
  ofUnit(group, 'history', '各栏目的沿革：首次见到、改名、换网址、改认、不见、又出现，附轮次和快照').action(
    (options: UnitOptions) =>
      withHouse(async (house) => {
        const { organisation, columns } = await siteColumns(house, options.organisation, house.clock.now());
        if (options.json) return printJson({ organisation: organisation.name, columns });
        for (const column of columns) {
          await write(`${lineOf(column)}\n`);
          for (const event of column.history) await write(`    ${eventLine(event)}\n`);
        }
      }),
  );
  ofUnit(group, 'pin', '订正：某网址或某名称的栏目是、不是某标准栏目，或不作为任何标准栏目')
    .option('--url <address>', '栏目的网址')
    .option('--name <name>', '栏目的名称（网址变动后仍然有效）')
    .option('--is <column>', '是这个标准栏目（标识或名称，如 policy 或 政策文件）')
    .option('--not <column>', '不是这个标准栏目')
    .option('--ignore', '不作为任何标准栏目')
    .requiredOption('--author <name>', '订正人')
    .requiredOption('--reason <text>', '理由')
    .option('--until <date>', '只用于该日及以前采集的页面（YYYY-MM-DD）；缺省为长期')
    .action(({ not, json, ...options }: PinOptions) =>
      withHouse(async (house) => {
        const request: PinRequest = { ...options, isNot: not };
        const pin = await pinColumn(house, request, house.clock.now());
        if (json) return printJson(pin);
        await write(`${pinLine(pin)}\n`);
        say('✓ 已记下；下次评分起生效，此前没有访问过的页面在下次采集时访问');
        const { columns } = await siteColumns(house, options.organisation, house.clock.now());
        if (!columns.some(({ url, name, key }) => ruledKey([pin], { urls: [url], names: [name], key }) !== undefined))
          say('！已知的栏目中没有这个网址或名称，请核对；采集时如遇到仍会生效');
      }),
    );
  ofUnit(group, 'unpin', '撤销一条订正；原订正仍留在记录中')
    .requiredOption('--pin <id>', '订正的编号（见 column list）')
    .requiredOption('--author <name>', '撤销人')
    .requiredOption('--reason <text>', '理由')
    .action((options: UnitOptions & { pin: string; author: string; reason: string }) =>
      withHouse(async (house) => {
        const pin = await unpinColumn(house, options, house.clock.now());
        if (options.json) return printJson(pin);
        await write(`${pinLine(pin)}\n`);
      }),
    );
}

function ofUnit(group: Command, name: string, description: string): Command {
  return group
    .command(name)
    .description(description)
    .requiredOption('--organisation <name>', '单位的名称、别名或编号')
    .option('--json', '输出 JSON');
}

function withoutHistory({ history: _history, ...column }: ColumnEntry): Omit<ColumnEntry, 'history'> {
  return column;
}

function titleOf(key: ColumnKey | null): string {
  return key === null ? '其他栏目' : columnTitles[key];
}

function lineOf({ key, name, url, parent, present, ruled }: ColumnEntry): string {
  const ruling = ruled ? `，订正为${ruled.key === null ? '非标准栏目' : titleOf(ruled.key)}（${ruled.pin}）` : '';
  return `${parent === null ? '' : '  '}${name}  ${titleOf(key)}${ruling}${present ? '' : '（已不见）'}  ${url || '（只能由脚本打开）'}`;
}

function eventLine({ kind, before, after, at, round, capture }: ColumnEventRow): string {
  const what = {
    new: '',
    back: '',
    gone: '',
    renamed: `：${before?.name ?? ''} → ${after.name}`,
    moved: `：${before?.url ?? ''} → ${after.url}`,
    reclassified: `：${titleOf(before?.key ?? null)} → ${titleOf(after.key)}`,
  }[kind];
  return `${at.slice(0, 10)}  ${happenings[kind]}${what}（轮次 ${round}，快照 ${capture}）`;
}

function pinLine({ id, url, name, ruling, key, author, reason, until, createdAt, withdrawn }: ColumnPinRow): string {
  const subject = url ?? `“${name ?? ''}”`;
  const said = ruling === 'ignore' ? '不作为标准栏目' : `${ruling === 'is' ? '是' : '不是'}${titleOf(key)}`;
  const end = until === null ? '' : `，至 ${until}`;
  const undone = withdrawn ? `，已由${withdrawn.author}撤销：${withdrawn.reason}` : '';
  return `订正 ${id}  ${subject} ${said}${end}（${author}，${createdAt.slice(0, 10)}：${reason}${undone}）`;
}
