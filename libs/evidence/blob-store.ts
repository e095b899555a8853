/** Content-addressed bytes: captures, uploads, reports. Never columns of the database. */
export interface BlobStore {
  /** Stores the bytes and gives their SHA-256 (hex); storing them again is harmless. */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws MissingResource when the blob is not there or its bytes no longer have that hash. */
  get(sha256: string): Promise<Uint8Array>;
  has(sha256: string): Promise<boolean>;
}
