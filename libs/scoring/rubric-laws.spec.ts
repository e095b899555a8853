import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorResult } from '#indicators';
import { canonicalJson, type Points, points, printPoints, sumPoints } from '#kernel';
import { highestScore, type Rubric, type RubricGroup, rubricItems } from '#programmes';
import type { Scorecard, ScoreNode } from './model.js';
import { mostOf, type Reading, readings, resultsOf, rubrics } from './random-rubric.fixture.js';
import { programmeOf, scoreOf, someUnit } from './scoring.fixture.js';

type AnyRubric = Partial<Rubric> & { groups: RubricGroup[] };

function score(rubric: AnyRubric, results: ReadonlyMap<string, IndicatorResult>): Scorecard {
  return scoreOf(programmeOf(rubric.groups, rubric), [], someUnit(), { results });
}

const scoreReadings = (rubric: AnyRubric, all: readonly Reading[]) => score(rubric, resultsOf(rubric, all));
const nodesOf = (node: ScoreNode): ScoreNode[] => [node, ...node.children.flatMap(nodesOf)];
const got = (value: string | null | undefined): Points => points(value ?? 0);
const runs = { numRuns: 100 };

/** Every rubric and every set of results. */
const check = (law: (rubric: AnyRubric, all: Reading[]) => void) =>
  fc.assert(fc.property(rubrics, readings, law), runs);
/** The same with one item picked. */
const checkOne = (law: (rubric: AnyRubric, all: Reading[], index: number) => void) =>
  fc.assert(
    fc.property(rubrics, readings, fc.nat(), (rubric, all, pick) =>
      law(rubric, all, pick % rubricItems(rubric).length),
    ),
    runs,
  );
const replaced = (all: readonly Reading[], index: number, change: Partial<Reading>) =>
  all.map((one, at) => (at === index ? { ...one, ...change } : one));

/** What a group must be left with, told again from its members as the rule says. */
function fromMembers(group: RubricGroup, node: ScoreNode, extra: boolean): Points {
  const sum = sumPoints(node.children.map((child) => child.points ?? '0'));
  const counted = sumPoints(node.children.map((child) => child.counted));
  const most = (value: Points, limit: string | undefined) =>
    limit !== undefined && value.gt(limit) ? points(limit) : value;
  if (extra)
    return group.cap === undefined || sum.abs().lte(group.cap) ? sum : points(group.cap).times(sum.lt(0) ? -1 : 1);
  const full = points(node.counted);
  const part = full.gte(node.max) ? points(1) : full.div(node.max);
  const limit = group.deductAtMost && printPoints(part.times(group.deductAtMost));
  if (group.kind === 'deduct') return full.minus(most(most(counted.minus(sum), node.counted), limit));
  const brought = group.points === undefined ? sum : points(printPoints(full.times(sum).div(counted)));
  return full.minus(most(full.minus(brought), limit));
}

