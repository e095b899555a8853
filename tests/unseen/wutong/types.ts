import { type TrueDocument } from '../model.js';

/** Where an article stands: leaves of the disclosure tree (numbers) and columns of the portal (words). */
export type ColumnId =
  | '6721031'
  | '6721032'
  | '6721033'
  | '6721034'
  | '6721035'
  | '6721036'
  | '6721037'
  | '6721040'
  | 'annual'
  | 'notice'
  | 'news'
  | 'topic'
  | 'letters'
  | 'surveys'
  | 'services';

/** How the block above the text is marked up. `none` is the plain article of the portal, without a block and without tags. */
export type MetaStyle = 'table' | 'font' | 'comment' | 'none';

/**
 * Body lines: `@` 主送机关, `=` centred, `>` flush right, `<` HTML as it stands, `--` the signature's place (else the end),
 * `一、` headings are bold, everything else a paragraph. `[[id|words]]` is a link to another article of the site.
 */
export interface Article {
  id: string;
  title: string;
  column: ColumnId;
  /** The day shown on the page and in its list, or null where the page shows none. */
  published: string | null;
  /** Time of day shown behind it. */
  clock?: string;
  /** `hash`: /2025/3/28/<32 hex>.shtml; `content`: /c<id>/content.html. */
  address: 'hash' | 'content';
  meta: MetaStyle;
  source: string;
  body: string;
  /** What the page prints where it is not the plain value; `tag` is the PubDate tag of a page made again. */
  shown?: { title?: string; number?: string; issued?: string; published?: string; index?: string; tag?: string };
  attachments?: { name: string; file: string }[];
  /** Articles linked in the block 相关链接; `hidden` blocks are `display:none` in the source and shown by script. */
  related?: string[];
  relatedHidden?: boolean;
  relatedName?: string;
  trap?: string;
}

export interface DocumentArticle extends Article {
  number: string | null;
  index: string | null;
  issued: string | null;
  /** Signature under the text; its date is `signedAs` or the day of issue in words; `''` leaves the date out. */
  sign?: string;
  signedAs?: string;
  /** Also stands at a second address (`content`) in the portal's list. */
  twin?: boolean;
  topic?: string;
  validity?: string;
  effective?: string;
  expires?: string;
  timeliness?: TrueDocument['timeliness'];
}

export interface InterpretationArticle extends Article {
  formats: string[];
  /** Id of the policy on this site, or the title of one that stands elsewhere, or null. */
  policy: { id: string } | { title: string } | null;
  linksToPolicy: boolean;
  linkedFromPolicy: boolean;
}

export interface AnnualArticle extends Article {
  year: number;
  parts: number[];
}
