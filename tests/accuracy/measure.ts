import { valueOrNull } from '#facts';
import type { Label, LabelledField } from './labels.js';
import { labelledFields, pageBytes } from './labels.js';
import type { Answer, Reader } from './readers.js';

export interface Miss {
  file: string;
  field: LabelledField | 'items';
  wanted: string | null;
  got: string | null;
  /** For the reader of the table: why it is missed, as far as the values tell. */
  reason: string;
}

/** How often a field was read exactly. `of` is 0 where the reader does not give the field. */
export interface Score {
  exact: number;
  of: number;
}

export interface Measured {
  reader: string;
  scores: Record<LabelledField | 'items', Score>;
  misses: Miss[];
}

/** Reads every labelled page with one reader and compares field by field, white space aside. */
export async function measure(reader: Reader, labels: readonly Label[], folder: string): Promise<Measured> {
  const fields = [...labelledFields, 'items'] as const;
  const scores = Object.fromEntries(fields.map((field) => [field, { exact: 0, of: 0 }])) as Measured['scores'];
  const misses: Miss[] = [];
  for (const label of labels) {
    if (!reader.accepts(label)) continue;
    const answer = await reader.read(pageBytes(folder, label.file), label);
    if (label.items) compareItems(reader, label, answer, scores.items, misses);
    else compareFields(reader, label, answer, scores, misses);
  }
  return { reader: reader.name, scores, misses };
}

function compareFields(reader: Reader, label: Label, answer: Answer, scores: Measured['scores'], misses: Miss[]): void {
  for (const field of labelledFields) {
    const wanted = label[field];
    if (wanted === undefined || !reader.fields.includes(field)) continue;
    const got = answer[field] ?? null;
    const score = scores[field];
    score.of += 1;
    if (plain(got) === plain(said(wanted))) score.exact += 1;
    else misses.push({ file: label.file, field, wanted, got, reason: reasonOf(field, wanted, got) });
  }
}

function compareItems(reader: Reader, label: Label, answer: Answer, score: Score, misses: Miss[]): void {
  if (!reader.fields.includes('items')) return;
  const got = answer.items ?? [];
  label.items!.forEach((wanted, index) => {
    score.of += 1;
    const item = got[index];
    if (
      item &&
      plain(item.title) === plain(wanted.title) &&
      item.url === wanted.url &&
      item.publishedOn === wanted.publishedOn
    )
      score.exact += 1;
    else
      misses.push({
        file: label.file,
        field: 'items',
        wanted: `${wanted.title} ${wanted.url} ${wanted.publishedOn}`,
        got: item ? `${item.title} ${item.url} ${item.publishedOn}` : null,
        reason: item ? `第 ${index + 1} 条不一致` : `缺第 ${index + 1} 条`,
      });
  });
}

/** A label that copies how a page says “none” (`-`, 无) wants null: a value that is not there is printed as null. */
function said(wanted: string | null): string | null {
  return wanted === null ? null : valueOrNull(wanted);
}

function plain(value: string | null): string | null {
  return value === null ? null : value.replace(/\s+/g, '');
}

function reasonOf(field: LabelledField, wanted: string | null, got: string | null): string {
  if (field === 'documentNumber' && wanted !== null && got === null)
    return '没有单独成行的文号；句子中的文号属于所引的其他文件，不取';
  if (got === null) return '没有读到';
  return wanted === null ? '页面没有，却读出了值' : '读到的值不同';
}
