import type { AsDocument, AsOther, AsReading, AsReport } from '../items.js';

interface Common {
  id: number;
  column: string;
  title: string;
  /** When it was published: `YYYY-MM-DD HH:MM`. */
  at: string;
  /** 来源, as printed beside the time. */
  source?: string;
  /** Labels and values as printed, each pair a `dl`. */
  meta?: [label: string, value: string][];
  body: string;
  trap?: string;
}

export interface DocumentItem extends Common, AsDocument {
  /** Name as it stands in the link, and address. */
  files?: [name: string, path: string][];
  /** Files that only the text links, none of them in the block below it. */
  loose?: true;
  /** Columns of the portal that list it under its own address. */
  also?: string[];
  /** The mark in the library's list. */
  state?: '现行有效' | '已废止' | '已失效' | '已修改';
  /** 历史版本: another document of this site. */
  version?: [label: string, id: number];
}

export interface ReadingItem extends Common, Omit<AsReading, 'to'> {
  /** The card 政策原文 above the text; a link in the text alone is `told`. */
  to: boolean | 'told';
}

export type ReportItem = Common & AsReport;
export type OtherItem = Common & AsOther;
export type Item = DocumentItem | ReadingItem | ReportItem | OtherItem;
