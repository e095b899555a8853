import { expect, it } from 'vitest';
import { dueText, ruleText, thresholdText } from './programme.js';

it.each([
  [{ kind: 'allOrNothing' }, '符合得满分，不符合不得分'],
  [{ kind: 'proportional' }, '按符合的比例得分'],
  [{ kind: 'perFinding', each: '2' }, '每个问题扣 2 分，扣完为止'],
  [{ kind: 'perFinding', each: '0.50', cap: '5' }, '每个问题扣 0.5 分，最多扣 5 分'],
  [{ kind: 'threshold', full: '0.9', zero: '0.5' }, '达到 90% 得满分，低于 50% 不得分，之间按比例得分'],
  [{ kind: 'threshold', full: '0.7' }, '达到 70% 得满分，之间按比例得分'],
  [
    {
      kind: 'bands',
      bands: [
        { atLeast: '0.9', points: '10' },
        { atLeast: '0.6', points: '6' },
      ],
    },
    '90% 以上得 10 分；60% 以上得 6 分',
  ],
  [{ kind: 'veto', score: '0' }, '单项否决：出现即总分定为 0 分'],
  [{ kind: 'later' }, 'later'],
])('%j reads “%s”', (rule, words) => expect(ruleText(rule)).toBe(words));

const number = { name: '多样化方式解读量', comparison: 'atLeast' as const, value: '90', unit: '％' };

it.each([
  [{ ...number, fromYear: 2022, untilYear: null }, '2022年起多样化方式解读量不少于 90％'],
  [{ ...number, value: '70', fromYear: 2022, untilYear: 2022 }, '2022年多样化方式解读量不少于 70％'],
  [{ ...number, fromYear: 2020, untilYear: 2022 }, '2020年至2022年多样化方式解读量不少于 90％'],
  [
    { name: '账号', comparison: 'atMost' as const, value: '1', unit: '个', fromYear: null, untilYear: null },
    '账号不多于 1 个',
  ],
])('%j is the number “%s”', (threshold, words) => expect(thresholdText(threshold)).toBe(words));

it('tells a target from the last day', () => {
  expect(dueText({ due: null, hardDue: null })).toBe('—');
  expect(dueText({ due: '2020年9月30日前', hardDue: null })).toBe('2020年9月30日前');
  expect(dueText({ due: '2020年9月30日前', hardDue: '2020年12月底前' })).toBe(
    '目标 2020年9月30日前；最后 2020年12月底前',
  );
});
