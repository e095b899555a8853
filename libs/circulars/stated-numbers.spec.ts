import { describe, expect, it } from 'vitest';
import { plainText, type Run } from './tokens.js';
import { sentencesOf, uncheckedSentences } from './stated-numbers.js';

const computed: Run = { kind: 'given', text: '13。5', name: 'n' };

describe('sentences', () => {
  it.each<[Run[], string[]]>([
    [['甲。乙！丙？丁'], ['甲。', '乙！', '丙？', '丁']],
    [['甲说：“乙。”丙。'], ['甲说：“乙。”', '丙。']],
    [
      ['共', computed, '个。完'],
      ['共13。5个。', '完'],
    ],
    [[computed], ['13。5']],
  ])('of %j', (runs, sentences) => {
    expect(sentencesOf(runs).map(plainText)).toEqual(sentences);
  });
});

describe('numbers that a person wrote', () => {
  it.each([
    '于2026年7月15日前整改。',
    '2026年第二季度、2026年度和7月份的情况。',
    '按照《通知》（国办发〔2019〕54号）和国务院令第711号要求。',
    '依照条例第20条第1款、第二十条办理。',
    '1.压实责任。',
    '（2）压实责任。',
    '见附件2。',
    '这是一个好办法，第三次通报，第一批试点。',
    '一、总体情况',
    '（二）存在的问题。',
  ])('are harmless in “%s”', (sentence) => {
    expect(uncheckedSentences([sentence], [], 3)).toEqual([]);
  });

  it.each([
    '共有13个单位。',
    '合格率９２％。',
    '排在第③位。',
    '百分之八十的单位合格。',
    '有十二家单位逾期。',
    '一百个单位参加。',
    '两个单位较差。',
    '三成单位不合格。',
    '过半单位不合格。',
    '见附件4。',
    '联系电话：0000-1234567。',
    '于13月1日前。',
    '15日内整改。',
    '২৫ 家单位。',
  ])('are named in “%s”', (sentence) => {
    expect(uncheckedSentences([`前面没有数字。${sentence}`], [], 3)).toEqual([sentence]);
  });

  it('are let through with the sentence that was held to be right, and no longer when it is another one', () => {
    const checked = [{ sentence: '13。5个单位中有3个受到表扬。', reason: '见会议纪要' }];
    const runs: Run[] = [computed, '个单位中有3个受到表扬。'];
    expect(uncheckedSentences(runs, checked, 3)).toEqual([]);
    expect(uncheckedSentences([computed, '个单位中有4个受到表扬。'], checked, 3)).toEqual([
      '13。5个单位中有4个受到表扬。',
    ]);
  });

  it('are not found in what is computed, nor beside it', () => {
    expect(uncheckedSentences(['共', computed, '个单位。'], [], 3)).toEqual([]);
  });
});
