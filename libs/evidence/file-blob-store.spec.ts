import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
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

  it('says in one line that nothing can be written, whatever is in the way', async () => {
    const file = join(directory, 'a-file');
    writeFileSync(file, '');
    const put = new FileBlobStore(file).put(Buffer.from('evidence'));
    await expect(put).rejects.toThrow(MissingResource);
    await expect(put).rejects.toThrow(/^取证快照目录 [^\n]*：写不进去（[^\n]*）；可接受：可写且有空间的目录$/);
  });

  it.each([
    ['cut short', 'evid'],
    ['spoilt', 'EVIDENCE'],
  ])('notices damage, and the next put mends what was %s', async (_name, spoilt) => {
    const bytes = Buffer.from('evidence');
    const sha256 = await store.put(bytes);
    writeFileSync(join(directory, sha256.slice(0, 2), sha256.slice(2)), spoilt);
    await expect(store.get(sha256)).rejects.toThrow('已损坏');
    await store.put(bytes);
    expect(Buffer.from(await store.get(sha256))).toEqual(bytes);
  });

  it.each(['0'.repeat(64), '../../etc/passwd', ''])('has no blob %j', async (name) => {
    expect(await store.has(name)).toBe(false);
    await expect(store.get(name)).rejects.toThrow(MissingResource);
  });

  it('lists what is in it, and removes what was not put since', async () => {
    const fresh = new FileBlobStore(join(directory, 'removing'));
    const [one, other] = [await fresh.put(Buffer.from('one')), await fresh.put(Buffer.from('other'))];
    const since = age(join(directory, 'removing'), one) + 1000;
    const listed = [];
    for await (const blob of fresh.list()) listed.push([blob.sha256, blob.size, blob.putAt < since]);
    expect(listed.sort()).toEqual(
      [
        [one, 3, true],
        [other, 5, false],
      ].sort(),
    );
    expect(await fresh.removeUnlessPut(other, since)).toBe(false);
    expect(await fresh.removeUnlessPut(one, since)).toBe(true);
    expect(await fresh.removeUnlessPut(one, since)).toBe(false);
    expect([await fresh.has(one), await fresh.has(other)]).toEqual([false, true]);
    expect(readdirSync(join(directory, 'removing', one.slice(0, 2)))).toEqual([]);
  });

  it('counts a blob that is put again as put anew, so that a sweep that began before leaves it', async () => {
    const bytes = Buffer.from('again and again');
    const sha256 = await store.put(bytes);
    const since = age(directory, sha256) + 1000;
    await store.put(bytes);
    expect(await store.removeUnlessPut(sha256, since)).toBe(false);
    expect(Buffer.from(await store.get(sha256))).toEqual(bytes);
  });

  it('brings back what a killed sweep had set aside, and drops what a killed put had begun', async () => {
    const bytes = Buffer.from('set aside');
    const sha256 = await store.put(bytes);
    const since = age(directory, sha256) + 1000;
    const folder = join(directory, sha256.slice(0, 2));
    renameSync(join(folder, sha256.slice(2)), join(folder, `.leaving-${sha256.slice(2)}`));
    writeFileSync(join(folder, '.99-ab-1'), 'half');
    utimesSync(join(folder, '.99-ab-1'), new Date(0), new Date(0));
    await store.tidy(since);
    expect(readdirSync(folder)).toEqual([sha256.slice(2)]);
    expect(Buffer.from(await store.get(sha256))).toEqual(bytes);
  });

  it('stores pages fast enough not to be noticed', async () => {
    const page = Buffer.alloc(60_000, '政务公开');
    const begun = process.cpuUsage();
    for (let n = 0; n < 200; n += 1) {
      page.writeUInt32LE(n);
      await store.put(page);
    }
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 200).toBeLessThan(5000);
  });
});

/** Makes a blob a day old; gives when it was put, milliseconds since 1970. */
function age(folder: string, sha256: string): number {
  const file = join(folder, sha256.slice(0, 2), sha256.slice(2));
  const then = (Date.now() - 86_400_000) / 1000;
  utimesSync(file, then, then);
  return statSync(file).mtimeMs;
}
