import type { Command } from 'commander';
import { Option } from 'commander';
import {
  changeSchedule,
  circularKinds,
  listSchedules,
  say,
  schedulePeriods,
  setSchedule,
  type ScheduleRequest,
  type ScheduleShown,
} from '#operations';
import { printJson, write } from '../output.js';
import { withHouse } from '../with-house.js';

export function addSchedule(program: Command): void {
  const schedule = program
    .command('schedule')
    .description('定时采集、评分、通报和检查链接（由网页服务或 worker --scheduler 执行）');
  schedule
    .command('list')
    .description('列出各计划、上次与下次执行的时间')
    .option('--json', '输出 JSON')
    .action((options: { json?: boolean }) =>
      withHouse(async (house) => {
        const rows = await listSchedules(house);
        if (options.json) await printJson(rows);
        else await write(rows.length === 0 ? '还没有计划\n' : rows.map(describe).join(''));
      }),
    );
  schedule
    .command('set <name>')
    .description('设立计划，或改动同名的计划')
    .requiredOption('--cron <times>', '时间（北京时间），五段：分 时 日 月 星期，如 "0 22 * * *"')
    .option('--only <name...>', '只采集这些单位的网站；默认全部')
    .option('--full', '每次都从头采集')
    .option('--links', '不采集，只检查链接（同 probe links）')
    .option('--programme <id>', '采集后按这个方案评分')
    .addOption(new Option('--period <period>', '评哪一周期（以执行之日为准）').choices(schedulePeriods))
    .addOption(new Option('--circular <kind>', '评分后生成通报').choices([...circularKinds]))
    .action((name: string, options: Omit<ScheduleRequest, 'name'>) =>
      withHouse(async (house) => {
        await setSchedule(house, { ...options, name });
        const row = (await listSchedules(house)).find((one) => one.name === name.trim());
        if (row) say(describe(row).trimEnd());
      }),
    );
  for (const [change, about] of [
    ['pause', '暂停；其间到期的不再补做'],
    ['resume', '恢复'],
    ['remove', '删除'],
  ] as const)
    schedule
      .command(`${change} <name>`)
      .description(about)
      .action((name: string) => withHouse((house) => changeSchedule(house, name, change)));
}

function describe({
  name,
  cron,
  task,
  unitNames,
  programme,
  period,
  circular,
  pausedAt,
  lastRun,
  next,
}: ScheduleShown) {
  const follows = period ? `，按 ${programme} 评 ${period}${circular ? `，生成通报（${circular}）` : ''}` : '';
  const last = lastRun
    ? `上次 ${beijing(lastRun.dueAt)}${lastRun.note ? `（${lastRun.note}）` : ''}${lastRun.round ? `，轮次 ${lastRun.round}${lastRun.roundFinishedAt ? '，已结束' : '，进行中'}` : ''}`
    : '尚未执行';
  const coming = pausedAt ? '已暂停' : `下次 ${next.map(beijing).join('、')}`;
  return `${name}（${cron}）：${task === 'links' ? '检查链接：' : '采集'}${unitNames?.join('、') ?? '全部单位'}${follows}\n  ${last}\n  ${coming}\n`;
}

const beijing = (instant: string) =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
