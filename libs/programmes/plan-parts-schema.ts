import { z } from 'zod';
import { unitCategories, unitLevels } from './applies-to.js';
import { pilotFieldIds } from './pilot-fields.js';
import { cadences, formFieldKinds } from './plan-parts.js';
import { appliesTo, day, id, record, text } from './schema-shapes.js';

const texts = z.array(text).min(1, '不能为空');
const year = z.number().int().min(1900).max(2199);
const amount = z
  .union([z.string(), z.number()], '应为数')
  .transform((value) => String(value))
  .pipe(z.string().regex(/^\d{1,7}(\.\d{1,4})?$/, '应为不小于0的数，如 20 或 0.7'));

const organisation = record({
  name: text,
  aliases: texts.optional(),
  level: z.enum(unitLevels).optional(),
  category: z.enum(unitCategories).optional(),
  parent: text.optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
});

const group = record({
  name: text,
  categories: z.array(z.enum(unitCategories)).min(1, '不能为空').optional(),
  levels: z.array(z.enum(unitLevels)).min(1, '不能为空').optional(),
  members: texts.optional(),
  except: texts.optional(),
});

const fields = record({
  clause: text,
  note: text.optional(),
  rows: z
    .array(
      record({
        id: z.enum(pilotFieldIds),
        name: text.optional(),
        aliases: texts.optional(),
        lead: z.array(text),
        joint: texts.optional(),
        appliesTo: appliesTo.optional(),
      }),
    )
    .min(1, '不能为空'),
});

const elementSet = record({
  id,
  title: text,
  source: text,
  elements: z
    .array(record({ name: text, definition: text, values: texts.optional(), parts: texts.optional() }))
    .min(1, '不能为空'),
});

const stage = record({
  name: text,
  clause: text.optional(),
  startText: text.nullable(),
  dueText: text.nullable(),
  conflict: id.optional(),
});

const cadence = record({
  every: z.enum(cadences),
  product: text,
  clause: text,
  responsible: texts,
  feeds: text.optional(),
});

const threshold = record({
  name: text,
  comparison: z.enum(['atLeast', 'atMost', 'exactly']),
  value: amount,
  unit: text,
  fromYear: year.optional(),
  untilYear: year.optional(),
  conflict: id.optional(),
  source: text.optional(),
});

const label = text.pipe(z.string().max(60, '不能超过60字'));

const form = record({
  id,
  upload: texts,
  decidedBy: text,
  fields: z
    .array(
      record({
        label,
        kind: z.enum(formFieldKinds),
        optional: z.boolean().optional(),
        atLeast: amount.optional(),
        columns: texts.optional(),
        note: text.optional(),
      }),
    )
    .min(1, '不能为空')
    .max(20, '不能超过20项')
    .optional(),
});

/** Optional keys of a programme; see `PlanParts`. */
export const planParts = {
  organisations: z.array(organisation).min(1, '不能为空').optional(),
  groups: z.array(group).min(1, '不能为空').optional(),
  demonstrationPoints: z
    .array(record({ title: text, clause: text, organisations: texts }))
    .min(1, '不能为空')
    .optional(),
  fields: fields.optional(),
  elementSets: z.array(elementSet).min(1, '不能为空').optional(),
  catalogue: record({
    uses: id,
    asked: z.array(record({ set: id, clause: text, note: text.optional() })).min(1, '不能为空'),
  }).optional(),
  stages: z.array(stage).min(1, '不能为空').optional(),
  cadence: z.array(cadence).min(1, '不能为空').optional(),
  lists: z
    .array(record({ id, title: text, clause: text, items: texts }))
    .min(1, '不能为空')
    .optional(),
};

/** Optional keys of a requirement; see `RequirementParts`. */
export const requirementParts = {
  hardDue: text.optional(),
  thresholds: z.array(threshold).min(1, '不能为空').optional(),
  form: form.optional(),
  lists: z.array(id).min(1, '不能为空').optional(),
  note: text.optional(),
};
