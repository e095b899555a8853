import type { Command } from 'commander';
import type { HostPermissionRow, HostRow, HostRuleRow } from '#database';
import { fetchOutcomes } from '#evidence';
import { printOpenHours } from '#kernel';
import {
  allowHost,
  hostName,
  hostNotices,
  resumeHost,
  revokeHost,
  say,
  setHost,
  shanghaiTime,
  viewHosts,
  type HostSetting,
} from '#operations';
import { printJson, write } from '../output.js';
import { withHouse } from '../with-house.js';

interface ByWhom {
  author: string;
  reason: string;
  json?: boolean;
}

export function addHost(program: Command): void {
  const group = program
    .command('host')
    .description('查看各主机的访问情况，设置间隔和时段，登记授权，生成给网站管理单位的函');
  group
    .command('list')
    .description('各主机的访问情况、所作设置和授权；有问题的在前')
    .option('--host <name>', '主机名或其中一部分', '')
    .option('--limit <count>', '最多显示几个主机', '50')
    .option('--json', '输出 JSON')
    .action((options: { host: string; limit: string; json?: boolean }) =>
      withHouse(async (house) => {
        const limit = Math.min(Math.max(1, Number(options.limit) || 50), 10_000);
        const view = await viewHosts(house, { words: options.host, offset: 0, limit });
        if (options.json) return printJson(view);
        const now = Date.now();
        for (const host of view.hosts) await write(`${hostLine(host, now)}\n`);
        for (const rule of view.rules) await write(`${ruleLine(rule)}\n`);
        for (const permission of view.permissions) await write(`${permissionLine(permission)}\n`);
        say(`共 ${view.total} 个主机，${view.permissions.filter(({ withdrawn }) => !withdrawn).length} 条授权`);
      }),
    );
  signed(group, 'set', '设置某主机的间隔、同时请求数和采集时段，优先于全局设置；没有写的不变', '设置人')
    .requiredOption('--host <name>', '主机名')
    .option('--hours <hours>', '采集时段，如 22:00-06:00；00:00-24:00 为全天，默认 为按全局设置')
    .option('--interval <ms>', '两次请求的最小间隔（毫秒），或 默认')
    .option('--per-host <count>', '同时请求数，或 默认')
    .action((options: HostSetting & ByWhom) =>
      withHouse(async (house) => {
        const rule = await setHost(house, options, house.clock.now());
        if (options.json) return printJson(rule);
        await write(`${ruleLine(rule)}\n`);
      }),
    );
  signed(group, 'resume', '某主机不再放慢、暂停或放弃，立即恢复访问', '操作人')
    .requiredOption('--host <name>', '主机名')
    .action((options: ByWhom & { host: string }) =>
      withHouse(async (house) => {
        const rule = await resumeHost(house, options, house.clock.now());
        if (options.json) return printJson(rule);
        await write(`${ruleLine(rule)}\n`);
      }),
    );
  signed(group, 'allow', '登记授权：robots.txt 不允许、但经网站管理单位同意访问的路径；所得快照注明授权', '授权人')
    .requiredOption('--host <name>', '主机名')
    .requiredOption('--path <path>', '路径，写法同 robots.txt，如 /zwgk/')
    .requiredOption('--until <date>', '最后一天（YYYY-MM-DD）')
    .action((options: ByWhom & { host: string; path: string; until: string }) =>
      withHouse(async (house) => {
        const permission = await allowHost(house, options, house.clock);
        if (options.json) return printJson(permission);
        await write(`${permissionLine(permission)}\n`);
      }),
    );
  signed(group, 'revoke', '撤销一条授权；原授权仍留在记录中', '撤销人')
    .requiredOption('--permission <id>', '授权的编号（见 host list）')
    .action((options: ByWhom & { permission: string }) =>
      withHouse(async (house) => {
        const permission = await revokeHost(house, options, house.clock.now());
        if (options.json) return printJson(permission);
        await write(`${permissionLine(permission)}\n`);
      }),
    );
  group
    .command('notice')
    .description('给网站管理单位的函：最近一轮哪些页面被拒绝，请放行什么')
    .option('--host <name>', '主机名；缺省为每个拒绝过访问的主机')
    .option('--json', '输出 JSON')
    .action((options: { host?: string; json?: boolean }) =>
      withHouse(async (house) => {
        const host = options.host === undefined ? undefined : hostName(options.host);
        const notices = await hostNotices(house, house.settings, house.clock.now(), host);
        if (options.json) return printJson(notices);
        for (const [index, { letter }] of notices.entries())
          await write(`${index > 0 ? `\n${'─'.repeat(40)}\n\n` : ''}${letter}\n`);
        say(notices.length === 0 ? `最近一轮${host ? `在 ${host} ` : ''}没有被拒绝的页面` : `共 ${notices.length} 封`);
      }),
    );
}

function signed(group: Command, name: string, description: string, who: string): Command {
  return group
    .command(name)
    .description(description)
    .requiredOption('--author <name>', who)
    .requiredOption('--reason <text>', '理由')
    .option('--json', '输出 JSON');
}

function time(instant: string | null): string {
  return instant === null ? '' : shanghaiTime(Date.parse(instant));
}

function hostLine(host: HostRow, now: number): string {
  const isAhead = (instant: string | null): boolean => instant !== null && Date.parse(instant) > now;
  const words = [
    ...(isAhead(host.givenUpUntil) ? [`${time(host.givenUpUntil)} 之前不再访问（第 ${host.givenUpTimes} 次）`] : []),
    ...(isAhead(host.pausedUntil) ? [`暂停到 ${time(host.pausedUntil)}`] : []),
    ...(host.trouble
      ? [`自 ${time(host.troubleSince)} 起${fetchOutcomes[host.trouble].title}，连续 ${host.failures} 次`]
      : []),
    ...(host.slowedMs > 0 ? [`已放慢到每 ${host.slowedMs / 1000} 秒一次`] : []),
    ...(host.underWay > 0 ? [`正在请求 ${host.underWay} 个`] : []),
  ];
  return `${host.host}  ${words.join('；') || '正常'}${host.askedAt ? `  最近访问 ${time(host.askedAt)}` : ''}`;
}

function ruleLine({ host, hours, intervalMs, perHost, resumed, author, reason, createdAt }: HostRuleRow): string {
  const said = [
    `时段 ${hours === null ? '按全局设置' : printOpenHours(hours)}`,
    `间隔 ${intervalMs === null ? '按全局设置' : `${intervalMs} 毫秒`}`,
    `同时请求 ${perHost === null ? '按全局设置' : `${perHost} 个`}`,
    ...(resumed ? ['立即恢复访问'] : []),
  ];
  return `设置 ${host}  ${said.join('，')}（${author}，${time(createdAt).slice(0, 10)}：${reason}）`;
}

function permissionLine({ id, host, path, author, reason, until, createdAt, withdrawn }: HostPermissionRow): string {
  const undone = withdrawn ? `，已由${withdrawn.author}撤销：${withdrawn.reason}` : '';
  return `授权 ${id}  ${host}${path}，至 ${until}（${author}，${time(createdAt).slice(0, 10)}：${reason}${undone}）`;
}
