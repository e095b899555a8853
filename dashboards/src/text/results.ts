import type { ComparableResult } from '../api/types.js';

/** Periods are compared with periods of their kind: years, halves, quarters, months, weeks. */
function kindOf(period: string): string {
  return period.replace(/\d/g, '0');
}

/** The result that another is usually set beside: the standing one of the period of its kind before it; null where there is none. */
export function resultBefore(results: readonly ComparableResult[], after: ComparableResult): ComparableResult | null {
  const earlier = results.filter(
    ({ latest, period, asOf }) =>
      latest && period !== after.period && kindOf(period) === kindOf(after.period) && asOf <= after.asOf,
  );
  return earlier.reduce<ComparableResult | null>((best, one) => (best && best.asOf >= one.asOf ? best : one), null);
}
