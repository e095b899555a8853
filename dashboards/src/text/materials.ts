import type { Answer, MaterialField, MaterialState, MaterialVerdict } from '../api/types.js';
import type { Label } from './labels.js';

export const materialStates: Record<MaterialState, Label> = {
  none: { text: '未报送', tone: 'idle' },
  draft: { text: '草稿', tone: 'info' },
  sent: { text: '待审定', tone: 'info' },
  second: { text: '待第二人审定', tone: 'info' },
  differ: { text: '两人意见不一致', tone: 'warn' },
  returned: { text: '已退回', tone: 'warn' },
  meets: { text: '符合', tone: 'good' },
  fails: { text: '不符合', tone: 'bad' },
  notApplicable: { text: '不适用', tone: 'idle' },
  graded: { text: '已评等次', tone: 'good' },
};

export const materialVerdicts: Record<MaterialVerdict, string> = {
  meets: '符合',
  fails: '不符合',
  notApplicable: '不适用',
  graded: '评定等次',
  returned: '退回',
};

/** What a reviewer said, in a word. */
export function verdictText({ verdict, grade }: { verdict: MaterialVerdict; grade: string | null }): string {
  return grade === null ? materialVerdicts[verdict] : `“${grade}”`;
}

export const emptyAnswer = (): Answer => ({ words: '', files: [], person: null });

/** Kinds that take files, and what the choice of files offers. */
const files: Partial<Record<MaterialField['kind'], string>> = {
  material: '',
  file: '',
  photographs: '.jpg,.jpeg,.png',
  table: '.xlsx',
};
export const takesFiles = ({ kind }: MaterialField): boolean => kind in files;
export const acceptOf = ({ kind }: MaterialField): string => files[kind] ?? '';

/** What is to be filled in, behind the name of the field. */
export function hintOf({ kind, optional, atLeast, columns, note }: MaterialField): string {
  const parts = [
    hints[kind],
    ...(columns?.length ? [`须有列：${columns.join('、')}`] : []),
    ...(atLeast === undefined ? [] : [`方案要求不低于 ${atLeast}${kind === 'percentage' ? '％' : ''}`]),
    ...(note ? [note] : []),
    ...(optional ? ['可不填'] : []),
  ];
  return parts.filter((part) => part !== '').join('；');
}

const hints: Record<MaterialField['kind'], string> = {
  material: '填文字，或上传文件',
  text: '',
  date: '',
  number: '',
  percentage: '百分数，如 4.5',
  person: '',
  address: '网址，每行一个',
  file: '上传文件',
  photographs: '上传照片（JPG、PNG）',
  table: '上传表格（xlsx）',
};

/** The faults of a refusal, one a line, as the server joined them. */
export const faultLines = (message: string): string[] => message.split('；').filter((line) => line !== '');
