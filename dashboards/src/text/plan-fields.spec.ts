import { describe, expect, it } from 'vitest';
import { groupFields, saidValue, shownValue, writtenValue } from './plan-fields.js';
import type { PlanField } from '../api/types.js';

const share = { kind: 'share', usual: null } as const;

describe('a share', () => {
  it.each([
    ['0.7', '70'],
    ['0.05', '5'],
    ['0.6667', '66.67'],
    ['1', '100'],
    ['0', '0'],
    ['0.125', '12.5'],
  ])('of %s is shown as %s, and written so again', (written, shown) => {
    expect(shownValue(share, written)).toBe(shown);
    expect(writtenValue(share, shown)).toBe(written);
  });

  it.each(['七成', '1e2', '', '-5'])('that is filled in as “%s” is not made a number', (shown) => {
    expect(writtenValue(share, shown)).toBe(shown === '' ? null : shown);
  });
});

describe('other values', () => {
  it('are shown as they are written, and told in a line', () => {
    expect(shownValue({ kind: 'points' }, '8.50')).toBe('8.50');
    expect(writtenValue({ kind: 'text' }, ' 6月底前 ')).toBe('6月底前');
    expect(writtenValue({ kind: 'words' }, '甲\r\n乙\n')).toBe('甲\n乙');
    expect(saidValue({ kind: 'words', usual: null }, '甲\n乙')).toBe('甲、乙');
    expect(saidValue({ kind: 'points', usual: null }, '8.5')).toBe('8.5分');
    expect(saidValue({ kind: 'whole', usual: '10' }, null)).toBe('（不填，10）');
  });

  it('stand under their headings, in order, those with the words that are looked for', () => {
    const field = (heading: string, subject: string, part = 'weights') =>
      ({ heading, subject, part, label: '分值' }) as PlanField;
    const fields = [field('甲', '一'), field('甲', '二'), field('乙', '一'), field('乙', '三', 'dates')];
    expect(groupFields(fields, 'weights', '').map(({ heading, fields: held }) => [heading, held.length])).toEqual([
      ['甲', 2],
      ['乙', 1],
    ]);
    expect(groupFields(fields, 'weights', ' 二 ')).toEqual([{ heading: '甲', fields: [fields[1]] }]);
  });
});
