import type { EChartsCoreOption } from 'echarts/core';
import { fontFamily, palette, twoLines } from './palette.js';

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
): EChartsCoreOption {
  return {
    textStyle: { fontFamily, color: palette.ink },
    animation: false,
    grid: { left: 40, right: 24, top: 28, bottom: 48 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value} 分` : '未测度'),
    },
    xAxis: {
      type: 'category',
      data: history.map(({ period }) => title(period)),
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { fontSize: 12, color: palette.muted, hideOverlap: true, lineHeight: 16, formatter: twoLines },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: { fontSize: 12, color: palette.muted },
    },
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
