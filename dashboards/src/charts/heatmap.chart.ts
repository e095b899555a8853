import type { EChartsCoreOption } from 'echarts/core';
import type { HeatCell, HeatItem } from '../api/types.js';
import type { ChartTable } from './chart-table.js';
import { darkClasses, heatClass, heatClasses, heatLabels, heatText, type HeatClass } from './heat-class.js';
import { chartBase, escapeMarkup, hatching, tooltipStyle, type Palette } from './palette.js';

/** A unit and its cells. */
export interface HeatRow {
  organisation: string;
  name: string;
  cells: HeatCell[];
}

/** Cells gathered by unit, in the order of the ranking. */
export function heatRows(units: readonly { organisation: string; name: string }[], cells: HeatCell[]): HeatRow[] {
  const byUnit = new Map<string, HeatCell[]>();
  for (const cell of cells) {
    const known = byUnit.get(cell.organisation);
    if (known) known.push(cell);
    else byUnit.set(cell.organisation, [cell]);
  }
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
export function heatMapOption(items: HeatItem[], rows: HeatRow[], palette: Palette): EChartsCoreOption {
  const place = new Map(items.map(({ id }, index) => [id, index]));
  const data = rows.flatMap(({ cells }, y) =>
    cells.flatMap((cell) => {
      const x = place.get(cell.item);
      return x === undefined ? [] : [point(cell, x, y, palette)];
    }),
  );
  return {
    ...chartBase(palette),
    grid: { left: 178, right: 8, top: headHeight, bottom: 8 },
    tooltip: {
      ...tooltipStyle(palette),
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
        itemStyle: { borderColor: palette.paper, borderWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: palette.ink } },
      },
    ],
  };
}

/** The same cells in words. */
export function heatTable(items: HeatItem[], rows: HeatRow[]): ChartTable {
  return {
    head: ['单位', ...items.map(({ title }) => title)],
    rows: rows.map(({ name, cells }) => [
      name,
      ...items.map(({ id }) => {
        const cell = cells.find(({ item }) => item === id);
        return cell ? heatText(cell) : '不适用';
      }),
    ]),
  };
}

function point(cell: HeatCell, x: number, y: number, palette: Palette) {
  const kind = heatClass(cell);
  const color = darkClasses.includes(kind) ? palette.onHeat : palette.ink;
  return {
    value: [x, y, heatClasses.indexOf(kind)],
    label: { show: true, formatter: heatText(cell), color, fontSize: 12 },
    itemStyle: { decal: decal(kind, palette) },
  };
}

function decal(kind: HeatClass, palette: Palette) {
  if (kind === 'notMeasured') return hatching(palette);
  if (kind !== 'needsReview') return { symbol: 'none' };
  return { symbol: 'circle', symbolSize: 0.6, dashArrayX: [[6, 6]], dashArrayY: [6, 6], color: palette.hatch };
}

function tooltip(item: HeatItem | undefined, row: HeatRow | undefined): string {
  const cell = row?.cells.find((one) => one.item === item?.id);
  if (!item || !row || !cell) return '';
  const kind = heatClass(cell);
  const figure =
    cell.points === null || ['needsReview', 'notMeasured', 'notApplicable', 'error'].includes(kind)
      ? heatLabels[kind]
      : `${Number(cell.points)} / ${Number(cell.counted)} 分（${heatLabels[kind]}）`;
  return `${escapeMarkup(row.name)}<br>${escapeMarkup(item.title)}：<b>${figure}</b>`;
}
