/** The way an article page is built: the first portal (ASP), the second (ASP.NET) or the newer 政府信息公开 section. */
export type Look = 'asp' | 'aspx' | 'open';

export type Trick =
  /** Declared GB2312 in the page, UTF-8 in the header and in the bytes. */
  | 'utf8-as-gb'
  /** Declared GB2312 in the page, no charset in the header, UTF-8 with a byte order mark. */
  | 'bom'
  /** Declared UTF-8 in the page, GB2312 in the header and in the bytes. */
  | 'gb-as-utf8'
  /** The whole body stands a second time in a hidden block for telephones. */
  | 'doubled'
  /** The body stands twice, both seen: the second inside the printing table. */
  | 'printed-twice'
  /** Body in an iframe. */
  | 'framed'
  /** Body over two pages of the article, `&page=2`. */
  | 'two-pages'
  /** The cell 文号 is left empty; the number stands above the text. */
  | 'number-in-text'
  /** PubDate tag of the day when the page was made again. */
  | 'remade'
  /** The title is broken over two lines on the page. */
  | 'broken-title'
  /** 「日期」 and 「发表时间」 for the usual label. */
  | 'odd-label'
  /** Every word in its own font element. */
  | 'fonts';

export interface Article {
  id: number;
  kind: 'document' | 'interpretation' | 'annual' | 'other';
  /** Columns that list it; the first is its own. */
  columns: string[];
  look: Look;
  title: string;
  /** As the page shows it. */
  number?: string;
  index?: string;
  /** `YYYY-MM-DD`, what a reader of the page takes for 成文日期. */
  issued?: string;
  published?: string;
  source?: string;
  /** A line is a paragraph; `# ` heading, `> ` to the right, `^ ` in the middle, `! ` ready HTML. */
  body: string[];
  /** Names as shown and paths. */
  files?: [name: string, path: string][];
  topic?: string;
  late?: boolean;
  archive?: boolean;
  repealed?: boolean;
  tricks?: Trick[];
  trap?: string;
  formats?: string[];
  /** Id of the interpreted document, a title that is not on this site, or null where nobody can tell. */
  policy?: number | string | null;
  to?: 'inline' | 'block' | 'hidden' | 'none';
  from?: 'block' | 'hidden' | 'script' | 'onclick' | 'none';
  parts?: number[];
}
