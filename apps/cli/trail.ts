import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { commandLine, record, type House } from '#operations';

/** Commands that change something or take all data out, and what they do; every other one is in `reads`. */
export const writes: Readonly<Record<string, string>> = {
  'import organisations': '导入单位',
  'import probes': '导入监测记录',
  'import services': '导入服务清单',
  'import records': '导入人工认定',
  'import excuses': '导入情况说明和豁免',
  'import ledger': '导入公文台账',
  'import accounts': '导入政务新媒体账号清单',
  crawl: '采集',
  'schedule set': '设立或改动定时计划',
  'schedule pause': '暂停定时计划',
  'schedule resume': '恢复定时计划',
  'schedule remove': '删除定时计划',
  assess: '评分',
  'alarm look': '查明预警',
  circular: '生成通报',
  backup: '备份',
  restore: '从备份恢复',
  retention: '清理证据',
  'column pin': '订正栏目',
  'column unpin': '撤销栏目订正',
  'host set': '设置主机',
  'host resume': '恢复访问主机',
  'host allow': '登记授权',
  'host revoke': '撤销授权',
  'probe sites': '检查首页',
  'probe links': '检查链接',
  'accounts add': '设立账号',
  'accounts reset': '重置口令',
  'accounts disable': '停用账号',
  'accounts enable': '启用账号',
  'audit clear': '清理操作记录',
  'programme keep': '保存方案',
  demo: '准备示例',
};

export const reads: ReadonlySet<string> = new Set([
  ...['read', 'import template', 'round', 'schedule list', 'export', 'archive', 'column list', 'column history'],
  ...[
    'host list',
    'host notice',
    'probe list',
    'programme list',
    'programme check',
    'doctor',
    'accounts list',
    'alarm list',
  ],
]);

/** With one of these a command only looks. */
const looksOnly = ['replay', 'compare', 'comparePeriod', 'dryRun', 'check'];

let underWay: { path: string; given: Record<string, unknown> } | null = null;

/** Notes which command is carried out, so that what it does to the data can be written down. */
export function watchCommands(program: Command): void {
  program.hook('preAction', (_, action) => {
    underWay = {
      path: pathOf(action),
      given: { ...action.opts(), ...(action.args.length ? { names: action.args } : {}) },
    };
  });
}

/** Writes what the command did into the trail; nothing for one that only looks. */
export async function recordCommand(house: Pick<House, 'audit'>, ended: 'done' | 'failed'): Promise<void> {
  if (underWay === null) return;
  const { path, given } = underWay;
  const does = writes[path];
  if (does === undefined || looksOnly.some((name) => given[name] !== undefined && given[name] !== false)) return;
  const sentence = ended === 'done' ? does : `${does}（没有完成）`;
  const doer = { ...commandLine, agent: systemUser() };
  await record(house.audit, doer, { what: `mingjing ${path}`, sentence, after: given }, new Date());
}

export function pathOf(command: Command): string {
  const above = command.parent;
  return above === null ? '' : `${pathOf(above)} ${command.name()}`.trim();
}

function systemUser(): string | null {
  try {
    return `系统用户 ${userInfo().username}`;
  } catch {
    return null;
  }
}
