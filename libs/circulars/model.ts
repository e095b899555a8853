import type { LocalDate } from '#calendar';
import type { Annex } from './annex-table.js';
import type { Letterhead } from './letterhead.js';
import type { CircularKind, SpecialRule } from './snapshot.js';
import type { Checked } from './stated-numbers.js';
import type { Run } from './tokens.js';

export type Block =
  /** `一、总体情况`. */
  | { kind: 'heading'; runs: Run[] }
  /** A paragraph; `lead` is its first sentence as a heading of the second level: `（一）……。`. */
  | { kind: 'paragraph'; lead?: Run[]; runs: Run[] };

/** A circular as data: docx, pdf and web page are printed from it, and from nothing else. */
export interface CircularModel {
  template: string;
  kind: CircularKind;
  /** Said above everything when the data are invented. */
  sampleNotice: string | null;
  issuer: string;
  number: string | null;
  title: Run[];
  recipients: Run[];
  blocks: Block[];
  /** Notes at the foot of the page, by `NoteMark.note` − 1. */
  notes: Run[][];
  date: LocalDate;
  publicNote: string;
  copyTo: string | null;
  annex: Annex;
  /** Scores of the units, best first, for the chart; null without one. */
  chart: { title: string; bars: { organisation: string; score: number }[] } | null;
  /** Days that may stand in the text. */
  days: LocalDate[];
  /** Day by which problems are to be mended. */
  deadline: LocalDate;
  /** Sentences of a person with numbers that he answers for; null where nobody but the program wrote anything. */
  checked: Checked[] | null;
  /** Words given with the snapshot that may hold digits, by name. */
  givens: Record<string, string>;
  /** Of the office, as it was when this was frozen; absent where it had none. */
  letterhead?: Letterhead;
  /** Of a special circular: whom it is about. */
  special?: SpecialRule;
  /** 印发日期; absent where it is the date of the circular. */
  printedOn?: LocalDate;
}
