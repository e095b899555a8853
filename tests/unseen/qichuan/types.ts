/** A page of the site: what is shown, and what a careful person reads from it. */
export interface Item {
  id: number;
  /** Column in whose folder the page lies; `Item` and `c104512` are the addresses of the two older systems. */
  at: string;
  /** Columns that keep a page of their own of the same number (TRS: 镜像). */
  mirrors?: string[];
  /** Columns whose lists link to the page in its own folder (TRS: 引用). */
  quotes?: string[];
  /** Pages in other columns that are copies with a number of their own, or stubs that lead here. */
  copies?: { at: string; id: number; stub?: true }[];
  day: string;
  clock?: string;
  /** Day in the address, where it is not that of publication. */
  made?: string;
  title: string;
  /** How the list shows the title, without a `title` attribute. */
  listed?: string;
  subtitle?: string;
  /** 来源 or 发布机构, by which the page belongs to a unit. */
  organ: string;
  look?: 'portal' | 'platform' | 'section';
  number?: string;
  index?: string;
  issued?: string;
  /** What the block shows in place of the true values; a field that is not there shows them. */
  block?: { number?: string; index?: string; issued?: string; organ?: string };
  /** `>` right, `^` centred, `<` HTML; else a paragraph. */
  body: string[];
  /** Name and file, e.g. `['附件.docx', 'P02026.docx']`. */
  files?: [string, string][];
  filesBy?: 'body' | 'script';
  related?: { label: string; ids: number[] };
}

export interface DocumentItem extends Item {
  timeliness: 'onTime' | 'late' | 'notMeasured';
  trap?: string;
}

export interface ReadingItem extends Item {
  formats: string[];
  policy: number | null;
  /** Name of a policy that does not stand on this site. */
  elsewhere?: string;
  trap?: string;
}

export interface ReportItem extends Item {
  year: number;
  parts: number[];
}
