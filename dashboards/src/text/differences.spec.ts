import { expect, it } from 'vitest';
import { differences } from './differences.js';

it('tells what changed field by field, in the words of the reader', () => {
  expect(
    differences(
      { displayName: '李四', role: 'assessor', unit: { id: 'u1', name: '县教体局' }, disabled: false },
      { displayName: '李四', role: 'leader', unit: null, disabled: true },
    ),
  ).toEqual([
    { name: '姓名', before: '李四', after: '李四', kind: 'same' },
    { name: '角色', before: '评估人员', after: '领导', kind: 'changed' },
    { name: '单位 · 编号', before: 'u1', after: '—', kind: 'removed' },
    { name: '单位 · 名称', before: '县教体局', after: '—', kind: 'removed' },
    { name: '停用', before: '否', after: '是', kind: 'changed' },
    { name: '单位', before: '—', after: '（空）', kind: 'added' },
  ]);
});

it.each([
  [null, { name: 'x' }, [{ name: '名称', before: '—', after: 'x', kind: 'added' }]],
  [{ name: 'x' }, null, [{ name: '名称', before: 'x', after: '—', kind: 'removed' }]],
  ['甲', '乙', [{ name: '内容', before: '甲', after: '乙', kind: 'changed' }]],
  [
    null,
    { list: [], signs: ['a'] },
    [
      { name: 'list', before: '—', after: '（无）', kind: 'added' },
      { name: 'signs · 第 1 项', before: '—', after: 'a', kind: 'added' },
    ],
  ],
  [null, { name: 'x', disabledAt: null }, [{ name: '名称', before: '—', after: 'x', kind: 'added' }]],
  [
    { disabledAt: null },
    { disabledAt: '2026-11-21T20:34:26.915Z' },
    [{ name: '停用时刻', before: '（空）', after: '2026年11月22日 04:34:26', kind: 'changed' }],
  ],
  [null, null, []],
  [undefined, undefined, []],
])('%j → %j', (before, after, expected) => {
  expect(differences(before, after)).toEqual(expected);
});
