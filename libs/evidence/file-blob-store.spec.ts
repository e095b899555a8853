import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MissingResource } from '#kernel';
import { FileBlobStore } from './file-blob-store.js';

const directory = mkdtempSync(join(tmpdir(), 'blobs-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('FileBlobStore', () => {
  const store = new FileBlobStore(directory);

  it('keeps bytes under their hash, once, and leaves nothing half written', async () => {
    const bytes = Buffer.from('云岭县');
    const sha256 = await store.put(bytes);
    expect(await store.put(bytes)).toBe(sha256);
    expect(Buffer.from(await store.get(sha256))).toEqual(bytes);
    expect(await store.has(sha256)).toBe(true);
    expect(readdirSync(join(directory, sha256.slice(0, 2)))).toEqual([sha256.slice(2)]);
  });

  it('keeps an empty blob', async () => {
    expect(await store.get(await store.put(new Uint8Array()))).toHaveLength(0);
  });

  it('notices damage, and the next put mends what was cut short', async () => {
    const bytes = Buffer.from('evidence');
    const sha256 = await store.put(bytes);
    writeFileSync(join(directory, sha256.slice(0, 2), sha256.slice(2)), 'evid');
    await expect(store.get(sha256)).rejects.toThrow('已损坏');
    await store.put(bytes);
    expect(Buffer.from(await store.get(sha256))).toEqual(bytes);
  });

  it.each(['0'.repeat(64), '../../etc/passwd', ''])('has no blob %j', async (name) => {
    expect(await store.has(name)).toBe(false);
    await expect(store.get(name)).rejects.toThrow(MissingResource);
  });

  it('stores pages fast enough not to be noticed', async () => {
    const page = Buffer.alloc(60_000, '政务公开');
    const begun = performance.now();
    for (let n = 0; n < 200; n += 1) {
      page.writeUInt32LE(n);
      await store.put(page);
    }
    expect((performance.now() - begun) / 200).toBeLessThan(5);
  });
});
