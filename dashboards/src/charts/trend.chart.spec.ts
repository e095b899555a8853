import { expect, it } from 'vitest';
import type { TrendPoint } from '../api/types.js';
import { periodTitle } from '../text/figures.js';
import { expectGolden, namedPalette } from './golden.fixture.js';
import { drawnLines, trendOption, trendTable } from './trend.chart.js';

const point = (period: string, averageScore: string | null, measured: number, of: number): TrendPoint => ({
  period,
  asOf: '2022-12-31',
  averageScore,
  rates: [
    { indicator: 'published-in-time', title: '按时', measured, of, unmeasured: 0, passed: 0, failed: 0, undecided: 0 },
  ],
});

it('draws shares in per cent, leaves gaps where nothing was measured and lines out that have no figure at all', async () => {
  const trend = [point('2022Q3', null, 2, 3), point('2022Q4', '78.35', 0, 0)];
  expect(drawnLines(trend).map(({ name }) => name)).toEqual(['平均得分', '文件按时上网率']);
  const { series, xAxis } = trendOption(trend, periodTitle, namedPalette) as {
    series: { name: string; data: (number | null)[]; connectNulls: boolean }[];
    xAxis: { data: string[] };
  };
  expect(xAxis.data).toEqual(['2022年第三季度', '2022年第四季度']);
  expect(series.map(({ name, data }) => [name, data])).toEqual([
    ['平均得分（分）', [null, 78.35]],
    ['文件按时上网率（%）', [66.7, null]],
  ]);
  expect(trendTable(trend, periodTitle)).toEqual({
    head: ['评估周期', '平均得分（分）', '文件按时上网率（%）'],
    rows: [
      ['2022年第三季度', '未测度', '66.7'],
      ['2022年第四季度', '78.35', '未测度'],
    ],
  });
  await expectGolden('trend', trendOption(trend, periodTitle, namedPalette));
  expect(series.every(({ connectNulls }) => !connectNulls)).toBe(true);
});
