import type { PlanField, PlanFieldPart } from '../api/types.js';

export const partTitles: Readonly<Record<PlanFieldPart, string>> = {
  weights: '权重和分值',
  limits: '时限和比例',
  dates: '任务期限',
  casework: '申诉整改期限',
  names: '名称和别名',
};

type Valued = Pick<PlanField, 'kind'>;

/** A value of a plan as it is filled in: shares as percentages, what is not written as nothing. */
export function shownValue({ kind }: Valued, value: string | null): string {
  if (value === null) return '';
  return kind === 'share' ? shifted(value, 2) : value;
}

/** What was filled in, as it is written in the plan; null for nothing. What is no number stays, and is refused by its place. */
export function writtenValue({ kind }: Valued, shown: string): string | null {
  const text = kind === 'words' ? shown.replace(/\r/g, '').trim() : shown.trim();
  if (text === '') return null;
  return kind === 'share' ? shifted(text, -2) : text;
}

/** What stands behind the box. */
export function unitOf({ kind }: Valued): string {
  return kind === 'share' ? '%' : kind === 'points' ? '分' : '';
}

/** A value in a line of text. */
export function saidValue(field: Pick<PlanField, 'kind' | 'usual'>, value: string | null): string {
  if (value === null) return field.usual === null ? '（没有写）' : `（不填，${field.usual}）`;
  return field.kind === 'words' ? value.replaceAll('\n', '、') : `${shownValue(field, value)}${unitOf(field)}`;
}

export interface FieldGroup {
  heading: string;
  fields: PlanField[];
}

/** Fields of a part by their headings, those that hold some words alone. */
export function groupFields(fields: readonly PlanField[], part: PlanFieldPart, words: string): FieldGroup[] {
  const wanted = words.trim();
  const meant = fields.filter(
    (one) =>
      one.part === part &&
      (wanted === '' || `${one.heading} ${one.subject} ${one.label} ${one.value}`.includes(wanted)),
  );
  const groups: FieldGroup[] = [];
  for (const field of meant) {
    const last = groups.at(-1);
    if (last?.heading === field.heading) last.fields.push(field);
    else groups.push({ heading: field.heading, fields: [field] });
  }
  return groups;
}

/** A decimal with its point moved, exactly; what is none is given back. */
function shifted(text: string, places: number): string {
  const [, whole, part = ''] = /^(\d{1,9})(?:\.(\d{0,9}))?$/.exec(text) ?? [];
  if (whole === undefined) return text;
  const digits = places < 0 ? `${'0'.repeat(-places)}${whole}${part}` : `${whole}${part}${'0'.repeat(places)}`;
  const at = places < 0 ? whole.length : whole.length + places;
  const moved = `${digits.slice(0, at)}.${digits.slice(at)}`;
  return moved.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, '');
}
