import type { EChartsCoreOption } from 'echarts/core';
import type { CatalogueCoverage, FieldStanding } from '../api/types.js';
import type { ChartTable } from './chart-table.js';
import type { HeatClass } from './heat-class.js';
import { chartBase, escapeMarkup, hatching, tooltipStyle, type Palette } from './palette.js';

/** How each standing is called, what stands in its cell, and the class of the heat map whose colour it has. */
export const standingWords: Record<FieldStanding, { text: string; mark: string; heat: HeatClass }> = {
  covered: { text: '已编', mark: '✓', heat: 'full' },
  lacking: { text: '缺少', mark: '✕', heat: 'none' },
  doubtful: { text: '待核', mark: '?', heat: 'needsReview' },
  notMeasured: { text: '未测', mark: '–', heat: 'notMeasured' },
  notAsked: { text: '不要求', mark: '', heat: 'notApplicable' },
};
const standings = Object.keys(standingWords) as FieldStanding[];

const left = 178;
const headHeight = 132;

export function coverageSize({ fields, units }: CatalogueCoverage): { width: number; height: number } {
  return { width: left + fields.length * 34, height: headHeight + units.length * 30 + 12 };
}

/** Units by fields, each cell with a mark of its own; null where no catalogue is asked for. */
export function coverageOption({ fields, units }: CatalogueCoverage, palette: Palette): EChartsCoreOption | null {
  if (fields.length === 0 || units.length === 0) return null;
  return {
    ...chartBase(palette),
    grid: { left, right: 8, top: headHeight, bottom: 8 },
    tooltip: {
      ...tooltipStyle(palette),
      formatter: ({ data: { value } }: { data: { value: [number, number, number] } }) => {
        const [x, y, standing] = value;
        const word = standings[standing];
        return `${escapeMarkup(units[y]?.name ?? '')}<br>${escapeMarkup(fields[x] ?? '')}：<b>${word ? standingWords[word].text : ''}</b>`;
      },
    },
    xAxis: {
      type: 'category',
      position: 'top',
      data: fields,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0, rotate: 60, width: 132, overflow: 'truncate', fontSize: 12, color: palette.ink },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: units.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0, width: 166, overflow: 'truncate', fontSize: 13, color: palette.ink },
    },
    visualMap: {
      type: 'piecewise',
      show: false,
      dimension: 2,
      pieces: standings.map((standing, value) => ({ value, color: palette.heat[standingWords[standing].heat] })),
    },
    series: [
      {
        type: 'heatmap',
        data: units.flatMap((unit, y) => unit.standings.map((standing, x) => cell(standing, x, y, palette))),
        itemStyle: { borderColor: palette.paper, borderWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: palette.ink } },
      },
    ],
  };
}

function cell(standing: FieldStanding, x: number, y: number, palette: Palette) {
  const isDark = standing === 'covered' || standing === 'lacking';
  return {
    value: [x, y, standings.indexOf(standing)],
    label: { show: true, formatter: standingWords[standing].mark, color: isDark ? palette.onHeat : palette.ink },
    itemStyle: { decal: standing === 'notMeasured' ? hatching(palette) : { symbol: 'none' } },
  };
}

/** A row for each field: how many units have it, and which do not. */
export function coverageTable({ fields, units }: CatalogueCoverage): ChartTable {
  const named = (x: number, standing: FieldStanding) =>
    units.filter((unit) => unit.standings[x] === standing).map(({ name }) => name);
  return {
    head: ['领域', '已编', '缺少', '待核', '未测'],
    rows: fields.map((field, x) => [
      field,
      String(named(x, 'covered').length),
      ...(['lacking', 'doubtful', 'notMeasured'] as const).map((standing) => named(x, standing).join('、') || '—'),
    ]),
  };
}

/** How many cells have each standing, those without any left out. */
export function coverageCounts({ units }: CatalogueCoverage): { standing: FieldStanding; count: number }[] {
  return standings
    .map((standing) => ({
      standing,
      count: units.reduce((sum, unit) => sum + unit.standings.filter((one) => one === standing).length, 0),
    }))
    .filter(({ count }) => count > 0);
}
