import type { EChartsCoreOption } from 'echarts/core';
import type { ChartTable } from './chart-table.js';
import { chartBase, escapeMarkup, periodAxis, tooltipStyle, type Palette } from './palette.js';

/** A unit's place among those of its kind, period by period; null where it had none. */
export interface PlacesOfUnit {
  name: string;
  places: (number | null)[];
}

/** A unit's place in one period. */
export interface Place {
  organisation: string;
  period: string;
  rank: number | null;
}

const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];
const dashes = ['solid', 'dashed', 'dotted'] as const;

/** Places gathered by unit, the order of `units` kept. */
export function placesByUnit(
  units: { organisation: string; name: string }[],
  periods: string[],
  places: Place[],
): PlacesOfUnit[] {
  const rankOf = new Map(places.map(({ organisation, period, rank }) => [`${organisation} ${period}`, rank]));
  return units.map(({ organisation, name }) => ({
    name,
    places: periods.map((period) => rankOf.get(`${organisation} ${period}`) ?? null),
  }));
}

/** More places than these are not drawn below each other: a province's units fall by hundreds. */
const mostPlaces = 40;

/** The places that are drawn: all of them, or those about where these units stand now. */
export function placesDrawn(units: PlacesOfUnit[]): { first: number; last: number; isAll: boolean } {
  const all = units.flatMap(({ places }) => places.filter((place) => place !== null));
  const lowest = Math.max(2, ...all);
  if (lowest <= mostPlaces) return { first: 1, last: lowest, isAll: true };
  const now = units.flatMap(({ places }) => places.at(-1) ?? []);
  const from = now.length > 0 ? now : all;
  let [first, last] = [Math.min(...from), Math.max(...from)];
  const away = (place: number) => Math.max(first - place, place - last);
  for (const place of [...all].sort((one, other) => away(one) - away(other))) {
    const [higher, lower] = [Math.min(first, place), Math.max(last, place)];
    if (lower - higher < mostPlaces) [first, last] = [higher, lower];
  }
  return { first, last: Math.max(last, first + 1), isAll: all.every((place) => place >= first && place <= last) };
}

/** CSS pixels that keep the names at the right apart. */
export function bumpHeight(units: PlacesOfUnit[]): number {
  const { first, last } = placesDrawn(units);
  return Math.max(220, 76 + (last - first + 1) * 34);
}

/** Lines of places, the first at the top; null below two periods, between which nothing can move. */
export function bumpOption(
  units: PlacesOfUnit[],
  periods: string[],
  title: (period: string) => string,
  palette: Palette,
): EChartsCoreOption | null {
  if (periods.length < 2 || units.every(({ places }) => places.every((place) => place === null))) return null;
  const { first, last } = placesDrawn(units);
  return {
    ...chartBase(palette),
    grid: { left: 36, right: 176, top: 16, bottom: 48 },
    tooltip: {
      ...tooltipStyle(palette),
      formatter: ({ seriesName, name, value }: { seriesName: string; name: string; value: number }) =>
        `${escapeMarkup(seriesName)}<br>${escapeMarkup(name)}：第 <b>${value}</b> 名`,
    },
    xAxis: { ...periodAxis(periods.map(title), palette), boundaryGap: false },
    yAxis: {
      type: 'value',
      inverse: true,
      min: first,
      max: last,
      minInterval: 1,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: { fontSize: 12, color: palette.muted },
    },
    series: units.map(({ name, places }, index) => {
      const color = palette.series[index % palette.series.length];
      return {
        type: 'line',
        name,
        data: places,
        connectNulls: false,
        symbol: symbols[index % symbols.length],
        symbolSize: 10,
        itemStyle: { color },
        lineStyle: { width: 2.5, color, type: dashes[Math.floor(index / palette.series.length) % dashes.length] },
        emphasis: { focus: 'series' },
        endLabel: {
          show: true,
          formatter: `{c} ${name}`,
          color: palette.ink,
          fontSize: 12,
          distance: 8,
          width: 158,
          overflow: 'truncate',
        },
      };
    }),
  };
}

export function bumpTable(units: PlacesOfUnit[], periods: string[], title: (period: string) => string): ChartTable {
  return {
    head: ['单位', ...periods.map(title), '升降'],
    rows: units.map(({ name, places }) => [
      name,
      ...places.map((place) => (place === null ? '未排名' : String(place))),
      movement(places),
    ]),
  };
}

/** `升 2 位` from the last period but one to the last. */
export function movement(places: (number | null)[]): string {
  const [before, now] = [places.at(-2) ?? null, places.at(-1) ?? null];
  if (before === null || now === null) return '—';
  if (before === now) return '未变';
  return before > now ? `升 ${before - now} 位` : `降 ${now - before} 位`;
}
