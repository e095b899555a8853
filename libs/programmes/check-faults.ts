import { type Fault, points } from '#kernel';
import type { z } from 'zod';
import type { YamlPath } from './yaml-place.js';

/** What the check must know of an indicator: its id and how its params are to look. */
export interface KnownIndicator {
  id: string;
  paramsSchema?: z.ZodType;
}

/** A fault with the path of the value it is about; `where` names the thing for the reader, e.g. “任务 LZT-01”. */
export interface FoundFault extends Fault {
  path: YamlPath;
}

/** A thing of the programme with its place, from which its faults are made. */
export class Subject {
  constructor(
    readonly where: string,
    readonly path: YamlPath,
  ) {}

  fault(what: string, accepted?: string, ...field: PropertyKey[]): FoundFault {
    return { path: [...this.path, ...field], where: this.where, what, ...(accepted ? { accepted } : {}) };
  }
}

/** Ids that are used twice, each at its second use. */
export function repeated(kind: string, rows: readonly { id: string; path: YamlPath }[]): FoundFault[] {
  const seen = new Set<string>();
  const faults: FoundFault[] = [];
  for (const { id, path } of rows) {
    if (seen.has(id)) faults.push(new Subject(`${kind} ${id}`, path).fault('编号重复', '每个编号只用一次'));
    seen.add(id);
  }
  return faults;
}

/** The rows of a list with their paths. */
export function placed<Row extends { id: string }>(rows: readonly Row[], ...list: PropertyKey[]) {
  return rows.map(({ id }, index) => ({ id, path: [...list, index] }));
}

export function ascending(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || values[index - 1]! < value);
}

export function descending(marks: readonly string[]): boolean {
  return ascending(marks.map((mark) => points(mark).toNumber()).reverse());
}

export function unknownIndicator(id: string, known: ReadonlyMap<string, KnownIndicator>): [string, string] {
  return [`指标“${id}”不存在`, [...known.keys()].join('、')];
}

export function unresolvable(wording: string): [string, string] {
  return [`“${wording}”定不出日期`, '2020年9月底、12月初、2020-09-30 等'];
}
