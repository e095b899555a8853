import { describe, expect, it } from 'vitest';
import { blankLetterhead, letterheadChanges } from './letterhead.js';

describe('two versions of a letterhead', () => {
  it('differ by fields, in words', () => {
    const before = { ...blankLetterhead, issuer: '云岭县人民政府办公室', contact: '' };
    const after = { ...before, contact: '政务公开科', inUse: false };
    expect(letterheadChanges(before, after)).toEqual([
      { place: '联系方式', before: '（没有）', after: '政务公开科' },
      { place: '起草时', before: '可以选用', after: '停用' },
    ]);
    expect(letterheadChanges(before, { ...before, issuer: `${before.issuer} ` })).toEqual([]);
  });
});
