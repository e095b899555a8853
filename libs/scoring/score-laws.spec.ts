import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorResult } from '#indicators';
import { canonicalJson, points, printPoints } from '#kernel';
import type { RubricRule } from '#programmes';
import { pointsOfFindings } from './finding-points.js';
import { itemsOf } from './score-items.js';
import { scoreOf, someItem, someProgramme, someResult } from './scoring.fixture.js';

const share = (from: number, to: number) => fc.integer({ min: from, max: to }).map((percent) => String(percent / 100));
const rule = fc.oneof(
  fc.constant<RubricRule>({ kind: 'allOrNothing' }),
  fc.constant<RubricRule>({ kind: 'proportional' }),
  fc.record({ kind: fc.constant('perFinding' as const), each: share(0, 500) }),
  fc.record({ kind: fc.constant('perFinding' as const), each: share(0, 500), cap: share(0, 900) }),
  fc.record({ kind: fc.constant('threshold' as const), full: share(51, 100), zero: share(0, 50) }),
  fc.constant<RubricRule>({
    kind: 'bands',
    bands: [
      { atLeast: '0.9', points: '3' },
      { atLeast: '0.5', points: '1.5' },
    ],
  }),
);
const outcome = fc.constantFrom('pass', 'fail', 'fail', 'notApplicable', 'notMeasured', 'needsReview');
const line = fc.record({
  points: fc.integer({ min: 1, max: 4000 }).map((hundredths) => String(hundredths / 100)),
  rule,
  outcome,
  of: fc.integer({ min: 1, max: 12 }),
  defects: fc.integer({ min: 1, max: 12 }),
  unmeasured: fc.integer({ min: 0, max: 5 }),
});
type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;
const lines = fc.array(line, { minLength: 1, maxLength: 8 });

function resultOf({ outcome: kind, of, defects, unmeasured }: Line, id: string): IndicatorResult {
  if (kind === 'fail') return someResult(id, kind, [of - Math.min(of, defects), of], { unmeasured });
  return someResult(id, kind, [of, of], { unmeasured });
}

function scoreLines(all: Line[], shuffle: (results: IndicatorResult[]) => IndicatorResult[] = (results) => results) {
  const half = Math.ceil(all.length / 2);
  const items = all.map((one, index) => someItem(`i${index}`, one.points, one.rule));
  const programme = someProgramme([items.slice(0, half), items.slice(half)]);
  programme.rubric.coverageFloor = '0';
  return scoreOf(programme, shuffle(all.map((one, index) => resultOf(one, `i${index}`))));
}

describe('laws of the score', () => {
  it('no node is below zero or above its full marks', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { tree } = scoreLines(all);
        for (const node of [tree, ...tree.children, ...itemsOf(tree)]) {
          if (node.points === null) continue;
          expect(points(node.points).gte(0)).toBe(true);
          expect(points(node.points).lte(node.max)).toBe(true);
        }
      }),
    );
  });

  it('items add up to their group, groups to the sum, and the sum scales to the total', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { tree, score } = scoreLines(all);
        const sum = (values: (string | null)[]) => values.reduce((total, value) => total.plus(value ?? 0), points(0));
        for (const group of tree.children) {
          expect(printPoints(sum(group.children.map((node) => node.points)))).toBe(group.points ?? '0');
        }
        if (score === null) return;
        const got = sum(itemsOf(tree).map((node) => node.points));
        expect(tree.before).toBe(printPoints(got));
        expect(score).toBe(printPoints(got.times(tree.max).div(tree.counted)));
      }),
    );
  });

  it('the order of the results does not matter', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 7 }), (all, turn) => {
        const turned = scoreLines(all, (results) => [...results.slice(turn), ...results.slice(0, turn)].reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(scoreLines(all)));
      }),
    );
  });

  it('another defect never scores more', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (all, pick) => {
        const index = pick % all.length;
        const one = all[index]!;
        if (one.outcome !== 'pass' && one.outcome !== 'fail') return;
        const defects = one.outcome === 'fail' ? one.defects + 1 : 1;
        const worse = all.map((each, at) => (at === index ? { ...each, outcome: 'fail' as const, defects } : each));
        const [better, after] = [scoreLines(all).score, scoreLines(worse).score];
        expect(points(after ?? 0).lte(better ?? 0)).toBe(true);
      }),
    );
  });

  it('what does not apply never counts: the score is the one of a rubric without it', () => {
    fc.assert(
      fc.property(lines, line, (all, extra) => {
        const { score, tree, coverage } = scoreLines(all);
        const wider = scoreLines([...all, { ...extra, outcome: 'notApplicable' as const }]);
        expect(wider.coverage).toBe(coverage);
        expect(wider.tree.counted).toBe(tree.counted);
        const unscored = score === null;
        expect(wider.score === null).toBe(unscored);
        if (unscored) return;
        const expected = points(tree.before ?? 0)
          .times(wider.tree.max)
          .div(tree.counted);
        expect(wider.score).toBe(printPoints(expected));
      }),
    );
  });

  it('what was not measured lowers the coverage and never the share of points', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (all, pick) => {
        const index = pick % all.length;
        const blind = all.map((one, at) => (at === index ? { ...one, outcome: 'notMeasured' as const } : one));
        const [seen, unseen] = [scoreLines(all), scoreLines(blind)];
        if (all[index]!.outcome === 'notApplicable') return;
        expect(points(unseen.coverage).lte(seen.coverage)).toBe(true);
        const rest = itemsOf(unseen.tree).filter((_, at) => at !== index);
        expect(rest).toEqual(itemsOf(seen.tree).filter((_, at) => at !== index));
      }),
    );
  });

  it('points of findings add up to the loss of their item', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const card = scoreLines(all);
        const cost = pointsOfFindings(card);
        for (const node of itemsOf(card.tree)) {
          if (node.points === null || node.findings.length === 0) continue;
          const sum = node.findings.reduce((total, id) => total.plus(cost.get(id) ?? 0), points(0));
          expect(printPoints(sum)).toBe(printPoints(points(node.before ?? 0).minus(node.points)));
        }
      }),
    );
  });
});
