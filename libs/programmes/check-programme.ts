import { resolveDue } from '#calendar';
import { type Fault, points } from '#kernel';
import type { z } from 'zod';
import type { Programme, Requirement, RubricItem, RubricRule, Task } from './model.js';

/** What the check must know of an indicator: its id and how its params are to look. */
export interface KnownIndicator {
  id: string;
  paramsSchema?: z.ZodType;
}

/** Wordings of what recurs or lasts: they have no one day, and a task cannot have them. */
const recurring = /^(每[年季月周]|长期|持续|常年)/;

/**
 * Whether a programme hangs together: everything bound to something that exists, sums that add up, bands in order, dates that
 * can be met. An empty list means that it does.
 */
export function checkProgramme(programme: Programme, knownIndicators: readonly KnownIndicator[]): Fault[] {
  const known = new Map(knownIndicators.map((indicator) => [indicator.id, indicator]));
  const requirements = new Map(programme.requirements.map((requirement) => [requirement.id, requirement]));
  const { rubric } = programme;
  const items = rubric.groups.flatMap((group) => group.items);
  const faults = [
    ...repeated('要求', programme.requirements),
    ...repeated('任务', programme.tasks),
    ...repeated('冲突', programme.conflicts),
    ...repeated(
      '栏目',
      programme.columns.map((column) => ({ id: column.key })),
    ),
    ...repeated('评分组', rubric.groups),
    ...repeated('评分项', items),
    ...programme.requirements.flatMap((requirement) => checkRequirement(requirement, known, programme)),
    ...programme.tasks.flatMap((task) => checkTask(task, requirements)),
    ...items.flatMap((item) => checkItem(item, known, requirements)),
    ...checkTotal(programme, items),
    ...checkGrades(programme),
  ];
  return faults.map((fault) => ({ ...fault, where: `方案 ${programme.id} ${fault.where}` }));
}

function repeated(kind: string, rows: readonly { id: string }[]): Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const { id } of rows) {
    if (seen.has(id)) faults.push({ where: `${kind} ${id}`, what: '编号重复', accepted: '每个编号只用一次' });
    seen.add(id);
  }
  return faults;
}

function checkRequirement(
  requirement: Requirement,
  known: ReadonlyMap<string, KnownIndicator>,
  programme: Programme,
): Fault[] {
  const where = `要求 ${requirement.id}`;
  const faults = requirement.indicators.filter((id) => !known.has(id)).map((id) => unknownIndicator(where, id, known));
  if (requirement.indicators.length === 0 && requirement.evidence === null) {
    faults.push({
      where,
      what: '没有绑定任何指标，也没有写明需要的佐证材料',
      accepted: 'indicators 或 evidence 至少一项',
    });
  }
  if (requirement.check === 'automatic' && requirement.indicators.length === 0) {
    faults.push({
      where,
      what: '标为自动检查，却没有绑定指标',
      accepted: '绑定指标，或改为 reviewed、evidence、judgement',
    });
  }
  const year = programme.source.issuedOn ? Number(programme.source.issuedOn.slice(0, 4)) : undefined;
  if (requirement.due !== null && !recurring.test(requirement.due) && !resolveDue(requirement.due, year)) {
    faults.push(unresolvable(where, requirement.due));
  }
  return faults;
}

function checkTask(task: Task, requirements: ReadonlyMap<string, Requirement>): Fault[] {
  const where = `任务 ${task.id}`;
  const faults: Fault[] = task.requirements
    .filter((id) => !requirements.has(id))
    .map((id) => ({ where, what: `所属要求“${id}”不存在`, accepted: 'requirements 中已有的编号' }));
  if (task.requirements.length === 0) {
    faults.push({ where, what: '没有对应任何要求', accepted: '至少一个要求的编号' });
  }
  if (task.dueOn === null) faults.push(unresolvable(where, task.dueText));
  if (task.startText !== null && task.startOn === null) faults.push(unresolvable(where, task.startText));
  if (task.startOn !== null && task.dueOn !== null && task.startOn > task.dueOn) {
    faults.push({ where, what: `${task.dueOn}到期，早于开始的${task.startOn}`, accepted: '开始不晚于到期' });
  }
  return faults;
}

