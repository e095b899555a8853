import { describe, expect, it } from 'vitest';
import { points, printPercent, printPoints, share } from './points.js';

describe('points', () => {
  it('adds tenths without the error of binary floats', () =>
    expect(printPoints(points('0.1').plus('0.2'))).toBe('0.3'));
  it.each([
    ['1.005', '1.01'],
    ['8.50', '8.5'],
    ['100', '100'],
    ['-0.005', '-0.01'],
  ])('prints %s as %s', (value, text) => expect(printPoints(points(value))).toBe(text));
  it('prints shares as percentages with at most one decimal', () => {
    expect(printPercent(share(2, 3))).toBe('66.7');
    expect(printPercent(share(1, 1))).toBe('100');
  });
  it('reads a figure as itself however many others were read before', () => {
    const figures = Array.from({ length: 2500 }, (_, n) => `${n}.5`);
    for (const turn of [figures, figures.toReversed()])
      for (const figure of turn) expect(points(figure).toString()).toBe(figure);
  });
});
