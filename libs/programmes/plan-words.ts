import type { Programme } from './model.js';
import type { PlanChange } from './plan-changes.js';
import type { RubricGroup } from './rubric.js';

/** A change as people read it. */
export interface WordedChange {
  /** e.g. 评分细则 › 主动公开 › 主动公开文件按时上网 › 分值. */
  place: string;
  before: string;
  after: string;
}

/** What the fields of a plan are called; what is missing here is said by its own name. */
const words: Readonly<Record<string, string>> = {
  ...{
    title: '名称',
    source: '来源',
    number: '文号',
    issuer: '发文机关',
    issuedOn: '成文日期',
    note: '说明',
    origin: '来历',
  },
  ...{
    requirements: '要求',
    clause: '条款',
    statement: '内容',
    check: '怎样检查',
    responsible: '责任单位',
    due: '期限',
  },
  ...{
    hardDue: '最后期限',
    indicators: '指标',
    evidence: '佐证',
    form: '表单',
    thresholds: '比例或数量',
    value: '数值',
  },
  ...{ columns: '栏目', required: '必须有', maxAgeDays: '多少天不更新算超期', appliesTo: '适用于', categories: '类别' },
  ...{ levels: '层级', tasks: '任务', stages: '阶段', startText: '开始', dueText: '期限', startOn: '开始（折算）' },
  ...{
    dueOn: '期限（折算）',
    dueRule: '期限怎样折算',
    proof: '证明',
    organisations: '单位',
    aliases: '别名',
    groups: '统称',
  },
  ...{
    fields: '试点领域',
    lead: '牵头单位',
    joint: '配合单位',
    rubric: '评分细则',
    total: '满分',
    bands: '等次',
    grade: '等次',
  },
  ...{
    coverageFloor: '可测度下限',
    from: '起',
    to: '止',
    points: '分值',
    rule: '计分',
    kind: '办法',
    params: '测度',
    each: '每个',
  },
  ...{
    cap: '封顶',
    off: '扣分',
    full: '得满分须达到',
    zero: '不得分的线',
    fullByYear: '逐年要求',
    atLeast: '不低于',
    over: '高于',
  },
  ...{
    score: '定为',
    minimum: '不足多少个不评',
    repeat: '未改的',
    times: '倍数',
    sample: '抽查',
    count: '件数',
    of: '对象',
  },
  ...{
    gate: '加分门槛',
    bonusCap: '加分封顶',
    scoreCap: '总分封顶',
    normaliseTo: '折算为',
    rollUp: '下级计入',
    quarters: '季度计入',
    weight: '占比',
  },
  ...{
    failing: '不合格线',
    fix: '定为',
    deductAtMost: '至多扣',
    pass: '等次限制',
    window: '测评时段',
    scale: '组内满分',
  },
  ...{
    workdays: '工作日',
    withinDays: '天数',
    days: '天数',
    pointsFor: '按类别的分值',
    circular: '通报',
    casework: '申诉和整改',
  },
  ...{
    rectifyWithinDays: '整改天数',
    recipients: '主送',
    basis: '依据',
    reportTo: '报送',
    version: '版本',
    id: '编号',
  },
  ...{ appealWorkdays: '申诉期', decideWorkdays: '办理期', rectifyWorkdays: '整改期', escalateAfter: '逾期升级' },
  ...{
    remindWorkdays: '提前提示',
    conflicts: '条款冲突',
    catalogue: '标准目录',
    cadence: '定期工作',
    lists: '清单',
    name: '名称',
  },
};

/** Where a field of a plan stands, in words; `after` and `before` give the titles of what has an id. */
export function changeInWords({ field, before, after }: PlanChange, was: Programme, is: Programme): WordedChange {
  const titles = new Map([...titlesOf(was), ...titlesOf(is)]);
  return { place: placeInWords(field, titles), before: printWords(before), after: printWords(after) };
}

function placeInWords(field: string, titles: ReadonlyMap<string, string>): string {
  const parts = [...field.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)];
  const isRubric = field.startsWith('rubric');
  const said = parts.flatMap(([, member, name], index) => {
    if (member !== undefined) return [titles.get(member) ?? member];
    // In the rubric the titles of groups and items say enough; in a list its members do.
    if (isRubric && (name === 'groups' || name === 'items')) return [];
    return name === 'rows' || (index > 0 && name === 'items') ? [] : [words[name!] ?? name!];
  });
  return said.join(' › ');
}

function titlesOf({ rubric, requirements, tasks, columns, fields }: Programme): [string, string][] {
  return [
    ...requirements.map(({ id, clause }): [string, string] => [id, `${clause}（${id}）`]),
    ...tasks.map(({ id, title }): [string, string] => [id, title]),
    ...columns.map(({ key, title }): [string, string] => [key, title]),
    ...(fields?.rows ?? []).flatMap(({ id, name }): [string, string][] => (name ? [[id, name]] : [])),
    ...rubric.groups.flatMap(titlesIn),
  ];
}

function titlesIn(group: RubricGroup): [string, string][] {
  const items = group.items.map(({ id, title }): [string, string] => [id, title]);
  return [[group.id, group.title], ...items, ...(group.groups ?? []).flatMap(titlesIn)];
}

function printWords(json: string | null): string {
  if (json === null) return '（无）';
  const value = JSON.parse(json) as unknown;
  if (value === null) return '（不要求）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return value === '' ? '（空）' : value;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.map(String).join('、') || '（空）';
  const { title, name } = value as Record<string, unknown>;
  return typeof title === 'string' ? title : typeof name === 'string' ? name : json;
}
