import { describe, expect, it } from 'vitest';
import { nextDue } from './next-due.js';
import { createWorkdays } from './workdays.js';

const workdays = createWorkdays();

describe('the next due day of what is handed out again and again', () => {
  it.each([
    ['a week ends on Sunday and is due on Monday', 'week', '2022-11-09', '2022-W45', '2022-11-14'],
    ['which is still awaited on that Monday', 'week', '2022-11-14', '2022-W45', '2022-11-14'],
    ['and no more on Tuesday', 'week', '2022-11-15', '2022-W46', '2022-11-21'],
    ['after the national holiday a Saturday is worked', 'week', '2022-10-05', '2022-W39', '2022-10-08'],
    ['and so is that Sunday', 'week', '2022-10-09', '2022-W40', '2022-10-09'],
    ['a month that ends on a working day', 'month', '2022-11-02', '2022-11', '2022-11-30'],
    ['a month that ends before the national holiday', 'month', '2022-09-30', '2022-09', '2022-09-30'],
    ['a quarter that ends within a rest', 'quarter', '2022-12-20', '2022Q4', '2023-01-03'],
  ] as const)('%s', (_, kind, asOf, period, on) => {
    expect(nextDue(kind, asOf, workdays)).toMatchObject({ period: { id: period }, on });
  });

  it('says whether it was moved, and that it guesses no holidays', () => {
    expect(nextDue('month', '2022-11-02', workdays).rule).toBe('取期末日');
    expect(nextDue('quarter', '2022-12-20', workdays).rule).toBe('期末日休息，顺延至其后第一个工作日');
    const late = nextDue('week', '2098-03-05', workdays);
    expect(late).toMatchObject({ on: late.period.to, rule: '取期末日；放假安排尚未公布，未考虑顺延' });
  });
});
