import type { AsDocument, AsOther, AsReading, AsReport } from '../items.js';

interface Common {
  id: number;
  /** Directory of its 栏目, e.g. `tongzhi`. */
  column: string;
  /** 副栏目: listed there too, under the same address. */
  also?: string[];
  /** A copy made by the editor in another 栏目: an address of its own. */
  copy?: [column: string, id: number];
  title: string;
  /** What stands before and after the title in lists: bold, colour. */
  look?: [before: string, after: string];
  /** Day of publication, `YYYY-MM-DD`. */
  day: string;
  time?: string;
  /** 来源, if it is not 未知. */
  source?: string;
  /** Fields of the 公文 model, as printed. */
  fields?: [label: string, value: string][];
  /** One part for each page of the article. */
  body: string | string[];
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
