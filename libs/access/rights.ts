/** What an account may be. */
export const roles = ['administrator', 'assessor', 'reviewer', 'department', 'leader'] as const;
export type Role = (typeof roles)[number];

/** What a token may be: never an administrator; `readOnly` reads what an assessor reads and writes nothing. */
export const tokenRoles = ['readOnly', 'assessor', 'reviewer', 'department', 'leader'] as const;
export type TokenRole = (typeof tokenRoles)[number];

export const roleTitles: Readonly<Record<Role | TokenRole, string>> = {
  administrator: '管理员',
  assessor: '评估人员',
  reviewer: '复核人员',
  department: '单位用户',
  leader: '领导',
  readOnly: '只读',
};

const readTitles = {
  'programmes.read': '查看方案和周期',
  'ranking.read': '查看排名',
  'overview.read': '查看总览',
  'scorecards.read': '查看得分明细',
  'findings.read': '查看问题',
  'captures.read': '查看取证快照',
  'ledgers.read': '查看台账',
  'tasks.read': '查看任务进展',
  'columns.read': '查看栏目及其沿革',
  'links.read': '查看失效链接',
  'circulars.read': '查看通报',
  'comparisons.read': '查看结果对照',
  'rounds.read': '查看采集情况',
  'hosts.read': '查看主机情况',
  'schedules.read': '查看定时计划',
  'materials.read': '查看佐证材料',
  'reviews.read': '查看复核',
  'operation.read': '查看运行指标和接口说明',
  'appeals.read': '查看申诉、情况说明和整改通知',
  'alarms.read': '查看预警',
  'remarks.read': '查看公众意见',
} as const;

const writeTitles = {
  'columns.write': '订正栏目',
  'organisations.write': '维护单位名单',
  'setup.write': '选定方案、试读网站',
  'rounds.run': '开始和中止采集',
  'schedules.write': '改动定时计划',
  'readings.try': '试读网址',
  'plans.try': '试算方案',
  'tasks.write': '填写一周一调度的意见',
  'ledgers.write': '报送台账、认定台账与网页的对应',
  'programmes.write': '编辑方案',
  'materials.write': '报送佐证材料',
  'materials.decide': '审定佐证材料',
  'appeals.decide': '办理申诉和情况说明',
  'alarms.look': '查明预警',
  'appeals.notify': '发出整改通知、安排复测',
  'circulars.write': '起草通报',
  'circulars.issue': '生成、印发通报',
  'results.release': '在公开页上公开和撤下评估结果',
  'remarks.answer': '答复公众意见',
  'remarks.decide': '公开和撤下公众意见、作不予答复处理',
} as const;

/** What a unit does in its own name, and nobody else for it. */
const ownTitles = {
  'appeals.send': '提交申诉和情况说明',
  'appeals.answer': '反馈整改情况',
} as const;

/** What a reviewer does. */
const reviewTitles = {
  'reviews.decide': '复核问题',
  'assessments.run': '重新评分',
  'tasks.confirm': '认定任务的完成情况',
  'circulars.review': '审核通报',
} as const;

const keeperTitles = {
  'accounts.manage': '管理账号',
  'tokens.manage': '管理接口令牌',
  'channels.manage': '管理通知',
  'publicPage.switch': '开启和关闭公开页',
  'audit.read': '查看操作记录',
} as const;

export const rightTitles = { ...readTitles, ...writeTitles, ...ownTitles, ...reviewTitles, ...keeperTitles };
export type Right = keyof typeof rightTitles;

const keysOf = <Key extends string>(titles: Readonly<Record<Key, string>>) => Object.keys(titles) as Key[];
const reads: readonly Right[] = keysOf(readTitles);
const writes: readonly Right[] = keysOf(writeTitles);
const owns: readonly Right[] = keysOf(ownTitles);
const judges: readonly Right[] = keysOf(reviewTitles);
const keeps: readonly Right[] = keysOf(keeperTitles);

/** A department sees what is its own and the ranking; which rows are its own is settled by its unit, not here. */
const ofDepartment: readonly Right[] = [
  'programmes.read',
  'ranking.read',
  'scorecards.read',
  'findings.read',
  'captures.read',
  'ledgers.read',
  'ledgers.write',
  'tasks.read',
  'columns.read',
  'links.read',
  'materials.read',
  'materials.write',
  'appeals.read',
  'remarks.read',
  'remarks.answer',
  ...owns,
];

const rightsByRole: Readonly<Record<Role | TokenRole, readonly Right[]>> = {
  administrator: [...reads, ...writes, ...owns, ...judges, ...keeps],
  assessor: [...reads, ...writes, ...judges],
  reviewer: [...reads, ...judges, 'readings.try', 'materials.decide', 'appeals.decide', 'alarms.look'],
  department: ofDepartment,
  leader: reads,
  readOnly: reads,
};

export function rightsOf(role: Role | TokenRole): readonly Right[] {
  return rightsByRole[role];
}

/** What anybody may read of a sample, without signing in. */
export const rightsInSample: readonly Right[] = reads;
