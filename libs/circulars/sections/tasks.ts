import { countedStateTitles } from '#casework';
import type { AnnexRow } from '../annex-table.js';
import type { Draft } from '../draft.js';
import type { Condition } from '../formula.js';
import type { Block } from '../model.js';
import { joined, line, type Run } from '../tokens.js';

/** Tasks or units named in a sentence; the rest is in the annex. */
const shown = 8;

/** How the programme's tasks stand, and which are overdue. */
export function taskProgress(draft: Draft): Block[] {
  if (draft.rows('tasks').length === 0) return [{ kind: 'paragraph', runs: ['本期没有列入调度的任务。'] }];
  const all = draft.count('tasks');
  const states = Object.values(countedStateTitles)
    .map((state) => ({ state, where: [{ column: 'state', is: [state] }] }))
    .filter(({ where }) => draft.rows('tasks', where).length > 0);
  const counts = states.map(({ state, where }) => line`${state}${draft.count('tasks', where)}项`);
  const byState =
    states.length === 1 ? [`${all.text === '1' ? '' : '均'}${states[0]!.state}`] : line`其中${joined(counts, '、')}`;
  const first = line`列入调度的任务共${all}项，${byState}（${draft.mark('tasks')}）。`;
  return [{ kind: 'paragraph', runs: [...first, ...overdue(draft)] }];
}

function overdue(draft: Draft): Run[] {
  const where: Condition[] = [{ column: 'state', is: [countedStateTitles.overdue] }];
  const rows = draft.rows('tasks', where);
  if (rows.length === 0) return [];
  const named = rows.slice(0, shown).map((row) => taskName(draft, row));
  const more = rows.length > shown ? line`等${draft.count('tasks', where)}项` : [];
  return line`逾期未完成的任务有：${joined(named, '；')}${more}。`;
}

/** The responsible units are named only where there is a page to show for it. */
function taskName(draft: Draft, row: AnnexRow): Run[] {
  const due = line`时限${draft.quote('tasks', 'due', row)}`;
  const units = row['evidence'] && row['responsible'] ? line`${draft.quote('tasks', 'responsible', row)}，` : [];
  return line`${draft.quote('tasks', 'title', row)}（${units}${due}）`;
}

/** Open problems unit by unit, most first. */
export function openProblemsByUnit(draft: Draft): Run[] {
  const units = draft
    .rows('ranking')
    .filter((row) => Number(row['findings']) > 0)
    .sort((a, b) => Number(b['findings']) - Number(a['findings']));
  if (units.length === 0) return [];
  const told = units.slice(0, shown).map((row) => {
    const where: Condition[] = [{ column: 'organisation', is: [row['organisation'] ?? null] }];
    return line`${draft.quote('ranking', 'organisation', row)}${draft.count('findings', where)}条`;
  });
  const more = units.length > shown ? line`等${draft.distinct('findings', 'organisation')}个单位` : [];
  return line`按单位分：${joined(told, '、')}${more}。`;
}
