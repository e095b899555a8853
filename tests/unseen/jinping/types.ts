export interface FileEntry {
  /** As its link reads. */
  name: string;
  /** Path on the site. */
  path: string;
}

interface Entry {
  id: number;
  /** Key of the column in whose folder the page lies. */
  column: string;
  title: string;
  /** `YYYY-MM-DD HH:mm`, as the page shows it; null where it shows none. */
  published: string | null;
  issuer: string;
  body: string[];
  /** The folder of the address where it is not that of `published`, e.g. `2025/1229`. */
  folder?: string;
  /** What the PubDate tag says where it is not `published`. */
  tagged?: string;
  trap?: string;
}

export interface DocumentEntry extends Entry {
  kind: 'document';
  number: string | null;
  index: string | null;
  issued: string | null;
  timeliness: 'onTime' | 'late' | 'notMeasured';
  /** 主送机关. */
  to?: string;
  files?: FileEntry[];
  /** A second column in whose folder the same page lies. */
  also?: string;
  /** What the info block prints in place of the real values; an empty string prints an empty cell. */
  printed?: { number?: string; issued?: string; extra?: [string, string][]; validity?: string };
  /** The number stands centred over the body. */
  headNumber?: boolean;
  /** How the signature's date is written. */
  signature?: 'arabic' | 'chinese' | 'none';
  /** Paragraphs after the signature. */
  annex?: string[];
  /** The body is only this file. */
  shell?: 'embed' | 'object' | 'viewer';
  /** The article has two pages; the second starts at this paragraph. */
  secondPage?: number;
  /** The heading with a line break in it. */
  heading?: string;
  /** First in its list, and again in its place. */
  pinned?: boolean;
}

export interface InterpretationEntry extends Entry {
  kind: 'interpretation';
  formats: string[];
  /** Id of the policy on this site, or the name of one that is elsewhere, or null. */
  policy: number | string | null;
  /** How its page leads to the policy. */
  link: 'side' | 'body' | 'hidden' | 'none';
  /** Whether the policy's page has it under 相关解读. */
  back: boolean;
}

export interface ReportEntry extends Entry {
  kind: 'report';
  year: number;
  parts: number[];
}

export interface OtherEntry extends Entry {
  kind: 'other';
}

export type Article = DocumentEntry | InterpretationEntry | ReportEntry | OtherEntry;
