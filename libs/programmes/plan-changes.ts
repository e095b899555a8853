import type { Programme } from './model.js';

/** A place in which two wordings of a plan differ; the values as JSON, null where there is none. */
export interface PlanChange {
  /** e.g. `rubric.groups[platform].items[columns-complete].points`. */
  field: string;
  before: string | null;
  after: string | null;
}

/** What was changed in a plan, field by field in reading order; null for two plans that share less than half of their requirements. */
export function planChanges(before: Programme, after: Programme): PlanChange[] | null {
  const known = new Set(before.requirements.map(({ id }) => id));
  // What the law asks for stands in several plans; it alone does not make them one.
  if (after.requirements.filter(({ id }) => known.has(id)).length * 2 < known.size) return null;
  return differences('', before, after);
}

function differences(field: string, before: unknown, after: unknown): PlanChange[] {
  const was = membersOf(before);
  const is = membersOf(after);
  if (was === null || is === null || was.listed !== is.listed) {
    const [from, to] = [print(before), print(after)];
    return from === to ? [] : [{ field, before: from, after: to }];
  }
  const names = [...new Set([...was.members.keys(), ...is.members.keys()])];
  return names.flatMap((name) => {
    const inner = was.listed ? `${field}[${name}]` : field === '' ? name : `${field}.${name}`;
    return differences(inner, was.members.get(name), is.members.get(name));
  });
}

/** The fields of an object, or the members of a list whose members all have a name of their own; null for anything else. */
function membersOf(value: unknown): { listed: boolean; members: Map<string, unknown> } | null {
  if (!Array.isArray(value)) {
    const isObject = typeof value === 'object' && value !== null;
    return isObject ? { listed: false, members: new Map(Object.entries(value)) } : null;
  }
  const members = new Map((value as unknown[]).map((member) => [nameOf(member), member]));
  if (members.has(null) || members.size < value.length) return null;
  return { listed: true, members: members as Map<string, unknown> };
}

function nameOf(member: unknown): string | null {
  if (typeof member !== 'object' || member === null) return null;
  const { id, key, name, grade } = member as Record<string, unknown>;
  const own = id ?? key ?? name ?? grade;
  return typeof own === 'string' ? own : null;
}

function print(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
