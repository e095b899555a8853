import type {
  Circular,
  CircularDraft,
  CircularDraftSummary,
  ColumnRow,
  DocumentRow,
  FaultyLink,
  FindingChange,
  FindingState,
  FindingVerdict,
  OutcomeKind,
  RemarkKind,
  RemarkState,
  RequirementCheck,
  ScoreNode,
  SiteState,
  TaskState,
  UnitTask,
} from '../api/types.js';

/** How sure or grave a state is; drives colour and mark together, so that colour never speaks alone. */
export type Tone = 'good' | 'warn' | 'bad' | 'idle' | 'info';

export interface Label {
  text: string;
  tone: Tone;
}

export const outcomeLabels: Record<OutcomeKind, Label> = {
  pass: { text: '符合', tone: 'good' },
  fail: { text: '有问题', tone: 'bad' },
  notApplicable: { text: '不适用', tone: 'idle' },
  notMeasured: { text: '未测度', tone: 'idle' },
  needsReview: { text: '待核查', tone: 'warn' },
  error: { text: '系统出错', tone: 'bad' },
};

/** What the public says of a unit. */
export const remarkKinds: Record<RemarkKind, string> = {
  missing: '找不到应公开的内容',
  outdated: '内容过时或有误',
  unclear: '看不懂、说不清',
  broken: '打不开、不好用',
  good: '做得好的地方',
  other: '其他',
};
export const remarkTones: Record<RemarkState, Tone> = {
  waiting: 'warn',
  answered: 'info',
  shown: 'good',
  dismissed: 'idle',
};

/** Steps from the groups to the total. */
export const stepTitles: Record<NonNullable<ScoreNode['steps']>[number]['step'], string> = {
  sum: '原始分',
  reweight: '归一',
  malus: '倒扣',
  gate: '加分门槛',
  bonus: '加分',
  cap: '封顶',
  round: '取整',
  quarters: '计入季度',
  rollUp: '计入下级',
};

export const excuseTitles: Record<NonNullable<ScoreNode['excused']>[number]['kind'], string> = {
  statement: '情况说明',
  exemption: '豁免',
};

export const verdictLabels: Record<FindingVerdict, Label> = {
  confirmed: { text: '确认', tone: 'bad' },
  dismissed: { text: '排除', tone: 'good' },
  merged: { text: '并入其他问题', tone: 'idle' },
};

/** What became of a finding between two results. */
export const findingChangeLabels: Record<FindingChange, Label> = {
  new: { text: '新出现', tone: 'bad' },
  recurred: { text: '又出现', tone: 'bad' },
  open: { text: '仍存在', tone: 'warn' },
  mended: { text: '已整改', tone: 'good' },
  unseen: { text: '未再测到', tone: 'idle' },
};

export const findingStateLabels: Record<FindingState, Label> = {
  new: { text: '新发现', tone: 'info' },
  open: { text: '仍存在', tone: 'warn' },
  recurred: { text: '又出现', tone: 'bad' },
  fixed: { text: '已整改', tone: 'good' },
};

export const taskStateLabels: Record<TaskState['state'], Label> = {
  done: { text: '已完成', tone: 'good' },
  onTime: { text: '按时完成', tone: 'good' },
  late: { text: '逾期完成', tone: 'warn' },
  overdue: { text: '逾期未完成', tone: 'bad' },
  upcoming: { text: '未到期', tone: 'info' },
  notMeasured: { text: '未能核实', tone: 'idle' },
};

/** With people's words laid over what was measured. */
export const countedStateLabels: Record<UnitTask['state'], Label> = {
  ...taskStateLabels,
  notApplicable: { text: '不适用', tone: 'idle' },
};

export const timelinessLabels: Record<DocumentRow['timeliness'], Label> = {
  onTime: { text: '按时', tone: 'good' },
  late: { text: '超期', tone: 'bad' },
  notMeasured: { text: '未测度', tone: 'idle' },
};

