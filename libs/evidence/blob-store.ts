import { createHash } from 'node:crypto';

/** The name of a blob: its SHA-256 in hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Content-addressed bytes: captures, uploads, reports. Never columns of the database. */
export interface BlobStore {
  /**
   * Stores the bytes and gives their SHA-256 (hex); storing them again is harmless.
   * @param sha256 of the bytes, where the caller knows it already.
   */
  put(bytes: Uint8Array, sha256?: string): Promise<string>;
  /** @throws MissingResource when the blob is not there or its bytes no longer have that hash. */
  get(sha256: string): Promise<Uint8Array>;
  has(sha256: string): Promise<boolean>;
}
