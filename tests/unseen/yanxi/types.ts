import type { AsDocument, AsOther, AsReading, AsReport } from '../items.js';

/** What the detail page shows besides the text, where it is not the usual. */
export interface Media {
  kind: 'images' | 'carousel' | 'video' | 'audio' | 'h5' | 'qa' | 'chat' | 'pdf';
  parts: (string | [string, string])[];
}

interface Common {
  id: number;
  title: string;
  /** Published, Beijing time, `YYYY-MM-DD HH:mm`. */
  at: string;
  /** Channels that list it. */
  cols: readonly number[];
  /** Lines as {@link toHtml} takes them. */
  body: string;
  /** Name, and path or number in the file service. */
  files?: [name: string, file: string][];
  media?: Media;
  source?: string;
  trap?: string;
}

export type Doc = Common &
  AsDocument & {
    /** What the table of properties holds, where that is not what is true; null where the page has no such table. */
    fields?: Partial<
      Record<'index' | 'issuer' | 'number' | 'written' | 'published' | 'topic' | 'valid', string>
    > | null;
    /** The table stands after the text. */
    below?: true;
    /** The page draws the day from milliseconds, in the time zone of the browser. */
    ms?: true;
    /** Summary above the text. */
    lead?: string;
    /** Shown as 失效 in the library. */
    expired?: true;
  };

export type Reading = Common &
  Omit<AsReading, 'to'> & {
    tab: 'wz' | 'tj' | 'yst' | 'fbh';
    /** How the page leads to the policy. */
    to: 'a' | 'button' | 'row' | 'body' | false;
    /** The policy's page shows it as a row without address, unless this is set. */
    anchored?: true;
  };

export type Report = Common & AsReport;
export type Other = Common & AsOther;
export type Item = Doc | Reading | Report | Other;
