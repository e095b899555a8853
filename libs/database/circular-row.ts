import type { CircularWord } from '#casework';

/** One file of a circular; its bytes lie in the blob store under `sha256`. */
export interface CircularFile {
  format: 'docx' | 'pdf' | 'xlsx';
  /** Name under which it is handed out. */
  name: string;
  sha256: string;
  size: number;
}

export interface CircularRow {
  id: string;
  programme: string;
  period: string;
  kind: 'weekly' | 'monthly' | 'quarterly' | 'annual' | 'special';
  title: string;
  sample: boolean;
  /** The assessment whose figures it prints, when it was stored. */
  assessment: string | null;
  /** Instant, ISO 8601 UTC. */
  createdAt: string;
  files: CircularFile[];
  /** 发文字号 and 成文日期 of one that was issued from a draft; null of one that was written straight from a result. */
  number: string | null;
  issuedOn: string | null;
  /** 印发日期; null where it is the 成文日期. */
  printedOn: string | null;
  draft: string | null;
}

export interface CircularWordRow {
  id: string;
  word: CircularWord;
  reason: string;
  account: string;
  author: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
}

/** A circular in a list: with what was said of it since, and those that correct it or that it corrects. */
export interface ListedCircular extends CircularRow {
  /** Oldest first. */
  words: CircularWordRow[];
  /** The first that names it and is not revoked. */
  correctedBy: { id: string; number: string } | null;
  corrects: { id: string; number: string } | null;
}

/** What is said of a circular that was written straight from a result. */
export const unnumbered: Pick<CircularRow, 'number' | 'issuedOn' | 'printedOn' | 'draft'> = {
  number: null,
  issuedOn: null,
  printedOn: null,
  draft: null,
};
