/** What the invented site holds. Dates are `YYYY-MM-DD`, times of publication `YYYY-MM-DD HH:mm`. */

export type ColumnKey =
  | 'dtyw'
  | 'tzgg'
  | 'xzfwj'
  | 'xzfbwj'
  | 'gfxwj'
  | 'bmwj'
  | 'zcjd'
  | 'ghjh'
  | 'czyjs'
  | 'zfxxgkzd'
  | 'zfxxgkzn'
  | 'zfxxgknb'
  | 'ldzc'
  | 'jgzn'
  | 'xzxx'
  | 'zjdc'
  | 'bsfw';

/** Page tags: none, with the true time of publication, or with the time at which the page was made again. */
export type Tags = 'none' | 'right' | 'regenerated';

export interface FileRef {
  name: string;
  /** Listed under the body as 附件【…】, linked inside the body, or both with one address. */
  place: 'list' | 'body' | 'both';
}

export interface RelatedBlock {
  label: string;
  ids: number[];
  /** `display:none` in the source. */
  hidden?: boolean;
}

interface ArticleBase {
  id: number;
  column: ColumnKey;
  /** Further columns that quote the article: the same number under another column's address. */
  also?: ColumnKey[];
  title: string;
  /** HTML of the heading where it differs from the title (line breaks, spans). */
  heading?: string;
  published: string | null;
  source?: string;
  tags?: Tags;
  /** Paragraphs in the small notation of `body.ts`. */
  paras: string[];
  /** Written in Word and pasted. */
  word?: boolean;
  files?: FileRef[];
  related?: RelatedBlock[];
}

export interface DocumentArticle extends ArticleBase {
  kind: 'document';
  /** As a careful person writes it down. */
  number: string | null;
  /** As the page prints it, where that differs. */
  numberShown?: string;
  index: string | null;
  issued: string | null;
  /** What stands beside the label 成文日期; `''` for a label without a value. Default: the day it was issued. */
  issuedShown?: string;
  issuer: string;
  head: 'dl' | 'table' | 'none';
  sign?: 'arabic' | 'han' | 'word';
  signer?: string;
  /** What follows the signature: the regulation itself, forwarded papers. */
  after?: string[];
  validity?: string;
  /** The page is a shell around a PDF. */
  pdfOnly?: boolean;
  timeliness: 'onTime' | 'late' | 'notMeasured';
  trap?: string;
}

export interface InterpretationArticle extends ArticleBase {
  kind: 'interpretation';
  formats: string[];
  /** Number of the document on this site, or the bare title of a policy that is not here, or null where nobody could tell. */
  policy: number | string | null;
  linksToPolicy: boolean;
  trap?: string;
}

export interface ReportArticle extends ArticleBase {
  kind: 'annualReport';
  year: number;
  parts: number[];
}

export interface OtherArticle extends ArticleBase {
  kind: 'other';
}

export type Article = DocumentArticle | InterpretationArticle | ReportArticle | OtherArticle;
