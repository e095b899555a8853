import { stableId } from '#kernel';
import type { FetchOutcome } from './outcome.js';

/** What is asked of a site: an address and, for POST pagers, a body. Only probes ask for heads, which say nothing of a page. */
export interface PageRequest {
  url: string;
  method: 'GET' | 'POST' | 'HEAD';
  /** Form or JSON body of a POST. */
  body?: string;
  /** Content type of that body. */
  contentType?: string;
  /** What its page's script sends with it beside that, names in lower case (`tenant-id`). */
  headers?: Record<string, string>;
  /**
   * Where the page that asks for it leads from a row of the answer, `https://…/detail?id={infoId}`, for rows that carry no address.
   * No part of what is asked.
   */
  articles?: string;
}

/** How a page was reached; kept with its capture, because what a page proves depends on it. */
export interface Visit {
  /** `file`: the file that holds the text of the page it was reached from. */
  as: 'home' | 'openness' | 'column' | 'list' | 'data' | 'detail' | 'file' | 'probe';
  /** Standard key of the column the page belongs to (see ColumnKey in facts), or null. */
  columnKey: string | null;
  /** Name of that column as the link to it reads. */
  columnName: string | null;
  /** Address of the page that held the link; null for the home page. */
  from: string | null;
  /** Text of the link. */
  linkText: string | null;
  /** 1 for the first page of a list. */
  listPage: number;
  /** Links followed since the home page. */
  depth: number;
}

/** One immutable piece of evidence: what was asked, when, and what came back, byte for byte. */
export interface Capture {
  /** `captureId(round, site, request)`. */
  id: string;
  round: string;
  site: string;
  request: PageRequest;
  visit: Visit;
  /** Address after redirects. */
  finalUrl: string;
  redirects: string[];
  /** Instant, ISO 8601 UTC. */
  fetchedAt: string;
  outcome: FetchOutcome;
  status: number | null;
  headers: Record<string, string>;
  /** Hash of the body in the blob store (after transfer decoding); null when there is no body. */
  sha256: string | null;
  size: number;
  /** Encoding that was decided for the text, lower case, e.g. `utf-8`, `gb18030`. */
  charset: string | null;
  via: 'http' | 'browser' | 'archive';
  /** One line for people: the error message, which rule blocked it … */
  note: string | null;
  /** Hash of the picture of a page that a browser showed (WebP, in the blob store); null or absent without one. */
  screenshot?: string | null;
  /** Absent or null where bytes came and were read; else its bytes, outcome and status are those of an earlier capture. */
  revisit?: Revisit | null;
}

/** That a page is as an earlier capture of the same request has it. */
export interface Revisit {
  /** The capture to which the bytes came; it may have gone by its round's last day, its bytes have not. */
  of: string;
  /**
   * `notModified`: the server answered 304. `sameBytes`: the same bytes came again. `carried`: it was not asked for in this
   * round, or the attempt came to nothing (see the note); `fetchedAt` is when it was last seen.
   */
  how: 'notModified' | 'sameBytes' | 'carried';
}

/** The same request of the same site in the same round is the same capture: a restart never doubles it. */
export function captureId(round: string, site: string, request: PageRequest): string {
  return stableId('capture', round, site, requestKey(request));
}

/** Identity of a request within a site. */
export function requestKey(request: PageRequest): string {
  return request.method === 'GET' ? request.url : `${request.method} ${request.url} ${request.body ?? ''}`;
}
