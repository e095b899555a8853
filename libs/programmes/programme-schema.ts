import { z } from 'zod';
import { columnKeys } from './column-key.js';
import { checkKinds } from './model.js';
import { planParts, requirementParts } from './plan-parts-schema.js';
import { rubric } from './rubric-schema.js';
import { appliesTo, day, id, record, text } from './schema-shapes.js';

const requirement = record({
  id,
  clause: text,
  statement: text,
  check: z.enum(checkKinds),
  responsible: z.array(text),
  due: text.nullable(),
  indicators: z.array(id),
  /** Absent: what the form asks for. */
  evidence: text.nullable().optional(),
  ...requirementParts,
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
  proof: text.optional(),
  conflict: id.optional(),
});

const workdays = z.number().int().min(1, '应为不小于1的整数').max(250, '应不大于250');
const casework = record({
  appealWorkdays: workdays.optional(),
  decideWorkdays: workdays.optional(),
  rectifyWorkdays: workdays.optional(),
  escalateAfter: z
    .array(workdays)
    .min(1, '不能为空')
    .max(9, '至多9级')
    .refine((days) => days.every((one, index) => index === 0 || one > days[index - 1]!), '应由小到大，各不相同')
    .optional(),
  remindWorkdays: workdays.optional(),
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
  ...planParts,
  rubric,
  conflicts: z.array(
    record({
      id,
      clauses: z.array(text).min(1, '不能为空'),
      requirements: z.array(id).min(1, '不能为空').optional(),
      readings: z.array(text).min(1, '不能为空'),
      taken: text,
    }),
  ),
  circular: record({
    issuer: text,
    recipients: text,
    basis: text,
    rectifyWithinDays: z.number().int().min(1).max(366),
    reportTo: text,
  }),
  casework: casework.optional(),
});

export type WrittenProgramme = z.output<typeof programmeSchema>;
