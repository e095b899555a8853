import type { Capture, PageRequest, Revisit, Visit } from './capture.js';
import type { FetchOutcome } from './outcome.js';

/** What this product's own archives keep beside the standard records, so that a replay sees what the crawl saw. */
export interface RecordedOutcome {
  outcome: FetchOutcome;
  finalUrl: string;
  redirects: string[];
  visit: Visit;
  via: Capture['via'];
  charset: string | null;
  note: string | null;
  /** Where the bytes are those of an earlier visit. */
  revisit?: Revisit;
}

/** One answer kept in an archive, under its real address. */
export interface ArchivedPage {
  request: PageRequest;
  /** ISO 8601 UTC. */
  fetchedAt: string;
  /** Null when nothing came back. */
  status: number | null;
  headers: Record<string, string>;
  /** After transfer and content decoding; empty when it was larger than the limit. */
  body: Uint8Array;
  tooLarge: boolean;
  /** For `revisit` records: the address whose earlier body is meant. */
  sameBodyAs: string | null;
  /** Null in archives of other programs. */
  recorded: RecordedOutcome | null;
}
