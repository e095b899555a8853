import type { EChartsCoreOption } from 'echarts/core';
import type { HeatCell, HeatItem } from '../api/types.js';
import { darkClasses, heatClass, heatClasses, heatLabels, heatText } from './heat-class.js';
import { fontFamily, palette } from './palette.js';

/** A unit and its cells. */
export interface HeatRow {
  organisation: string;
  name: string;
  cells: HeatCell[];
}

/** Cells gathered by unit, in the order of the ranking. */
export function heatRows(units: { organisation: string; name: string }[], cells: HeatCell[]): HeatRow[] {
  const byUnit = new Map<string, HeatCell[]>();
  for (const cell of cells) byUnit.set(cell.organisation, [...(byUnit.get(cell.organisation) ?? []), cell]);
  return units.map(({ organisation, name }) => ({ organisation, name, cells: byUnit.get(organisation) ?? [] }));
}

const cellHeight = 34;
const headHeight = 84;

export interface HeatMapSize {
  width: number;
  height: number;
}

/** Least size at which names and cells stay readable, in CSS pixels. */
export function heatMapSize(items: number, rows: number): HeatMapSize {
  return { width: 178 + items * 76, height: headHeight + rows * cellHeight + 12 };
}

/** Units by indicators. Cells without points carry a word and a hatching, so that colour never speaks alone. */
export function heatMapOption(items: HeatItem[], rows: HeatRow[]): EChartsCoreOption {
  const place = new Map(items.map(({ id }, index) => [id, index]));
  const data = rows.flatMap(({ cells }, y) =>
    cells.flatMap((cell) => {
      const x = place.get(cell.item);
      return x === undefined ? [] : [point(cell, x, y)];
    }),
  );
  return {
    textStyle: { fontFamily, color: palette.ink },
    animation: false,
    grid: { left: 178, right: 8, top: headHeight, bottom: 8 },
    tooltip: {
      confine: true,
      formatter: ({ data: { value } }: { data: { value: [number, number, number] } }) =>
        tooltip(items[value[0]], rows[value[1]]),
    },
    xAxis: {
      type: 'category',
      position: 'top',
      data: items.map(({ title }) => title),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        interval: 0,
        width: 72,
        overflow: 'break',
        fontSize: 12,
        lineHeight: 16,
        color: palette.ink,
        margin: 8,
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0, width: 166, overflow: 'truncate', fontSize: 13, color: palette.ink },
    },
    visualMap: {
      type: 'piecewise',
      show: false,
      dimension: 2,
      pieces: heatClasses.map((kind, value) => ({ value, color: palette.heat[kind], label: heatLabels[kind] })),
    },
    series: [
      {
        type: 'heatmap',
        data,
        itemStyle: { borderColor: '#fff', borderWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: palette.ink } },
      },
    ],
  };
}

function point(cell: HeatCell, x: number, y: number) {
  const kind = heatClass(cell);
  const color = darkClasses.includes(kind) ? '#fff' : palette.ink;
  return {
    value: [x, y, heatClasses.indexOf(kind)],
    label: { show: true, formatter: heatText(cell), color, fontSize: 12 },
    itemStyle: { decal: decals[kind as keyof typeof decals] ?? { symbol: 'none' } },
  };
}

const decals = {
  notMeasured: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 6], rotation: -0.8, color: '#c3ccd8' },
  needsReview: { symbol: 'circle', symbolSize: 0.6, dashArrayX: [[6, 6]], dashArrayY: [6, 6], color: '#ecd58a' },
};

function tooltip(item: HeatItem | undefined, row: HeatRow | undefined): string {
  const cell = row?.cells.find((one) => one.item === item?.id);
  if (!item || !row || !cell) return '';
  const kind = heatClass(cell);
  const figure =
    cell.points === null || ['needsReview', 'notMeasured', 'notApplicable', 'error'].includes(kind)
      ? heatLabels[kind]
      : `${Number(cell.points)} / ${Number(cell.counted)} 分（${heatLabels[kind]}）`;
  return `${escape(row.name)}<br>${escape(item.title)}：<b>${figure}</b>`;
}

/** Names come from outside; the tooltip is HTML. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
