import type { LedgerState, NonpublicYear, Reexamination } from '../api/types.js';
import type { Label } from './labels.js';

export const ledgerStates: Record<LedgerState, Label> = {
  late: { text: '迟公开', tone: 'bad' },
  notFound: { text: '未找到', tone: 'bad' },
  ambiguous: { text: '待认定', tone: 'warn' },
  nonpublicShown: { text: '不公开而网站有', tone: 'warn' },
  notMeasured: { text: '未测', tone: 'idle' },
  published: { text: '已公开，时限未测', tone: 'info' },
  notDue: { text: '尚未到期', tone: 'idle' },
  onTime: { text: '已公开', tone: 'good' },
  nonpublic: { text: '不公开', tone: 'idle' },
};

export const reexaminationStates: Record<Reexamination['state'], Label> = {
  overdue: { text: '逾期未复核', tone: 'bad' },
  due: { text: '本年待复核', tone: 'warn' },
  opened: { text: '已定公开，网站未见', tone: 'warn' },
  shown: { text: '已转为公开', tone: 'good' },
  kept: { text: '本年已复核', tone: 'good' },
  later: { text: '下一年起复核', tone: 'idle' },
};

export const changes: Record<'new' | 'changed' | 'same', string> = { new: '新增', changed: '改动', same: '不变' };

/** “5 件中 2 件，40%，比上年上升”; a year without a ledger is not measured. */
export function shareText({ documents, onRequest, refused, share, trend }: NonpublicYear): string {
  if (documents === null || share === null) return '未测（没有这一年的台账）';
  const way = trend === null ? '' : `，${{ up: '比上年上升', down: '比上年下降', same: '与上年持平' }[trend]}`;
  return `${documents} 件中 ${onRequest + refused} 件，${share}%${way}`;
}
