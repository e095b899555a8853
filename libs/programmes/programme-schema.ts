import { z } from 'zod';
import { columnKeys } from './column-key.js';
import { checkKinds } from './model.js';
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
  conflict: id.optional(),
});

const stage = record({ name: text, startText: text.nullable(), dueText: text.nullable(), conflict: id.optional() });
const organisation = record({ name: text, aliases: z.array(text).min(1, '不能为空').optional() });

/** A programme as it is written in YAML: the days of tasks are not in it, they are resolved from the plan's wording. */
export const programmeSchema = record({
  id,
  version: text,
  title: text,
  source: record({ title: text, number: text.nullable(), issuer: text, issuedOn: day.nullable() }),
  requirements: z.array(requirement).min(1, '不能为空'),
  columns: z.array(column),
  stages: z.array(stage).min(1, '不能为空').optional(),
  tasks: z.array(task),
  organisations: z.array(organisation).min(1, '不能为空').optional(),
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
