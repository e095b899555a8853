import { describe, expect, it } from 'vitest';
import { titleLines } from './title-lines.js';

describe('titleLines', () => {
  it.each([
    [
      '云岭县人民政府办公室关于2022年第四季度政务公开工作情况的通报',
      ['云岭县人民政府办公室关于', '2022年第四季度政务公开工作情况的通报'],
    ],
    ['关于2022年12月政务公开工作情况的通报', undefined],
    [
      '云岭县人民政府办公室关于2022年第51周政务公开工作调度情况的通报',
      ['云岭县人民政府办公室关于2022年第51周', '政务公开工作调度情况的通报'],
    ],
    ['云岭县基层政务公开标准化规范化工作领导小组办公室关于2022年第四季度政务公开工作情况的通报', undefined],
  ])('%s', (title, lines) => {
    const broken = titleLines(title);
    if (lines) expect(broken).toEqual(lines);
    expect(broken.join('')).toBe(title);
    for (const line of broken) {
      // Digits are half as wide.
      expect([...line].length - (line.match(/\d/g)?.length ?? 0) / 2).toBeLessThanOrEqual(20);
      expect(line).not.toMatch(/^[的、，》]/);
      expect(line).not.toMatch(/\d$/);
    }
  });

  it('leaves alone what has no place to break', () => {
    const title = `“${'长'.repeat(60)}”`;
    expect(titleLines(title)).toEqual([title]);
  });
});
