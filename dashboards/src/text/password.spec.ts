import { describe, expect, it } from 'vitest';
import { passwordRules, strength } from './password.js';

describe('passwordRules', () => {
  it.each([
    ['', [false, false, false, false]],
    ['Abc1234', [false, true, true, true]],
    ['abcdefghijkl', [true, false, true, true]],
    ['qiu tian de hong ye', [true, true, true, true]],
    ['Qiu-Tian-88', [false, true, true, true]],
    ['Qiu-Tian-888', [true, true, true, true]],
    ['Lisi-Tian-88', [true, true, false, true]],
    ['Aa1-Aa1-Aa1-', [true, true, false, true]],
    ['Old-Secret-1', [true, true, true, false]],
    ['Ab3-'.repeat(40), [false, true, false, true]],
  ])('%j meets %j', (next, met) => {
    expect(passwordRules(next, { current: 'Old-Secret-1', name: 'lisi' }).map((rule) => rule.met)).toEqual(met);
  });
});

it.each([
  ['', '弱'],
  ['aaaaaaaaaaaaaaaa', '弱'],
  ['Abcdefgh1234', '弱'],
  ['Tian88-Ql', '一般'],
  ['Qiu-Tian-88', '较强'],
  ['Qiu-Tian-88-Shan-Lu', '强'],
])('%j is %s', (password, word) => {
  expect(strength(password)).toBe(word);
});
