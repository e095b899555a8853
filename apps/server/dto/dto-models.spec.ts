import 'reflect-metadata';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { TaskState } from '#database';
import type {
  AppliesTo,
  Gate,
  GradeBand,
  ReviewGate,
  RollUp,
  Rounding,
  Rubric,
  RubricGroup,
  RubricItem,
} from '#programmes';
import type {
  DecidedFinding,
  ExcusedFinding,
  ItemChange,
  RawScore,
  Scorecard,
  ScorecardComparison,
  ScoreNode,
  ScoreStep,
} from '#scoring';
import type { WhatIf } from '#operations';
import * as comparisons from './comparison.dto.js';
import * as rubrics from './rubric.dto.js';
import * as scorecards from './scorecard.dto.js';
import { TaskStateDto } from './task.dto.js';

/** Field by field what the model has, optional ones too: a field that the description lacks is no longer in the client. */
type Fields<Shape> = { [Name in keyof Required<Shape>]: true };
type Same<Dto, Model> = [keyof Fields<Dto>, keyof Fields<Model>] extends [keyof Fields<Model>, keyof Fields<Dto>]
  ? [Dto, Model] extends [Model, Dto]
    ? true
    : 'another type'
  : Exclude<keyof Model, keyof Dto> | Exclude<keyof Dto, keyof Model>;

describe('what the API describes of scores and rubrics', () => {
  it('is what the engine knows, field by field', () => {
    expectTypeOf<Same<scorecards.ScoreNodeDto, ScoreNode>>().toEqualTypeOf<true>();
    expectTypeOf<Same<scorecards.ScoreStepDto, ScoreStep>>().toEqualTypeOf<true>();
    expectTypeOf<Same<scorecards.ExcusedFindingDto, ExcusedFinding>>().toEqualTypeOf<true>();
    expectTypeOf<Same<scorecards.DecidedFindingDto, DecidedFinding>>().toEqualTypeOf<true>();
    expectTypeOf<Same<scorecards.RawScoreDto, RawScore>>().toEqualTypeOf<true>();
    expectTypeOf<Same<scorecards.ScorecardDto, Scorecard>>().toEqualTypeOf<true>();
    expectTypeOf<Same<scorecards.NormalisedScoreDto, NonNullable<Scorecard['normalised']>>>().toEqualTypeOf<true>();
    expectTypeOf<Same<scorecards.EarlierCardDto, NonNullable<Scorecard['earlier']>[number]>>().toEqualTypeOf<true>();
    expectTypeOf<Same<TaskStateDto, TaskState>>().toEqualTypeOf<true>();
    expectTypeOf<Same<comparisons.WhatIfDto, WhatIf>>().toEqualTypeOf<true>();
    expectTypeOf<Same<comparisons.ScorecardComparisonDto, ScorecardComparison>>().toEqualTypeOf<true>();
    expectTypeOf<Same<comparisons.ItemChangeDto, ItemChange>>().toEqualTypeOf<true>();
    expectTypeOf<Same<rubrics.RubricDto, Rubric>>().toEqualTypeOf<true>();
    expectTypeOf<Same<rubrics.RubricGroupDto, RubricGroup>>().toEqualTypeOf<true>();
    expectTypeOf<Same<rubrics.RubricItemDto, RubricItem>>().toEqualTypeOf<true>();
    expectTypeOf<Same<rubrics.AppliesToDto, AppliesTo>>().toEqualTypeOf<true>();
    expectTypeOf<Same<rubrics.BandDto, GradeBand>>().toEqualTypeOf<true>();
    expectTypeOf<Same<rubrics.GateDto, Gate>>().toEqualTypeOf<true>();
    expectTypeOf<Same<rubrics.RollUpDto, RollUp>>().toEqualTypeOf<true>();
    expectTypeOf<Same<rubrics.ReviewGateDto, ReviewGate>>().toEqualTypeOf<true>();
    expectTypeOf<Same<rubrics.RoundingDto, Rounding>>().toEqualTypeOf<true>();
  });

  it('tells a field that is missing', () => {
    expectTypeOf<Same<Omit<ScoreNode, 'steps'>, ScoreNode>>().toEqualTypeOf<'steps'>();
    expectTypeOf<Same<Omit<ScoreNode, 'measured'> & { measured?: string }, ScoreNode>>().not.toEqualTypeOf<true>();
  });

  const classes = [
    ...Object.values(scorecards),
    ...Object.values(rubrics),
    ...Object.values(comparisons),
    TaskStateDto,
  ].filter((one) => typeof one === 'function');

  it.each(classes.map((one) => [one.name, one] as const))('says every field of %s', (_, dto) => {
    const described = (Reflect.getMetadata('swagger/apiModelPropertiesArray', dto.prototype) as string[]).map((name) =>
      name.slice(1),
    );
    const declared = Object.keys(new dto());
    expect(declared.length).toBeGreaterThan(0);
    expect(new Set(described)).toEqual(new Set(declared));
  });
});
