import { describe, expect, it } from 'vitest';
import { mostRechecks, planRecheck, recheckSentence, type RecheckCase } from './recheck.js';

const dueOn = '2023-01-19';
const usual: RecheckCase = { dueOn, isEnded: false, isSettled: false, looks: [], requestedAt: null };
const own = (...days: string[]) => days.map((day) => ({ at: `${day}T16:05:00.000Z`, byItself: true }));
const asked = '2023-01-16T02:00:00.000Z';

describe('when it is looked again by itself', () => {
  it.each<[string, Partial<RecheckCase>, string, string | null, string]>([
    ['before the day', {}, '2023-01-12', '2023-01-20', '到期未完成的，自 2023-01-20 起自动复测'],
    ['on the last day itself', {}, dueOn, '2023-01-20', '到期未完成的，自 2023-01-20 起自动复测'],
    ['on the day after', {}, '2023-01-20', '2023-01-20', '已到期，即将自动复测'],
    [
      'when it was looked at and not measured',
      { looks: own('2023-01-19') },
      '2023-01-20',
      '2023-01-21',
      '已自动复测 1 次',
    ],
    ['a day later', { looks: own('2023-01-19') }, '2023-01-21', '2023-01-21', '尚未测得；即将自动复测'],
    ['when it was measured', { looks: own('2023-01-19'), isSettled: true }, '2023-01-21', null, '到期后已复测'],
    ['when all is mended', { isEnded: true }, '2023-01-21', null, ''],
    [
      'when it was tried often',
      { looks: own('2023-01-19', '2023-01-20', '2023-01-21', '2023-01-22', '2023-01-23') },
      '2023-01-30',
      null,
      `自动复测 ${mostRechecks} 次都未能测得`,
    ],
    ['long after', {}, '2023-02-19', null, '到期已久'],
    ['when the unit asks for it', { requestedAt: asked }, '2023-01-16', '2023-01-16', '单位已请求复测'],
    [
      'when that was done',
      { requestedAt: asked, looks: own('2023-01-16') },
      '2023-01-17',
      '2023-01-20',
      '自 2023-01-20 起',
    ],
    ['when it was looked at before only', { looks: own('2023-01-11') }, '2023-01-20', '2023-01-20', '即将自动复测'],
    [
      'when a person had it looked at since',
      { looks: [{ at: '2023-01-20T02:00:00.000Z', byItself: false }] },
      '2023-01-20',
      '2023-01-21',
      '已到期，2023-01-21 再自动复测',
    ],
  ])('%s', (_, more, today, nextOn, words) => {
    const about = { ...usual, ...more };
    const plan = planRecheck(about, today);
    expect(plan.nextOn).toBe(nextOn);
    expect(recheckSentence(about, plan, today)).toContain(words);
    expect(recheckSentence(about, plan, today) === '').toBe(words === '');
  });
});
