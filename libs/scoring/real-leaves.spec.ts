import { describe, expect, it } from 'vitest';
import type { RubricItem, RubricRule } from '#programmes';
import { itemsOf } from './score-items.js';
import { programmeOf, scoreOf, someGroup, someItem, someResult, someUnit } from './scoring.fixture.js';

/**
 * Leaves as real schemes print them. What a scheme says is quoted; the points that must come out were counted by hand.
 */
type Measured = readonly [number, number];

/** Points of one item under its rule, `null` where it does not count. */
function left(points: string, rule: RubricRule, measured: Measured | 'notMeasured', change: Partial<RubricItem> = {}) {
  const programme = programmeOf([someGroup('g', [someItem('a', points, rule, change)])]);
  const result =
    measured === 'notMeasured'
      ? someResult('a', 'notMeasured')
      : someResult('a', measured[0] === measured[1] ? 'pass' : 'fail', measured);
  return itemsOf(scoreOf(programme, [result]).tree)[0]!;
}

const yes = [1, 1] as const;
const no = [0, 1] as const;

describe('S1 沂水：“是否在专栏中集中发布规范性文件” 0.50分', () => {
  it.each<[string, Measured | 'notMeasured', string | null]>([
    ['0.25', yes, '0.25'],
    ['0.5', yes, '0.5'],
    ['1', yes, '1'],
    ['0.25', no, '0'],
    ['0.5', 'notMeasured', null],
  ])('%s分，%s → %s', (points, measured, expected) => {
    expect(left(points, { kind: 'allOrNothing' }, measured).points).toBe(expected);
  });

  it('quarter points add up exactly, however many', () => {
    const items = Array.from({ length: 180 }, (_, n) => someItem(`i${n}`, '0.25', { kind: 'allOrNothing' }));
    const card = scoreOf(
      programmeOf([someGroup('g', items)]),
      items.map(({ id }, n) => someResult(id, n % 3 === 0 ? 'fail' : 'pass', n % 3 === 0 ? no : yes)),
    );
    expect(card.tree).toMatchObject({ max: '45', before: '30', points: '30' });
  });
});

describe('S2 沂水：公开页面列明标题、正文、文号、成文日期、发布日期、有效性 1.00分', () => {
  it.each<[RubricRule, Measured, string]>([
    [{ kind: 'proportional' }, [5, 6], '0.83'],
    [{ kind: 'proportional' }, [6, 6], '1'],
    [{ kind: 'allOrNothing' }, [5, 6], '0'],
  ])('%j %s → %s', (rule, measured, expected) => {
    expect(left('1', rule, measured).points).toBe(expected);
  });
});

describe('S4 鲤城：“公文提前或超期公开每条扣5分；要素未规范录入每条扣1分”', () => {
  it.each<[string, string, Measured, string]>([
    ['10', '5', [9, 10], '5'],
    ['10', '5', [7, 10], '0'],
    ['6', '1', [2, 6], '2'],
    ['6', '1', [6, 6], '6'],
  ])('%s分，每条扣%s分，%s → %s', (points, each, measured, expected) => {
    expect(left(points, { kind: 'perFinding', each }, measured).points).toBe(expected);
  });

  it('单项指标扣分之和不超过本项指标总分值（19号）', () => {
    const node = left('5', { kind: 'perFinding', each: '1' }, [0, 100]);
    expect(node).toMatchObject({ points: '0', before: '5' });
    expect(node.reason).toContain('封顶扣5分');
  });
});

describe('S5 绵阳：“存在任何一种情况扣0.5分”', () => {
  it.each<[Measured, string]>([
    [[5, 5], '2'],
    [[4, 5], '1.5'],
    [[0, 5], '1.5'],
  ])('%s → %s', (measured, expected) => {
    expect(left('2', { kind: 'once', off: '0.5' }, measured).points).toBe(expected);
  });
});

describe('S6 “发现刊登商业广告的，此项不得分”', () => {
  it.each<[Measured, string]>([
    [[3, 3], '1'],
    [[2, 3], '0'],
  ])('%s → %s', (measured, expected) => {
    expect(left('1', { kind: 'allOrNothing' }, measured).points).toBe(expected);
  });
});

describe('S7 多样化解读“不得少于70％，自2022年起不得少于90％”', () => {
  const rule: RubricRule = { kind: 'threshold', full: '0.7', fullByYear: [{ fromYear: 2022, full: '0.9' }] };

  it.each<[Measured, string]>([
    [[9, 10], '10'],
    [[7, 10], '7.78'],
    [[0, 10], '0'],
  ])('2022年 %s → %s', (measured, expected) => {
    expect(left('10', rule, measured).points).toBe(expected);
  });

  it('样本太小不作评判', () => {
    const node = left('10', rule, [0, 2], { minimum: 3 });
    expect(node).toMatchObject({ points: null, outcome: 'notMeasured' });
    expect(node.reason).toContain('可测的只有2个，少于3个，不作评判');
    expect(left('10', rule, [0, 3], { minimum: 3 }).points).toBe('0');
  });

  it('比例先按百分数的整数位四舍五入，再与线比较', () => {
    const line: RubricRule = { kind: 'threshold', full: '0.7', zero: '0.6' };
    expect(left('10', line, [139, 199]).points).toBe('9.85');
    expect(left('10', { ...line, percentDigits: 0 } as RubricRule, [139, 199]).points).toBe('10');
  });
});

