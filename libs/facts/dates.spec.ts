import { describe, expect, it } from 'vitest';
import { dateOfUrl, dateOfValue, findDate, findDates } from './dates.js';
import { canonicalNumber, documentNumberOfField, numberKey } from './document-number.js';

describe('dates', () => {
  it.each([
    ['2025-10-29', '2025-10-29'],
    ['[2026-09-24]', '2026-09-24'],
    ['1999.09.11 00:00:00', '1999-09-11'],
    ['2018年10月27日', '2018-10-27'],
    ['2018 年 8 月 7 日', '2018-08-07'],
    ['2023-10-23  08:59', '2023-10-23'],
    ['2025/03/21', '2025-03-21'],
    ['２０２５年３月２１日', '2025-03-21'],
    ['二〇二五年三月二十一日', '2025-03-21'],
    ['二○一九年十月十日', '2019-10-10'],
    ['二零一三年十二月三十一日', '2013-12-31'],
    ['2025-02-30', null],
    ['2025年13月1日', null],
    ['第2025-10号', null],
    ['12345-10-10', null],
  ])('%s', (text, on) => {
    expect(findDate(text)).toBe(on);
  });

  it('finds all of them in order', () => {
    expect(findDates('2024年1月2日修订，二〇二〇年六月十九日发布').map((date) => date.on)).toEqual([
      '2024-01-02',
      '2020-06-19',
    ]);
  });

  it.each<[unknown, string | null]>([
    ['1365523200000', '2013-04-10'],
    [1365523200000, '2013-04-10'],
    ['2021-11-15T16:30:00.000Z', '2021-11-16'],
    ['20250321', '2025-03-21'],
    ['2025-03-21 09:00', '2025-03-21'],
    ['', null],
    [null, null],
    [0, null],
  ])('value %j', (value, on) => {
    expect(dateOfValue(value)).toBe(on);
  });

  it.each([
    ['/col/202503/t20250321_97999.html', '2025-03-21'],
    ['/art/2025/10/29/art_80179_1.html', '2025-10-29'],
    ['/2018-12/29/content_5353307.htm', '2018-12-29'],
    ['/20260909/0123456789abcdef0123456789abcdef/c.html', '2026-09-09'],
    ['/c/2025-03-28/6988880.shtml', '2025-03-28'],
    ['/jyt/c110634/202511/174240943.shtml', null],
  ])('address %s', (path, on) => {
    expect(dateOfUrl(`https://www.yunling.example.gov.cn${path}`)?.on ?? null).toBe(on);
  });
});

describe('document numbers', () => {
  it.each([
    ['云政发〔2025〕7号', '云政发〔2025〕7号'],
    ['云政发 [2025] 7 号', '云政发[2025]7号'],
    ['（云政发〔2025〕7号）', '云政发〔2025〕7号'],
    ['第12号', '第12号'],
    ['根据云政发〔2025〕7号文件精神', null],
    ['附件1', null],
  ])('%s', (text, number) => {
    expect(canonicalNumber(text)).toBe(number);
  });

  it('reads the field of the block', () => {
    expect(documentNumberOfField('无')).toBeNull();
    expect(documentNumberOfField('000014348/2020-35147')).toBeNull();
    expect(documentNumberOfField('GYWD17-2021-0004号')).toBe('GYWD17-2021-0004号');
  });

  it('makes numbers with other brackets comparable', () => {
    expect(numberKey('云政发[2025]7号')).toBe(numberKey('云政发〔2025〕7号'));
    expect(numberKey('云政发﹝2025﹞7号')).toBe(numberKey('云政发【2025】7号'));
    expect(numberKey('云政发〔2025〕17号')).not.toBe(numberKey('云政发〔2025〕7号'));
  });
});
