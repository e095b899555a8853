import { expect, it } from 'vitest';
import type { ScoreNode } from '../api/types.js';
import { expectGolden, namedPalette } from './golden.fixture.js';
import { radarAxes, radarOption, radarTable } from './radar.chart.js';

const node = (title: string, points: string | null, counted: string, children: ScoreNode[] = []): ScoreNode => ({
  id: title,
  title,
  kind: children.length ? 'group' : 'item',
  max: '10',
  counted,
  before: points,
  points,
  rule: '',
  reason: '',
  findings: [],
  children,
});

it('takes the groups and leaves out what could not be measured', () => {
  const tree = node('总分', '20', '30', [
    node('主动公开', '8', '10'),
    node('公开平台', '5', '10'),
    node('政策解读', null, '0'),
    node('年度报告', '10', '10'),
  ]);
  expect(radarAxes(tree)).toEqual({
    axes: [
      { title: '主动公开', share: 80 },
      { title: '公开平台', share: 50 },
      { title: '年度报告', share: 100 },
    ],
    leftOut: ['政策解读'],
  });
});

it('takes the items where there are fewer than three groups', () => {
  const tree = node('总分', '20', '30', [
    node('一', '8', '20', [node('甲', '8', '10'), node('乙', '0', '10')]),
    node('二', '5', '10'),
  ]);
  expect(radarAxes(tree).axes.map(({ title }) => title)).toEqual(['甲', '乙', '二']);
});

it('draws nothing below three axes', async () => {
  const axes = ['甲', '乙', '丙'].map((title) => ({ title, share: 50 }));
  expect(radarOption(axes.slice(0, 2), '云岭县', namedPalette)).toBeNull();
  const { radar } = radarOption(
    [...axes, { title: '一个长过十四个字的评分项目名称应当折行', share: 7.5 }],
    '云岭县',
    namedPalette,
  ) as {
    radar: { indicator: { name: string }[] };
  };
  expect(radar.indicator.map(({ name }) => name)).toEqual([
    '甲\n50%',
    '乙\n50%',
    '丙\n50%',
    '一个长过十四个\n字的评分项目…\n7.5%',
  ]);
  await expectGolden('radar', radarOption(axes, '云岭县', namedPalette));
  expect(radarTable(axes).rows[0]).toEqual(['甲', '50%']);
});
