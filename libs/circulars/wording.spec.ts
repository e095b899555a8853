import { describe, expect, it } from 'vitest';
import { composeCircular } from './compose-circular.js';
import { explainToken } from './explain-token.js';
import { yunlingSnapshot } from './fixtures/yunling.js';
import { plainText } from './tokens.js';
import { textsOf, verifyCircular } from './verify-circular.js';
import { printCircular } from './write-circular.js';
import { putTogether, takeApart, unchecked, type Wording } from './wording.js';

const model = composeCircular(yunlingSnapshot());
const { tokens, wording } = takeApart(model);
const changed = (change: (copy: Wording) => void): Wording => {
  const copy = structuredClone(wording);
  change(copy);
  return copy;
};
const textOf = (edited: Wording) => textsOf(putTogether(model, edited)).map(plainText);

describe('the text of a circular', () => {
  it.each(['weekly', 'monthly', 'quarterly', 'annual'] as const)(
    'of the kind %s is the same when it was taken apart and put together, and holds against its annexes',
    (kind) => {
      const computed = composeCircular(yunlingSnapshot({ kind }));
      const again = putTogether(computed, takeApart(computed).wording);
      expect(textsOf(again).map(plainText)).toEqual(textsOf(computed).map(plainText));
      expect(again.notes).toEqual(computed.notes);
      expect(unchecked(again)).toEqual([]);
      verifyCircular(again);
    },
  );

  it('has every number of the text as a figure, and no figure in its words', () => {
    const words = wording.passages.flatMap(({ lead, words }) => [...lead, ...words]);
    expect(words.filter((piece) => typeof piece === 'string' && /\p{Nd}/u.test(piece))).toEqual([]);
    const placed = words.filter((piece) => typeof piece === 'number');
    expect(placed).toEqual(tokens.map((_, i) => i));
  });

  it('takes words between the figures, and a paragraph of one’s own', () => {
    const text = textOf(
      changed((copy) => {
        copy.passages[1]!.words = ['受县政府委托，', ...copy.passages[1]!.words];
        copy.passages.splice(2, 0, { kind: 'paragraph', from: null, lead: [], words: ['各单位总体重视。'] });
        copy.recipients = '各乡镇：';
      }),
    );
    expect(text[1]).toBe('各乡镇：');
    expect(text[2]).toMatch(/^受县政府委托，按照/);
    expect(text[3]).toBe('各单位总体重视。');
  });

  it('loses with a sentence its figures and notes, and the notes left are counted anew', () => {
    const noted = wording.passages.findIndex(({ words }) =>
      words.some((piece) => typeof piece === 'number' && tokens[piece]?.kind === 'note'),
    );
    const without = putTogether(
      model,
      changed((copy) => void copy.passages.splice(noted, 1)),
    );
    expect(model.notes).toHaveLength(1);
    expect(without.notes).toEqual([]);
    verifyCircular(without);
  });

  it('moves the day of mending wherever it stands, and nothing else', () => {
    const text = textOf(changed((copy) => void (copy.deadline = '2023-02-03'))).join('');
    expect(text).toContain('于2023年2月3日前将整改情况书面报送');
    expect(text).toContain('截至2023年1月1日');
    verifyCircular(
      putTogether(
        model,
        changed((copy) => void (copy.deadline = '2023-02-03')),
      ),
    );
  });

  it('names a sentence with a number of one’s own until somebody answers for it, also in the last check', () => {
    const sentence = '全县共有330个行政村。';
    const edited = changed((copy) => void (copy.passages[1]!.words = [sentence, ...copy.passages[1]!.words]));
    const typed = putTogether(model, edited);
    expect(unchecked(typed)).toEqual([sentence]);
    expect(() => verifyCircular(typed)).toThrow(sentence);
    const checked = putTogether(model, { ...edited, checked: [{ sentence, reason: '统计公报' }] });
    expect(unchecked(checked)).toEqual([]);
    verifyCircular(checked);
  });

  it('lets nobody change a figure: what is not what the annexes say is refused', () => {
    const forged = structuredClone(putTogether(model, wording));
    for (const block of forged.blocks)
      for (const run of block.runs) if (typeof run !== 'string' && run.kind === 'figure') run.text = '99';
    expect(() => verifyCircular(forged)).toThrow('“99”应为');
  });

  it.each<[string, (copy: Wording) => void]>([
    ['没有标题', (copy) => void copy.passages.shift()],
    ['没有标题', (copy) => void (copy.passages[0]!.words = [' '])],
    ['没有段落', (copy) => void copy.passages.splice(1)],
    ['没有算出过编号为9999的数字', (copy) => void copy.passages[1]!.words.push(9999)],
    ['没有算出过编号为-1的数字', (copy) => void copy.passages[1]!.words.push(-1)],
    ['重复出现', (copy) => void copy.passages[2]!.words.push(0)],
    ['主送：没有填写', (copy) => void (copy.recipients = ' ')],
    ['“2023-02-30”不是日期', (copy) => void (copy.deadline = '2023-02-30')],
    ['抄送：共301字', (copy) => void (copy.copyTo = '县'.repeat(301))],
    ['过长', (copy) => void (copy.passages[1]!.words = ['县'.repeat(5001)])],
  ])('is refused: %s', (why, change) => {
    expect(() => putTogether(model, changed(change))).toThrow(why);
  });

  it('drops empty passages and what no file can carry', () => {
    const text = textOf(
      changed((copy) => {
        copy.passages[1]!.words = ['甲\u0000乙\ud800丙\n。'];
        copy.passages.push({ kind: 'paragraph', from: null, lead: [], words: [' '] });
      }),
    );
    expect(text[2]).toBe('甲乙丙。');
    expect(text).not.toContain(' ');
  });

  it('says of each figure how it was computed', () => {
    const texts = tokens.map((token) => `${token.text}＝${explainToken(token, model.annex)}`);
    expect(texts).toContain('13＝附件1“得分排名表”，计行数');
    expect(texts).toContain('12＝附件1“得分排名表”中有得分的行，计行数');
    expect(texts).toContain('81.1＝附件1“得分排名表”，“得分”一列平均');
    expect(texts.some((text) => text.startsWith('75%＝（附件3“各指标情况”，“合格”一列合计）÷'))).toBe(true);
    expect(texts.join('')).not.toContain('undefined');
  });

  it('is printed to the same bytes after it was kept as JSON', async () => {
    const edited = { ...putTogether(model, wording), number: '云政办发〔2023〕3号', date: '2023-01-11' };
    const kept = JSON.parse(JSON.stringify(edited)) as typeof edited;
    const [first, second] = [await printCircular(edited, null), await printCircular(kept, null)];
    expect(second.files.map(({ bytes }) => bytes.toString('base64'))).toEqual(
      first.files.map(({ bytes }) => bytes.toString('base64')),
    );
  });
});
