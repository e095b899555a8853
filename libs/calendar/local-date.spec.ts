import { describe, expect, it } from 'vitest';
import { parseChineseDate } from './chinese-date.js';
import { addDays, diffDays, isLocalDate, localDateOf } from './local-date.js';

describe('local dates', () => {
  it('are days that exist, written in full', () => {
    for (const day of ['2022-09-01', '2020-02-29', '2000-02-29', '1900-01-01'])
      expect(isLocalDate(day), day).toBe(true);
    for (const day of [
      '2022-9-1',
      '2022-02-29',
      '1900-02-29',
      '2022-13-01',
      '2022-00-10',
      '2022-01-32',
      '2022/09/01',
      '２022-09-01',
      '',
    ]) {
      expect(isLocalDate(day), day).toBe(false);
    }
  });

  it.each([
    ['2022-12-31', 1, '2023-01-01'],
    ['2020-03-01', -1, '2020-02-29'],
    ['1969-12-31', 1, '1970-01-01'],
    ['2022-09-01', 183, '2023-03-03'],
  ])('%s and %i days is %s', (day, days, other) => {
    expect(addDays(day, days)).toBe(other);
    expect(diffDays(day, other)).toBe(days);
  });

  it('agree with the engine’s own calendar from 1890 to 2110', () => {
    for (let time = Date.UTC(1890, 0, 1); time < Date.UTC(2110, 0, 1); time += 86_400_000 * 17) {
      const day = new Date(time).toISOString().slice(0, 10);
      expect(diffDays('1970-01-01', day)).toBe(time / 86_400_000);
    }
  });

  it('refuse what is no day', () => {
    expect(() => addDays('2022-02-30', 1)).toThrow(RangeError);
    expect(() => diffDays('2022-02-01', 'soon')).toThrow(RangeError);
  });

  it.each([
    ['2022-09-01T15:59:59Z', '2022-09-01'],
    ['2022-09-01T16:00:00Z', '2022-09-02'],
    ['2022-09-01T23:30:00.123+08:00', '2022-09-01'],
    ['2022-12-31T20:00:00-05:00', '2023-01-01'],
  ])('the instant %s is on %s in Shanghai', (instant, day) => {
    expect(localDateOf(instant)).toBe(day);
  });

  it('refuse an instant without an offset', () => {
    for (const text of ['2022-09-01T15:59:59', '2022-09-01', '', '2022-13-01T00:00:00Z']) {
      expect(() => localDateOf(text), text).toThrow(RangeError);
    }
  });
});

describe('dates as Chinese pages write them', () => {
  it.each([
    ['2025年9月8日', '2025-09-08'],
    ['2025年09月08日', '2025-09-08'],
    ['2025 年 9 月 8 日', '2025-09-08'],
    ['２０２５年９月８日', '2025-09-08'],
    ['2025-9-8', '2025-09-08'],
    ['2025/09/08', '2025-09-08'],
    ['2025.09.08', '2025-09-08'],
    ['2025-09-08 10:22', '2025-09-08'],
    ['2025-09-08 10:22:33', '2025-09-08'],
    ['2025-09-08T10:22:33', '2025-09-08'],
    ['2025年9月8日 10时22分', '2025-09-08'],
    ['2025年9月8日 星期一', '2025-09-08'],
    ['二〇二〇年六月十九日', '2020-06-19'],
    ['二○二○年六月十九日', '2020-06-19'],
    ['二Ο二Ο年六月十九日', '2020-06-19'],
    ['二О二О年六月十九日', '2020-06-19'],
    ['二O二O年六月十九日', '2020-06-19'],
    ['二零二零年六月十九日', '2020-06-19'],
    ['二０二０年六月十九日', '2020-06-19'],
    ['二0二0年六月三十日', '2020-06-30'],
    ['二〇二〇年十二月三十一日', '2020-12-31'],
    ['二〇二一年十月十日', '2021-10-10'],
    ['二〇二一年十一月二十一日', '2021-11-21'],
    ['二〇二〇年6月19号', '2020-06-19'],
  ])('%s is %s', (text, day) => {
    expect(parseChineseDate(text)).toBe(day);
  });

  it.each([
    '2025年2月29日',
    '2025-13-01',
    '2025-00-10',
    '2025年9月31日',
    '二〇二〇年六月三十一日',
    '二〇二〇年十三月一日',
    '2025-9/8',
    '25-9-8',
    '9月8日',
    '2025年9月',
    '0025-09-08',
    '于2025年9月8日起施行',
    '2025-09-081',
    '2025-09-08至2025-10-08',
    '',
    `2025-09-08${' '.repeat(100)}`,
  ])('“%s” is none', (text) => {
    expect(parseChineseDate(text)).toBeNull();
  });
});
