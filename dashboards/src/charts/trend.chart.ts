import type { EChartsCoreOption } from 'echarts/core';
import type { TrendPoint } from '../api/types.js';
import { headlineRates } from '../text/headline.js';
import type { ChartTable } from './chart-table.js';
import { chartBase, periodAxis, tooltipStyle, valueAxis, type Palette } from './palette.js';

/** Lines of the trend; each has a symbol and a dash of its own, readable without colour and in print. */
export const trendLines = [
  { key: null, name: '平均得分', unit: '分', symbol: 'circle', dash: 'solid' },
  { key: headlineRates[0].indicator, name: headlineRates[0].title, unit: '%', symbol: 'rect', dash: [6, 3] },
  { key: headlineRates[1].indicator, name: headlineRates[1].title, unit: '%', symbol: 'triangle', dash: [2, 3] },
  { key: headlineRates[2].indicator, name: headlineRates[2].title, unit: '%', symbol: 'diamond', dash: [10, 4, 2, 4] },
] as const;

export type TrendLine = (typeof trendLines)[number];

/** Lines for which at least one period has a figure. */
export function drawnLines(trend: TrendPoint[]): TrendLine[] {
  return trendLines.filter((line) => trend.some((point) => trendFigure(point, line) !== null));
}

/** Points or per cent; null where nothing was measured. */
export function trendFigure(point: TrendPoint, { key }: TrendLine): number | null {
  if (key === null) return point.averageScore === null ? null : Number(point.averageScore);
  const rate = point.rates.find(({ indicator }) => indicator === key);
  return rate === undefined || rate.of === 0 ? null : Number(((rate.measured / rate.of) * 100).toFixed(1));
}

/** Averages over the periods, shares in per cent; a period without a figure leaves a gap and is not drawn as nought. */
export function trendOption(
  trend: TrendPoint[],
  title: (period: string) => string,
  palette: Palette,
): EChartsCoreOption {
  return {
    ...chartBase(palette),
    color: [...palette.series],
    grid: { left: 40, right: 20, top: 20, bottom: 92 },
    legend: { bottom: 0, itemGap: 14, itemWidth: 28, textStyle: { fontSize: 13, color: palette.ink } },
    tooltip: {
      trigger: 'axis',
      ...tooltipStyle(palette),
      valueFormatter: (value: unknown) => (typeof value === 'number' ? String(value) : '未测度'),
    },
    xAxis: periodAxis(
      trend.map(({ period }) => title(period)),
      palette,
    ),
    yAxis: { ...valueAxis(palette), max: 100, interval: 20 },
    series: drawnLines(trend).map((line) => ({
      type: 'line',
      name: `${line.name}（${line.unit}）`,
      data: trend.map((point) => trendFigure(point, line)),
      symbol: line.symbol,
      symbolSize: 8,
      connectNulls: false,
      lineStyle: { width: 2, type: line.dash },
    })),
  };
}

export function trendTable(trend: TrendPoint[], title: (period: string) => string): ChartTable {
  const lines = drawnLines(trend);
  return {
    head: ['评估周期', ...lines.map(({ name, unit }) => `${name}（${unit}）`)],
    rows: trend.map((point) => [
      title(point.period),
      ...lines.map((line) => String(trendFigure(point, line) ?? '未测度')),
    ]),
  };
}
