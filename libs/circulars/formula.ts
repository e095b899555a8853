import { type Points, points, printPercent, printPoints, share } from '#kernel';
import type { Annex, AnnexId, AnnexRow, AnnexValue } from './annex-table.js';

/** Which rows of an annex count: every condition must hold. */
export type Condition = { column: string; is: AnnexValue[] } | { column: string; filled: boolean };

/** How a number follows from the annexes. A closed set, so that anyone can recompute it with a filter and a calculator. */
export type Formula =
  | { op: 'count'; table: AnnexId; where?: Condition[] }
  | { op: 'distinct' | 'sum' | 'mean' | 'max' | 'min'; table: AnnexId; column: string; where?: Condition[] }
  /** The number in the one row that the conditions leave. */
  | { op: 'cell'; table: AnnexId; column: string; where: Condition[] }
  | { op: 'ratio'; part: Formula; whole: Formula }
  /** Of the two as they are printed, so that a reader who subtracts printed numbers finds the same. */
  | { op: 'difference'; from: Formula; to: Formula };

/**
 * How a figure is printed. The words are for shares: 个别 for one and for at most a fifth, 部分 at most a half, 多数 more, 全部.
 * `shareWord`, by the share alone, stands in drafts that were frozen with it.
 */
export type FigureStyle = 'whole' | 'points' | 'distance' | 'percent' | 'shareWord' | 'extentWord' | 'trendWord';

/** Exact value of a formula, or null when there is nothing to compute it from. */
export function evaluate(formula: Formula, annex: Annex): Points | null {
  if (formula.op === 'ratio') {
    const part = evaluate(formula.part, annex);
    const whole = evaluate(formula.whole, annex);
    return part === null || whole === null || whole.isZero() ? null : share(part, whole);
  }
  if (formula.op === 'difference') {
    const from = evaluate(formula.from, annex);
    const to = evaluate(formula.to, annex);
    return from === null || to === null ? null : points(printPoints(to)).minus(printPoints(from));
  }
  const rows = rowsOf(annex, formula.table, formula.where ?? []);
  if (formula.op === 'count') return points(rows.length);
  if (formula.op === 'distinct') return points(new Set(rows.map((row) => row[formula.column])).size);
  const numbers = rows.map((row) => row[formula.column]).filter((value) => typeof value === 'number');
  if (formula.op === 'sum') return numbers.reduce((sum, value) => sum.plus(value), points(0));
  const [first] = numbers;
  if (first === undefined) return null;
  if (formula.op === 'cell') return numbers.length === 1 ? points(first) : null;
  if (formula.op === 'mean')
    return share(
      numbers.reduce((sum, value) => sum.plus(value), points(0)),
      numbers.length,
    );
  return points(formula.op === 'max' ? Math.max(...numbers) : Math.min(...numbers));
}

/** The figure as the text has it. @throws RangeError when the formula has no value, or one that the style cannot print. */
export function printFigure(formula: Formula, style: FigureStyle, annex: Annex): string {
  const value = evaluate(formula, annex);
  if (value === null) throw new RangeError(`附件中没有可供计算的数据：${JSON.stringify(formula)}`);
  if (style === 'percent') return `${printPercent(value)}%`;
  if (style === 'points') return printPoints(value);
  if (style === 'distance') return printPoints(value.abs());
  if (style === 'trendWord') return trendWord(value);
  if (style === 'shareWord') return shareWord(value);
  if (style === 'extentWord') return extentWord(value, formula, annex);
  if (!value.isInteger()) throw new RangeError(`应为整数：${value.toString()}`);
  return value.toString();
}

function shareWord(value: Points): string {
  if (value.lessThanOrEqualTo('0.2')) return '个别';
  return value.lessThanOrEqualTo('0.5') ? '部分' : '多数';
}

function extentWord(value: Points, formula: Formula, annex: Annex): string {
  if (value.equals(1)) return '全部';
  const isOne = formula.op === 'ratio' && evaluate(formula.part, annex)?.equals(1);
  return isOne ? '个别' : shareWord(value);
}

/** By the printed value, so that “提高0分” cannot be written. */
function trendWord(value: Points): string {
  const printed = points(printPoints(value));
  if (printed.isZero()) return '持平';
  return printed.isPositive() ? '提高' : '下降';
}

export function rowsOf(annex: Annex, id: AnnexId, where: Condition[]): AnnexRow[] {
  const table = annex.find((each) => each.id === id);
  if (!table) throw new RangeError(`没有附件：${id}`);
  return table.rows.filter((row) => where.every((condition) => holds(row, condition)));
}

function holds(row: AnnexRow, condition: Condition): boolean {
  const value = row[condition.column] ?? null;
  if ('filled' in condition) return (value !== null && value !== '') === condition.filled;
  return condition.is.includes(value);
}
