import type { CircularKind } from '../snapshot.js';
import { annualV1 } from './annual-v1.circular.js';
import type { CircularTemplate } from './define-circular.js';
import { monthlyV1 } from './monthly-v1.circular.js';
import { quarterlyV1 } from './quarterly-v1.circular.js';
import { specialV1 } from './special-v1.circular.js';
import { weeklyV1 } from './weekly-v1.circular.js';

/** Every template, newest of its kind last. Old ones stay, so that an old circular can be printed again as it was. */
export const circularTemplates: readonly CircularTemplate[] = [weeklyV1, monthlyV1, quarterlyV1, annualV1, specialV1];

/** The template with this id, or the newest of the kind; null when there is none. */
export function findTemplate(kind: CircularKind, id?: string): CircularTemplate | null {
  return (
    circularTemplates.findLast((template) => template.kind === kind && (id === undefined || template.id === id)) ?? null
  );
}
