import { expect, it } from 'vitest';
import { matchingUnits, unitTree } from './unit-tree.js';

const units = [
  { id: 'edu', name: '云岭县教育和体育局', parent: '云岭县' },
  { id: 'county', name: '云岭县', parent: null },
  { id: 'school', name: '第一中学', parent: '云岭县教育和体育局' },
  { id: 'town', name: '河湾镇', parent: '云岭县' },
  { id: 'stray', name: '驻县机构', parent: '别处' },
];

it('puts those below right behind those above, and nobody out', () => {
  expect(unitTree(units)).toEqual([
    { id: 'county', name: '云岭县', depth: 0 },
    { id: 'edu', name: '云岭县教育和体育局', depth: 1 },
    { id: 'school', name: '第一中学', depth: 2 },
    { id: 'town', name: '河湾镇', depth: 1 },
    { id: 'stray', name: '驻县机构', depth: 0 },
  ]);
});

it('keeps those above what is found', () => {
  const found = (words: string) => matchingUnits(unitTree(units), words).map(({ id }) => id);
  expect(found('中学')).toEqual(['county', 'edu', 'school']);
  expect(found(' 云岭 体育 ')).toEqual(['county', 'edu']);
  expect(found('没有')).toEqual([]);
  expect(found(' ')).toHaveLength(5);
});
