import type { LetterheadContent, WordedChange } from '../api/types.js';

type TextOf = Exclude<keyof LetterheadContent, 'inUse'>;

/** What a letterhead is made of, in the order of the page. */
export const letterheadFields: readonly { name: TextOf; title: string; hint: string; most: number }[] = [
  { name: 'issuer', title: '发文机关', hint: '标题和正文所称，如 云岭县人民政府办公室', most: 30 },
  { name: 'heading', title: '发文机关标志（红头）', hint: '如 云岭县人民政府办公室文件，至多 20 字', most: 20 },
  { name: 'code', title: '机关代字', hint: '如 云政办发；字号为 代字〔年份〕序号', most: 20 },
  { name: 'recipients', title: '主送', hint: '如 各乡镇人民政府，县政府各部门', most: 300 },
  { name: 'copyTo', title: '抄送（可不填）', hint: '印在版记', most: 300 },
  { name: 'signature', title: '署名', hint: '印在成文日期之上', most: 30 },
  { name: 'printedBy', title: '印发机关', hint: '印在版记，印发日期之左', most: 30 },
  { name: 'contact', title: '联系方式（可不填）', hint: '如 政务公开科及其电话', most: 60 },
  { name: 'publicNote', title: '公开说明（可不填）', hint: '如（此件公开发布）', most: 60 },
];

export const blankLetterhead: Readonly<LetterheadContent> = {
  ...{ issuer: '', heading: '', code: '', recipients: '', copyTo: '', signature: '', printedBy: '', contact: '' },
  ...{ publicNote: '（此件公开发布）', inUse: true },
};

/** Where two versions differ, field by field. */
export function letterheadChanges(before: LetterheadContent, after: LetterheadContent): WordedChange[] {
  const told = (text: string): string => text.trim() || '（没有）';
  const use = ({ inUse }: LetterheadContent): string => (inUse ? '可以选用' : '停用');
  const texts = letterheadFields.map(({ name, title }) => ({
    ...{ place: title.replace(/（.*/, ''), before: told(before[name]), after: told(after[name]) },
  }));
  return [...texts, { place: '起草时', before: use(before), after: use(after) }].filter(
    (change) => change.before !== change.after,
  );
}
