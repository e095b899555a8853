import type { FindingRow, TaskState } from '#database';
import type { TaskUnitState } from '#scoring';

export type ExportRow = Record<string, unknown>;

/** A finding as it is exported. */
export function findingRow(finding: FindingRow, unit: string): ExportRow {
  const { id, indicator, clause, subject, message, points, state, evidence } = finding;
  const { capture, url } = evidence;
  return { id, organisation: unit, indicator, clause, subject, message, points: Number(points), state, capture, url };
}

/** A unit's task as it is exported. */
export function taskUnitRow(
  { state, provedBy, on, reason, evidence }: Omit<TaskUnitState, 'organisation' | 'name'>,
  known: TaskState | undefined,
  unit: string,
): ExportRow {
  const { programme, stage, title, dueOn, dueText } = known ?? {};
  const asked = { programme, organisation: unit, stage, task: title, dueOn, dueText };
  return { ...asked, state, provedBy, on, reason, evidence };
}

/** A value as a spreadsheet shows it: lists and objects as readable text. */
export function printedCell(value: unknown, words: Record<string, string> = {}): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return words[value] ?? value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => words[String(item)] ?? textOf(item)).join('；');
  return textOf(value);
}

function textOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value);
  const record = value as Record<string, unknown>;
  if (typeof record.title === 'string' && typeof record.url === 'string') return `${record.title}（${record.url}）`;
  if (typeof record.name === 'string' && typeof record.url === 'string') return `${record.name}（${record.url}）`;
  return Object.entries(record)
    .map(([name, content]) => `${name}：${String(content)}`)
    .join('，');
}
