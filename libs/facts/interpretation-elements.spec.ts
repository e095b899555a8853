import { describe, expect, it } from 'vitest';
import { readElements, unsaidElements } from './interpretation-elements.js';

const long = (words: string) => [words, '今年春天雨水很多。'.repeat(20)];
const whole = [
  '一、出台背景',
  '二、工作目标',
  '三、主要内容',
  '四、具体举措',
  '五、适用范围',
  '解读机关：云岭县民政局',
];

describe('elements of an interpretation', () => {
  it('are named by headings', () => {
    expect(readElements(whole)).toEqual(['背景依据', '目标任务', '主要内容', '具体举措', '适用对象', '解读机关']);
  });
});

describe('elements of which a text says not a word', () => {
  it.each<
    [what: string, lines: string[], formats: Parameters<typeof unsaidElements>[1], files: boolean, lacks: string]
  >([
    ['a text of the weather', long(''), ['text'], false, '背景依据 目标任务 主要内容 具体举措 适用对象'],
    ['only its reason', long('为进一步改善农田水利'), ['text'], false, '目标任务 主要内容 具体举措 适用对象'],
    ['a word for each', long('根据规定，要求企业开展'), ['text'], false, ''],
    ['a picture may say it', long(''), ['text', 'infographic'], false, ''],
    ['a file may say it', long(''), ['text'], true, ''],
    ['nothing was read', long(''), [], false, ''],
    ['a line is no text', ['一行'], ['text'], false, ''],
  ])('%s', (_, lines, formats, files, lacks) => {
    expect(unsaidElements(lines, formats, files).join(' ')).toBe(lacks);
  });
});
