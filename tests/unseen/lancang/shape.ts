/**
 * What an editor of the township typed into the system. Fields that a reader of the page can see are the truth of the site; `look` is
 * how the system prints them.
 */
export interface Piece {
  key: string;
  /** Code of the column in which it stands, e.g. `c106109`. */
  column: string;
  title: string;
  /** `YYYY-MM-DD HH:MM` as the page shows it beside the title. */
  published: string | null;
  source?: string;
  /** Lines of the body, see `render/body.ts`. */
  body: string;
  look?: Look;
  /** Month folder of the address, where it is not that of the publication. */
  month?: string;
  /** A second column that shows the same page under its own address. */
  alsoIn?: string;
  /** Keys of pieces in the block 相关链接. */
  related?: string[];
  trap?: string;
}

export interface Paper extends Piece {
  number: string | null;
  index: string | null;
  issued: string | null;
  timeliness: 'onTime' | 'late' | 'notMeasured';
  files?: FileSpec[];
}

export interface Reading extends Piece {
  formats: string[];
  /** Key of the policy that it interprets. */
  policy: string;
  linksToPolicy: boolean;
  linkedFromPolicy: boolean;
}

export interface Report extends Piece {
  year: number;
  parts: number[];
}

export interface Look {
  /** 信息块: li with div.sub, p with strong, a table with spaces inside the labels, or none. */
  meta?: 'sub' | 'strong' | 'table' | 'none';
  /** What stands in the block where a value is missing. */
  blank?: string;
  /** A date of writing that stands only in a comment of the source. */
  commentedIssued?: string;
  /** The line under the title. */
  info?: 'plain' | 'glued' | 'element' | 'undated';
  /** Page tags: made again later, in several letter cases, right, or none. */
  tags?: 'regenerated' | 'cases' | 'right' | 'absent';
  /** The body twice: once more for phones, or once more in a row. */
  doubled?: 'phone' | 'row';
  /** Paragraphs as pasted from Word. */
  word?: boolean;
}

export interface FileSpec {
  name: string;
  /** How the page refers to it. */
  way: 'appendix' | 'protect' | 'downfile' | 'viewer' | 'folder';
  /** Name in the store of the server, with extension pdf or docx. */
  stored: string;
  lines?: string[];
}