export const columnStatusLabels: Record<ColumnRow['status'], Label & { meaning: string }> = {
  ok: { text: '正常', tone: 'good', meaning: '栏目可以打开，没有发现问题。' },
  missing: { text: '缺失', tone: 'bad', meaning: '首页和政府信息公开页面都没有通向该栏目的链接。' },
  empty: { text: '空白', tone: 'bad', meaning: '栏目可以打开，但没有内容。' },
  stale: { text: '未更新', tone: 'warn', meaning: '最新内容已超过规定的更新期限。' },
  broken: { text: '打不开', tone: 'bad', meaning: '链接不能通向该栏目。' },
  notMeasured: { text: '未测度', tone: 'idle', meaning: '采集时未能查看，不作结论。' },
};

export const checkLabels: Record<RequirementCheck, Label & { meaning: string }> = {
  automatic: { text: '自动检查', tone: 'good', meaning: '由系统对照网页逐项检查。' },
  reviewed: { text: '自动筛查、人工确认', tone: 'info', meaning: '系统筛出疑点，由工作人员确认后才作数。' },
  evidence: { text: '报送材料', tone: 'idle', meaning: '网上看不到，由单位报送佐证材料。' },
  judgement: { text: '人工评议', tone: 'idle', meaning: '需要评议人员判断。' },
};

export const formatLabels: Record<string, string> = {
  text: '文字',
  infographic: '图解',
  video: '视频',
  audio: '音频',
  animation: '动漫',
  qa: '问答',
  'press-conference': '新闻发布会',
  interview: '访谈',
};

/** Names of the standard columns, for those that a site does not have. */
export const columnTitles: Record<string, string> = {
  guide: '政府信息公开指南',
  rules: '政府信息公开制度',
  statutory: '法定主动公开内容',
  catalogue: '主动公开基本目录',
  annual: '政府信息公开年报',
  request: '依申请公开',
  policy: '政策文件',
  interpretation: '政策解读',
  notice: '通知公告',
  interaction: '互动交流',
  service: '办事服务',
  topic: '基层政务公开标准化规范化专题',
  news: '政务动态',
};

export const circularKinds: Record<Circular['kind'], string> = {
  weekly: '周报',
  monthly: '月报',
  quarterly: '季度通报',
  annual: '年度通报',
  special: '专项通报',
};

export const circularStandings: Record<Circular['standing'], Label> = {
  inForce: { text: '有效', tone: 'good' },
  corrected: { text: '已更正', tone: 'warn' },
  revoked: { text: '已撤销', tone: 'bad' },
};

export const circularWordTitles: Record<Circular['words'][number]['word'], string> = {
  revoked: '撤销',
  restored: '恢复',
};

export const circularDraftStates: Record<CircularDraftSummary['state'], Label> = {
  editing: { text: '起草中', tone: 'info' },
  inReview: { text: '送审中', tone: 'warn' },
  approved: { text: '已审定', tone: 'good' },
  issued: { text: '已印发', tone: 'good' },
  dropped: { text: '已作废', tone: 'idle' },
};

export const circularStepTitles: Record<CircularDraft['steps'][number]['step'], string> = {
  ...{ sent: '送审', returned: '退回', approved: '审定', recalled: '收回修改', dropped: '作废', issued: '印发' },
};

/** What is the matter with a link; of these only a dead one is ever deducted. */
export const linkStateLabels: Record<FaultyLink['state'], Label> = {
  hijacked: { text: '疑似变异', tone: 'bad' },
  parked: { text: '域名停用', tone: 'warn' },
  changed: { text: '疑似换站', tone: 'warn' },
  dead: { text: '失效', tone: 'bad' },
  suspected: { text: '待再次确认', tone: 'idle' },
};

export const siteStateLabels: Record<SiteState['state'], Label> = {
  waiting: { text: '等待采集', tone: 'idle' },
  running: { text: '正在采集', tone: 'info' },
  done: { text: '采集完成', tone: 'good' },
  failed: { text: '采集失败', tone: 'bad' },
};
