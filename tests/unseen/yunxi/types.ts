/** Which of the three generations of templates shows an article: the new disclosure platform, the portal in PHP, the old site in ASP.NET. */
export type Generation = 'platform' | 'portal' | 'old';

/** How the body was pasted into the editor. */
export type Wrapping = 'plain' | 'word' | 'fonts' | 'layout' | 'breaks';

export interface Attachment {
  name: string;
  path: string;
}

export interface Article {
  id: number;
  in: Generation;
  /** nid (platform), cid (portal) or ClassID (old); the first is the column whose list gives the usual address. */
  columns: number[];
  title: string;
  /** As the title stands on the page, where there is a break in it. */
  titleHtml?: string;
  /** As the list shows it, where it is neither whole nor cut. */
  listTitle?: string;
  published: string;
  body: string[];
  wrapping?: Wrapping;
  /** Lines of the signature, the date among them. */
  sign?: string[];
  attachments?: Attachment[];
  /** 发布机构 or 来源. */
  organ?: string;
  /** Unit within the group portal; 1106 is 云溪镇. */
  pid?: number;
}

export interface DocumentArticle extends Article {
  /** What a careful person reads; null where there is none. */
  number: string | null;
  index: string | null;
  issued: string | null;
  timeliness?: 'onTime' | 'late' | 'notMeasured';
  /** What the table of the platform shows where it differs from the above. */
  table?: { number?: string; issued?: string; at?: 'top' | 'bottom' | 'folded' };
  /** HTML of the line with the number above the text. */
  heading?: string;
  pinned?: boolean;
  /** The same file in the old or the new template, by generation, column and id. */
  twin?: { in: Generation; column: number; id: number };
  /** HTML after the text: links to what lies elsewhere. */
  after?: string;
  trap?: string;
}

export interface InterpretationArticle extends Article {
  formats: string[];
  /** The id of the policy on this site, or its title alone where it lies elsewhere, or null. */
  policy: number | string | null;
  linksToPolicy: boolean;
  linkedFromPolicy: boolean;
  trap?: string;
}

export interface OtherArticle extends Article {
  /** Shown at the head of the page in place of the usual table. */
  plain?: true;
}
