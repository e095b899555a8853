import type { TrueDocument } from '../model.js';

/** A file's name as the page shows it, and its number in the file service. */
export type Attached = [name: string, file: string];

interface Article {
  /** Short name; the address holds the snowflake number made of it. */
  key: string;
  title: string;
  /** Published, Beijing time, `YYYY-MM-DD HH:mm:ss`. */
  at: string;
  /** HTML as the editor stores it. */
  body: string;
  trap?: string;
}

export interface Doc extends Article {
  /** Channels it is listed in. */
  cols: number[];
  number?: string;
  index?: string;
  issued: string | null;
  timeliness?: TrueDocument['timeliness'];
  files?: Attached[];
  /** What the fields of the page hold, where they are not what is true; null for a page without fields. */
  fields?: { wh?: string; syh?: string; cwrq?: string } | null;
  /** Shown by the PDF component, which draws on canvas. */
  canvas?: boolean;
  /** Interpretations named under it. */
  related?: string[];
  /** A further address by which some page links to it. */
  also?: string;
}

export interface Reading extends Article {
  formats: string[];
  policyTitle: string | null;
  policyKey?: string;
  /** Which block of the page leads to the policy; `body` where the text holds the link. */
  link?: 'body' | 'block';
  tab: 1 | 2 | 3 | 4;
  /** What a component makes of it besides the text. */
  media?: { kind: 'hls' | 'slides' | 'collapse'; parts: [string, string][] };
}

export interface Other extends Article {
  cols: number[];
  /** 0 is withdrawn or a draft: the lists get it and the page does not show it. */
  state?: 0;
  outside?: string;
}
