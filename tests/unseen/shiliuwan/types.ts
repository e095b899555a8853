/** `chips`: the small template; `wx`: copied out of a 公众号 with its markup; `pc`: pages of the first version, before telephones. */
export type Look = 'chips' | 'wx' | 'pc';

export interface Article {
  id: number;
  kind: 'document' | 'interpretation' | 'annual' | 'other';
  channels: string[];
  look: Look;
  title: string;
  /** As a careful reader of the page takes it. */
  number?: string;
  index?: string;
  issued?: string;
  published: string;
  clock?: string;
  source?: string;
  /** Chips under the title as shown: label and value. Without them the page shows none. */
  chips?: [string, string][];
  /** A line is a paragraph; `# ` heading, `> ` to the right, `^ ` in the middle, `! ` ready HTML. */
  body: string[];
  files?: [name: string, path: string][];
  late?: boolean;
  archive?: boolean;
  trap?: string;
  formats?: string[];
  policy?: number | string | null;
  to?: 'inline' | 'card' | 'none';
  from?: 'card' | 'script' | 'inline' | 'none';
  parts?: number[];
}
