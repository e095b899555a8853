import { describe, expect, it } from 'vitest';
import { compareScorecards } from './compare.js';
import { pointsOfFindings } from './finding-points.js';
import type { Scorecard } from './model.js';
import { printScorecard } from './print-scorecard.js';
import { rankScorecards } from './rank.js';
import { scoreOf, someItem, someProgramme, someResult, someUnit } from './scoring.fixture.js';

const proportional = { kind: 'proportional' } as const;
const programme = someProgramme([
  [someItem('a', '40', proportional), someItem('b', '20', { kind: 'allOrNothing' })],
  [someItem('c', '40', { kind: 'perFinding', each: '5' })],
]);

describe('scoring a unit', () => {
  it('adds what the items leave and says why at every node', () => {
    const card = scoreOf(programme, [
      someResult('a', 'fail', [2, 3]),
      someResult('b', 'pass'),
      someResult('c', 'fail', [5, 6]),
    ]);
    expect(card).toMatchObject({ score: '81.67', grade: '合格', coverage: '1', vetoed: null, rank: null });
    expect(card.tree).toMatchObject({ max: '100', counted: '100', before: '81.67', points: '81.67' });
    expect(card.tree.reason).toBe('各项合计81.67分，可测度100%，等次为合格');
    expect(card.tree.children.map((group) => [group.max, group.before, group.points])).toEqual([
      ['60', '60', '46.67'],
      ['40', '40', '35'],
    ]);
    const [first] = card.tree.children[0]!.children;
    expect(first).toMatchObject({
      before: '40',
      points: '26.67',
      clause: '二(一)1',
      outcome: 'fail',
      measured: 2,
      of: 3,
    });
    expect(first!.reason).toBe('a fail。40分×2/3，得26.67分（满分40分）');
    expect(card.results.map((result) => result.indicator)).toEqual(['a', 'b', 'c']);
  });

  it('leaves out what does not apply and scales the rest to the total', () => {
    const card = scoreOf(programme, [
      someResult('a', 'fail', [1, 2]),
      someResult('b', 'pass'),
      someResult('c', 'notApplicable'),
    ]);
    expect(card).toMatchObject({ score: '66.67', coverage: '1' });
    expect(card.tree).toMatchObject({ counted: '60', before: '40', points: '66.67' });
    expect(card.tree.reason).toContain('可计满分60分中得40分，折算为100分制得66.67分');
  });

  it('lets what could not be measured lower the coverage only', () => {
    const card = scoreOf(programme, [
      someResult('a', 'pass'),
      someResult('b', 'notMeasured'),
      someResult('c', 'pass', [2, 2], { unmeasured: 2 }),
    ]);
    expect(card).toMatchObject({ score: '100', coverage: '0.6', grade: '优秀' });
  });

  it('gives no total below the floor', () => {
    const card = scoreOf(programme, [
      someResult('a', 'pass'),
      someResult('b', 'needsReview'),
      someResult('c', 'notMeasured'),
    ]);
    expect(card).toMatchObject({ score: null, grade: null, coverage: '0.4' });
    expect(card.tree).toMatchObject({ before: '40', points: null });
    expect(card.tree.reason).toContain('可测度40%，低于评定总分所需的60%');
  });

  it('publishes nothing after an error of its own', () => {
    const card = scoreOf(programme, [someResult('a', 'pass'), someResult('b', 'error'), someResult('c', 'pass')]);
    expect(card).toMatchObject({ score: null, grade: null });
    expect(card.tree.reason).toContain('计算出错');
  });

  it('counts a result that is not there as not measured', () => {
    const card = scoreOf(programme, [someResult('a', 'pass'), someResult('b', 'pass')]);
    expect(card).toMatchObject({ score: '100', coverage: '0.6' });
    expect(card.tree.children[1]).toMatchObject({ points: null, before: null, counted: '0' });
  });

  it('ends with the veto, whatever else there is', () => {
    const strict = someProgramme([
      [someItem('v', '0', { kind: 'veto', score: '59' }), someItem('a', '100', proportional)],
    ]);
    expect(scoreOf(strict, [someResult('v', 'pass'), someResult('a', 'pass')])).toMatchObject({
      score: '100',
      vetoed: null,
    });
    const card = scoreOf(strict, [someResult('v', 'fail', [0, 1]), someResult('a', 'pass')]);
    expect(card).toMatchObject({ score: '59', grade: '不合格', vetoed: '项目v' });
    expect(card.tree).toMatchObject({ before: '100', points: '59' });
    expect(scoreOf(strict, [someResult('v', 'needsReview'), someResult('a', 'pass')]).score).toBe('100');
  });

  it('applies items to the classes they are meant for', () => {
    const forTowns = { appliesTo: { categories: ['街镇'] } };
    const classes = someProgramme([[someItem('a', '50', proportional), someItem('b', '50', proportional, forTowns)]]);
    const results = [someResult('a', 'pass'), someResult('b', 'fail', [0, 1])];
    const office = scoreOf(classes, results);
    expect(office).toMatchObject({ score: '100', coverage: '1' });
    expect(office.results.map((result) => result.indicator)).toEqual(['a']);
    expect(office.tree.children[0]!.children[1]).toMatchObject({ outcome: 'notApplicable', findings: [] });
    expect(scoreOf(classes, results, someUnit('云岭县石桥镇', { category: '街镇' })).score).toBe('50');
  });

  it('gives items that share an indicator its results in their order', () => {
    const twice = someProgramme([
      [someItem('x', '50', proportional, { indicator: 'a' }), someItem('y', '50', proportional, { indicator: 'a' })],
    ]);
    const card = scoreOf(twice, [someResult('a', 'pass'), someResult('a', 'fail', [0, 1])]);
    expect(card.tree.children[0]!.children.map((node) => node.points)).toEqual(['50', '0']);
  });
});

