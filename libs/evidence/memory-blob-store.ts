import { LostEvidence, sha256Of, type BlobStore, type StoredBlob } from './blob-store.js';

/** Blobs that live as long as the process: for reading single pages and for tests. */
export class MemoryBlobStore implements BlobStore {
  private readonly blobs = new Map<string, Uint8Array>();
  private readonly putAt = new Map<string, number>();

  put(bytes: Uint8Array, sha256 = sha256Of(bytes)): Promise<string> {
    this.putAt.set(sha256, Date.now());
    if (!this.blobs.has(sha256)) this.blobs.set(sha256, Uint8Array.from(bytes));
    return Promise.resolve(sha256);
  }

  get(sha256: string): Promise<Uint8Array> {
    const bytes = this.blobs.get(sha256);
    if (bytes) return Promise.resolve(bytes);
    return Promise.reject(new LostEvidence(sha256, '不在快照库中'));
  }

  has(sha256: string): Promise<boolean> {
    return Promise.resolve(this.blobs.has(sha256));
  }

  async *list(): AsyncGenerator<StoredBlob> {
    for (const [sha256, { byteLength }] of this.blobs)
      yield { sha256, size: byteLength, putAt: this.putAt.get(sha256) ?? 0 };
  }

  removeUnlessPut(sha256: string, since: number): Promise<boolean> {
    const old = (this.putAt.get(sha256) ?? since) < since;
    if (old) this.putAt.delete(sha256);
    return Promise.resolve(old && this.blobs.delete(sha256));
  }

  tidy(): Promise<void> {
    return Promise.resolve();
  }
}
