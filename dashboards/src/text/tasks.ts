import type { TaskProgress, TaskVerdict, UnitTask } from '../api/types.js';
import { percent } from './figures.js';
import type { Label } from './labels.js';

/** Two characters for each state, for cells that hold no more. */
export const taskStateShort: Record<UnitTask['state'], string> = {
  done: '完成',
  onTime: '按时',
  late: '迟完',
  overdue: '逾期',
  upcoming: '未到',
  notMeasured: '未核',
  notApplicable: '不适',
};

export const taskVerdictTitles: Record<TaskVerdict, string> = {
  done: '完成',
  notDone: '未完成',
  notApplicable: '不适用',
  withdrawn: '撤回认定',
};

/** What a person's word is worth beside what was measured. */
export const wordWorthLabels: Record<NonNullable<UnitTask['worth']>, Label> = {
  counts: { text: '人工认定', tone: 'info' },
  agrees: { text: '认定与测得一致', tone: 'good' },
  disputed: { text: '认定与测得不一致', tone: 'warn' },
  waits: { text: '认定待下次评估再核', tone: 'idle' },
};

const proofTitles: Record<UnitTask['provedBy'][number], string> = {
  facts: '网站内容',
  evidence: '审定的材料',
};

/** What a state rests on, e.g. “依据：网站内容、审定的材料”; empty where nothing proves it. */
export function proofText(provedBy: UnitTask['provedBy']): string {
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
