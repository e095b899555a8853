import type { HeatCell } from '../api/types.js';

/** Into which class a cell of the heat map falls: by the share of full marks, or by why there are none. */
export const heatClasses = [
  'full',
  'high',
  'middle',
  'low',
  'none',
  'needsReview',
  'notMeasured',
  'notApplicable',
  'error',
] as const;
export type HeatClass = (typeof heatClasses)[number];

export const heatLabels: Record<HeatClass, string> = {
  full: '满分',
  high: '80% 以上',
  middle: '60%—80%',
  low: '不足 60%',
  none: '不得分',
  needsReview: '待核查',
  notMeasured: '未测度',
  notApplicable: '不适用',
  error: '系统出错',
};

/** Classes on whose colour the words must be white. */
export const darkClasses: readonly HeatClass[] = ['full', 'none', 'error'];

export function heatClass(cell: HeatCell): HeatClass {
  if (cell.outcome === 'error') return 'error';
  if (cell.outcome === 'notApplicable') return 'notApplicable';
  if (cell.outcome === 'needsReview') return 'needsReview';
  if (cell.outcome === null || cell.outcome === 'notMeasured' || cell.points === null) return 'notMeasured';
  if (Number(cell.counted) === 0) return 'notMeasured';
  const share = Number(cell.points) / Number(cell.counted);
  if (share >= 1) return 'full';
  if (share >= 0.8) return 'high';
  if (share >= 0.6) return 'middle';
  return share > 0 ? 'low' : 'none';
}

/** What stands in the cell: points, or a word where there are none. */
export function heatText(cell: HeatCell): string {
  const kind = heatClass(cell);
  if (kind === 'needsReview') return '待核';
  if (kind === 'notMeasured') return '未测';
  if (kind === 'notApplicable') return '不适用';
  if (kind === 'error') return '出错';
  return String(Number(cell.points));
}
