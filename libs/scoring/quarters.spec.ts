import { describe, expect, it } from 'vitest';
import { parsePeriod, quartersOf } from '#calendar';
import { scoreOrganisation } from './score-organisation.js';
import { programmeOf, someGroup, someItem, someResult, someUnit } from './scoring.fixture.js';

const year = parsePeriod('2022');
const all = { kind: 'allOrNothing' } as const;
const groups = [someGroup('a', [someItem('one', '60', all), someItem('two', '40', all)])];
const programme = programmeOf(groups, { quarters: { weight: '0.4' } });
const about = { organisation: someUnit(), evidenceDigest: 'digest' };
const results = [someResult('one', 'pass'), someResult('two', 'fail')];

/** A scorecard of a quarter with this score. */
function quarter(id: string, score: string | null) {
  const period = parsePeriod(id);
  const card = scoreOrganisation({ ...about, programme, period, asOf: period.to, results });
  return score === null ? null : { ...card, score };
}

function ofYear(scores: (string | null)[], of = programme, own = results) {
  const quarters = quartersOf(year).map((period, i) => ({ period, card: quarter(period.id, scores[i] ?? null) }));
  return scoreOrganisation({
    ...about,
    programme: of,
    period: year,
    asOf: '2022-12-31',
    results: own,
    earlier: { quarters },
  });
}

describe('the quarters in the score of their year', () => {
  it('count by their share, with each of them in the tree', () => {
    const card = ofYear(['80', '90.5', '100', '70']);
    // 60 × 0.6 + 85.125 × 0.4
    expect(card).toMatchObject({ score: '70.05', grade: '合格' });
    const node = card.tree.children.at(-1)!;
    expect(node).toMatchObject({ id: 'quarters', points: '85.13', counted: '0' });
    expect(node.children.map(({ id, points }) => [id, points])).toEqual([
      ['year', '60'],
      ['2022Q1', '80'],
      ['2022Q2', '90.5'],
      ['2022Q3', '100'],
      ['2022Q4', '70'],
    ]);
    expect(card.tree.reason).toContain('年度测评60分占60%，各季度平均85.13分占40%，总分70.05分，等次为合格');
    expect(card.tree.steps?.at(-1)).toMatchObject({ step: 'quarters', points: '70.05' });
    expect(card.earlier).toHaveLength(4);
  });

  it('that have no score are left out and named, and without any the year stands alone', () => {
    const card = ofYear(['80', null, '90', null]);
    expect(card.score).toBe('70');
    expect(card.tree.reason).toContain('（2022年第二季度、2022年第四季度没有得分，不计入）');
    const alone = ofYear([null, null, null, null]);
    expect(alone).toMatchObject({ score: '60' });
    expect(alone.tree.children.at(-1)!.reason).toBe('各季度都没有得分，总分只按年度测评计');
  });

  it('do not count where the rubric does not say so, under a veto, or without a score of the year', () => {
    expect(ofYear(['100', '100', '100', '100'], programmeOf(groups)).score).toBe('60');
    const vetoed = [someGroup('v', [someItem('veto', '0', { kind: 'veto', score: '0' })]), ...groups];
    const struck = programmeOf(vetoed, { quarters: { weight: '0.4' } });
    expect(ofYear(['100', '100', '100', '100'], struck, [someResult('veto', 'fail'), ...results]).score).toBe('0');
    const unread = [someResult('one', 'notMeasured'), someResult('two', 'notMeasured')];
    expect(ofYear(['100', '100', '100', '100'], programme, unread).score).toBeNull();
  });
});
