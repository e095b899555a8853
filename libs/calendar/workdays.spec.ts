import { describe, expect, it } from 'vitest';
import { createWorkdays } from './workdays.js';

const workdays = createWorkdays();

describe('working days by the yearly notices', () => {
  it.each([
    ['2018-01-01', false, '元旦'],
    ['2018-01-02', true, '平日'],
    ['2017-12-30', false, '周六'],
    ['2015-09-03', false, '抗战胜利七十周年'],
    ['2015-09-06', true, '抗战胜利七十周年补班（周日）'],
    ['2020-01-19', true, '春节补班（周日）'],
    ['2020-01-30', false, '春节'],
    ['2020-01-31', false, '疫情延长的春节假期（周五）'],
    ['2020-02-01', false, '疫情取消的补班（周六）'],
    ['2020-02-02', false, '延长的春节假期'],
    ['2020-02-03', true, '节后第一天'],
    ['2022-12-31', false, '元旦假期在前一年（周六）'],
    ['2023-01-02', false, '元旦'],
    ['2023-01-03', true, '元旦后'],
    ['2025-09-28', true, '国庆补班（周日）'],
    ['2025-10-01', false, '国庆'],
    ['2025-10-08', false, '国庆最后一天（周三）'],
    ['2025-10-09', true, '节后第一天'],
    ['2025-10-11', true, '国庆补班（周六）'],
    ['2025-10-12', false, '周日'],
    ['2026-02-14', true, '春节补班（周六）'],
    ['2026-02-15', false, '春节'],
    ['2026-02-23', false, '春节最后一天（周一）'],
    ['2026-02-24', true, '节后第一天'],
    ['2026-02-28', true, '春节补班（周六）'],
  ])('%s: %s (%s)', (day, worked) => {
    expect(workdays.isWorkday(day)).toBe(worked);
  });

  it.each([
    ['2022-09-01', 1, '2022-09-02', '起始日不计'],
    ['2022-09-02', 1, '2022-09-05', '跨周末'],
    ['2022-09-01', 20, '2022-09-30', '跨中秋'],
    ['2025-09-26', 1, '2025-09-28', '次一工作日是补班的周日'],
    ['2025-09-08', 20, '2025-10-11', '第20个工作日是国庆后补班的周六'],
    ['2026-02-10', 5, '2026-02-24', '跨2026年春节，含2月14日补班'],
    ['2020-01-23', 1, '2020-02-03', '跨延长的2020年春节'],
    ['2025-10-03', 1, '2025-10-09', '自假日起'],
    ['2025-10-03', 0, '2025-10-03', '零个工作日'],
  ])('%s + %i working days is %s (%s)', (start, n, day) => {
    expect(workdays.add(start, n)).toBe(day);
    expect(workdays.between(start, day)).toBe(n);
  });

  it('counts nothing when the end is not after the start', () => {
    expect(workdays.between('2022-09-15', '2022-09-15')).toBe(0);
    expect(workdays.between('2022-09-15', '2022-09-01')).toBe(0);
  });

  it('refuses days for which no notice is known, and what is no day', () => {
    expect(workdays.covers).toEqual({ from: '2004-01-01', to: '2026-12-31' });
    for (const day of ['2003-12-31', '2027-01-01', '2027-10-01', '2022-02-29', '2022-2-3', '', 'yesterday!']) {
      expect(() => workdays.isWorkday(day), day).toThrow(RangeError);
      expect(() => workdays.between('2022-01-04', day), day).toThrow(RangeError);
      expect(() => workdays.add(day, 1), day).toThrow(RangeError);
    }
    expect(() => workdays.add('2026-12-20', 20)).toThrow(
      '2026-12-20之后第20个工作日超出工作日历的范围（至2026-12-31）',
    );
    expect(() => workdays.add('2022-09-01', -1)).toThrow(RangeError);
    expect(() => workdays.add('2022-09-01', 1.5)).toThrow(RangeError);
  });

  it('agrees with counting day by day over the whole range', () => {
    let counted = 0;
    for (let time = Date.UTC(2004, 0, 2); time <= Date.UTC(2026, 11, 31); time += 86_400_000) {
      const day = new Date(time).toISOString().slice(0, 10);
      if (workdays.isWorkday(day)) {
        counted += 1;
        expect(workdays.add('2004-01-01', counted)).toBe(day);
      }
      expect(workdays.between('2004-01-01', day)).toBe(counted);
    }
  });
});

describe('overrides', () => {
  it('correct single days and say so in the version', () => {
    const corrected = createWorkdays({ version: '某县2022-09', days: { '2022-09-17': 'work', '2022-09-19': 'rest' } });
    expect(corrected.isWorkday('2022-09-17')).toBe(true);
    expect(corrected.isWorkday('2022-09-19')).toBe(false);
    expect(corrected.add('2022-09-16', 2)).toBe('2022-09-20');
    expect(corrected.version).toBe('chinese-days 1.5.7 (2004-01-01..2026-12-31) + 某县2022-09');
    expect(workdays.isWorkday('2022-09-17')).toBe(false);
  });

  it('lengthen the covered range by a year whose notice is entered by hand', () => {
    const longer = createWorkdays({ version: '示例', coversTo: '2027-12-31', days: { '2027-01-01': 'rest' } });
    expect(longer.covers.to).toBe('2027-12-31');
    expect(longer.isWorkday('2027-01-01')).toBe(false);
    expect(longer.isWorkday('2027-01-04')).toBe(true);
  });

  it('refuse what lies outside', () => {
    expect(() => createWorkdays({ version: '示例', days: { '2027-01-01': 'rest' } })).toThrow(RangeError);
    expect(() => createWorkdays({ version: '示例', days: { '2022-02-30': 'rest' } })).toThrow(RangeError);
    expect(() => createWorkdays({ version: '示例', coversTo: '2020-12-31', days: {} })).toThrow(RangeError);
  });
});

describe('speed', () => {
  it('takes microseconds: a look-up and no loop over days', () => {
    const rounds = 20_000;
    const started = process.cpuUsage();
    for (let round = 0; round < rounds; round += 1) {
      workdays.add('2022-09-01', 20);
      workdays.between('2004-01-01', '2026-12-01');
    }
    const microseconds = process.cpuUsage(started).user / (rounds * 2);
    // Measured 0.1–0.3; the margin is for a busy machine.
    expect(microseconds).toBeLessThan(20);
  });
});
