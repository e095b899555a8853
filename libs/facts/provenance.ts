import { holdsLabel } from './metadata-labels.js';

/** Fields of a document on which judgements rest. */
export const provenFields = ['title', 'documentNumber', 'indexNumber', 'issuedOn', 'publishedOn', 'issuer'] as const;
export type ProvenField = (typeof provenFields)[number];

export function isProven(field: string): field is ProvenField {
  return (provenFields as readonly string[]).includes(field);
}

/**
 * Where a value was read and how far it can be trusted: `sure` – said once and contradicted by nothing; `likely` – the best
 * of what the page says, or said where mistakes are common; `doubtful` – the page contradicts itself or is broken there, so
 * nothing may be held against anybody because of it.
 */
export interface Provenance {
  /** Of a date its source (`tag`, `metadata`, …); of other values likewise the part of the page; `none` where nothing was read. */
  source: string;
  certainty: 'sure' | 'likely' | 'doubtful';
  /** For a reader, in Chinese. Always there when it is not sure. */
  why?: string;
  /** The value that contradicts the one taken: a day, or the words. */
  other?: string;
}

/** What was found out of a reading's fields; a field without a value and without a doubt is absent. */
export type Provenances = Partial<Record<ProvenField, Provenance>>;

/** A field of a fact that must not be relied upon, and why. */
export interface Doubt {
  field: ProvenField;
  /** For a reader, in Chinese: “页面标签与可见日期相差30天”. */
  why: string;
  /** The value that contradicts the one kept: a day for dates, else the words. Absent when the value itself is broken. */
  other?: string;
}

/** The values that are checked against each other. */
interface Checked {
  title: string | null;
  documentNumber: string | null;
  indexNumber: string | null;
  issuedOn: { on: string } | null;
  publishedOn: { on: string } | null;
  issuer: string | null;
}

/** Days (both `YYYY-MM-DD`) from one to another, negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Provenances with the doubts that arise only from all fields together. Doubts that are already there stay. */
export function crossChecked(values: Checked, provenance: Provenances): Provenances {
  const checked: Provenances = { ...provenance };
  const doubt = (field: ProvenField, why: string, other?: string) => {
    const before = checked[field];
    if (!before || before.certainty === 'doubtful') return;
    checked[field] = { source: before.source, certainty: 'doubtful', why, ...(other === undefined ? {} : { other }) };
  };
  const { issuedOn, publishedOn, documentNumber } = values;
  if (issuedOn && publishedOn && issuedOn.on > publishedOn.on) {
    const why = `成文日期${issuedOn.on}晚于发布日期${publishedOn.on}`;
    doubt('issuedOn', why, publishedOn.on);
    doubt('publishedOn', why, issuedOn.on);
  }
  const numbered = documentNumber === null ? null : yearOfNumber(documentNumber);
  if (issuedOn && numbered !== null && !yearsAgree(numbered, issuedOn.on)) {
    const why = `文号为${numbered}年，成文日期为${issuedOn.on}`;
    doubt('documentNumber', why);
    doubt('issuedOn', why);
  }
  for (const field of ['title', 'documentNumber', 'indexNumber', 'issuer'] as const) {
    const value = values[field];
    if (value === null) continue;
    if (garbled.test(value)) doubt(field, '文字乱码');
    else if (markup.test(value)) doubt(field, '混入了残缺的网页标记');
    else if (holdsLabel(value)) doubt(field, '混入了其他栏目的内容');
  }
  return checked;
}

/** Characters that only a wrong decoding leaves behind. */
const garbled = /\ufffd|锟斤拷|烫烫烫|[\u0080-\u009f]/;

/** What is left of tags, attributes and entities on a broken page. */
const markup =
  /<\/?[a-z]|\/?[a-z][a-z\d]{0,9}>|[a-z-]\s*=\s*["']|["']\s*\/?>|^(?:nb|n?b?sp|quot|[lg]t|amp);|&(?:nbsp|quot|[lg]t|amp);/i;

/** The year in 〔2020〕11号 or 2020年第5号, or null. */
function yearOfNumber(number: string): number | null {
  const year = /[〔［[【（(﹝{〈]((?:19|20)\d\d)[〕］\]】）)﹞}〉]|((?:19|20)\d\d)年第/.exec(number);
  return year ? Number(year[1] ?? year[2]) : null;
}

/** Numbers of the old year are given out until spring; those of a year to come, never. */
function yearsAgree(numbered: number, on: string): boolean {
  const year = Number(on.slice(0, 4));
  return numbered === year || (numbered === year - 1 && on.slice(5) < '04-01');
}

/** What of a reading must be carried on to the facts. */
export function doubtsOf(provenance: Provenances): Doubt[] {
  return (Object.entries(provenance) as [ProvenField, Provenance][])
    .filter(([, { certainty }]) => certainty === 'doubtful')
    .map(([field, { why = '', other }]) => ({ field, why, ...(other === undefined ? {} : { other }) }));
}
