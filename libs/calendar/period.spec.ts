import { BadInput } from '#kernel';
import { describe, expect, it } from 'vitest';
import { parsePeriod, periodContaining, previousPeriod, samePeriodLastYear } from './period.js';

describe('assessment periods', () => {
  it.each([
    ['2022', 'year', '2022-01-01', '2022-12-31', '2022年'],
    ['2022H1', 'half', '2022-01-01', '2022-06-30', '2022年上半年'],
    ['2022H2', 'half', '2022-07-01', '2022-12-31', '2022年下半年'],
    ['2022Q1', 'quarter', '2022-01-01', '2022-03-31', '2022年第一季度'],
    ['2022Q4', 'quarter', '2022-10-01', '2022-12-31', '2022年第四季度'],
    ['2022-11', 'month', '2022-11-01', '2022-11-30', '2022年11月'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29', '2024年2月'],
    ['2022-W45', 'week', '2022-11-07', '2022-11-13', '2022年第45周'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-03', '2020年第53周'],
    ['2021-W01', 'week', '2021-01-04', '2021-01-10', '2021年第1周'],
    ['2026-W01', 'week', '2025-12-29', '2026-01-04', '2026年第1周'],
  ])('%s', (id, kind, from, to, title) => {
    expect(parsePeriod(id)).toEqual({ id, kind, from, to, title });
    expect(periodContaining(from, kind as 'year').id).toBe(id);
    expect(periodContaining(to, kind as 'year').id).toBe(id);
  });

  it('takes small letters and spaces around', () => {
    expect(parsePeriod(' 2022q4 ').id).toBe('2022Q4');
    expect(parsePeriod('2022-w45').id).toBe('2022-W45');
  });

  it.each([
    '',
    '22',
    '1999',
    '2100',
    '2022H3',
    '2022Q5',
    '2022Q0',
    '2022-13',
    '2022-00',
    '2022-1',
    '2022-W00',
    '2022-W54',
    '2022-11-07',
    '２０２２',
  ])('refuses “%s” and says what is accepted', (text) => {
    expect(() => parsePeriod(text)).toThrow(BadInput);
    expect(() => parsePeriod(text)).toThrow(/可接受：2022（年）/);
  });

  it('refuses the 53rd week of a year that has 52', () => {
    expect(() => parsePeriod('2022-W53')).toThrow('2022年只有52周');
  });

  it.each([
    ['2022', '2021', '2021'],
    ['2022H1', '2021H2', '2021H1'],
    ['2022H2', '2022H1', '2021H2'],
    ['2022Q1', '2021Q4', '2021Q1'],
    ['2022Q4', '2022Q3', '2021Q4'],
    ['2022-01', '2021-12', '2021-01'],
    ['2022-11', '2022-10', '2021-11'],
    ['2022-W45', '2022-W44', '2021-W45'],
    ['2021-W01', '2020-W53', '2020-W01'],
    ['2020-W53', '2020-W52', '2019-W52'],
  ])('before %s comes %s, a year earlier %s', (id, before, lastYear) => {
    expect(previousPeriod(parsePeriod(id)).id).toBe(before);
    expect(samePeriodLastYear(parsePeriod(id)).id).toBe(lastYear);
  });
});
