/** How the block of attributes is made, or none at all. */
export type Block = 'dl' | 'grid' | 'script' | 'line' | 'none';

export interface FileRow {
  name: string;
  /** Identifier within the download service. */
  id: string;
  /** How it stands on the page: a plain link, a button of the script, or a link in the text and below. */
  as?: 'link' | 'button' | 'both';
}

export interface DocumentRow {
  id: number;
  /** Channels whose lists show it; the first gives the usual address. */
  channels: number[];
  title: string;
  /** HTML of the heading where it is not the plain title. */
  titleHtml?: string;
  /** As lists show it, HTML, where it is neither whole nor cut. */
  listHtml?: string;
  number: string | null;
  index: string | null;
  issued: string | null;
  /** `YYYY-MM-DD HH:MM`. */
  published: string;
  block: Block;
  /** What the block shows in place of the truth, by label; null leaves the label out. */
  shows?: Record<string, string | null>;
  /** Further labels of the block, put before the number. */
  extra?: [string, string][];
  /** HTML above the text. */
  head?: string;
  /** Paragraphs; `# ` begins a chapter, `<` is HTML as it stands. */
  body: string[];
  sign?: string[];
  /** HTML after the signature. */
  after?: string;
  files?: FileRow[];
  timeliness?: 'onTime' | 'late' | 'notMeasured';
  trap?: string;
  /** Chapters from this one on are asked for by a script. */
  lazyFrom?: number;
  /** The block 相关解读 is drawn from a request. */
  relatedByRequest?: true;
}

export interface InterpretationRow {
  id: number;
  kind: '文字' | '图解' | '视频' | '问答' | '其他';
  title: string;
  published: string;
  formats: string[];
  /** Id of the document, the name of one that is elsewhere, or null. */
  policy: number | string | null;
  linksToPolicy: boolean;
  linkedFromPolicy: boolean;
  /** HTML of the text; `{policy}` is the address of the document. */
  html: string;
  /** The document stands in the block 政策原文. */
  original?: true;
  trap?: string;
}

export interface PlainRow {
  path: string;
  title: string;
  published: string;
  source: string;
  body: string[];
}

export interface ReportRow {
  id: number;
  year: number;
  title: string;
  published: string;
  parts: number[];
  html: string;
}
