import { countedStateTitles } from '#casework';
import type { WhatIf } from '#operations';
import type { ItemChange, ResultName, ScorecardComparison, TaskChange } from '#scoring';

const mostFields = 40;
const mostFindings = 5;

/** What moved between two results, for the terminal: fields of the plan, units with their items, tasks. */
export function comparisonReport({ before, after, changes, units, tasks, ...rest }: WhatIf): string[] {
  const fields = (changes ?? []).map((one) => `  ${one.field}：${one.before ?? '（无）'} → ${one.after ?? '（无）'}`);
  const more = fields.length > mostFields ? [`  另有 ${fields.length - mostFields} 处`] : [];
  return [
    `对照：${nameOf(before)} → ${nameOf(after)}`,
    '只是试算，没有公布',
    ...(changes === null ? [] : ['', `方案改动（${fields.length} 处）`, ...fields.slice(0, mostFields), ...more]),
    '',
    `有变动的单位（${units.length} 个）`,
    ...units.flatMap(unitLines),
    ...listed('没有变化的单位', rest.unmoved),
    ...listed('只在前者中的单位', rest.onlyBefore),
    ...listed('只在后者中的单位', rest.onlyAfter),
    ...(tasks.length > 0 ? ['', `有变化的任务（${tasks.length} 项）`, ...tasks.flatMap(taskLines)] : []),
  ];
}

function nameOf({ programme, programmeVersion, period, asOf }: ResultName): string {
  return `${programme}（版本 ${programmeVersion}）${period}，截至 ${asOf}`;
}

function unitLines(unit: ScorecardComparison): string[] {
  const grades = unit.gradeBefore === unit.gradeAfter ? '' : `  ${unit.gradeBefore ?? '—'} → ${unit.gradeAfter ?? '—'}`;
  const pages = unit.sameEvidence ? '' : '  （所依据的网页或材料不同）';
  return [
    `  ${unit.name}  ${moved(unit.before, unit.after, unit.change)}${grades}${pages}`,
    ...unit.items.flatMap(itemLines),
  ];
}

function itemLines({ title, before, after, change, why, appeared, gone }: ItemChange): string[] {
  return [
    `      ${title}  ${moved(before, after, change)}：${why}`,
    ...findingLines('新出现', appeared),
    ...findingLines('不再有', gone),
  ];
}

function findingLines(word: string, findings: ItemChange['appeared']): string[] {
  const lines = findings
    .slice(0, mostFindings)
    .map(({ message, subject }) => `        ${word}：${message}（${subject}）`);
  const more = findings.length - lines.length;
  return more > 0 ? [...lines, `        ${word}的另有 ${more} 个`] : lines;
}

function taskLines({ task, title, before, after, dueBefore, dueAfter, why }: TaskChange): string[] {
  const states = [before, after].map((state) => (state === null ? '没有' : countedStateTitles[state]));
  const due = dueBefore === dueAfter ? '' : `；期限 ${dueBefore ?? '—'} → ${dueAfter ?? '—'}`;
  const state = states[0] === states[1] ? states[0] : states.join(' → ');
  return [`  ${task}  ${title}  ${state}${due}`, `      ${why}`];
}

function listed(title: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${title}（${names.length} 个）：${names.join('、')}`];
}

function moved(before: string | null, after: string | null, change: string | null): string {
  const sign = change !== null && !change.startsWith('-') && change !== '0' ? '+' : '';
  return `${before ?? '不计分'} → ${after ?? '不计分'}${change === null ? '' : `（${sign}${change}）`}`;
}
