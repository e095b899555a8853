import type { AsDocument, AsOther, AsReading, AsReport } from '../items.js';

interface Common {
  /** Its addresses are `/contents/COLUMN/id.html`, one for each column. */
  id: number;
  columns: string[];
  title: string;
  /** Inner HTML of the heading, if it is more than the title. */
  heading?: string;
  /** Inner HTML of the link in lists, if it is not the title. */
  row?: string;
  /** The link in lists has the whole title as its attribute. */
  tip?: boolean;
  mark?: 'top' | 'new';
  /** Day of publication as shown, `YYYY-MM-DD`. */
  day: string;
  time?: string;
  /** Line under the heading, if it is not the usual one. */
  byline?: string;
  /** Table of properties: labels and values as printed. */
  meta?: [label: string, value: string][];
  metaStyle?: 'pairs' | 'rows' | 'list' | 'dl';
  /** One part for each page of the article. */
  body: string | string[];
  /** Blocks after the body. */
  after?: string;
  trap?: string;
}

export interface DocumentItem extends Common, AsDocument {
  files?: [name: string, path: string][];
}

export type ReadingItem = Common & AsReading;
export type ReportItem = Common & AsReport;
export type OtherItem = Common & AsOther;
export type Item = DocumentItem | ReadingItem | ReportItem | OtherItem;
