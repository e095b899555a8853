import { BadRequestException, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';

/** Lets a query or parameter through only in the shape asked for; all that is wrong is told in one line. */
@Injectable()
export class Checked<Schema extends z.ZodType> implements PipeTransform<unknown, z.output<Schema>> {
  constructor(private readonly schema: Schema) {}

  transform(value: unknown): z.output<Schema> {
    const parsed = this.schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || '参数'}：${message}`);
    throw new BadRequestException(faults.join('；'));
  }
}

/** An id or name as it stands in an address: short and without control characters. */
export const shortText = z
  .string({ error: '缺少或重复' })
  .min(1, '不能为空')
  .max(200, '过长')
  .regex(/^[^\p{Cc}]+$/u, '含有不可用的字符');

export const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, '应为整数')
    .transform(Number)
    .pipe(z.number().min(from, `应不小于 ${from}`).max(to, `应不大于 ${to}`));

/** A day that there is, `YYYY-MM-DD`. */
export const day = z
  .string({ error: '应为日期' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, '应为 YYYY-MM-DD')
  .refine((text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true, '没有这一天');

/** A body of these fields and no others: a field that nobody offered refuses the whole. */
export const exactly = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, { error: '内容有误，或有不认识的字段' });

/** Which assessment is asked for. */
export const scopeQuery = z.object({ programme: shortText, period: shortText });
export type ScopeQuery = z.output<typeof scopeQuery>;
