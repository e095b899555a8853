import type { TaskProgress, TaskState, UnitTasks } from '../api/types.js';
import { percent } from './figures.js';

/** Two characters for each state, for cells that hold no more. */
export const taskStateShort: Record<TaskState['state'], string> = {
  done: '完成',
  onTime: '按时',
  late: '迟完',
  overdue: '逾期',
  upcoming: '未到',
  notMeasured: '未核',
};

const proofTitles: Record<UnitTasks['tasks'][number]['provedBy'][number], string> = {
  facts: '网站内容',
  evidence: '审定的材料',
};

/** What a state rests on, e.g. “依据：网站内容、审定的材料”; empty where nothing proves it. */
export function proofText(provedBy: UnitTasks['tasks'][number]['provedBy']): string {
  return provedBy.length === 0 ? '' : `依据：${provedBy.map((one) => proofTitles[one]).join('、')}`;
}

/** e.g. “已到期 5 项，可核实 3 项，其中完成 2 项（66.7%）”. */
export function progressText({ due, done, unknown, share }: TaskProgress): string {
  if (due === 0) return '还没有到期的任务';
  const told = due - unknown;
  if (told === 0) return `已到期 ${due} 项，都还不能核实`;
  const of = unknown > 0 ? `可核实 ${told} 项，其中` : '';
  return `已到期 ${due} 项，${of}完成 ${done} 项（${percent(share)}）`;
}
