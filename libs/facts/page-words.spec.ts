import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clean } from './page-words.js';

/** What `clean` does, in expressions. */
function cleanByExpression(text: string): string {
  return text
    .replace(/[\u0001\u200b\u200c\u200d\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

it('leaves what is seen, with one space for every run of white space', () => {
  expect(clean('\u3000\u3000第1条\u3000 各\u0001乡镇\u200b\u00a0\n人民 政府。\u0001 ')).toBe(
    '第1条 各乡镇 人民 政府。',
  );
});

const any = fc.constantFrom(
  ...['云', '岭', 'a', '1', '，', '。', '—', 'é', '\ud842', '\udfb7', '\u0000', '\u0002', '\u2027', '\uff0c', '\ufefe'],
  ...[' ', ' ', '\t', '\n', '\v', '\f', '\r', '\u0085', '\u00a0', '\u1680', '\u180e', '\u2000', '\u2003', '\u200a'],
  ...['\u2028', '\u2029', '\u202f', '\u205f', '\u3000', '\u0001', '\u200b', '\u200c', '\u200d', '\ufeff', '\u00ad'],
);

it('does what the expressions do, for anything', () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      expect(clean(text)).toBe(cleanByExpression(text));
    }),
    { numRuns: 5000 },
  );
});