describe('S8 优10 良8 一般6 差0', () => {
  const rule: RubricRule = {
    kind: 'bands',
    bands: [
      { atLeast: '0.9', points: '10' },
      { atLeast: '0.7', points: '8' },
      { atLeast: '0.6', points: '6' },
    ],
  };

  it.each<[Measured, string]>([
    [[100, 100], '10'],
    [[895, 1000], '8'],
    [[70, 100], '8'],
    [[69, 100], '6'],
    [[59, 100], '0'],
  ])('%s → %s', (measured, expected) => {
    expect(left('10', rule, measured).points).toBe(expected);
  });
});

describe('S9 盘山：“每个栏目每月报送6条，低于6条扣1分”', () => {
  it.each<[string, Measured, string]>([
    ['5', [12, 12], '5'],
    ['5', [9, 12], '2'],
    ['5', [0, 12], '0'],
  ])('%s分，%s个栏目月达标 → %s', (points, measured, expected) => {
    expect(left(points, { kind: 'perMissing', each: '1' }, measured).points).toBe(expected);
  });
});

describe('S20 县政务公开考核表：“一项可得2分，最高不超过6分”', () => {
  it.each<[Measured, string]>([
    [[0, 5], '0'],
    [[2, 5], '4'],
    [[3, 5], '6'],
    [[5, 5], '6'],
  ])('%s → %s', (measured, expected) => {
    expect(left('6', { kind: 'perSubject', each: '2' }, measured).points).toBe(expected);
  });
});

describe('S23 同一指标各类单位分值不同：“2-12.5分”，A类、B类各一张表', () => {
  const county = { categories: ['政府'] };
  const office = { categories: ['部门'] };
  const item = someItem('a', '12.5', { kind: 'proportional' }, { pointsFor: [{ appliesTo: office, points: '2' }] });
  const forCounty = someItem('b', '87.5', { kind: 'proportional' }, { appliesTo: county });
  const forOffice = someItem('c', '98', { kind: 'proportional' }, { appliesTo: office });
  const programme = programmeOf([someGroup('g', [item, forCounty, forOffice])], { total: '100' });
  const results = [someResult('a', 'fail', [1, 2]), someResult('b', 'pass'), someResult('c', 'pass')];

  it.each([
    ['政府', '93.75', ['6.25', '87.5', null]],
    ['部门', '99', ['1', null, '98']],
  ])('%s类 → %s', (category, score, points) => {
    const card = scoreOf(programme, results, someUnit('云岭县', { category }));
    expect(card.score).toBe(score);
    expect(card.tree.counted).toBe('100');
    expect(itemsOf(card.tree).map((node) => node.points)).toEqual(points);
  });

  it('分值为0的单位类别视为不适用', () => {
    const none = someItem('a', '5', { kind: 'proportional' }, { pointsFor: [{ appliesTo: office, points: '0' }] });
    const card = scoreOf(programmeOf([someGroup('g', [none])]), [someResult('a', 'pass')]);
    expect(itemsOf(card.tree)[0]).toMatchObject({ outcome: 'notApplicable', points: null });
  });
});

describe('S28 “逐年压缩”，本季比上季', () => {
  const trend = (change: object): RubricRule => ({ kind: 'trend', wants: 'fall', ...change }) as RubricRule;
  const score = (rule: RubricRule, before: Measured | null, now: Measured) => {
    const programme = programmeOf([someGroup('g', [someItem('a', '4', rule)])]);
    const at = (measured: Measured) => [someResult('a', measured[0] === measured[1] ? 'pass' : 'fail', measured)];
    const previous =
      before && scoreOf(programmeOf([someGroup('g', [someItem('a', '4', { kind: 'proportional' })])]), at(before));
    return itemsOf(scoreOf(programme, at(now), someUnit(), { earlier: { previous, lastYear: previous } }).tree)[0]!;
  };

  it.each<[string, RubricRule, Measured, Measured, string]>([
    ['件数减少', trend({ figure: 'count' }), [8, 8], [6, 6], '4'],
    ['件数不变不算压缩', trend({ figure: 'count' }), [8, 8], [8, 8], '0'],
    ['不符合的减少', trend({ figure: 'missing' }), [5, 8], [7, 9], '4'],
    ['比例不下降', trend({ wants: 'notFall' }), [1, 2], [2, 4], '4'],
    ['比例上升', trend({ wants: 'rise' }), [1, 2], [2, 4], '0'],
    ['与上年同期比', trend({ figure: 'count', against: 'lastYear' }), [3, 3], [2, 2], '4'],
  ])('%s', (_, rule, before, now, expected) => {
    expect(score(rule, before, now).points).toBe(expected);
  });

  it('没有上期数据不作评判', () => {
    const node = score(trend({ figure: 'count' }), null, [6, 6]);
    expect(node).toMatchObject({ points: null, outcome: 'notMeasured' });
    expect(node.reason).toContain('没有上期的数据可比');
  });
});

describe('S32 鲤城：“退回且未及时修改的，再扣5分”', () => {
  const item = someItem('a', '20', { kind: 'perFinding', each: '5' }, { repeat: { times: '2' } });
  const programme = programmeOf([someGroup('g', [item])]);

  it('上期已有、本期还在的问题加倍扣', () => {
    const previous = scoreOf(programme, [someResult('a', 'fail', [4, 5])]);
    const node = (measured: Measured) =>
      itemsOf(scoreOf(programme, [someResult('a', 'fail', measured)], someUnit(), { earlier: { previous } }).tree)[0]!;
    // The fixture names findings by number: the first of them is the one of the period before.
    expect(node([4, 5]).points).toBe('10');
    expect(node([3, 5]).points).toBe('5');
    expect(node([3, 5]).reason).toContain('2个问题（其中1个上期已有，按2倍计），每个扣5分，扣15分');
    expect(itemsOf(scoreOf(programme, [someResult('a', 'fail', [3, 5])]).tree)[0]!.points).toBe('10');
  });
});
