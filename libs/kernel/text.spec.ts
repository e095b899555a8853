import { describe, expect, it } from 'vitest';
import { halfWidth, squeeze, tidy } from './text.js';

describe('text', () => {
  it.each([
    ['  政务\u00a0\u3000公开\n\t指南 ', '政务 公开 指南'],
    ['\ufeff零\u200b宽', '零宽'],
  ])('tidies %j', (text, tidied) => expect(tidy(text)).toBe(tidied));
  it('squeezes labels that were spread out', () => expect(squeeze('索\u2002引　号')).toBe('索引号'));
  it('brings full-width forms to half width', () => expect(halfWidth('２０２０（１１）：Ａ')).toBe('2020(11):A'));
});
