import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordFaults } from '#access';
import { passwordRules } from '../../dashboards/src/text/password.js';

const about = { name: 'lisi', current: 'Old-Secret-1' };
const isMet = (password: string) => passwordRules(password, about).every(({ met }) => met);
const isTaken = (password: string) => passwordFaults(password, about).length === 0;

describe('the rule for passwords as the page tells it', () => {
  it.each([
    '',
    'Abc1-xyz',
    'Qiu-Tian-88',
    'qiutianhongye',
    'Lisi-Tian-88',
    'Aa1-Aa1-Aa1-',
    'Old-Secret-1',
    `Qt8-${'x'.repeat(125)}`,
  ])('refuses %j as the server does', (password) => {
    expect([isMet(password), isTaken(password)]).toEqual([false, false]);
  });

  it.each(['Qiu-Tian-888', 'qiu tian de hong ye', '秋天的红叶Shan-Lu-6'])('takes %j as the server does', (password) => {
    expect([isMet(password), isTaken(password)]).toEqual([true, true]);
  });

  it('never refuses what the server takes; what is often guessed only the server knows', () => {
    const signs = fc.constantFrom(...'abcxyzLISlisABC0189-_ 山');
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 20 }), (password) => isMet(password) || !isTaken(password)),
      { numRuns: 2000 },
    );
  });
});
