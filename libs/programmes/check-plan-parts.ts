import { resolveDue } from '#calendar';
import { type FoundFault, repeated, Subject, unresolvable } from './check-faults.js';
import { knownElementSets } from './element-sets.js';
import type { Programme, Requirement } from './model.js';
import { formFields, type EvidenceForm, type Threshold } from './plan-parts.js';

/** Fields, sets of elements, lists, numbers, forms, deadlines, stages and conflicts of a plan: what each refers to is there. */
export function checkPlanParts(programme: Programme): FoundFault[] {
  const { fields, lists = [], requirements } = programme;
  return [
    ...repeated(
      '领域',
      (fields?.rows ?? []).map(({ id }, index) => ({ id, path: ['fields', 'rows', index, 'id'] })),
    ),
    ...repeated(
      '清单',
      lists.map(({ id }, index) => ({ id, path: ['lists', index, 'id'] })),
    ),
    ...repeated(
      '佐证',
      // A requirement that stands twice is said to do so once, not again for its form.
      requirements.flatMap(({ id, form }, index) =>
        form && requirements.findIndex((one) => one.id === id) === index
          ? [{ id: form.id, path: ['requirements', index, 'form', 'id'] }]
          : [],
      ),
    ),
    ...checkElementSets(programme),
    ...requirements.flatMap((requirement, index) =>
      checkRequirementParts(programme, requirement, new Subject(`要求 ${requirement.id}`, ['requirements', index])),
    ),
    ...checkStageOrder(programme),
    ...checkConflicts(programme),
  ];
}

function checkElementSets({ elementSets = [], catalogue }: Programme): FoundFault[] {
  const known = [...knownElementSets, ...elementSets].map(({ id }) => id);
  const faults = repeated('目录要素', [
    ...knownElementSets.map(({ id }) => ({ id, path: ['elementSets'] })),
    ...elementSets.map(({ id }, index) => ({ id, path: ['elementSets', index, 'id'] })),
  ]);
  if (!catalogue) return faults;
  const at = new Subject('目录要素', ['catalogue']);
  const unknown = (id: string, ...field: PropertyKey[]) =>
    known.includes(id) ? [] : [at.fault(`要素集“${id}”不存在`, known.join('、'), ...field)];
  return [
    ...faults,
    ...unknown(catalogue.uses, 'uses'),
    ...catalogue.asked.flatMap(({ set }, index) => unknown(set, 'asked', index, 'set')),
  ];
}

function checkRequirementParts(programme: Programme, requirement: Requirement, at: Subject): FoundFault[] {
  const { hardDue, due, lists = [], thresholds = [], check, form } = requirement;
  const known = (programme.lists ?? []).map(({ id }) => id);
  const faults = lists.flatMap((id, index) =>
    known.includes(id) ? [] : [at.fault(`清单“${id}”不存在`, 'lists 中已有的编号', 'lists', index)],
  );
  // Plans that have forms at all have one wherever a person decides; older files name the proof in `evidence` only.
  const decides = check === 'evidence' || check === 'judgement';
  if (decides && !form && programme.requirements.some((one) => one.form)) {
    faults.push(at.fault('由人工认定，却没有佐证表单', 'form：编号、需上传的材料、由谁认定', 'check'));
  }
  if (form) faults.push(...checkForm(form, at));
  if (hardDue !== undefined) faults.push(...checkHardDue(programme, hardDue, due, at));
  return [...faults, ...checkThresholds(programme, thresholds, at)];
}

/** Labels of a form tell its pieces apart, and a piece says only what its kind has. */
function checkForm(form: EvidenceForm, at: Subject): FoundFault[] {
  const fields = formFields(form);
  return fields.flatMap(({ label, kind, atLeast, columns }, index) => {
    const fault = (what: string, accepted: string) => at.fault(what, accepted, 'form', 'fields', index);
    return [
      ...(fields.findIndex((one) => one.label === label) < index ? [fault(`“${label}”写了两次`, '各项名称不同')] : []),
      ...(atLeast !== undefined && kind !== 'number' && kind !== 'percentage'
        ? [fault(`“${label}”不是数，不能写 atLeast`, 'kind 为 number 或 percentage')]
        : []),
      ...(columns !== undefined && kind !== 'table'
        ? [fault(`“${label}”不是表格，不能写 columns`, 'kind 为 table')]
        : []),
    ];
  });
}

