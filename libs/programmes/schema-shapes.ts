import { isLocalDate } from '#calendar';
import { z } from 'zod';
import { unitCategories, unitLevels } from './applies-to.js';

/** An object that knows its keys; a key too many is answered with the list of those that are accepted. */
export function record<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join('、') : undefined),
  });
}

export const text = z.string().trim().min(1, '不能为空').max(2000, '不能超过2000字');
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, '编号应由字母、数字、点、下划线、连字符组成，最长64位');
export const day = z.string().refine(isLocalDate, '应为真实存在的日期，写作 2020-08-31');
/** Written with or without quotes; kept as text, for points are exact decimals. */
const decimal = (shape: RegExp, message: string) =>
  z
    .union([z.string(), z.number()], message)
    .transform((value) => String(value))
    .pipe(z.string().regex(shape, message));
export const points = decimal(/^\d{1,5}(\.\d{1,2})?$/, '分值应为不小于0、最多两位小数的数，如 8.5');
export const share = decimal(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/, '比例应为0到1之间、最多四位小数的数，如 0.7');

export const appliesTo = record({
  categories: z.array(z.enum(unitCategories)).min(1, '不能为空').optional(),
  levels: z.array(z.enum(unitLevels)).min(1, '不能为空').optional(),
});
/** How often something counts, e.g. 2 or 1.5. */
export const factor = decimal(/^[1-9]\d{0,2}(\.\d{1,2})?$/, '倍数应为不小于1、最多两位小数的数，如 2');
