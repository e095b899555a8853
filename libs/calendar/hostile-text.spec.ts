import { BadInput } from '#kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChineseDate } from './chinese-date.js';
import { resolveDue, resolveStart } from './due-date.js';
import { isLocalDate } from './local-date.js';
import { parsePeriod } from './period.js';

/** Text made of what dates are made of, so that it often comes close to one. */
const nearDates = fc
  .array(fc.constantFrom(...'0129年月日号-/.:T 〇零十一二九元底末初中上下旬半季度第前后到今本'), { maxLength: 30 })
  .map((chars) => chars.join(''));
const anyText = fc.oneof(nearDates, fc.string({ unit: 'binary', maxLength: 80 }));

describe('text from outside', () => {
  it('is a day that exists, or null; never an exception', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const day of [parseChineseDate(text), resolveDue(text, 2020)?.on, resolveStart(text, 2020)?.on]) {
          if (day !== null && day !== undefined) expect(isLocalDate(day), text).toBe(true);
        }
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it('is a period that begins before it ends, or BadInput', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^20\d\d([HQ]\d|-W?\d\d)?$/)), (text) => {
        try {
          const period = parsePeriod(text);
          expect(period.from < period.to && isLocalDate(period.from) && isLocalDate(period.to)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(BadInput);
        }
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});
