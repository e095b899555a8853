import { createHash } from 'node:crypto';

/** How the data of a document stand on its page. */
export type MetaForm = 'grid' | 'line' | 'panel' | 'none';

export interface Attachment {
  name: string;
  url: string;
  size?: string;
}

export interface Doc {
  key: string;
  column: string;
  url: string;
  /** A second address with the same page. */
  also?: { url: string; column: string };
  title: string;
  /** The title stands in two lines: the issuer's, then the rest. */
  split?: 'div' | 'br';
  number: string | null;
  index: string | null;
  issuer: string;
  issuedOn: string | null;
  publishedOn: string;
  timeliness: 'onTime' | 'late' | 'notMeasured';
  meta: MetaForm;
  /** Labels that the block of data lacks although the fact stands in the body. */
  metaLacks?: ('成文日期' | '发文字号')[];
  /** Label of the date of writing, where it is another one. */
  issuedLabel?: string;
  redHead?: string;
  sign?: 'plain' | 'seal' | 'joint' | 'han' | 'none';
  /** Date of printing in the imprint at the foot of the document. */
  printedOn?: string;
  paragraphs: string[];
  /** What stands behind the signature (annexes, forwarded papers). */
  after?: string[];
  attachments?: Attachment[];
  attachmentForm?: 'icons' | 'script' | 'inline';
  pdf?: string;
  trap?: string;
}

export type Shelf = 'wz' | 'tj' | 'st' | 'snbt';

export interface Interpretation {
  key: string;
  url: string;
  shelf: Shelf;
  title: string;
  publishedOn: string;
  formats: string[];
  policy: string | null;
  /** Where its page links the policy. */
  link: 'card' | 'side' | 'hidden' | 'inline' | null;
  /** How the policy's page links it. */
  back: 'card' | 'hidden' | null;
  blocks: string[];
  trap?: string;
}

export interface News {
  url: string;
  title: string;
  publishedOn: string;
  paragraphs: string[];
}

export interface Report {
  year: number;
  url: string;
  publishedOn: string;
  parts: number[];
}

const uuid = (seed: string) =>
  createHash('md5')
    .update(seed)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** `/p1/<column>/<number>.html` */
export const p1 = (column: number, number: number) => `/p1/${String(column)}/${String(number)}.html`;
/** `/<8 digits>/index.html` */
export const eight = (number: number) => `/${String(number)}/index.html`;
/** `/<13 digits>/index.shtml` */
export const thirteen = (number: number) => `/${String(number)}/index.shtml`;
/** `/fabu/xiangqing/<number>.html` */
export const fabu = (number: number) => `/fabu/xiangqing/${String(number)}.html`;
/** `/columns/<uuid>/<yyyymm>/<dd>/<uuid>.html` */
export const columns = (column: string, day: string, seed: string) =>
  `/columns/${uuid(column)}/${day.slice(0, 7).replace('-', '')}/${day.slice(8)}/${uuid(seed)}.html`;
