import { countedStateTitles } from '#casework';
import type { AssessmentRow, UnitTasks } from '#database';
import type { Programme } from '#programmes';
import type { Scorecard } from '#scoring';

/**
 * What came of a plan's sample, for the terminal: scorecards by rank, tasks by stage, conflicts with their readings; tasks
 * unit by unit where the units are given.
 */
export function demoReport(programme: Programme, row: AssessmentRow, units: readonly UnitTasks[] = []): string[] {
  const { scorecards, tasks } = row;
  const { conflicts } = programme;
  const counts = Object.entries(countedStateTitles).flatMap(([state, name]) => {
    const count = tasks.filter((task) => task.state === state).length;
    return count > 0 ? [`${name} ${count}`] : [];
  });
  return [
    `《${programme.title}》　${row.period}，评估时点 ${row.asOf}`,
    '示例：单位名称取自方案，网页、文件和得分均属虚构',
    '',
    `得分卡（${scorecards.length} 个单位；名次按同类单位排列）`,
    ...[...scorecards].sort(byScore).map(scoreLine),
    '',
    `任务（${tasks.length} 项：${counts.join('，')}）`,
    ...tasks.flatMap((task, index) => [
      ...(task.stage === tasks[index - 1]?.stage ? [] : [`  【${task.stage}】`]),
      `  ${task.task}  ${countedStateTitles[task.state]}  ${task.title}（${task.dueText}）`,
      `      ${task.reason}`,
      ...unitLines(task.task, units),
    ]),
    '',
    `条款冲突（${conflicts.length} 处）`,
    ...conflicts.flatMap(({ id, clauses, readings, taken }) => [
      `  ${id}  ${clauses.join(' 与 ')}`,
      ...readings.map((reading, index) => `      读法${index + 1}：${reading}`),
      `      采用：${taken}`,
    ]),
  ];
}

function unitLines(task: string, units: readonly UnitTasks[]): string[] {
  return units.flatMap(({ name, tasks }) =>
    tasks
      .filter((one) => one.task === task)
      .map(
        ({ state, on, reason }) => `        ${name}  ${countedStateTitles[state]}${on ? `（${on}）` : ''}：${reason}`,
      ),
  );
}

function scoreLine({ organisation, score, grade, coverage, rank, vetoed }: Scorecard): string {
  const measured = `可测度 ${Math.round(Number(coverage) * 100)}%`;
  const place = rank === null ? '不排名' : `${organisation.category}第 ${rank} 名`;
  const words = [organisation.name, score ?? '不评分', grade, measured, place, vetoed && '单项否决'];
  return `  ${words.filter(Boolean).join('  ')}`;
}

/** Best first, those without a score last. */
function byScore(one: Scorecard, other: Scorecard): number {
  return Number(other.score ?? -1) - Number(one.score ?? -1);
}
