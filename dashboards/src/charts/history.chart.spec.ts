import { expect, it } from 'vitest';
import { historyOption } from './history.chart.js';

it('leaves a gap for a period without a score', () => {
  const history = [
    { period: '2022Q3', score: null, rank: null },
    { period: '2022Q4', score: '78.50', rank: 2 },
  ];
  const { series, yAxis } = historyOption(history, 120, (period) => period) as {
    series: { data: (number | null)[]; connectNulls: boolean }[];
    yAxis: { max: number };
  };
  expect(series[0]).toMatchObject({ data: [null, 78.5], connectNulls: false });
  expect(yAxis.max).toBe(120);
});
