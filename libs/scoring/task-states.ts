import type { LocalDate, Period } from '#calendar';
import type { SiteFacts } from '#facts';
import type { IndicatorResult, OrganisationRef } from '#indicators';
import type { Programme, Task } from '#programmes';
import { doneOn, lastOf, proofOf } from './task-proof.js';
import { unitsOfTask } from './task-units.js';

/** What is known of one unit when the tasks are looked at. */
export interface TaskUnit {
  organisation: OrganisationRef;
  results: readonly IndicatorResult[];
  /** Null when its site was not crawled. */
  facts: SiteFacts | null;
}

export interface TaskStatus {
  programme: string;
  period: string;
  task: string;
  stage: string;
  title: string;
  responsible: string[];
  startOn: LocalDate | null;
  dueOn: LocalDate | null;
  dueText: string;
  state: 'done' | 'onTime' | 'late' | 'overdue' | 'upcoming' | 'notMeasured';
  /** Why, one sentence. */
  reason: string;
  evidence: { capture: string; url: string }[];
}

/** As many pages as a reader may look through. */
const evidenceLimit = 20;

/**
 * State of every task of a programme, from the indicators bound to its requirements and the units that it names:
 * `done` – all comply and nothing else is asked; `onTime`, `late` – all comply and a date on the sites proves since when; `overdue` – past due and
 * at least one unit fails; `upcoming` – not yet due and not yet done; `notMeasured` – the sites cannot tell.
 */
export function taskStates(request: {
  programme: Programme;
  period: Period;
  asOf: LocalDate;
  units: readonly TaskUnit[];
}): TaskStatus[] {
  const { programme, period, asOf, units } = request;
  return programme.tasks.map((task) => {
    const { id, stage, title, responsible, startOn, dueOn, dueText } = task;
    const named = { programme: programme.id, period: period.id, task: id, stage, title, responsible };
    return { ...named, startOn, dueOn, dueText, ...stateOf(task, programme, asOf, units) };
  });
}

type State = Pick<TaskStatus, 'state' | 'reason' | 'evidence'>;

function stateOf(task: Task, programme: Programme, asOf: LocalDate, all: readonly TaskUnit[]): State {
  const open = (reason: string, evidence: State['evidence'] = []): State => {
    if (task.dueOn !== null && asOf <= task.dueOn) {
      return { state: 'upcoming', reason: `应于${task.dueOn}前完成，截至${asOf}未到期；${reason}`, evidence };
    }
    return { state: 'notMeasured', reason, evidence };
  };
  const asked = indicatorsOf(task, programme);
  if (asked.length === 0) return open('该任务不能由网站自动核验，须提交材料');
  const units = unitsOfTask(task, programme, all);
  if (units.length === 0) return open('承担单位不在本次评估范围内');

  const bound = units.map((unit) => ({ unit, results: unit.results.filter((one) => asked.includes(one.indicator)) }));
  const judged = bound
    .map(({ unit, results }) => ({ unit, results: results.filter((one) => one.outcome !== 'notApplicable') }))
    .filter(({ results }) => results.length > 0);
  const failing = judged.filter(({ results }) => results.some((one) => one.outcome === 'fail'));
  if (failing.length > 0) {
    const names = failing.map(({ unit }) => unit.organisation.name);
    const reason = `${judged.length}个单位中${failing.length}个未达到要求：${listNames(names)}`;
    const evidence = failing.flatMap(({ results }) =>
      results.flatMap(({ findings }) =>
        findings
          .filter(({ kind }) => kind === 'fail')
          .map((one) => ({ capture: one.evidence.capture, url: one.evidence.url })),
      ),
    );
    if (task.dueOn === null || asOf <= task.dueOn) return open(reason, distinct(evidence));
    return { state: 'overdue', reason: `应于${task.dueOn}前完成；${reason}`, evidence: distinct(evidence) };
  }
  const unknown = judged.filter(({ results }) => results.some((one) => one.outcome !== 'pass'));
  if (judged.length === 0) return open('本期没有可据以判断的信息');
  if (unknown.length > 0) {
    return open(`${judged.length}个单位中${unknown.length}个无法测量或待人工复核，其余均已达到要求`);
  }
  const byHand = programme.requirements.some(
    ({ id, check }) => task.requirements.includes(id) && check !== 'automatic',
  );
  if (byHand) return open('网站上可核验的部分均已达到要求，其余须提交材料或人工核验');
  const evidence = distinct(judged.flatMap(({ unit }) => (unit.facts ? proofOf(asked, unit.facts) : [])));
  const reached = `${judged.length}个单位均已达到要求`;
  const { dueOn } = task;
  const last =
    dueOn === null
      ? null
      : lastOf(judged.map(({ unit }) => (unit.facts ? doneOn(asked, unit.facts, { dueOn, asOf }) : null)));
  if (dueOn === null || last === null) {
    return { state: 'done', reason: `${reached}；网站上没有可证明完成时间的日期`, evidence };
  }
  const figures = `${reached}，最晚${last}完成，应于${dueOn}前完成`;
  return { state: last <= dueOn ? 'onTime' : 'late', reason: figures, evidence };
}

function indicatorsOf(task: Task, programme: Programme): string[] {
  const asked = programme.requirements.filter(({ id }) => task.requirements.includes(id));
  return [...new Set(asked.flatMap(({ indicators }) => indicators))];
}

function listNames(names: readonly string[]): string {
  return names.length <= 3 ? names.join('、') : `${names.slice(0, 3).join('、')}等`;
}

function distinct(evidence: State['evidence']): State['evidence'] {
  return [...new Map(evidence.map((one) => [one.capture, one])).values()].slice(0, evidenceLimit);
}
