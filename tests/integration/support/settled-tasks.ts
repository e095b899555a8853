import type { OrganisationRow, Stores, TaskState } from '#database';
import type { TaskCounts, TaskProof, TaskStateName, TaskUnitState } from '#scoring';
import { assessment, organisation } from './invented.js';

export const programme = 'pingliang-2020';

/** Four departments of a city, all real. */
export const units = ['云岭市民政局', '云岭市教育局', '云岭市司法局', '云岭市商务局'].map((name) =>
  organisation(name, { sample: false, level: '市' }),
) as [OrganisationRow, OrganisationRow, OrganisationRow, OrganisationRow];

export interface SettledTask extends Pick<TaskState, 'task' | 'stage' | 'title' | 'dueOn'> {
  states: [unit: OrganisationRow, state: TaskStateName, provedBy?: TaskProof[]][];
}

/** 公开专区, which asks for PL-09: of two units nothing is known, the third lacks it, the fourth has no part in it. */
export const room: SettledTask = {
  ...{ task: 'PLT-09', stage: '加强基层政务公开平台建设', title: '开设政务公开专区', dueOn: '2026-06-20' },
  states: [
    [units[0], 'notMeasured'],
    [units[1], 'notMeasured'],
    [units[2], 'overdue', ['facts']],
  ],
};

/** A published result of a day that tells nothing but how tasks stand. */
export async function publishTasks(
  stores: Stores,
  { period, asOf, tasks: settled }: { period: string; asOf: string; tasks: readonly SettledTask[] },
): Promise<void> {
  const round = await stores.rounds.openRound({ source: 'live', sample: false, startedAt: `${asOf}T00:00:00Z` });
  const { scorecards: _, tasks, ...opening } = assessment(round.id, period, asOf, []);
  await stores.assessments.write(opening, { publish: true }, async (draft) => {
    for (const { task, states } of settled)
      await draft.addTaskUnits(
        states.map(([unit, state, provedBy = []]): TaskUnitState => ({
          ...{ task, organisation: unit.id, name: unit.name, state, provedBy, on: null },
          ...{ reason: provedBy.length > 0 ? '网站上没有公开专区的内容' : '待报送材料，尚未报送或审定', evidence: [] },
        })),
      );
    await draft.addTasks(settled.map(({ states, ...task }) => ({ ...tasks[0]!, ...task, counts: countsOf(states) })));
  });
}

function countsOf(states: SettledTask['states']): TaskCounts {
  const counts: TaskCounts = {};
  for (const [, state] of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
