import type { AsDocument, AsOther, AsReading, AsReport } from '../items.js';

interface Common {
  /** Numbers run through all columns; those of the river chiefs’ site begin at 10000. */
  id: number;
  catid: number;
  title: string;
  /** Day of publication, `YYYY-MM-DD`. */
  day: string;
  time?: string;
  /** What the list shows instead of the day of publication: the day of update. */
  updated?: string;
  /** 转向链接: the row leads to this path, and the article has no page of its own. */
  link?: string;
  /** What stands before the link in lists. */
  before?: string;
  /** Title as the page prints it, where it is broken into lines. */
  heading?: string;
  /** Columns that list it too, under the same address. */
  also?: number[];
  /** 来源. */
  source?: string;
  /** Fields of the information model, as printed. */
  fields?: [label: string, value: string][];
  /** One part for each page of the article. */
  body?: string | string[];
  /** Words of the PDF files that are no scans, by path. */
  pdfs?: Record<string, string[]>;
  trap?: string;
}

export interface DocumentItem extends Common, AsDocument {
  /** Name as it stands in the link, and path. */
  files?: [name: string, path: string][];
}

export type ReadingItem = Common & AsReading;
export type ReportItem = Common & AsReport;
export type OtherItem = Common & AsOther;
export type Item = DocumentItem | ReadingItem | ReportItem | OtherItem;
