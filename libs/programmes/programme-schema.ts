import { isLocalDate } from '#calendar';
import { z } from 'zod';
import { columnKeys } from './column-key.js';
import { checkKinds } from './model.js';

/** An object that knows its keys; a key too many is answered with the list of those that are accepted. */
function record<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join('、') : undefined),
  });
}

const text = z.string().trim().min(1, '不能为空').max(2000, '不能超过2000字');
const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, '编号应由字母、数字、点、下划线、连字符组成，最长64位');
const day = z.string().refine(isLocalDate, '应为真实存在的日期，写作 2020-08-31');
/** Written with or without quotes; kept as text, for points are exact decimals. */
const decimal = (shape: RegExp, message: string) =>
  z
    .union([z.string(), z.number()], message)
    .transform((value) => String(value))
    .pipe(z.string().regex(shape, message));
const points = decimal(/^\d{1,5}(\.\d{1,2})?$/, '分值应为不小于0、最多两位小数的数，如 8.5');
const share = decimal(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/, '比例应为0到1之间、最多四位小数的数，如 0.7');

const appliesTo = record({
  categories: z
    .array(z.enum(['政府', '部门', '街镇', '园区', '村居', '单位']))
    .min(1, '不能为空')
    .optional(),
  levels: z
    .array(z.enum(['省', '市', '县', '乡', '村']))
    .min(1, '不能为空')
    .optional(),
});

const requirement = record({
  id,
  clause: text,
  statement: text,
  check: z.enum(checkKinds),
  responsible: z.array(text),
  due: text.nullable(),
  indicators: z.array(id),
  evidence: text.nullable(),
});

const column = record({
  key: z.enum(columnKeys),
  /** The standard title when absent. */
  title: text.optional(),
  required: z.boolean(),
  maxAgeDays: z.number().int().positive('应为正整数或 null').nullable(),
  appliesTo: appliesTo.optional(),
});

const task = record({
  id,
  stage: text,
  title: text,
  responsible: z.array(text),
  startText: text.nullable(),
  dueText: text,
  requirements: z.array(id),
});

const rules = [
  record({ kind: z.literal('allOrNothing') }),
  record({ kind: z.literal('proportional') }),
  record({ kind: z.literal('perFinding'), each: points, cap: points.optional() }),
  record({
    kind: z.literal('threshold'),
    full: share,
    zero: share.optional(),
    fullByYear: z.array(record({ fromYear: z.number().int().min(1900).max(2199), full: share })).optional(),
  }),
  record({ kind: z.literal('bands'), bands: z.array(record({ atLeast: share, points })).min(1, '不能为空') }),
  record({ kind: z.literal('veto'), score: points }),
] as const;
const ruleKinds = 'allOrNothing、proportional、perFinding、threshold、bands、veto';
const rule = z.discriminatedUnion('kind', rules, {
  error: (issue) => (issue.code === 'invalid_union' ? ruleKinds : undefined),
});

const rubric = record({
  title: text,
  origin: z.enum(['plan', 'default']),
  note: text,
  total: points,
  coverageFloor: share,
  bands: z.array(record({ grade: text, from: points })).min(1, '不能为空'),
  groups: z
    .array(
      record({
        id,
        title: text,
        items: z
          .array(
            record({
              id,
              title: text,
              indicator: id,
              requirement: id,
              points,
              rule,
              params: z.record(z.string(), z.json()),
              appliesTo: appliesTo.optional(),
            }),
          )
          .min(1, '不能为空'),
      }),
    )
    .min(1, '不能为空'),
});

/** A programme as it is written in YAML: the days of tasks are not in it, they are resolved from the plan's wording. */
export const programmeSchema = record({
  id,
  version: text,
  title: text,
  source: record({ title: text, number: text.nullable(), issuer: text, issuedOn: day.nullable() }),
  requirements: z.array(requirement).min(1, '不能为空'),
  columns: z.array(column),
  tasks: z.array(task),
  rubric,
  conflicts: z.array(
    record({ id, clauses: z.array(text).min(1, '不能为空'), readings: z.array(text).min(1, '不能为空'), taken: text }),
  ),
  circular: record({
    issuer: text,
    recipients: text,
    basis: text,
    rectifyWithinDays: z.number().int().min(1).max(366),
    reportTo: text,
  }),
});

export type WrittenProgramme = z.output<typeof programmeSchema>;
