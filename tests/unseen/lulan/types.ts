/** How the line under a heading tells the day. */
export type Stamp = 'sql' | 'java' | 'week' | 'none';

export interface Row {
  id: number;
  /** Columns whose lists show it; the first gives the usual address. */
  sects: string[];
  title: string;
  /** HTML of the heading where it is not the plain title. */
  heading?: string;
  /** As the list shows it, HTML, where it is not the whole title. */
  listed?: string;
  /** `YYYY-MM-DD HH:MM:SS`. */
  published: string;
  stamp?: Stamp;
  /** HTML of paragraphs. */
  body: string[];
  /** Lines of the signature, HTML. */
  sign?: string[];
  /** HTML after the signature. */
  after?: string;
  files?: { name: string; path: string }[];
  /** Files that stand where the body links to them, and not at the end. */
  filesInBody?: true;
  trap?: string;
}

export interface DocumentRow extends Row {
  number: string | null;
  index: string | null;
  issued: string | null;
  /** Null where no list and no page tells when it was put there. */
  shownOn?: string | null;
  timeliness?: 'onTime' | 'late' | 'notMeasured';
  /** Cells above the heading, label and value. */
  block?: [string, string][];
  /** 〔通知〕 and the like before the title in mixed lists. */
  label?: string;
}

export interface InterpretationRow extends Row {
  formats: string[];
  /** Id of the document, the name of one that is elsewhere, or null. */
  policy: number | string | null;
  /** Address of a policy outside this sub-site. */
  policyPath?: string;
  linksToPolicy: boolean;
  linkedFromPolicy: boolean;
}

export interface OtherRow extends Row {
  label?: string;
}

export interface ReportRow extends Row {
  year: number;
  parts: number[];
}
