import { Decimal } from 'decimal.js';

/** Points are exact decimals in steps of 0.01, half up, as real schemes print them; never binary floats. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

export type Points = Decimal;

/** A number of points from its written form, e.g. `points('0.25')`. */
export function points(value: string | number | Decimal): Points {
  if (typeof value !== 'string') return new Exact(value);
  // A rubric writes the same few figures for every unit, and decimals never change.
  const known = written.get(value);
  if (known) return known;
  const read = new Exact(value);
  if (written.size >= mostWritten) written.clear();
  written.set(value, read);
  return read;
}

const written = new Map<string, Points>();
const mostWritten = 1000;

/** `part / whole` as an exact decimal; the caller makes sure that `whole` is not zero. */
export function share(part: number | Decimal, whole: number | Decimal): Points {
  return new Exact(part).div(whole);
}

/** Rounded to 0.01 and written without trailing zeros: `8.5`, `100`, `0`. */
export function printPoints(value: Points): string {
  return (value.decimalPlaces() <= 2 ? value : value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)).toString();
}

/** A share as a percentage with at most one decimal: `66.7`. */
export function printPercent(value: Points): string {
  return value.times(100).toDecimalPlaces(1, Decimal.ROUND_HALF_UP).toString();
}

/** How a figure is rounded: 四舍五入, 四舍六入五成双, 舍去尾数. */
export type RoundingMode = 'halfUp' | 'halfEven' | 'down';

const modes = { halfUp: Decimal.ROUND_HALF_UP, halfEven: Decimal.ROUND_HALF_EVEN, down: Decimal.ROUND_DOWN } as const;

export function roundPoints(value: Points, digits: number, mode: RoundingMode = 'halfUp'): Points {
  return value.toDecimalPlaces(digits, modes[mode]);
}

export function sumPoints(values: readonly (Points | string)[]): Points {
  return values.reduce<Points>((sum, value) => sum.plus(value), new Exact(0));
}
