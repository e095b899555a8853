import { countedStateTitles, taskVerdictTitles, type WordedTask } from '#casework';
import type { TaskState, TaskWordRow } from '#database';
import { writeXlsx } from '#sheets';
import { printInstant } from '../clock.js';
import { sampleNotice } from './notice-files.js';

const proofs = { facts: '网站内容', evidence: '审定的材料' } as const;

/** Tasks × units as a workbook: what counts, what was measured, and who said what. */
export function printTaskUnits(
  tasks: readonly TaskState[],
  states: readonly WordedTask<TaskWordRow>[],
  { asOf, sample }: { asOf: string; sample: boolean },
): Promise<Buffer> {
  const known = new Map(tasks.map((task) => [task.task, task]));
  const column = (key: string, title: string, width: number) => ({ key, title, width });
  const rows = states.map(({ task: id, name, state, on, measured, provedBy, word, worth }) => {
    const task = known.get(id);
    return {
      ...{ stage: task?.stage ?? '', title: task?.title ?? '', due: task?.dueOn ?? task?.dueText ?? '', unit: name },
      state: `${countedStateTitles[state]}${worth === 'counts' ? '（认定）' : ''}`,
      ...{ on: on ?? '', measured: countedStateTitles[measured.state], why: measured.reason },
      proof: provedBy.map((one) => proofs[one]).join('、'),
      word: word ? taskVerdictTitles[word.verdict] : '',
      ...{ doneOn: word?.doneOn ?? '', author: word?.author ?? '', at: word ? printInstant(word.at) : '' },
      ...{
        reason: word?.reason ?? '',
        links: word?.links.join('\n') ?? '',
        isDisputed: worth === 'disputed' ? '是' : '',
      },
    };
  });
  return writeXlsx([
    {
      name: '任务与单位',
      title: '各单位任务进展',
      columns: [
        ...[column('stage', '阶段', 18), column('title', '任务', 50), column('unit', '单位', 26)],
        ...[column('due', '期限', 14), column('state', '状态', 18), column('on', '完成日期', 12)],
        ...[column('measured', '系统测得', 14), column('why', '测得的原因', 40), column('proof', '依据', 16)],
        ...[column('word', '人工认定', 12), column('doneOn', '认定的完成日期', 14), column('author', '认定人', 14)],
        ...[column('at', '认定时间', 18), column('reason', '理由', 40), column('links', '佐证网址', 30)],
        column('isDisputed', '与系统测得不一致', 12),
      ],
      rows,
      notes: [
        `据${asOf}的评估结果；人工认定在读取时加于测得的状态之上，不改变评估结果和得分。`,
        ...(sample ? [sampleNotice] : []),
      ],
    },
  ]);
}
