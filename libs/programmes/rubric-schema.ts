import { z } from 'zod';
import { groupKinds, type RubricGroup, reviewedKinds, roundingModes, sampledFacts } from './rubric.js';
import { appliesTo, day, factor, id, points, record, share, text } from './schema-shapes.js';

const year = z.number().int().min(1900).max(2199);
const percentDigits = z.number().int().min(0).max(2).optional();

const rules = [
  record({ kind: z.literal('allOrNothing') }),
  record({ kind: z.literal('proportional') }),
  record({ kind: z.literal('perFinding'), each: points, cap: points.optional() }),
  record({ kind: z.literal('once'), off: points }),
  record({ kind: z.literal('perMissing'), each: points, cap: points.optional() }),
  record({ kind: z.literal('perSubject'), each: points, cap: points.optional() }),
  record({
    kind: z.literal('threshold'),
    full: share,
    zero: share.optional(),
    fullByYear: z.array(record({ fromYear: year, full: share })).optional(),
    percentDigits,
  }),
  record({
    kind: z.literal('bands'),
    bands: z.array(record({ atLeast: share, points })).min(1, '不能为空'),
    percentDigits,
  }),
  record({
    kind: z.literal('trend'),
    wants: z.enum(['rise', 'fall', 'notRise', 'notFall']),
    figure: z.enum(['share', 'count', 'missing']).optional(),
    against: z.enum(['previous', 'lastYear']).optional(),
  }),
  record({
    kind: z.literal('veto'),
    score: points,
    grade: text.optional(),
    atLeast: z.number().int().min(1).max(10_000).optional(),
  }),
] as const;
const ruleKinds = rules.map((one) => [...one.shape.kind.values].join()).join('、');
const rule = z.discriminatedUnion('kind', rules, {
  error: (issue) => (issue.code === 'invalid_union' ? ruleKinds : undefined),
});

const item = record({
  id,
  title: text,
  indicator: id,
  requirement: id,
  points,
  rule,
  params: z.record(z.string(), z.json()),
  appliesTo: appliesTo.optional(),
  pointsFor: z.array(record({ appliesTo, points })).min(1, '不能为空').optional(),
  minimum: z.number().int().min(2).max(100_000).optional(),
  repeat: record({ times: factor }).optional(),
  sample: record({ count: z.number().int().min(1).max(100_000), of: z.enum(sampledFacts) }).optional(),
});

const days = record({ from: day, to: day });
const window = z.union([z.enum(['period', 'year']), days], {
  error: '应为 period（评估周期）、year（年初至周期末），或 { from, to } 两个日期',
});

const group = record({
  id,
  title: text,
  items: z.array(item).default([]),
  get groups() {
    return z.array(group).optional() as z.ZodOptional<z.ZodType<RubricGroup[]>>;
  },
  kind: z.enum(groupKinds).optional(),
  points: points.optional(),
  scale: points.optional(),
  deductAtMost: points.optional(),
  cap: points.optional(),
  pass: record({ atLeast: points, grade: text }).optional(),
  window: window.optional(),
  appliesTo: appliesTo.optional(),
});

const rollUp = record({
  parents: appliesTo,
  children: appliesTo,
  by: z.enum(['worst', 'mean', 'failing']),
  weight: share.optional(),
  failing: points.optional(),
  fix: points.optional(),
});

/** The rubric of a programme as it is written in YAML. */
export const rubric = record({
  title: text,
  origin: z.enum(['plan', 'default']),
  note: text,
  total: points,
  coverageFloor: share,
  bands: z.array(record({ grade: text, from: points, to: points.optional() })).min(1, '不能为空'),
  groups: z.array(group).min(1, '不能为空'),
  notApplicable: z.enum(['scale', 'spread']).optional(),
  gate: record({ over: points.optional(), atLeast: points.optional(), of: z.array(id).min(1, '不能为空').optional() })
    .refine(
      (gate) => (gate.over === undefined) !== (gate.atLeast === undefined),
      '应写 over（高于）或 atLeast（不低于）之一',
    )
    .optional(),
  bonusCap: points.optional(),
  scoreCap: points.optional(),
  normaliseTo: points.optional(),
  rounding: record({
    digits: z.union([z.literal(0), z.literal(1), z.literal(2)], '应为 0、1 或 2'),
    mode: z.enum(roundingModes),
  }).optional(),
  ties: z.enum(['skip', 'dense']).optional(),
  quarters: record({ weight: share }).optional(),
  rollUp: z.array(rollUp).min(1, '不能为空').optional(),
  review: record({
    kinds: z
      .array(z.enum(reviewedKinds, `应为 ${reviewedKinds.join('、')}`))
      .min(1, '不能为空')
      .optional(),
    indicators: z.array(text).min(1, '不能为空').optional(),
  })
    .refine((review) => review.kinds !== undefined || review.indicators !== undefined, '应写 kinds 或 indicators')
    .optional(),
});