function checkHardDue({ source }: Programme, hardDue: string, due: string | null, at: Subject): FoundFault[] {
  const year = source.issuedOn ? Number(source.issuedOn.slice(0, 4)) : undefined;
  const last = resolveDue(hardDue, year)?.on;
  const target = due === null ? undefined : resolveDue(due, year)?.on;
  if (!last) return [at.fault(...unresolvable(hardDue), 'hardDue')];
  if (target === undefined || target >= last) {
    const what = `最后期限${last}不晚于目标期限${target ?? '（没有）'}`;
    return [at.fault(what, '只有一个期限时写在 due', 'hardDue')];
  }
  return [];
}

function checkThresholds({ conflicts }: Programme, thresholds: readonly Threshold[], at: Subject): FoundFault[] {
  const ids = conflicts.map(({ id }) => id);
  return thresholds.flatMap((threshold, index) => {
    const { name, conflict } = threshold;
    if (conflict !== undefined) return ids.includes(conflict) ? [] : [unknownConflict(at, conflict, index)];
    const other = thresholds.find((one) => one !== threshold && one.name === name && sameYear(one, threshold));
    if (!other) return [];
    const what = `“${name}”同一年份有两个数值：${other.value}和${threshold.value}`;
    const accepted = '年份不重叠，或在 conflicts 中写明两种读法并以 conflict 引用';
    return [at.fault(what, accepted, 'thresholds', index)];
  });
}

const unknownConflict = (at: Subject, id: string, index: number) =>
  at.fault(`所引的矛盾“${id}”不存在`, 'conflicts 中已有的编号', 'thresholds', index, 'conflict');

function sameYear(one: Threshold, other: Threshold): boolean {
  const from = Math.max(one.fromYear ?? 0, other.fromYear ?? 0);
  const until = Math.min(one.untilYear ?? Infinity, other.untilYear ?? Infinity);
  return from <= until;
}

/** Stages without a beginning still end one after the other, and no task is due before its stage begins. */
function checkStageOrder({ stages = [], tasks }: Programme): FoundFault[] {
  const faults = stages.flatMap((stage, index) => {
    const before = stages[index - 1];
    if (!before?.dueOn || !stage.dueOn || stage.conflict !== undefined || stage.dueOn >= before.dueOn) return [];
    const what = `${stage.dueOn}结束，早于上一阶段“${before.name}”的${before.dueOn}`;
    const accepted = '按先后排列，或在 conflicts 中写明并以 conflict 引用';
    return [new Subject(`阶段 ${stage.name}`, ['stages', index]).fault(what, accepted, 'dueText')];
  });
  const early = tasks.flatMap((task, index) => {
    const stage = stages.find(({ name }) => name === task.stage);
    if (!stage?.startOn || task.dueOn === null || task.conflict !== undefined) return [];
    // A task that ends before its own beginning is told of as such.
    if (task.dueOn >= stage.startOn || (task.startOn !== null && task.startOn > task.dueOn)) return [];
    const what = `${task.dueOn}到期，早于所在阶段“${stage.name}”开始的${stage.startOn}`;
    const accepted = '不早于阶段的开始，或在 conflicts 中写明两种读法并以 conflict 引用';
    return [new Subject(`任务 ${task.id}`, ['tasks', index]).fault(what, accepted, 'dueText')];
  });
  return [...faults, ...early];
}

/** A conflict names a clause of this plan that is there, as “方案二(二)4”; other sources are named in words. */
function checkConflicts(programme: Programme): FoundFault[] {
  const clauses = clausesOf(programme);
  const requirements = new Set(programme.requirements.map(({ id }) => id));
  return programme.conflicts.flatMap(({ id, clauses: named, requirements: touched = [] }, index) => {
    const at = new Subject(`矛盾 ${id}`, ['conflicts', index]);
    const unknown = named.flatMap((clause, row) => {
      const own = /^方案(?![（])(.+)$/.exec(clause)?.[1];
      if (own === undefined || own.startsWith('附件') || clauses.has(own)) return [];
      return [at.fault(`方案中没有引用条款“${own}”的要求或阶段`, '要求、阶段、领域等所写的条款', 'clauses', row)];
    });
    const missing = touched.flatMap((requirement, row) =>
      requirements.has(requirement)
        ? []
        : [at.fault(`所涉要求“${requirement}”不存在`, 'requirements 中已有的编号', 'requirements', row)],
    );
    return [...unknown, ...missing];
  });
}

function clausesOf({ requirements, stages, fields, cadence, lists, catalogue, demonstrationPoints }: Programme) {
  const rows = [requirements, stages, cadence, lists, catalogue?.asked, demonstrationPoints, fields ? [fields] : []];
  const words = rows.flatMap((list) => (list ?? []).map(({ clause }) => clause ?? ''));
  return new Set(words.flatMap((clause) => clause.split(/[；、，]/)));
}
