import { describe, expect, it } from 'vitest';
import { bytes, change, day, difference, duration, instant, percent, periodTitle, points, shareOf } from './figures.js';

describe('figures', () => {
  it.each([
    ['85.50', '85.5'],
    ['20.00', '20'],
    ['100', '100'],
    ['0', '0'],
    [null, '—'],
  ])('points %s → %s', (value, text) => expect(points(value)).toBe(text));

  it.each([
    ['0.9312', '93.1%'],
    ['1', '100%'],
    ['0.9999', '99.9%'],
    ['0', '0%'],
    [null, '—'],
    ['无', '—'],
  ])('percent %s → %s', (value, text) => expect(percent(value)).toBe(text));

  it.each([
    ['2.50', 'up', '上升 2.5 分'],
    ['-1.20', 'down', '下降 1.2 分'],
    ['0.00', 'same', '持平'],
  ])('change %s', (delta, direction, text) => expect(change(delta, '分')).toEqual({ direction, text }));

  it('has no change without a period before', () => expect(change(null, '分')).toBeNull());

  it.each([
    ['85.3', '80.1', '5.20'],
    ['80.1', '85.3', '-5.20'],
    ['0.30', '0.10', '0.20'],
    ['80', null, null],
  ])('difference of %s and %s', (now, before, delta) => expect(difference(now, before)).toBe(delta));

  it.each([
    ['2022', '2022年度'],
    ['2022H2', '2022年下半年'],
    ['2022Q4', '2022年第四季度'],
    ['2022-11', '2022年11月'],
    ['2022-W05', '2022年第5周'],
    ['试评', '试评'],
  ])('period %s → %s', (period, title) => expect(periodTitle(period)).toBe(title));

  it('prints days, instants in Beijing time, sizes and durations', () => {
    expect(day('2022-09-05')).toBe('2022年9月5日');
    expect(day(null)).toBe('—');
    expect(instant('2022-12-31T16:00:05.000Z')).toBe('2023年1月1日 00:00:05');
    expect(instant('无')).toBe('—');
    expect(bytes(2048)).toBe('2.0 KB');
    expect(duration(75)).toBe('1 分 15 秒');
    expect(shareOf({ measured: 0, of: 0 })).toBeNull();
  });
});
