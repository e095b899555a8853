/** How an article page is built: the 信息公开 section, the plain template of notices and news, or that of the former 房管处. */
export type Look = 'open' | 'plain' | 'old';

export interface Article {
  id: number;
  kind: 'document' | 'interpretation' | 'annual' | 'other';
  /** Columns that list it; each gives it an address of its own. */
  columns: string[];
  look: Look;
  title: string;
  /** As a careful reader of the page takes it, `YYYY-MM-DD` for days. */
  number?: string;
  index?: string;
  issued?: string;
  published?: string;
  /** The clock beside the day of publication. */
  clock?: string;
  source?: string;
  /** Cells of the table as they are shown, where that differs from what is true. */
  cells?: Record<string, string>;
  /** A line is a paragraph; `# ` heading, `> ` to the right, `^ ` in the middle, `! ` ready HTML, `--` the next page. */
  body: string[];
  /** Names as shown and paths; `where` they hang is up to the look. */
  files?: [name: string, path: string][];
  late?: boolean;
  archive?: boolean;
  invalid?: '失效' | '废止';
  trap?: string;
  formats?: string[];
  /** Id of the interpreted document, the title of one that is not on this site, or null where nobody can tell. */
  policy?: number | string | null;
  to?: 'inline' | 'block' | 'none';
  from?: 'row' | 'island' | 'tail' | 'none';
  parts?: number[];
}

export type Manner = 'jpage' | 'search' | 'static' | 'cards' | 'years';

export interface Column {
  key: string;
  name: string;
  manner: Manner;
  size: number;
  /** How many records stand in the page itself. */
  group: number;
}
