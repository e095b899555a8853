import type { EChartsCoreOption } from 'echarts/core';
import type { ScoreNode } from '../api/types.js';
import type { ChartTable } from './chart-table.js';
import { chartBase, tooltipStyle, type Palette } from './palette.js';

export interface RadarAxis {
  title: string;
  /** Points over the points that counted, 0–100. */
  share: number;
}

/**
 * Axes of a unit's radar: the groups of its score tree, or the items where there are fewer than three groups. What could not
 * be measured has no axis: drawn at nought it would look like a fault.
 */
export function radarAxes(tree: ScoreNode): { axes: RadarAxis[]; leftOut: string[] } {
  const groups = tree.children;
  const nodes =
    groups.length >= 3 ? groups : groups.flatMap((group) => (group.children.length ? group.children : [group]));
  const measured = nodes.filter(isMeasured);
  return {
    axes: measured.map(({ title, points, counted }) => ({
      title,
      share: Number(((Number(points) / Number(counted)) * 100).toFixed(1)),
    })),
    // Bonus, malus and what units below bring in are no part of the full marks: no axis, and nothing amiss.
    leftOut: nodes.filter(({ points }) => points === null).map(({ title }) => title),
  };
}

/** Null below three axes, where a radar says nothing. */
export function radarOption(axes: RadarAxis[], name: string, palette: Palette): EChartsCoreOption | null {
  if (axes.length < 3) return null;
  return {
    ...chartBase(palette),
    tooltip: tooltipStyle(palette),
    radar: {
      radius: '66%',
      center: ['50%', '52%'],
      indicator: axes.map(({ title, share }) => ({ name: `${wrap(title)}\n${share}%`, max: 100 })),
      axisName: { color: palette.ink, fontSize: 12, lineHeight: 16 },
      splitNumber: 4,
      splitArea: { areaStyle: { color: [palette.paper, palette.shade] } },
      splitLine: { lineStyle: { color: palette.line } },
      axisLine: { lineStyle: { color: palette.line } },
    },
    series: [
      {
        type: 'radar',
        data: [{ name, value: axes.map(({ share }) => share) }],
        symbolSize: 6,
        itemStyle: { color: palette.brand },
        lineStyle: { width: 2, color: palette.brand },
        areaStyle: { color: palette.brand, opacity: 0.15 },
      },
    ],
  };
}

export function radarTable(axes: RadarAxis[]): ChartTable {
  return { head: ['方面', '得分率'], rows: axes.map(({ title, share }) => [title, `${share}%`]) };
}

function isMeasured({ points, counted }: ScoreNode): boolean {
  return points !== null && Number(counted) > 0;
}

/** Two lines at most, so that names beside the radar do not run off a phone's screen. */
function wrap(title: string): string {
  const size = 7;
  if (title.length <= size) return title;
  const rest = title.slice(size);
  return `${title.slice(0, size)}\n${rest.length > size ? `${rest.slice(0, size - 1)}…` : rest}`;
}
