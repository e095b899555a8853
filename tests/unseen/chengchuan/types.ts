import type { AsDocument, AsOther, AsReading, AsReport } from '../items.js';

interface Common {
  id: number;
  /** Channels of the platform that lists it; the first one that links to it is its first address. */
  channels?: number[];
  /** Category of the portal (`004001`) that holds its static page. */
  category?: string;
  /** Only the search of the policy library knows it. */
  library?: true;
  title: string;
  /** Title as the interface gives it, if it holds markup. */
  rawTitle?: string;
  /** Day of publication, `YYYY-MM-DD`. */
  day: string;
  time?: string;
  /** Day in the address of the static page, if another. */
  pathDay?: string;
  /** Office named as the source. */
  office?: string;
  /** Lines in the shorthand of text.ts. */
  body: string[];
  /** The text comes as entities, as a filter against scripts stores it. */
  escaped?: true;
  /** Path of a PDF that a viewer shows in place of the text. */
  viewer?: string;
  /** Name and path under `/profile/upload/`, or the id of a file of the portal. */
  files?: [name: string, path: string][];
  /** Ids of what the block 相关信息 names. */
  related?: number[];
  top?: true;
  trap?: string;
}

export interface DocumentItem extends Common, AsDocument {
  /** What the interface gives where it differs from the truth. */
  given?: { number?: string; index?: string | null; issued?: string | null };
  /** 1 有效, 0 失效, 2 已修改. */
  force?: '1' | '0' | '2';
}

export type ReadingItem = Common & AsReading;
export type ReportItem = Common & AsReport;
export type OtherItem = Common & AsOther;
export type Item = DocumentItem | ReadingItem | ReportItem | OtherItem;
