import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalNumber,
  documentNumberOfField,
  findBracketedNumber,
  numberAtEndOf,
  numberKey,
  valueOrNull,
} from './document-number.js';
import { dateInText, numberAtTop, numberOfAttachment, readSignature } from './signature.js';

const factor = Number(process.env.FUZZ_RUNS ?? 1);
const times = (runs: number) => ({ numRuns: runs * factor, seed: 13 });

const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const office = fc.constantFrom(
  '云政发',
  '云政办发',
  '云府',
  '云教体〔办〕'.slice(0, 3),
  '青石政',
  '云市监',
  '云发改价格',
  '云政办字',
);
const number = fc.record({
  office,
  year: fc.integer({ min: 1949, max: 2099 }),
  n: fc.integer({ min: 1, max: 99_999 }),
  brackets: fc.constantFrom('〔〕', '[]', '［］', '【】', '（）', '()', '﹝﹞', '{}', '〈〉'),
  the: fc.constantFrom('', '第'),
  gap: fc.constantFrom('', ' ', '　', '\u00a0'),
});
const bracketed = number.map(({ office, year, n, brackets, the, gap }) => ({
  printed: `${office}${gap}${brackets[0]}${year}${brackets[1]}${gap}${the}${n}${gap}号`,
  squeezed: `${office}${brackets[0]}${year}${brackets[1]}${the}${n}号`,
}));
const order = fc
  .record({
    office: fc.constantFrom('云岭县人民政府', '云岭县住房和城乡建设局', ''),
    kind: fc.constantFrom('令', '公告', '通告'),
    year: fc.option(fc.integer({ min: 1949, max: 2099 }), { nil: null }),
    n: fc.integer({ min: 1, max: 9999 }),
  })
  .map(({ office, kind, year, n }) => ({
    printed: `${office}${kind} ${year === null ? '' : `${year}年`} 第 ${n} 号`,
    squeezed: `${office}${kind}${year === null ? '' : `${year}年`}第${n}号`,
  }));
const plain = fc
  .record({
    year: fc.option(fc.integer({ min: 1949, max: 2099 }), { nil: null }),
    n: fc.integer({ min: 1, max: 9999 }),
  })
  .map(({ year, n }) => ({
    printed: `（${year === null ? '' : `${year}年`}第${n}号）`,
    squeezed: `${year === null ? '' : `${year}年`}第${n}号`,
  }));

/** Text of what numbers are made of, that seldom makes one. */
const near = fc
  .array(fc.constantFrom(...'云政办发〔〕[]（）()【】｛{}第号令公告年20251 \u3000—-《》：；。无通知'), {
    maxLength: 60,
  })
  .map((chars) => chars.join(''));
const shape =
  /^(?:[^\d〔［[【﹝{〈]{1,40}[〔［[【（(﹝{〈](?:19|20)\d\d[〕］\]】）)﹞}〉]第?\d{1,5}(?:[-—]\d{1,3})?号|[^\d]{0,40}(?:(?:19|20)\d\d年)?第\d{1,5}号[）)]?)$/;

describe('document numbers', { timeout: 300_000 * factor }, () => {
  it('of any shape are read as they were printed', () => {
    fc.assert(
      fc.property(fc.oneof(bracketed, order, plain), fc.boolean(), ({ printed, squeezed }, isWide) => {
        const text = isWide ? wide(printed) : printed;
        const read = canonicalNumber(text);
        expect(read).toBe(squeezed);
        expect(canonicalNumber(read!)).toBe(read);
        expect(numberKey(wide(squeezed))).toBe(numberKey(read!));
        expect(documentNumberOfField(text)).toBe(squeezed);
        expect(numberAtTop([text, '各乡镇人民政府：'])).toBe(squeezed);
        expect(numberAtTop([`文号：${text}`, '各乡镇人民政府：'])).toBe(squeezed);
      }),
      times(1500),
    );
  });

  it('with a year in brackets are found in rows and at the end of titles', () => {
    fc.assert(
      fc.property(bracketed, ({ printed, squeezed }) => {
        expect(numberAtEndOf(`关于做好老年助餐服务的通知（${squeezed}）`)).toBe(squeezed);
        expect(findBracketedNumber(`2025-03-21 ${printed} 关于做好老年助餐服务的通知`)).toBe(squeezed);
        expect(numberOfAttachment([`${squeezed}关于做好老年助餐服务的通知.doc`], null)).toBe(squeezed);
      }),
      times(500),
    );
  });

  it('are not made of anything else', () => {
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
        const read = canonicalNumber(text);
        if (read !== null) expect(read).toMatch(shape);
        const field = documentNumberOfField(text);
        if (field !== null) expect(field).toMatch(/\d号[）)]?$/);
        for (const found of [numberAtEndOf(text), findBracketedNumber(text), numberAtTop([text])])
          if (found !== null) expect(found).toMatch(/\d号[）)]?$/);
        expect(valueOrNull(text)).toBe(valueOrNull(text) === null ? null : text.trim());
      }),
      times(4000),
    );
  });

  it('are not read out of sentences', () => {
    fc.assert(
      fc.property(bracketed, ({ squeezed }) => {
        for (const sentence of [
          `根据《关于印发办法的通知》（${squeezed}）要求，现通知如下：`,
          `${squeezed}文件同时废止。`,
        ]) {
          expect(canonicalNumber(sentence)).toBeNull();
          expect(numberAtTop([sentence, squeezed])).toBeNull();
        }
      }),
      times(300),
    );
  });

  const pieces = [
    '云',
    '〔',
    '（',
    '云政发〔2025〕',
    '（云〔',
    '（〔',
    '第',
    '令',
    '公告第',
    '2025',
    '2025年',
    '1',
    ' ',
    '\u3000',
    '号',
    '（号',
    '〔2025〕1号',
    '（政发〔2025〕1号',
    '云（政）',
    '2025年1月1日',
    '2025年1月1日我局',
    '签发人',
    ' 签发人',
    '文件 ',
    '云岭县文件\t',
    '：',
    '《',
    '一',
    '二〇',
    '政府 ',
  ];
  it.each(pieces)('%j repeated costs time in proportion to its length', (piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    const begun = process.cpuUsage();
    for (const hostile of [text, `（${text}`, `${text}）`, `${text}号`, `（${text}号）`]) {
      canonicalNumber(hostile);
      documentNumberOfField(hostile);
      numberAtEndOf(hostile);
      findBracketedNumber(hostile);
      numberKey(hostile);
      numberAtTop([hostile, hostile]);
      numberOfAttachment([hostile], hostile);
      dateInText([hostile], hostile);
      readSignature([hostile, '云岭县人民政府', '2025年1月1日']);
    }
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
  });
});
