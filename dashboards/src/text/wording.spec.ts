import { describe, expect, it } from 'vitest';
import type { CircularPassage, CircularToken, CircularWording } from '../api/types.js';
import {
  copyOf,
  lostSentences,
  mergePassage,
  packed,
  restorePassage,
  restoreSentence,
  sentencesOf,
  splitPassage,
  spread,
  textOf,
  tokensIn,
  withoutSentence,
  wordingChanges,
} from './wording.js';

const token = (text: string, kind: CircularToken['kind'] = 'figure'): CircularToken => ({ kind, text, hint: '' });
const tokens = [token('13'), token('12'), token('81.1'), token('注', 'note'), token('2023年1月20日', 'date')];
const paragraph = (from: number | null, ...words: (string | number)[]): CircularPassage => ({
  ...{ kind: 'paragraph', from, lead: [], words },
});
const computed: CircularWording = {
  ...{ recipients: '各单位', copyTo: '', publicNote: '（此件公开发布）', deadline: '2023-01-20', checked: [] },
  passages: [
    { kind: 'title', from: 0, lead: [], words: ['通报'] },
    paragraph(1, '共', 0, '个。得分', 1, '个，平均', 2, '分', 3, '。'),
    paragraph(2, '于', 4, '前整改。'),
  ],
};
const all = ({ passages }: CircularWording) => passages.map(({ words }) => textOf(words, tokens));

describe('the text of a draft', () => {
  it('has words around every figure, and is sent without empty ones', () => {
    expect(spread([0, 1, '个', '。'])).toEqual(['', 0, '', 1, '个。']);
    expect(spread([])).toEqual(['']);
    expect(packed(copyOf(computed))).toEqual(computed);
  });

  it('is parted into sentences that no figure cuts', () => {
    expect(sentencesOf(['甲。乙', 0, '丙！'])).toEqual([['甲。'], ['乙', 0, '丙！']]);
  });

  it('loses a figure with its sentence, and gets both back', () => {
    const edited = copyOf(computed);
    edited.passages[1]!.words = spread(withoutSentence(edited.passages[1]!.words, 1));
    expect(all(edited)[1]).toBe('共13个。');
    const lost = lostSentences(computed, edited);
    expect(lost.map(({ words }) => textOf(words, tokens))).toEqual(['得分12个，平均81.1分。']);
    restoreSentence(edited, lost[0]!);
    expect(all(edited)).toEqual(all(computed));
    expect(lostSentences(computed, edited)).toEqual([]);
  });

  it('puts a sentence back where its passage was', () => {
    const edited = copyOf(computed);
    edited.passages.splice(1, 1);
    for (const lost of lostSentences(computed, edited)) restoreSentence(edited, lost);
    expect(all(edited)).toEqual(all(computed));
  });

  it('is parted and joined like any text, and a passage gets its computed text back with every figure once', () => {
    const edited = copyOf(computed);
    splitPassage(edited, 1, 2, 2);
    expect(all(edited)).toEqual(['通报', '共13个。', '得分12个，平均81.1分。', '于2023年1月20日前整改。']);
    expect(mergePassage(edited, 3)).toBe(true);
    expect(all(edited)).toEqual(['通报', '共13个。', '得分12个，平均81.1分。于2023年1月20日前整改。']);
    expect(mergePassage(edited, 1)).toBe(false);
    restorePassage(edited, computed, 1);
    expect(all(edited)).toEqual(['通报', '共13个。得分12个，平均81.1分。']);
    restorePassage(edited, computed, 2);
    expect(packed(edited)).toEqual(computed);
  });

  it('shows the day of mending that was set', () => {
    const shown = tokensIn(tokens, computed.deadline, '2023-02-03');
    expect(textOf(computed.passages[2]!.words, shown)).toBe('于2023年2月3日前整改。');
  });

  it('tells where it differs from what was computed', () => {
    const edited = copyOf(computed);
    edited.passages[2]!.words[0] = '务必于';
    edited.passages.push(paragraph(null, '特此通报。'));
    edited.copyTo = '县委办公室';
    expect(wordingChanges(computed, edited, { base: tokens, now: tokens })).toEqual([
      { place: '抄送', before: '（没有）', after: '县委办公室' },
      { place: '算出的第2段', before: '于2023年1月20日前整改。', after: '务必于2023年1月20日前整改。' },
      { place: '自己加的第1段', before: '（没有）', after: '特此通报。' },
    ]);
    expect(wordingChanges(computed, copyOf(computed), { base: tokens, now: tokens })).toEqual([]);
  });
});
