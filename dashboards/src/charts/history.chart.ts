import type { EChartsCoreOption } from 'echarts/core';
import type { ChartTable } from './chart-table.js';
import { chartBase, periodAxis, tooltipStyle, valueAxis, type Palette } from './palette.js';

export interface HistoryPoint {
  period: string;
  score: string | null;
  rank: number | null;
}

/** Score of one unit over the periods; a period below the floor of coverage leaves a gap. */
export function historyOption(
  history: HistoryPoint[],
  max: number,
  title: (period: string) => string,
  palette: Palette,
): EChartsCoreOption {
  return {
    ...chartBase(palette),
    grid: { left: 40, right: 24, top: 28, bottom: 48 },
    tooltip: {
      trigger: 'axis',
      ...tooltipStyle(palette),
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value} 分` : '未测度'),
    },
    xAxis: periodAxis(
      history.map(({ period }) => title(period)),
      palette,
    ),
    yAxis: { ...valueAxis(palette), max },
    series: [
      {
        type: 'line',
        name: '得分',
        data: history.map(({ score }) => (score === null ? null : Number(score))),
        symbol: 'circle',
        symbolSize: 8,
        connectNulls: false,
        label: { show: true, fontSize: 12, color: palette.ink },
        itemStyle: { color: palette.brand },
        lineStyle: { width: 2, color: palette.brand },
      },
    ],
  };
}

export function historyTable(history: HistoryPoint[], title: (period: string) => string): ChartTable {
  return {
    head: ['评估周期', '得分', '名次'],
    rows: history.map(({ period, score, rank }) => [
      title(period),
      score ?? '未评分',
      rank === null ? '—' : String(rank),
    ]),
  };
}