describe('laws of every rubric', () => {
  it('nobody has more than full marks or less than nothing; a malus takes no more than it may', () => {
    check((rubric, all) => {
      const card = scoreReadings(rubric, all);
      const most = mostOf(rubric.groups);
      const visit = (node: ScoreNode, malus: boolean): void => {
        if (node.points !== null && node.kind !== 'root') {
          const value = points(node.points);
          const full = got(most.get(node.id));
          const limit = full.gt(node.counted) ? full : points(node.counted);
          expect(value.lte(malus ? 0 : limit)).toBe(true);
          expect(value.gte(malus ? limit.times(-1) : 0)).toBe(true);
        }
        for (const child of node.children) visit(child, malus || isMalus(rubric, child));
      };
      visit(card.tree, false);
      if (card.score === null) return;
      expect(got(card.score).gte(0)).toBe(true);
      const highest = highestScore(programmeOf(rubric.groups, rubric).rubric);
      if (card.vetoed === null) expect(got(card.score).lte(highest)).toBe(true);
    });
  });

  it('leaves add up to the root by the stated rules', () => {
    check((rubric, all) => {
      const { tree, score: total } = scoreReadings(rubric, all);
      const visit = (group: RubricGroup, node: ScoreNode, extra: boolean): void => {
        const inner = extra || group.kind === 'bonus' || group.kind === 'malus';
        if (node.points !== null) expect(node.points).toBe(printPoints(fromMembers(group, node, inner)));
        group.groups?.forEach((one, index) => visit(one, node.children[group.items.length + index]!, inner));
      };
      rubric.groups.forEach((group, index) => visit(group, tree.children[index]!, false));
      const regular = tree.children.filter(
        (_, index) => !['bonus', 'malus'].includes(rubric.groups[index]!.kind ?? ''),
      );
      expect(tree.before ?? '0').toBe(printPoints(sumPoints(regular.map((node) => node.points ?? '0'))));
      if (total !== null && tree.steps) expect(tree.steps.at(-1)?.points).toBe(total);
    });
  });

  it('the order of results and of findings does not matter', () => {
    fc.assert(
      fc.property(rubrics, readings, fc.integer({ min: 1, max: 9 }), (rubric, all, turn) => {
        const results = [...resultsOf(rubric, all)];
        const turned = new Map([...results.slice(turn), ...results.slice(0, turn)].reverse());
        expect(canonicalJson(score(rubric, turned))).toBe(canonicalJson(score(rubric, new Map(results))));
        const reversed = results.map(([id, result]): [string, IndicatorResult] => [
          id,
          { ...result, findings: [...result.findings].reverse() },
        ]);
        const points = (card: Scorecard) => nodesOf(card.tree).map((node) => node.points);
        expect(points(score(rubric, new Map(reversed)))).toEqual(points(score(rubric, new Map(results))));
      }),
      runs,
    );
  });

  it('another defect never scores more', () => {
    checkOne((rubric, all, index) => {
      const one = all[index]!;
      if (one.outcome !== 'pass' && one.outcome !== 'fail') return;
      const before = scoreReadings(rubric, all);
      const defects = one.outcome === 'fail' ? one.defects + 1 : 1;
      const worse = scoreReadings(rubric, replaced(all, index, { outcome: 'fail', defects }));
      // A veto fixes the score, be it above what the unit would have had; it is never a better result.
      if (worse.vetoed !== null) return;
      expect(before.vetoed).toBeNull();
      expect(got(worse.score).lte(got(before.score))).toBe(true);
    });
  });

  it('what does not apply never counts against a unit: it is never worse than failing it', () => {
    checkOne(({ gate: _gate, ...capped }, all, index) => {
      // Under a cap a failure may cost nothing, and then the item is as good as passed; at a gate a hundredth of rounding
      // may cost the bonus.
      const rubric = { ...capped, groups: capped.groups.map(({ deductAtMost: _most, ...group }) => group) };
      const item = rubricItems(rubric)[index]!;
      if (!stands(rubric, item.id) || item.rule.kind === 'veto') return;
      const failed = scoreReadings(rubric, replaced(all, index, { outcome: 'fail', of: 9, defects: 9 }));
      const without = scoreReadings(rubric, replaced(all, index, { outcome: 'notApplicable' }));
      const node = nodesOf(failed.tree).find(({ id }) => id === item.id)!;
      if (node.points !== '0' || without.score === null || failed.vetoed !== null) return;
      // Rounding of shares and of the score.
      const slack = points(rubric.rounding?.digits === 0 ? '1' : '0.2');
      expect(got(without.score).plus(slack).gte(got(failed.score))).toBe(true);
    });
  });

  it('with scaling, what does not apply leaves everything else as it was', () => {
    checkOne((rubric, all, index) => {
      const scaled = { ...rubric, notApplicable: 'scale' as const };
      const item = rubricItems(rubric)[index]!;
      const without = scoreReadings(scaled, replaced(all, index, { outcome: 'notApplicable' }));
      const unseen = scoreReadings(scaled, replaced(all, index, { outcome: 'notMeasured' }));
      const pointsOf = (card: Scorecard) =>
        nodesOf(card.tree)
          .filter(({ id, kind }) => id !== item.id && kind === 'item')
          .map((node) => [node.id, node.points, node.counted]);
      expect(pointsOf(without)).toEqual(pointsOf(unseen));
      // Not applicable is no gap in what could be seen; not measured is.
      expect(got(without.coverage).gte(unseen.coverage)).toBe(true);
      if (!stands(rubric, item.id) || without.score === null || unseen.score === null) return;
      expect(without.score).toBe(unseen.score);
    });
  });

  it('with sharing out, the full marks that apply stay the total', () => {
    check((rubric, all) => {
      const shared = { ...rubric, notApplicable: 'spread' as const };
      const seen = all.map((one) => (one.outcome === 'notApplicable' ? one : { ...one, outcome: 'pass' as const }));
      const { tree } = scoreReadings(shared, seen);
      if (got(tree.counted).isZero()) return;
      expect(tree.counted).toBe(tree.max);
    });
  });
});

function isMalus(rubric: AnyRubric, node: ScoreNode): boolean {
  return rubric.groups.some((group) => group.id === node.id && group.kind === 'malus');
}

/** Whether an item stands in a group that is added up for the total: bonus, malus and 减分 go by rules of their own. */
function stands(rubric: AnyRubric, id: string): boolean {
  const groups = rubric.groups.filter(({ kind = 'regular' }) => kind === 'regular');
  return rubricItems({ groups }).some((item) => item.id === id);
}
