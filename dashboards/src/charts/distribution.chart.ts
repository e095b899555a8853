import type { EChartsCoreOption } from 'echarts/core';
import type { ChartTable } from './chart-table.js';
import { chartBase, escapeMarkup, hatching, tooltipStyle, valueAxis, type Palette } from './palette.js';

/** Units of one band of scores. */
export interface ScoreBand {
  title: string;
  /** Not scored: drawn apart. */
  unscored: boolean;
  units: string[];
}

interface Scored {
  name: string;
  score: string | null;
}

const steps = 10;

/**
 * Units by tenths of full marks, the lowest first, from the first band that holds a unit up; marks beyond the full ones, by
 * bonus, stand in a band of their own, and units without a score in the last.
 * @param full full marks.
 */
export function scoreBands(units: readonly Scored[], full: number): ScoreBand[] {
  const bandOf = (score: string) => Math.min(Math.max(Math.floor((Number(score) / full) * steps + 1e-9), 0), steps);
  // Full marks themselves belong to the band below them.
  const placeOf = (score: string) => (Number(score) === full ? steps - 1 : bandOf(score));
  const scored = units.filter((one): one is { name: string; score: string } => one.score !== null);
  const unscored = units.filter(({ score }) => score === null).map(({ name }) => name);
  const places = scored.map(({ score }) => placeOf(score));
  const first = Math.min(...places, steps - 1);
  const last = Math.max(...places, steps - 1);
  const bands = Array.from({ length: last - first + 1 }, (_, index) => ({
    title: bandTitle(first + index, full),
    unscored: false,
    units: scored.filter(({ score }) => placeOf(score) === first + index).map(({ name }) => name),
  }));
  if (scored.length === 0) return unscored.length ? [{ title: '不评分', unscored: true, units: unscored }] : [];
  return unscored.length ? [...bands, { title: '不评分', unscored: true, units: unscored }] : bands;
}

function bandTitle(place: number, full: number): string {
  const marks = (share: number) => String(Number(((share / steps) * full).toFixed(2)));
  return place >= steps ? `超过 ${marks(steps)}` : `${marks(place)}—${marks(place + 1)}`;
}

/** Bars of counts, the count above each; null without units. */
export function distributionOption(bands: ScoreBand[], palette: Palette): EChartsCoreOption | null {
  if (bands.length === 0) return null;
  return {
    ...chartBase(palette),
    grid: { left: 40, right: 12, top: 32, bottom: 48 },
    tooltip: {
      ...tooltipStyle(palette),
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const band = bands[dataIndex];
        return band
          ? `${band.title}：<b>${band.units.length}</b> 个<br>${band.units.map(escapeMarkup).join('<br>')}`
          : '';
      },
    },
    xAxis: {
      type: 'category',
      name: '分',
      nameLocation: 'middle',
      nameGap: 28,
      data: bands.map(({ title }) => title),
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { interval: 0, fontSize: 12, color: palette.muted },
    },
    yAxis: { ...valueAxis(palette), minInterval: 1, name: '单位数', nameTextStyle: { color: palette.muted } },
    series: [
      {
        type: 'bar',
        barMaxWidth: 56,
        data: bands.map(({ units, unscored }) => ({
          value: units.length,
          itemStyle: unscored
            ? { color: palette.heat.notMeasured, borderColor: palette.muted, decal: hatching(palette) }
            : { color: palette.brand },
        })),
        label: { show: true, position: 'top', color: palette.ink, fontSize: 13 },
      },
    ],
  };
}

export function distributionTable(bands: ScoreBand[]): ChartTable {
  return {
    head: ['得分', '单位数', '单位'],
    rows: bands.map(({ title, units }) => [title, String(units.length), units.join('、') || '—']),
  };
}
