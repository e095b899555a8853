import { expect, it } from 'vitest';
import type { LocationQuery } from 'vue-router';
import { readScope, scopeAddress, scopeChoices, scopeTitle, unitsIn } from './unit-scope.js';

const unit = (organisation: string, level: string, parent: string | null) => ({
  ...{ organisation, name: `${organisation}名`, level, parent: parent && `${parent}名` },
});
const units = [
  unit('县', '县', null),
  unit('局', '县', '县'),
  unit('镇', '乡', '县'),
  unit('村', '村', '镇'),
  unit('外', '县', '没有的'),
  unit('圈甲', '村', '圈乙'),
  unit('圈乙', '村', '圈甲'),
];
const idsIn = (query: LocationQuery) => unitsIn(units, readScope(query)).map((one) => one.organisation);

it('tells which units an address means, and what they are called', () => {
  expect(idsIn({})).toHaveLength(units.length);
  expect(idsIn({ under: '县' })).toEqual(['县', '局', '镇', '村']);
  expect(idsIn({ under: '圈甲' })).toEqual(['圈甲', '圈乙']);
  expect(idsIn({ under: '没有的' })).toEqual([]);
  expect(idsIn({ level: '乡' })).toEqual(['镇']);
  expect(idsIn({ organisation: ['局', '村', ''] })).toEqual(['局', '村']);
  const asked: LocationQuery[] = [
    {},
    { under: '镇' },
    { level: '乡' },
    { organisation: '局' },
    { organisation: ['局', '村'] },
  ];
  expect(asked.map((query) => scopeTitle(units, readScope(query)))).toEqual([
    ...['全部单位', '镇名及下属单位', '乡级单位', '局名', '自选单位'],
  ]);
});

it('writes what it reads, and nothing where all are meant', () => {
  const asked: LocationQuery[] = [{}, { under: '县' }, { level: '乡' }, { organisation: ['局', '村'] }];
  for (const query of asked) expect(scopeAddress(readScope(query))).toEqual(query);
});

it('offers levels and units that have others below them, each with its number', () => {
  const { levels, parents } = scopeChoices(units);
  expect(levels).toEqual([
    { level: '县', count: 3 },
    { level: '乡', count: 1 },
    { level: '村', count: 3 },
  ]);
  expect(parents.map(({ id, count }) => [id, count])).toEqual([
    ['县', 4],
    ['镇', 2],
    ['圈甲', 2],
    ['圈乙', 2],
  ]);
});
