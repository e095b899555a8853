import { describe, expect, it } from 'vitest';
import { storableDate, storableJson, storableText } from './storable.js';

describe('storable values', () => {
  it.each([
    ['通知', '通知'],
    ['a\u0000b', 'a\ufffdb'],
    ['半个\ud83d字', '半个\ufffd字'],
    ['整个\ud83d\ude00', '整个\ud83d\ude00'],
    ['\udc00开头', '\ufffd开头'],
  ])('text %j', (text, stored) => {
    expect(storableText(text)).toBe(stored);
  });

  it('mends JSON deep inside, keys too, and leaves written escapes alone', () => {
    expect(JSON.parse(storableJson({ 'k\u0000': ['x\u0000', { y: '\ud800' }], n: 1 }))).toEqual({
      'k\ufffd': ['x\ufffd', { y: '\ufffd' }],
      n: 1,
    });
    expect(JSON.parse(storableJson({ code: '\\u0000' }))).toEqual({ code: '\\u0000' });
  });

  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', null],
    ['2022-13-01', null],
    ['2022-1-1', null],
    ['昨天', null],
  ])('date %s', (date, stored) => {
    expect(storableDate(date)).toBe(stored);
  });
});
