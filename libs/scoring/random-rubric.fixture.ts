import fc from 'fast-check';
import type { IndicatorResult, OutcomeKind } from '#indicators';
import {
  bonusMarks,
  groupMarks,
  membersMarks,
  regularMarks,
  type Rubric,
  type RubricGroup,
  type RubricItem,
  rubricItems,
  type RubricRule,
} from '#programmes';
import { points, printPoints } from '#kernel';
import { someGroup, someItem, someResult } from './scoring.fixture.js';

/** Rubrics with everything in them, and results to go with them. */

const hundredths = (min: number, max: number) => fc.integer({ min, max }).map((value) => String(value / 100));
const cap = fc.option(hundredths(1, 900), { nil: undefined });
const withCap = (kind: 'perFinding' | 'perMissing' | 'perSubject') =>
  fc.record({ each: hundredths(1, 500), cap }).map(({ each, cap: most }): RubricRule => {
    return most === undefined ? { kind, each } : { kind, each, cap: most };
  });

/** Rules under which a further defect can only cost. */
const rule: fc.Arbitrary<RubricRule> = fc.oneof(
  fc.constant<RubricRule>({ kind: 'allOrNothing' }),
  fc.constant<RubricRule>({ kind: 'proportional' }),
  withCap('perFinding'),
  withCap('perMissing'),
  withCap('perSubject'),
  hundredths(1, 300).map((off): RubricRule => ({ kind: 'once', off })),
  fc
    .record({ full: fc.integer({ min: 51, max: 100 }), zero: fc.integer({ min: 0, max: 50 }) })
    .map(({ full, zero }): RubricRule => {
      return { kind: 'threshold', full: String(full / 100), zero: String(zero / 100) };
    }),
  fc.constant<RubricRule>({
    kind: 'bands',
    bands: [
      { atLeast: '0.9', points: '3' },
      { atLeast: '0.5', points: '1.5' },
    ],
  }),
  fc
    .record({ score: fc.integer({ min: 0, max: 59 }), atLeast: fc.integer({ min: 1, max: 4 }) })
    .map(({ score, atLeast }): RubricRule => ({ kind: 'veto', score: String(score), atLeast })),
);

const item = fc.record({ points: hundredths(1, 4000), rule });
const items = fc.array(item, { minLength: 1, maxLength: 4 });
const shape = fc.record({
  items,
  inner: fc.option(items, { nil: undefined }),
  weight: fc.option(hundredths(100, 5000), { nil: undefined }),
  innerWeight: fc.option(hundredths(100, 5000), { nil: undefined }),
  kind: fc.constantFrom('regular', 'regular', 'regular', 'deduct', 'bonus', 'malus'),
  most: fc.option(hundredths(1, 2000), { nil: undefined }),
});
type Shape = typeof shape extends fc.Arbitrary<infer Value> ? Value : never;

function groupOf({ items: rows, inner, weight, innerWeight, kind, most }: Shape, index: number): RubricGroup {
  const id = `g${index}`;
  const itemsOf = (all: Shape['items'], name: string) =>
    all.map((row, n) => someItem(`${name}-${n}`, row.points, row.rule));
  const extra = kind === 'bonus' || kind === 'malus';
  const innerLimit = innerWeight === undefined ? {} : extra ? { cap: innerWeight } : { points: innerWeight };
  const under = inner ? [someGroup(`${id}i`, itemsOf(inner, `${id}i`), innerLimit)] : [];
  const bare = someGroup(id, itemsOf(rows, id), under.length > 0 ? { groups: under } : {});
  if (extra) return { ...bare, kind, ...(most === undefined ? {} : { cap: most }) };
  const limit = most === undefined ? {} : { deductAtMost: most };
  if (kind === 'deduct') return { ...bare, kind, points: weight ?? printPoints(membersMarks(bare)), ...limit };
  return { ...bare, ...(weight === undefined ? {} : { points: weight }), ...limit };
}

const extras = fc.record({
  spread: fc.boolean(),
  gate: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
  bonusCap: fc.option(hundredths(1, 3000), { nil: undefined }),
  rounding: fc.constantFrom(
    undefined,
    { digits: 0, mode: 'halfUp' },
    { digits: 1, mode: 'halfEven' },
    { digits: 2, mode: 'down' },
  ),
});

/** A rubric that hangs together: its total is what its groups add up to. */
export const rubrics: fc.Arbitrary<Partial<Rubric> & { groups: RubricGroup[] }> = fc
  .record({ shapes: fc.array(shape, { minLength: 1, maxLength: 4 }), extras })
  .map(({ shapes, extras: { spread, gate, bonusCap, rounding } }) => {
    const groups = shapes.map(groupOf);
    const total = printPoints(regularMarks({ groups }));
    return {
      groups,
      total,
      ...(spread ? { notApplicable: 'spread' as const } : {}),
      ...(gate === undefined ? {} : { gate: { over: printPoints(points(total).times(gate).div(100)) } }),
      ...(bonusCap === undefined || bonusMarks({ groups }).lt(bonusCap) ? {} : { bonusCap }),
      ...(rounding ? { rounding: rounding as NonNullable<Rubric['rounding']> } : {}),
    };
  });

export const outcomes = fc.constantFrom<OutcomeKind>(
  'pass',
  'fail',
  'fail',
  'fail',
  'notApplicable',
  'notMeasured',
  'needsReview',
);
export interface Reading {
  outcome: OutcomeKind;
  of: number;
  defects: number;
  unmeasured: number;
}
const reading: fc.Arbitrary<Reading> = fc.record({
  outcome: outcomes,
  of: fc.integer({ min: 1, max: 9 }),
  defects: fc.integer({ min: 1, max: 9 }),
  unmeasured: fc.integer({ min: 0, max: 4 }),
});
/** More than any of the rubrics has items. */
export const readings = fc.array(reading, { minLength: 32, maxLength: 32 });

export function resultsOf(rubric: Pick<Rubric, 'groups'>, all: readonly Reading[]): Map<string, IndicatorResult> {
  return new Map(rubricItems(rubric).map((one, index) => [one.id, resultOf(one, all[index]!)]));
}

function resultOf({ id }: RubricItem, { outcome, of, defects, unmeasured }: Reading): IndicatorResult {
  if (outcome === 'fail') return someResult(id, outcome, [of - Math.min(of, defects), of], { unmeasured });
  return someResult(id, outcome, [of, of], { unmeasured });
}

/** The most that a node may show: its full marks, or what it has on top of them. */
export function mostOf(groups: readonly RubricGroup[]): Map<string, string> {
  return new Map(
    groups.flatMap((group) => [
      [group.id, printPoints(groupMarks(group))] as const,
      ...group.items.map((one) => [one.id, one.points] as const),
      ...mostOf(group.groups ?? []),
    ]),
  );
}
