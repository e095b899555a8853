import { type Points, points, printPoints } from '#kernel';
import { checkGrades } from './check-grades.js';
import { type FoundFault, type KnownIndicator, repeated, Subject, unknownIndicator } from './check-faults.js';
import { checkRule } from './check-rules.js';
import { checkTotals } from './check-totals.js';
import { classesOf, groupMarks, isExtra, membersMarks, type UnitClass } from './full-marks.js';
import type { Programme, Requirement } from './model.js';
import type { RubricGroup, RubricItem } from './rubric.js';
import type { YamlPath } from './yaml-place.js';

/** 一级 to 五级: groups of four levels, and items. */
const deepestGroups = 4;

interface PlacedGroup {
  group: RubricGroup;
  path: YamlPath;
  level: number;
  /** It is, or stands in, a group of bonus or malus. */
  extra: boolean;
}

/** The rubric: everything bound, every group adding up, caps and lines within what can be reached. */
export function checkRubric(programme: Programme, known: ReadonlyMap<string, KnownIndicator>): FoundFault[] {
  const { rubric } = programme;
  const requirements = new Map(programme.requirements.map((requirement) => [requirement.id, requirement]));
  const groups = placedGroups(rubric.groups, ['rubric', 'groups'], 1);
  const items = groups.flatMap(({ group, path }) =>
    group.items.map((item, index) => ({ id: item.id, item, path: [...path, 'items', index] })),
  );
  const classes = classesOf(rubric);
  return [
    ...repeated(
      '评分组',
      groups.map(({ group, path }) => ({ id: group.id, path })),
    ),
    ...repeated('评分项', items),
    ...items.flatMap(({ item, path }) => {
      const at = new Subject(`评分项 ${item.id}`, path);
      return [...checkBinding(item, known, requirements, at), ...checkRule(item, rubric.bands, at)];
    }),
    ...groups.flatMap((one) => checkGroup(one, programme, classes)),
    ...checkTotals(rubric, classes),
    ...checkGrades(rubric),
  ];
}

function placedGroups(groups: readonly RubricGroup[], list: YamlPath, level: number, above = false): PlacedGroup[] {
  return groups.flatMap((group, index) => {
    const path = [...list, index];
    const extra = above || isExtra(group);
    return [{ group, path, level, extra }, ...placedGroups(group.groups ?? [], [...path, 'groups'], level + 1, extra)];
  });
}

function checkBinding(
  item: RubricItem,
  known: ReadonlyMap<string, KnownIndicator>,
  requirements: ReadonlyMap<string, Requirement>,
  at: Subject,
): FoundFault[] {
  const faults: FoundFault[] = [];
  const indicator = known.get(item.indicator);
  if (!indicator) faults.push(at.fault(...unknownIndicator(item.indicator, known), 'indicator'));
  const params = indicator?.paramsSchema?.safeParse(item.params);
  for (const issue of params?.error?.issues ?? []) {
    const inParams = new Subject(`${at.where} params.${issue.path.join('.')}`, at.path);
    faults.push(inParams.fault(`指标参数不可用（${issue.message}）`, undefined, 'params', ...issue.path));
  }
  const requirement = requirements.get(item.requirement);
  if (!requirement) {
    faults.push(at.fault(`所属要求“${item.requirement}”不存在`, 'requirements 中已有的编号', 'requirement'));
  } else if (indicator && !requirement.indicators.includes(item.indicator)) {
    const what = `要求 ${requirement.id} 没有绑定指标“${item.indicator}”`;
    faults.push(at.fault(what, '在该要求的 indicators 中列出', 'requirement'));
  }
  return faults;
}

