import { expect, it } from 'vitest';
import { progressText, proofText } from './tasks.js';

it('says progress without counting what could not be told', () => {
  const progress = { all: 9, due: 5, done: 2, unknown: 2, share: '0.6666' };
  expect(progressText(progress)).toBe('已到期 5 项，可核实 3 项，其中完成 2 项（66.7%）');
  expect(progressText({ ...progress, unknown: 0, share: '0.4' })).toBe('已到期 5 项，完成 2 项（40%）');
  expect(progressText({ ...progress, due: 2, done: 0, share: null })).toBe('已到期 2 项，都还不能核实');
  expect(progressText({ all: 3, due: 0, done: 0, unknown: 0, share: null })).toBe('还没有到期的任务');
});

it('names what a state rests on', () => {
  expect(proofText(['facts', 'evidence'])).toBe('依据：网站内容、审定的材料');
  expect(proofText([])).toBe('');
});
