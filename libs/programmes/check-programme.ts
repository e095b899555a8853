import { resolveDue } from '#calendar';
import type { Fault } from '#kernel';
import {
  type FoundFault,
  type KnownIndicator,
  placed,
  repeated,
  Subject,
  unknownIndicator,
  unresolvable,
} from './check-faults.js';
import { checkPlanNames } from './check-plan-names.js';
import { checkPlanParts } from './check-plan-parts.js';
import { checkRubric } from './check-rubric.js';
import { checkTasks } from './check-tasks.js';
import { type Programme, type Requirement, rubricItems } from './model.js';
import type { YamlPath } from './yaml-place.js';

/** Wordings of what recurs or lasts: they have no one day, and a task cannot have them. */
const recurring = /^(每[年季月周]|长期|持续|常年)/;

/**
 * Whether a programme hangs together: everything bound to something that exists, sums that add up, bands in order, dates that
 * can be met. An empty list means that it does.
 * @param place where the value at a path was written, so that faults name file, line and field; the programme's id otherwise
 */
export function checkProgramme(
  programme: Programme,
  knownIndicators: readonly KnownIndicator[],
  place?: (path: YamlPath) => string,
): Fault[] {
  const known = new Map(knownIndicators.map((indicator) => [indicator.id, indicator]));
  const faults = [
    ...repeated('要求', placed(programme.requirements, 'requirements')),
    ...repeated('任务', placed(programme.tasks, 'tasks')),
    ...repeated('冲突', placed(programme.conflicts, 'conflicts')),
    ...repeated(
      '栏目',
      programme.columns.map(({ key }, index) => ({ id: key, path: ['columns', index] })),
    ),
    ...programme.requirements.flatMap((requirement, index) =>
      checkRequirement(requirement, known, programme, new Subject(`要求 ${requirement.id}`, ['requirements', index])),
    ),
    ...checkTasks(programme),
    ...checkPlanNames(programme),
    ...checkPlanParts(programme),
    ...checkRubric(programme, known),
  ];
  return faults.map(({ path, where, ...fault }) => ({
    where: place ? `${place(path)}（${where}）` : `方案 ${programme.id} ${where}`,
    ...fault,
  }));
}

function checkRequirement(
  requirement: Requirement,
  known: ReadonlyMap<string, KnownIndicator>,
  { source, rubric }: Programme,
  at: Subject,
): FoundFault[] {
  const { indicators, evidence, check, due } = requirement;
  const faults = indicators.flatMap((id, index) =>
    known.has(id) ? [] : [at.fault(...unknownIndicator(id, known), 'indicators', index)],
  );
  if (indicators.length === 0 && evidence === null) {
    const what = '没有绑定任何指标，也没有写明需要的佐证材料';
    faults.push(at.fault(what, 'indicators 或 evidence 至少一项', 'indicators'));
  }
  if (check === 'automatic' && indicators.length === 0) {
    const accepted = '绑定指标，或改为 reviewed、evidence、judgement';
    faults.push(at.fault('标为自动检查，却没有绑定指标', accepted, 'check'));
  }
  faults.push(...neverComputed(requirement, known, rubric, at));
  const year = source.issuedOn ? Number(source.issuedOn.slice(0, 4)) : undefined;
  if (due !== null && !recurring.test(due) && !resolveDue(due, year)) {
    faults.push(at.fault(...unresolvable(due), 'due'));
  }
  return faults;
}

/** What a plan says it checks automatically and asks nowhere: only items of the rubric, vetoes among them, are computed. */
function neverComputed(
  { id: requirement, indicators, check }: Requirement,
  known: ReadonlyMap<string, KnownIndicator>,
  rubric: Programme['rubric'],
  at: Subject,
): FoundFault[] {
  if (check !== 'automatic' && check !== 'reviewed') return [];
  const items = rubricItems(rubric);
  // An item of it whose indicator is misspelt is told of there.
  if (items.some((item) => item.requirement === requirement && !known.has(item.indicator))) return [];
  const computed = new Set(items.map(({ indicator }) => indicator));
  return indicators.flatMap((id, index) => {
    if (!known.has(id) || computed.has(id)) return [];
    const what = `绑定的指标“${id}”不在评分细则里，从不计算`;
    const accepted = `在 rubric 中为“${id}”设评分项（只提示、不计分的，points 写 '0'），或去掉绑定，无别的指标的 check 改为 evidence、judgement`;
    return [at.fault(what, accepted, 'indicators', index)];
  });
}
