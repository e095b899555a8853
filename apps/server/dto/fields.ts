import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import type { Type } from '@nestjs/common';

// One short word for each kind of field, so that a response class reads like the shape it describes. Types are named
// explicitly and never guessed from metadata, which not every compiler writes.

export const field = (options: ApiPropertyOptions, description: string) =>
  ApiProperty({ ...options, ...(description ? { description } : {}) } as ApiPropertyOptions);

export const Text = (description = '') => field({ type: String }, description);
export const TextOrNull = (description = '') => field({ type: String, nullable: true }, description);
export const Whole = (description = '') => field({ type: 'integer' }, description);
export const WholeOrNull = (description = '') => field({ type: 'integer', nullable: true }, description);
export const Amount = (description = '') => field({ type: Number }, description);
export const Flag = (description = '') => field({ type: Boolean }, description);
export const FlagOrNull = (description = '') => field({ type: Boolean, nullable: true }, description);
export const Texts = (description = '') => field({ type: String, isArray: true }, description);
export const Wholes = (description = '') => field({ type: 'integer', isArray: true }, description);
export const Choice = (values: readonly string[], description = '') => field({ enum: [...values] }, description);
export const Choices = (values: readonly string[], description = '') =>
  field({ enum: [...values], isArray: true }, description);
export const ChoiceOrNull = (values: readonly string[], description = '') =>
  field({ enum: [...values, null], type: String, nullable: true }, description);
// The library knows a type that is to be resolved later by the name `type` of its function.
export const One = (type: () => Type<unknown>, description = '') => field({ type: () => type() }, description);
export const OneOrNull = (type: () => Type<unknown>, description = '') =>
  field({ type: () => type(), nullable: true }, description);
export const Many = (type: () => Type<unknown>, description = '') =>
  field({ type: () => type(), isArray: true }, description);
export const ManyOrNull = (type: () => Type<unknown>, description = '') =>
  field({ type: () => type(), isArray: true, nullable: true }, description);
export const TextsByName = (description = '') =>
  field({ type: 'object', additionalProperties: { type: 'string' } }, description);
export const WholesByName = (description = '') =>
  field({ type: 'object', additionalProperties: { type: 'integer' } }, description);
export const AnyObject = (description = '') => field({ type: 'object', additionalProperties: true }, description);

/** A field that may be absent. */
export const Absent = (description = '', options: ApiPropertyOptions = { type: String }) =>
  field({ ...options, required: false } as ApiPropertyOptions, description);
export const AbsentOne = (type: () => Type<unknown>, description = '') =>
  field({ type: () => type(), required: false }, description);
export const AbsentOneOrNull = (type: () => Type<unknown>, description = '') =>
  field({ type: () => type(), required: false, nullable: true }, description);
export const AbsentMany = (type: () => Type<unknown>, description = '') =>
  field({ type: () => type(), isArray: true, required: false }, description);
export const AbsentChoice = (values: readonly string[], description = '') =>
  field({ enum: [...values], required: false }, description);
export const AbsentChoices = (values: readonly string[], description = '') =>
  field({ enum: [...values], isArray: true, required: false }, description);
export const AbsentTexts = (description = '') => field({ type: String, isArray: true, required: false }, description);
