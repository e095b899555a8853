import type { Appeal, AppealKind, FindingWindow, Notice } from '../api/types.js';
import type { Label, Tone } from './labels.js';

export const appealKindTitles: Record<AppealKind, string> = {
  appeal: '申诉',
  statement: '情况说明',
  exemption: '豁免申请',
};

/** What each kind is for, in the words of whoever has to choose. */
export const appealKindHelp: Record<AppealKind, string> = {
  appeal: '认为这不是问题：内容已按时公开、判读有误等。采纳后该问题不计。',
  statement: '问题属实，但当期确无应公开的内容。须写明起止日期；采纳后在该期间不作问题处理。',
  exemption: '问题属实，因机构调整、暂无人任职等请求一定期间内免予扣分。须写明起止日期。',
};

const appealTones: Record<Appeal['state'], Tone> = {
  sent: 'info',
  accepted: 'good',
  partly: 'good',
  refused: 'bad',
  withdrawn: 'idle',
};
const noticeTones: Record<Notice['state'], Tone> = {
  open: 'info',
  awaiting: 'warn',
  overdue: 'bad',
  done: 'good',
  withdrawn: 'idle',
};
const mendTones: Record<Notice['findings'][number]['mend'], Tone> = {
  mended: 'good',
  notMended: 'bad',
  recurred: 'bad',
  notMeasured: 'idle',
  upheld: 'good',
};

export const appealLabel = ({ state, stateTitle }: Pick<Appeal, 'state' | 'stateTitle'>): Label => ({
  text: stateTitle,
  tone: appealTones[state],
});

export function noticeLabel({
  state,
  stateTitle,
  levelTitle,
}: Pick<Notice, 'state' | 'stateTitle' | 'levelTitle'>): Label {
  return { text: levelTitle ? `${stateTitle}（${levelTitle}）` : stateTitle, tone: noticeTones[state] };
}

export const mendLabel = ({ mend, mendTitle }: Pick<Notice['findings'][number], 'mend' | 'mendTitle'>): Label => ({
  text: mendTitle,
  tone: mendTones[mend],
});

/** `剩 3 个工作日`, `今天是最后一日`; empty where nothing runs out. */
export function daysLeftText(daysLeft: number | null): string {
  if (daysLeft === null) return '';
  return daysLeft === 0 ? '今天是最后一日' : `剩 ${daysLeft} 个工作日`;
}

/** Until when a finding may be answered. */
export function windowText({
  isOpen,
  lastDay,
  daysLeft,
}: Pick<FindingWindow, 'isOpen' | 'lastDay' | 'daysLeft'>): string {
  if (lastDay === null) return '可申诉或说明';
  return isOpen ? `可申诉或说明至 ${lastDay}（${daysLeftText(daysLeft)}）` : `申诉期限已过（${lastDay}）`;
}