function checkItem(
  item: RubricItem,
  known: ReadonlyMap<string, KnownIndicator>,
  requirements: ReadonlyMap<string, Requirement>,
): Fault[] {
  const where = `评分项 ${item.id}`;
  const faults: Fault[] = [];
  const indicator = known.get(item.indicator);
  if (!indicator) faults.push(unknownIndicator(where, item.indicator, known));
  const params = indicator?.paramsSchema?.safeParse(item.params);
  for (const issue of params?.error?.issues ?? []) {
    faults.push({ where: `${where} params.${issue.path.join('.')}`, what: `指标参数不可用（${issue.message}）` });
  }
  const requirement = requirements.get(item.requirement);
  if (!requirement) {
    faults.push({ where, what: `所属要求“${item.requirement}”不存在`, accepted: 'requirements 中已有的编号' });
  } else if (!requirement.indicators.includes(item.indicator)) {
    faults.push({
      where,
      what: `要求 ${requirement.id} 没有绑定指标“${item.indicator}”`,
      accepted: '在该要求的 indicators 中列出',
    });
  }
  return [...faults, ...checkRule(where, item.points, item.rule)];
}

function checkRule(where: string, full: string, rule: RubricRule): Fault[] {
  switch (rule.kind) {
    case 'perFinding':
      if (points(rule.each).isZero()) return [{ where, what: '每个问题扣0分', accepted: '大于0的 each' }];
      if (rule.cap !== undefined && points(rule.cap).gt(full)) {
        return [{ where, what: `最多扣${rule.cap}分，多于满分${full}分`, accepted: '不多于满分的 cap' }];
      }
      return [];
    case 'threshold': {
      const steps = rule.fullByYear ?? [];
      const marks = [rule.full, ...steps.map((step) => step.full)];
      const faults: Fault[] = [];
      if (rule.zero !== undefined && marks.some((mark) => points(rule.zero!).gte(mark))) {
        faults.push({ where, what: `零分线${rule.zero}不低于满分线`, accepted: '低于满分线的 zero' });
      }
      if (!ascending(steps.map((step) => step.fromYear))) {
        faults.push({ where, what: '各年满分线没有按年份递增排列', accepted: 'fromYear 由小到大、不重复' });
      }
      return faults;
    }
    case 'bands': {
      const faults: Fault[] = [];
      if (!ascending(rule.bands.map((band) => points(band.atLeast).toNumber()).reverse())) {
        faults.push({ where, what: '分档重叠或没有由高到低排列', accepted: 'atLeast 由大到小、不重复' });
      }
      for (const band of rule.bands) {
        if (points(band.points).gt(full)) {
          faults.push({ where, what: `分档得${band.points}分，多于满分${full}分`, accepted: '不多于满分' });
        }
      }
      return faults;
    }
    default:
      return [];
  }
}

function checkTotal(programme: Programme, items: readonly RubricItem[]): Fault[] {
  const sum = items
    .filter((item) => item.rule.kind !== 'veto')
    .reduce((total, item) => total.plus(item.points), points(0));
  if (sum.eq(programme.rubric.total)) return [];
  return [
    {
      where: '评分细则',
      what: `各项分值合计${sum.toString()}分，与总分${programme.rubric.total}分不符`,
      accepted: '两者相等',
    },
  ];
}

function checkGrades(programme: Programme): Fault[] {
  const { bands, total } = programme.rubric;
  const faults = repeated(
    '等次',
    bands.map((band) => ({ id: band.grade })),
  );
  if (!ascending(bands.map((band) => points(band.from).toNumber()).reverse())) {
    faults.push({ where: '等次', what: '分数线重叠或没有由高到低排列', accepted: 'from 由大到小、不重复' });
  }
  if (!bands.some((band) => points(band.from).isZero())) {
    faults.push({ where: '等次', what: '低分没有等次', accepted: '最低一档 from 为 0' });
  }
  for (const band of bands) {
    if (points(band.from).gt(total)) {
      faults.push({ where: `等次 ${band.grade}`, what: `分数线${band.from}高于总分${total}`, accepted: '不高于总分' });
    }
  }
  return faults;
}

function ascending(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || values[index - 1]! < value);
}

function unknownIndicator(where: string, id: string, known: ReadonlyMap<string, KnownIndicator>): Fault {
  return { where, what: `指标“${id}”不存在`, accepted: [...known.keys()].join('、') };
}

function unresolvable(where: string, wording: string): Fault {
  return { where, what: `“${wording}”定不出日期`, accepted: '2020年9月底、12月初、2020-09-30 等' };
}
