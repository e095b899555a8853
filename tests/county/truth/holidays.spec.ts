import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { countWorkingDays, dayAfter, isWorkingDay, nthWorkingDay, tableCovers } from './holidays.js';

describe('the county’s own table of holidays', () => {
  it('agrees with an independent library on every day', () => {
    const differing: string[] = [];
    for (let day: string = tableCovers.from; day <= tableCovers.to; day = dayAfter(day)) {
      if (isWorkingDay(day) !== chineseDays.isWorkday(day)) differing.push(day);
    }
    expect(differing).toEqual([]);
  });

  it.each([
    ['2025-09-15', '2025-10-17', 20],
    ['2025-09-22', '2025-10-27', 21],
    ['2026-02-03', '2026-03-09', 20],
    ['2026-02-05', '2026-03-12', 21],
    ['2026-06-01', '2026-06-01', 0],
  ])('counts from %s to %s %i working days', (start, end, days) => {
    expect(countWorkingDays(start, end)).toBe(days);
    if (days > 0) expect(nthWorkingDay(start, days)).toBe(end);
  });

  it('says nothing about days without a notice', () => {
    expect(countWorkingDays('2013-04-02', '2025-06-10')).toBeNull();
    expect(() => isWorkingDay('2027-10-01')).toThrow(RangeError);
  });
});
