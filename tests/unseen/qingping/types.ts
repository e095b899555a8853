import type { AsDocument, AsOther, AsReading, AsReport } from '../items.js';

interface Common {
  /** Its address is `/qingping/a/ID`, whatever column lists it. */
  id: string;
  columns: string[];
  title: string;
  /** Inner HTML of the heading, if it is more than the title. */
  heading?: string;
  /** The line under the title on a card. */
  summary: string;
  /** When it was published, Chinese time: `YYYY-MM-DD HH:MM`. */
  at: string;
  /** Shown after the day of publication: when it was last changed. */
  changed?: string;
  office: string;
  /** Properties: labels and values as printed. */
  meta?: [label: string, value: string][];
  body: string;
  /** Cards below the body. */
  related?: [label: string, title: string, to: string][];
  /** Addresses beside the plain one. */
  also?: string[];
  trap?: string;
}

export interface DocumentItem extends Common, AsDocument {
  /** Listed below the body; `size` is printed within the link. */
  files?: { name: string; path: string; size: string }[];
}

export type ReadingItem = Common & AsReading<string>;
export type ReportItem = Common & AsReport;
export type OtherItem = Common & AsOther;
export type Item = DocumentItem | ReadingItem | ReportItem | OtherItem;
