import { describe, expect, it } from 'vitest';
import { nextDocumentNumber, parseDocumentNumber, printDocumentNumber } from './document-number.js';

describe('发文字号', () => {
  it.each([
    ['云政办发〔2026〕3号', '云政办发〔2026〕3号'],
    [' 云政办发 [2026] 12 号 ', '云政办发〔2026〕12号'],
    ['云政办函（2026）第120号', '云政办函〔2026〕120号'],
  ])('“%s” is %s', (text, printed) => {
    expect(printDocumentNumber(parseDocumentNumber(text, '2026-07-02'))).toBe(printed);
  });

  it.each([
    ['云政办发〔2026〕03号', '虚位'],
    ['云政办发〔2026〕0号', '虚位或为0'],
    ['云政办发〔2025〕3号', '不是同一年'],
    ['云政办发2026年3号', '不合格式'],
    ['〔2026〕3号', '不合格式'],
    ['ABC〔2026〕3号', '不合格式'],
    ['', '不合格式'],
  ])('“%s” is refused: %s', (text, why) => {
    expect(() => parseDocumentNumber(text, '2026-07-02')).toThrow(why);
  });

  it('goes on from the highest of the year of whoever numbered last', () => {
    const given = ['云政办发〔2026〕9号', '云政办函〔2026〕1号', '云政办发〔2026〕10号'];
    expect(nextDocumentNumber(given, 2026)).toBe('云政办发〔2026〕11号');
    expect(nextDocumentNumber(given, 2027)).toBe('云政办发〔2027〕1号');
    expect(nextDocumentNumber([], 2026)).toBeNull();
  });

  it('begins with the first of an office that never numbered, and goes on from its own', () => {
    const given = ['云政办发〔2026〕9号', '云政办函〔2026〕1号'];
    expect(nextDocumentNumber(given, 2026, '云政务公开办发')).toBe('云政务公开办发〔2026〕1号');
    expect(nextDocumentNumber(given, 2026, '云政办发')).toBe('云政办发〔2026〕10号');
  });
});
