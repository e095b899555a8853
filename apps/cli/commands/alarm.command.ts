import type { Command } from 'commander';
import type { AssessmentHead } from '#database';
import { BadInput } from '#kernel';
import { alarmsOf, isOpenAlarm, lookIntoAlarm, say, type AlarmRow, type House } from '#operations';
import { printJson, write } from '../output.js';
import { withHouse } from '../with-house.js';

interface AlarmOptions {
  programme: string;
  period: string;
  json?: boolean;
}

interface LookOptions extends AlarmOptions {
  alarm: string;
  author: string;
  reason: string;
}

export function addAlarm(program: Command): void {
  const group = program.command('alarm').description('结果公布以前应当查明的：合格率突变、大量未测得、数据陈旧');
  ofScope(group, 'list', '现有预警及查明情况').action((options: AlarmOptions) =>
    withHouse(async (house) => {
      const { before, rows } = await alarmsOf(house, await headOf(house, options), house.clock.now());
      if (options.json) return printJson({ before, rows });
      for (const row of rows) await write(`${lineOf(row)}\n`);
      const open = rows.filter(isOpenAlarm).length;
      say(rows.length === 0 ? '没有预警' : `共 ${rows.length} 条，其中 ${open} 条查明以前不能生成通报`);
    }),
  );
  ofScope(group, 'look', '写下预警的原因和结论')
    .requiredOption('--alarm <id>', '预警的编号（见 alarm list）')
    .requiredOption('--author <name>', '查看人')
    .requiredOption('--reason <text>', '查明的原因和结论')
    .action(({ alarm, author, reason, ...options }: LookOptions) =>
      withHouse(async (house) => {
        const by = { account: null, name: author, now: new Date() };
        const row = await lookIntoAlarm(house, await headOf(house, options), { id: alarm, reason }, by);
        if (options.json) return printJson(row);
        await write(`${lineOf(row)}\n`);
      }),
    );
}

function ofScope(group: Command, name: string, about: string): Command {
  return group
    .command(name)
    .description(about)
    .requiredOption('--programme <id>', '方案')
    .requiredOption('--period <period>', '评估周期')
    .option('--json', '输出 JSON');
}

async function headOf(house: House, { programme, period }: AlarmOptions): Promise<AssessmentHead> {
  const head = await house.assessments.head({ programme, period });
  if (head) return head;
  throw new BadInput([
    { where: '预警', what: `${period} 还没有按方案 ${programme} 评过分`, accepted: '先运行 assess 评分' },
  ]);
}

function lineOf({ id, message, stops, look }: AlarmRow): string {
  const state = look ? `${look.author}已查明：${look.reason}` : stops ? '待查明' : '提醒';
  return `${id}  ${message}（${state}）`;
}
