import { describe, expect, it } from 'vitest';
import type { Annex } from './annex-table.js';
import { printFigure, type FigureStyle, type Formula } from './formula.js';

/** So many units, the first of them with problems, each with a score and one before. */
function annexOf(units: number, withProblems: number, score = 80, previous = 80): Annex {
  const rows = Array.from({ length: units }, (_, i) => ({
    organisation: `单位${i}`,
    bad: i < withProblems ? 1 : 0,
    score,
    previous,
  }));
  return [{ id: 'ranking', title: '得分排名表', columns: [], rows, notes: [] }];
}

const all: Formula = { op: 'count', table: 'ranking' };
const bad: Formula = { ...all, where: [{ column: 'bad', is: [1] }] };
const share: Formula = { op: 'ratio', part: bad, whole: all };
const mean = (column: string): Formula => ({ op: 'mean', table: 'ranking', column });
const change: Formula = { op: 'difference', from: mean('previous'), to: mean('score') };

describe('words that stand for a share', () => {
  it.each([
    [1, 100, '个别'],
    [1, 5, '个别'],
    [201, 1000, '部分'],
    [1, 3, '部分'],
    [1, 2, '部分'],
    [501, 1000, '多数'],
    [1, 1, '多数'],
  ])('%i of %i are %s', (part, whole, word) => {
    expect(printFigure(share, 'shareWord', annexOf(whole, part))).toBe(word);
  });
});

describe('figures', () => {
  it.each<[Formula, FigureStyle, string]>([
    [bad, 'whole', '1'],
    [share, 'percent', '33.3%'],
    [mean('score'), 'points', '81.26'],
    [change, 'trendWord', '提高'],
    [change, 'distance', '1.26'],
  ])('%j as %s is %s', (formula, style, text) => {
    expect(printFigure(formula, style, annexOf(3, 1, 81.255, 80))).toBe(text);
  });

  it.each([
    [80, 80.004, '持平'],
    [79, 80, '下降'],
  ])('from %f to %f', (score, previous, word) => {
    expect(printFigure(change, 'trendWord', annexOf(2, 0, score, previous))).toBe(word);
  });

  it('that cannot be computed are refused, never printed', () => {
    expect(() => printFigure(share, 'percent', annexOf(0, 0))).toThrow('没有可供计算的数据');
    expect(() => printFigure(mean('score'), 'whole', annexOf(2, 0, 80.5))).toThrow('应为整数');
  });
});
