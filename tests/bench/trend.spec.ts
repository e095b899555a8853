import { describe, expect, it } from 'vitest';
import { slopeOf, trendOf, type Sample } from './trend.js';

const samples = (value: (n: number) => number, count = 60): Sample[] =>
  Array.from({ length: count }, (_, n) => ({ at: n, value: value(n) }));
const saw = (n: number) => (n % 7) * 5;

describe('the trend of a figure', () => {
  it('is flat where it only goes up and down, and where one sample is far off', () => {
    expect(
      trendOf(
        samples((n) => 200 + saw(n)),
        { share: 0.05, least: 1 },
      ),
    ).toMatchObject({ flat: true });
    expect(
      trendOf(
        samples((n) => (n === 59 ? 9000 : 200)),
        { share: 0.05, least: 1 },
      ),
    ).toMatchObject({
      growth: 0,
      flat: true,
    });
  });

  it('grows where it does beneath what goes up and down, and says by how much', () => {
    const { growth, flat, first, last } = trendOf(
      samples((n) => 200 + saw(n) + n),
      { share: 0.05, least: 1 },
    );
    expect(flat).toBe(false);
    expect(growth).toBeGreaterThan(55);
    expect(growth).toBeLessThan(63);
    expect(last - first).toBeGreaterThan(30);
  });

  it('may grow by what is allowed, as a share or by so much, and fall by any', () => {
    const grown = samples((n) => 100 + n / 10);
    expect(trendOf(grown, { share: 0.05, least: 1 }).flat).toBe(false);
    expect(trendOf(grown, { share: 0.1, least: 1 }).flat).toBe(true);
    expect(trendOf(grown, { share: 0, least: 6 }).flat).toBe(true);
    expect(
      trendOf(
        samples((n) => 100 - n),
        { share: 0, least: 0 },
      ).flat,
    ).toBe(true);
  });

  it('is known of thousands of samples, and of no two at one time', () => {
    expect(slopeOf(samples((n) => 3 * n, 5000))).toBeCloseTo(3);
    expect(slopeOf([{ at: 1, value: 1 }])).toBeNaN();
    expect(trendOf([{ at: 1, value: 1 }], { share: 0.1, least: 1 }).flat).toBe(false);
  });
});
