/** A document of the site. Dates are `YYYY-MM-DD`, times China time. */
export interface Doc {
  id: number;
  /** The column whose list shows it; `more` are further columns that show the same article. */
  col: string;
  more?: string[];
  title: string;
  no: string | null;
  idx: string | null;
  issued: string | null;
  /** `YYYY-MM-DD HH:mm` as the page shows it. */
  pub: string;
  issuer: string;
  to?: string;
  /** Paragraphs, one a line; a line beginning with `<` is markup. */
  body: string;
  /** Signature under the body; null: none. Left out: issuer and the day of writing. */
  sign?: string[] | null;
  meta?: 'dl' | 'ul' | 'none';
  /** Name, extension and (for `body`) nothing more. */
  files?: [string, string][];
  filesBy?: 'inline' | 'request' | 'body';
  late?: 'late' | 'notMeasured';
  /** What the tag PubDate says where it is not the day of publication. */
  tag?: string;
  /** How the interpretations stand on its page. */
  relBy?: 'block' | 'request';
  extra?: [string, string][];
  special?: 'redirect' | 'pdf' | 'images' | 'centred' | 'commented';
  trap?: string;
}

export interface Reading {
  id: number;
  tab: 'wz' | 'tj' | 'sp' | 'ft';
  title: string;
  pub: string;
  src: string;
  formats: string[];
  /** The policy's article; null: nobody could tell. */
  policy: number | null;
  link: 'text' | 'block' | 'hidden' | 'none';
  back: boolean;
  body: string;
  /** A further list that shows it. */
  also?: string;
  trap?: string;
}

export interface News {
  id: number;
  col: 'mxyw' | 'bmdt';
  title: string;
  pub: string;
  body: string;
}

export interface Report {
  id: number;
  year: number;
  pub: string;
  parts: number[];
  body: Record<number, string>;
}
