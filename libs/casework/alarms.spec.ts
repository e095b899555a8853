import { describe, expect, it } from 'vitest';
import { alarmOfAge, alarmsOfShifts, type IndicatorShift } from './alarms.js';

const quiet: IndicatorShift = {
  ...{ indicator: 'published-in-time', title: '按时上网', decidedTwice: 10, worse: 0, better: 0 },
  ...{ decidedBefore: 10, lost: 0 },
};
const kinds = (change: Partial<IndicatorShift>) =>
  alarmsOfShifts('a-1', [{ ...quiet, ...change }]).map(({ kind }) => kind);

describe('an indicator between two assessments', () => {
  it.each<[string, Partial<IndicatorShift>, string[]]>([
    ['nothing changed', {}, []],
    ['a few are worse', { worse: 2 }, []],
    ['three of ten are worse', { worse: 3 }, ['jump']],
    ['three of ten are better', { better: 3 }, ['jump']],
    ['as many better as worse', { worse: 4, better: 4 }, []],
    ['three of four: too few to tell', { worse: 3, decidedTwice: 4, decidedBefore: 4 }, []],
    ['three of ten have no word any more', { lost: 3, decidedTwice: 7 }, ['lost']],
    ['two of ten have none', { lost: 2, decidedTwice: 8 }, []],
    ['both', { lost: 5, decidedTwice: 5, worse: 5 }, ['jump', 'lost']],
    ['a new indicator', { decidedTwice: 0, decidedBefore: 0 }, []],
  ])('%s', (_, change, expected) => {
    expect(kinds(change)).toEqual(expected);
  });

  it('says how many, stops publication, and is the same matter only within its assessment', () => {
    const [alarm] = alarmsOfShifts('a-1', [{ ...quiet, worse: 4, better: 1 }]);
    expect(alarm).toMatchObject({
      message: '按时上网：两次都有结论的 10 家单位中，4 家由符合变为不符合，1 家由不符合变为符合',
      stops: true,
    });
    expect(alarmsOfShifts('a-1', [{ ...quiet, worse: 5 }])[0]!.id).toBe(alarm!.id);
    expect(alarmsOfShifts('a-2', [{ ...quiet, worse: 4, better: 1 }])[0]!.id).not.toBe(alarm!.id);
  });
});

describe('the age of what was seen', () => {
  const now = new Date('2025-03-20T00:00:00Z');
  it('alarms for sites that were not read for more than a fortnight, or never', () => {
    const seen = (at: string | null) => [{ name: '云岭县教育局', at }];
    expect(alarmOfAge(seen('2025-03-06T00:00:00Z'), now)).toBeNull();
    expect(alarmOfAge(seen('2025-03-05T23:59:59Z'), now)).toMatchObject({ stops: false });
    expect(alarmOfAge(seen(null), now)?.message).toBe('1 家单位的网站超过 14 天没有采集：云岭县教育局');
    expect(alarmOfAge([], now)).toBeNull();
  });

  it('names five and counts all', () => {
    const many = Array.from({ length: 7 }, (_, n) => ({ name: `第${n + 1}局`, at: null }));
    expect(alarmOfAge(many, now)?.message).toBe(
      '7 家单位的网站超过 14 天没有采集：第1局、第2局、第3局、第4局、第5局等',
    );
  });
});
