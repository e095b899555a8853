import type { Column, Entry } from '../model.js';

/** A request as the families see it. */
export interface Ask {
  method: string;
  /** Decoded path without the query. */
  path: string;
  query: URLSearchParams;
  /** Fields of a posted form. */
  form: URLSearchParams;
}

export interface Reply {
  status?: number;
  /** Content-Type; UTF-8 HTML when left out. */
  type?: string;
  headers?: Record<string, string>;
  body: string | Buffer;
}

/** Where things stand on one site. */
export interface Paths {
  home: string;
  /** 政府信息公开 platform. */
  openness: string;
  column(column: Column): string;
  entry(entry: Entry): string;
  attachment(entry: Entry, index: number): string;
}

/** One kind of CMS running one site. */
export interface Family {
  paths: Paths;
  /** Null when there is nothing at the address. */
  answer(ask: Ask): Reply | null;
  /** Page for an address that is not there; real ones often answer 200 with it. */
  lostPage(): Reply;
}
