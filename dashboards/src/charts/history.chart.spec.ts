import { expect, it } from 'vitest';
import { periodTitle } from '../text/figures.js';
import { expectGolden, namedPalette } from './golden.fixture.js';
import { historyOption, historyTable } from './history.chart.js';

it('leaves a gap for a period without a score', async () => {
  const history = [
    { period: '2022Q3', score: null, rank: null },
    { period: '2022Q4', score: '78.50', rank: 2 },
  ];
  const { series, yAxis } = historyOption(history, 120, (period) => period, namedPalette) as {
    series: { data: (number | null)[]; connectNulls: boolean }[];
    yAxis: { max: number };
  };
  expect(series[0]).toMatchObject({ data: [null, 78.5], connectNulls: false });
  expect(yAxis.max).toBe(120);
  await expectGolden('history', historyOption(history, 120, periodTitle, namedPalette));
  expect(historyTable(history, periodTitle).rows).toEqual([
    ['2022年第三季度', '未评分', '—'],
    ['2022年第四季度', '78.50', '2'],
  ]);
});