function checkGroup(
  { group, path, level, extra }: PlacedGroup,
  { rubric }: Programme,
  classes: UnitClass[],
): FoundFault[] {
  const at = new Subject(`评分组 ${group.id}`, path);
  const faults: FoundFault[] = [];
  const { kind = 'regular', cap, deductAtMost, pass, window } = group;
  if (group.items.length + (group.groups?.length ?? 0) === 0) {
    faults.push(at.fault('组内没有评分项，也没有下级组', 'items 或 groups 至少一项'));
  }
  if (level > deepestGroups) faults.push(at.fault('层次多于五级', '四级以内的组，加上评分项共五级'));
  if (level > 1 && isExtra(group)) {
    faults.push(at.fault('加分组、倒扣组不在第一级', '放到 rubric.groups 之下', 'kind'));
  } else if (extra && kind === 'deduct') {
    faults.push(at.fault('加分组、倒扣组内不能再减分', '去掉 kind', 'kind'));
  }
  if (extra && group.points !== undefined) {
    faults.push(at.fault('加分组、倒扣组没有权重', '以 cap 写明最多加（扣）多少', 'points'));
  }
  if (!extra && cap !== undefined) {
    faults.push(at.fault('cap 只用于加分组和倒扣组', '扣分封顶请用 deductAtMost', 'cap'));
  }
  if (extra && deductAtMost !== undefined) {
    faults.push(at.fault('deductAtMost 不用于加分组和倒扣组', '以 cap 写明最多加（扣）多少', 'deductAtMost'));
  }
  if (kind === 'deduct' && group.points === undefined) {
    faults.push(at.fault('减分组没有写明起始分', '以 points 写明', 'kind'));
  }
  if (group.scale !== undefined && (group.points === undefined || kind !== 'regular')) {
    faults.push(at.fault('scale 只与普通组的 points 同用', '补上 points，或去掉 scale', 'scale'));
  }
  const full = groupMarks(group);
  const above = (mark: string | undefined, limit: Points, what: string, ...field: PropertyKey[]) => {
    if (mark === undefined || !points(mark).gt(limit)) return;
    faults.push(at.fault(`${what}${mark}分，多于组内的${printPoints(limit)}分`, '不多于组内分值', ...field));
  };
  above(cap, membersMarks(group), '封顶', 'cap');
  above(deductAtMost, full, '最多扣', 'deductAtMost');
  above(pass?.atLeast, full, '及格线', 'pass', 'atLeast');
  if (kind === 'malus') {
    group.items.forEach((item, index) => {
      if (item.rule.kind !== 'perSubject') return;
      const accepted = '外部事项以问题导入（as: fault），用 perMissing 或 perFinding';
      faults.push(at.fault(`“${item.title}”在倒扣组里按符合的个数计`, accepted, 'items', index, 'rule', 'kind'));
    });
  }
  if (kind === 'deduct') {
    group.items.forEach((item, index) => above(item.points, full, `“${item.title}”最多扣`, 'items', index, 'points'));
  }
  if (pass && !rubric.bands.some(({ grade }) => grade === pass.grade)) {
    const grades = rubric.bands.map(({ grade }) => grade).join('、');
    faults.push(at.fault(`等次“${pass.grade}”不存在`, grades, 'pass', 'grade'));
  }
  if (typeof window === 'object' && window.from > window.to) {
    faults.push(at.fault(`测评时段${window.to}结束，早于开始的${window.from}`, '开始不晚于结束', 'window'));
  }
  return [...faults, ...(extra ? [] : checkWeights(group, classes, at))];
}

/** What stands in a weighted group must add up to its scale, for every class of units or as printed. */
function checkWeights(group: RubricGroup, classes: UnitClass[], at: Subject): FoundFault[] {
  if (group.points === undefined || (group.kind ?? 'regular') !== 'regular') return [];
  const scale = points(group.scale ?? group.points);
  const fits = (unit: UnitClass | null) => membersMarks(group, unit).eq(scale);
  if (fits(null) || (classes.length > 0 && classes.every((unit) => fits(unit) || groupMarks(group, unit).isZero()))) {
    return [];
  }
  const what = `组内各项分值合计${printPoints(membersMarks(group))}分，与${group.scale === undefined ? '本组' : '组内满分'}${printPoints(scale)}分不符`;
  return [at.fault(what, '两者相等；组内另按满分计的，以 scale 写明', group.scale === undefined ? 'points' : 'scale')];
}
