import { createHash } from 'node:crypto';
import { MissingResource } from '#kernel';

/** The name of a blob: its SHA-256 in hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What a store says of a blob without its bytes. */
export interface StoredBlob {
  sha256: string;
  size: number;
  /** When it was put last, to within `putAgainMs`; milliseconds since 1970 by the clock of the store. */
  putAt: number;
}

/** A blob that is put again counts as put anew after this time, so that none is swept while it is being used anew. */
export const putAgainMs = 3_600_000;

/** A kept page is gone from a store that answers, or is no longer what it was. */
export class LostEvidence extends MissingResource {
  constructor(
    readonly sha256: string,
    what: '不在快照库中' | '内容已损坏，与指纹不符',
  ) {
    super([{ where: `取证快照 ${sha256}`, what }]);
  }
}

/** Content-addressed bytes: captures, uploads, reports. Never columns of the database. */
export interface BlobStore {
  /**
   * Stores the bytes and gives their SHA-256 (hex); storing them again is harmless, and counts as put anew.
   * @param sha256 of the bytes, where the caller knows it already.
   */
  put(bytes: Uint8Array, sha256?: string): Promise<string>;
  /** @throws LostEvidence when the blob is not there or its bytes no longer have that hash. */
  get(sha256: string): Promise<Uint8Array>;
  has(sha256: string): Promise<boolean>;
  /** Every blob, in no order; those put meanwhile may be missing. */
  list(): AsyncIterable<StoredBlob>;
  /**
   * Removes a blob; false when it is not there or was put since.
   * @param since instant, milliseconds since 1970.
   */
  removeUnlessPut(sha256: string, since: number): Promise<boolean>;
  /**
   * Makes good what a killed process left behind before the instant: what was half written goes, what was half removed
   * comes back.
   */
  tidy(before: number): Promise<void>;
}
