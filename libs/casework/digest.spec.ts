import { expect, it } from 'vitest';
import { officeDigest, type DigestFacts } from './digest.js';

const nothing: DigestFacts = { alarms: [], reviews: 0, appeals: [], materials: 0, overdue: [] };
const today = '2025-03-20';

it('says nothing where nothing waits', () => {
  expect(officeDigest(nothing, today)).toEqual([]);
});

it.each<[Partial<DigestFacts>, string]>([
  [{ alarms: ['按时上网：突变'] }, '1 条预警待查明，查明以前不能生成通报：按时上网：突变'],
  [{ reviews: 12 }, '12 个问题待复核'],
  [{ nonpublic: { due: 3, overdue: 0 } }, '3 份不公开文件本年待复核'],
  [{ nonpublic: { due: 3, overdue: 1 } }, '1 份不公开文件逾期未复核，3 份不公开文件本年待复核'],
  [{ materials: 3 }, '3 份佐证材料待审定'],
  [{ remarks: 2 }, '2 条公众意见待答复'],
  [{ appeals: [{ decideBy: null }] }, '1 件申诉、说明待办理'],
  [
    { appeals: [{ decideBy: '2025-03-25' }, { decideBy: '2025-03-20' }] },
    '2 件申诉、说明待办理，最早应在 2025-03-20 前办理',
  ],
  [
    { appeals: [{ decideBy: '2025-03-25' }, { decideBy: '2025-03-19' }] },
    '2 件申诉、说明待办理，其中 1 件已过应办日期',
  ],
  [{ overdue: [{ name: '云岭县教育局', notices: 1, levelTitle: '' }] }, '1 家单位整改逾期：云岭县教育局'],
  [
    { overdue: [{ name: '云岭县教育局', notices: 2, levelTitle: '督办' }] },
    '1 家单位整改逾期：云岭县教育局（2 份，督办）',
  ],
])('of %o', (facts, text) => {
  expect(officeDigest({ ...nothing, ...facts }, today)).toEqual([expect.objectContaining({ text })]);
});

it('says nothing of re-examinations where none waits', () => {
  expect(officeDigest({ ...nothing, nonpublic: { due: 0, overdue: 0 } }, today)).toEqual([]);
});

it('names five and counts all', () => {
  const overdue = Array.from({ length: 7 }, (_, n) => ({ name: `第${n + 1}局`, notices: 1, levelTitle: '' }));
  expect(officeDigest({ ...nothing, overdue }, today)[0]!.text).toBe(
    '7 家单位整改逾期：第1局、第2局、第3局、第4局、第5局等',
  );
});