describe('points of findings', () => {
  it('share the loss of their item to the last hundredth', () => {
    const card = scoreOf(programme, [
      someResult('a', 'fail', [0, 3]),
      someResult('b', 'pass'),
      someResult('c', 'pass'),
    ]);
    expect([...pointsOfFindings(card).values()].sort()).toEqual(['13.33', '13.33', '13.34']);
  });

  it('are zero for reviews', () => {
    const result = someResult('b', 'pass');
    const doubtful = { ...someResult('b', 'fail', [0, 1]).findings[0]!, kind: 'review' as const };
    const card = scoreOf(programme, [
      someResult('a', 'pass'),
      { ...result, findings: [doubtful] },
      someResult('c', 'pass'),
    ]);
    expect([...pointsOfFindings(card)]).toEqual([[doubtful.id, '0']]);
  });
});

describe('ranking', () => {
  const card = (name: string, score: string | null, category = '部门'): Scorecard => ({
    ...scoreOf(programme, []),
    organisation: someUnit(name, { category }),
    score,
  });

  it('shares places among equals within a class and leaves out cards without a score', () => {
    const cards = [
      card('甲', '80'),
      card('乙', '90'),
      card('丙', '80.00'),
      card('丁', '9'),
      card('戊', null),
      card('己', '10', '街镇'),
    ];
    expect(rankScorecards(cards).map((one) => one.rank)).toEqual([2, 1, 2, 4, null, 1]);
    expect(rankScorecards(cards, 'all').map((one) => one.rank)).toEqual([2, 1, 2, 5, null, 4]);
  });
});

describe('comparing two scorecards', () => {
  it('names what moved, by how much and why', () => {
    const before = scoreOf(programme, [
      someResult('a', 'fail', [2, 4]),
      someResult('b', 'pass'),
      someResult('c', 'notMeasured'),
    ]);
    const after = scoreOf(programme, [
      someResult('a', 'fail', [3, 4]),
      someResult('b', 'pass'),
      someResult('c', 'fail', [0, 1]),
    ]);
    const said = compareScorecards(before, after);
    expect(said).toMatchObject({ before: '66.67', after: '85', change: '18.33' });
    expect(said.items.map((item) => [item.id, item.before, item.after, item.change])).toEqual([
      ['c', null, '35', null],
      ['a', '20', '30', '10'],
    ]);
    expect(said.items[1]!.why).toBe('符合的由2/4变为3/4，问题由2个变为1个');
    expect([said.appeared.length, said.gone.length, said.stayed.length]).toEqual([1, 1, 1]);
  });
});

describe('the printed scorecard', () => {
  it('has the shape that users script', () => {
    const card = scoreOf(programme, [
      someResult('a', 'fail', [2, 3]),
      someResult('b', 'notMeasured'),
      someResult('c', 'pass'),
    ]);
    const finding = card.results[0]!.findings[0]!.id;
    expect(printScorecard(card)).toEqual({
      organisation: '云岭县教育局',
      period: '2022',
      programme: 'sample',
      score: 83.34,
      grade: '合格',
      coverage: 0.8,
      vetoed: null,
      rank: null,
      indicators: [
        { id: 'a', outcome: 'fail', measured: 2, of: 3, points: 26.67, max: 40, findings: [finding] },
        { id: 'b', outcome: 'notMeasured', measured: 0, of: 0, points: null, max: 20, findings: [] },
        { id: 'c', outcome: 'pass', measured: 1, of: 1, points: 40, max: 40, findings: [] },
      ],
    });
  });
});
