import type { IndicatorRate, Programme } from '../api/types.js';
import { rubricRows } from './programme.js';

/** The three figures that plans name first, by the indicators that measure them. */
export const headlineRates = [
  { indicator: 'published-in-time', title: '文件按时上网率', subjects: '件文件' },
  { indicator: 'columns-complete', title: '栏目完好率', subjects: '个栏目' },
  { indicator: 'interpretations-varied', title: '多样化解读占比', subjects: '件解读' },
] as const;

export function rateOf(rates: IndicatorRate[], indicator: string): IndicatorRate | null {
  return rates.find((rate) => rate.indicator === indicator) ?? null;
}

/** Change of a rate in percentage points, one place; null when either was not measured. */
export function rateChange(now: IndicatorRate | null, before: IndicatorRate | null): string | null {
  if (!now?.of || !before?.of) return null;
  return ((now.measured / now.of - before.measured / before.of) * 100).toFixed(1);
}

/** Share of varied interpretations that the programme asks for in the year of the period; null when it asks for none. */
export function variedThreshold(programme: Programme, period: string): number | null {
  const year = Number(period.slice(0, 4));
  const items = rubricRows(programme.rubric.groups).flatMap(({ item }) => item ?? []);
  const rows = items.find(({ indicator }) => indicator === 'interpretations-varied')?.params.thresholds;
  if (!Array.isArray(rows)) return null;
  const inForce = rows.filter(isThreshold).filter(({ fromYear }) => fromYear <= year);
  const latest = inForce.sort((one, other) => one.fromYear - other.fromYear).at(-1);
  return latest === undefined ? null : Number(latest.atLeast);
}

function isThreshold(row: unknown): row is { fromYear: number; atLeast: string | number } {
  const { fromYear, atLeast } = (row ?? {}) as { fromYear?: unknown; atLeast?: unknown };
  return typeof fromYear === 'number' && Number.isFinite(Number(atLeast));
}
