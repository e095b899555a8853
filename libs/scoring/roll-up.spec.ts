import { describe, expect, it } from 'vitest';
import type { OrganisationRef } from '#indicators';
import type { RollUp, RubricRule } from '#programmes';
import type { Scorecard } from './model.js';
import { rollUpScores } from './roll-up.js';
import { itemsOf } from './score-items.js';
import { programmeOf, scoreOf, someGroup, someItem, someResult, someUnit } from './scoring.fixture.js';

const share: RubricRule = { kind: 'proportional' };

describe('S25 下级单位的成绩', () => {
  const card = (name: string, score: number | null, change: Partial<OrganisationRef> = {}): Scorecard => {
    const programme = programmeOf([someGroup('g', [someItem('a', '100', share)])]);
    const result =
      score === null ? someResult('a', 'notMeasured') : someResult('a', score === 100 ? 'pass' : 'fail', [score, 100]);
    return scoreOf(programme, [result], someUnit(name, change));
  };
  const county = (score: number) => card('云岭县人民政府', score, { category: '政府', parent: null });
  const account = (name: string, score: number | null) => card(name, score);
  const roll = (rule: Partial<RollUp>, cards: Scorecard[]) => {
    const { rubric } = programmeOf([someGroup('g', [someItem('a', '100', share)])], {
      rollUp: [{ parents: { categories: ['政府'] }, children: { categories: ['部门'] }, by: 'worst', ...rule }],
    });
    return rollUpScores(cards, rubric)[0]!;
  };

  it.each<[string, Partial<RollUp>, number, (number | null)[], string]>([
    ['肇庆：一个账号不合格，全县记59分', { by: 'failing', failing: '60', fix: '59' }, 95, [90, 59, 88], '59'],
    ['全部合格', { by: 'failing', failing: '60', fix: '59' }, 95, [90, 60], '95'],
    ['自己更低的不因此变高', { by: 'failing', failing: '60', fix: '59' }, 40, [50], '40'],
    ['最低分占30%', { by: 'worst', weight: '0.3' }, 90, [80, 60], '81'],
    ['平均分占30%', { by: 'mean', weight: '0.3' }, 90, [80, 60], '84'],
    ['没有得分的不计入', { by: 'mean', weight: '0.3' }, 90, [80, null], '87'],
    ['都没有得分的', { by: 'mean', weight: '0.3' }, 90, [null], '90'],
  ])('%s', (_, rule, own, children, expected) => {
    const rolled = roll(rule, [county(own), ...children.map((score, n) => account(`云岭县第${n}局`, score))]);
    expect(rolled.score).toBe(expected);
    if (children.includes(null)) expect(rolled.tree.reason).toContain('没有得分');
  });

  it('begins at the lowest level and does not run in circles', () => {
    const { rubric } = programmeOf([someGroup('g', [someItem('a', '100', share)])], {
      rollUp: [{ parents: {}, children: {}, by: 'worst', weight: '0.5' }],
    });
    const chain = [
      card('县', 100, { parent: '村' }),
      card('镇', 80, { parent: '县' }),
      card('村', 40, { parent: '镇' }),
    ];
    expect(rollUpScores(chain, rubric).map((one) => one.score)).toEqual(['80', '60', '40']);
    const tree = [
      card('县', 100, { parent: null }),
      card('镇', 80, { parent: '县' }),
      card('村', 40, { parent: '镇' }),
    ];
    expect(rollUpScores([...tree].reverse(), rubric).map((one) => one.score)).toEqual(['40', '60', '80']);
  });

  it('shows the units below in the tree, and no more items than before', () => {
    const rolled = roll({ by: 'mean', weight: '0.3' }, [county(90), account('云岭县教育局', 80)]);
    expect(rolled.tree.children.at(-1)).toMatchObject({ kind: 'group', points: '80', title: '下级单位平均分' });
    expect(itemsOf(rolled.tree)).toHaveLength(1);
    expect(rolled.tree.steps?.at(-1)).toMatchObject({ step: 'rollUp', points: '87' });
  });
});
