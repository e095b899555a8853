import { type FoundFault, repeated, Subject, unresolvable } from './check-faults.js';
import type { Programme, Stage, Task } from './model.js';

/** Tasks and stages: what they belong to, and dates that can be met and do not contradict each other. */
export function checkTasks(programme: Programme): FoundFault[] {
  const { tasks, stages = [] } = programme;
  return [
    ...tasks.flatMap((task, index) => checkTask(programme, task, subjectOf(task, index))),
    ...twoDeadlines(tasks),
    ...repeated(
      '阶段',
      stages.map(({ name }, index) => ({ id: name, path: ['stages', index, 'name'] })),
    ),
    ...stages.flatMap((stage, index) => checkStage(programme, stage, index)),
  ];
}

const subjectOf = (task: Task, index: number) => new Subject(`任务 ${task.id}`, ['tasks', index]);

function checkTask({ requirements, stages, conflicts }: Programme, task: Task, at: Subject): FoundFault[] {
  const faults = task.requirements.flatMap((id, index) =>
    requirements.some((requirement) => requirement.id === id)
      ? []
      : [at.fault(`所属要求“${id}”不存在`, 'requirements 中已有的编号', 'requirements', index)],
  );
  const { startOn, dueOn, startText, dueText, conflict } = task;
  if (task.requirements.length === 0) {
    faults.push(at.fault('没有对应任何要求', '至少一个要求的编号', 'requirements'));
  }
  if (dueOn === null) faults.push(at.fault(...unresolvable(dueText), 'dueText'));
  if (startText !== null && startOn === null) faults.push(at.fault(...unresolvable(startText), 'startText'));
  if (startOn !== null && dueOn !== null && startOn > dueOn) {
    faults.push(at.fault(`${dueOn}到期，早于开始的${startOn}`, '开始不晚于到期', 'dueText'));
  }
  faults.push(...unknownConflict(conflict, conflicts, at));
  const stage = stages?.find(({ name }) => name === task.stage);
  if (stages && !stage) {
    faults.push(at.fault(`阶段“${task.stage}”不在 stages 中`, stages.map(({ name }) => name).join('、'), 'stage'));
  }
  if (stage?.dueOn && dueOn !== null && dueOn > stage.dueOn && conflict === undefined) {
    const what = `${dueOn}到期，晚于所在阶段“${stage.name}”的${stage.dueOn}`;
    faults.push(at.fault(what, '不晚于阶段的期限，或在 conflicts 中写明两种读法并以 conflict 引用', 'dueText'));
  }
  return faults;
}

/** One task that the plan dates twice, e.g. in its text and in its annex. */
function twoDeadlines(tasks: readonly Task[]): FoundFault[] {
  return tasks.flatMap((task, index) => {
    if (task.conflict !== undefined || task.dueOn === null) return [];
    const other = tasks
      .slice(0, index)
      .find(
        (earlier) =>
          earlier.title === task.title &&
          earlier.dueOn !== null &&
          earlier.dueOn !== task.dueOn &&
          shares(earlier, task),
      );
    if (!other) return [];
    const what = `“${task.title}”有两个期限：${other.dueOn}（${other.id}）和${task.dueOn}`;
    return [
      subjectOf(task, index).fault(
        what,
        '一项任务一个期限，或在 conflicts 中写明两种读法并以 conflict 引用',
        'dueText',
      ),
    ];
  });
}

function shares(one: Task, other: Task): boolean {
  if (one.responsible.length === 0 || other.responsible.length === 0) return true;
  return one.responsible.some((name) => other.responsible.includes(name));
}

function checkStage({ stages = [], conflicts }: Programme, stage: Stage, index: number): FoundFault[] {
  const at = new Subject(`阶段 ${stage.name}`, ['stages', index]);
  const { startOn, dueOn, startText, dueText, conflict } = stage;
  const faults = unknownConflict(conflict, conflicts, at);
  if (startText !== null && startOn === null) faults.push(at.fault(...unresolvable(startText), 'startText'));
  if (dueText !== null && dueOn === null) faults.push(at.fault(...unresolvable(dueText), 'dueText'));
  if (startOn !== null && dueOn !== null && startOn > dueOn) {
    faults.push(at.fault(`${dueOn}结束，早于开始的${startOn}`, '开始不晚于结束', 'dueText'));
  }
  const before = stages[index - 1];
  if (before?.dueOn && startOn !== null && startOn < before.dueOn && conflict === undefined) {
    const what = `${startOn}开始，而上一阶段“${before.name}”${before.dueOn}才结束`;
    faults.push(at.fault(what, '不早于上一阶段结束，或在 conflicts 中写明并以 conflict 引用', 'startText'));
  }
  return faults;
}

function unknownConflict(id: string | undefined, conflicts: Programme['conflicts'], at: Subject): FoundFault[] {
  if (id === undefined || conflicts.some((conflict) => conflict.id === id)) return [];
  return [at.fault(`所引的矛盾“${id}”不存在`, 'conflicts 中已有的编号', 'conflict')];
}
