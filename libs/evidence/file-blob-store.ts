import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFile as writeFileThen,
  writeFileSync,
} from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MissingResource } from '#kernel';
import { LostEvidence, putAgainMs, sha256Of, type BlobStore, type StoredBlob } from './blob-store.js';

const writeFile = promisify(writeFileThen);
const small = 262_144;
const slowMs = 5;
const shape = /^[0-9a-f]{64}$/;
const reasons: Record<string, string> = {
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  EROFS: '磁盘是只读的',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EIO: '磁盘读写出错',
  ENOTDIR: '不是目录',
};
/** Written before the name of a blob that is being removed. */
const leaving = '.leaving-';

/**
 * Blobs as files `ab/cdef…` under one directory. A blob appears whole or not at all (written aside, then renamed), so a
 * kill leaves nothing half written; a loss of power may, which `get` notices by the hash and the next `put` mends.
 * A small file is made at once, which costs less than handing it to the thread pool, unless the disk turns out to be slow.
 */
export class FileBlobStore implements BlobStore {
  private readonly folders = new Set<string>();
  private readonly aside = `${process.pid}-${randomBytes(4).toString('hex')}`;
  private written = 0;
  /** Blobs that proved to be damaged when they were read, to be written anew when they are put again. */
  private readonly damaged = new Set<string>();
  /** Files that still go through the thread pool because the disk was slow. */
  private slow = 0;

  /** @param directory made when it is not there. */
  constructor(private readonly directory: string) {}

  async put(bytes: Uint8Array, sha256 = sha256Of(bytes)): Promise<string> {
    const file = this.fileOf(sha256);
    const temporary = join(this.directory, sha256.slice(0, 2), `.${this.aside}-${(this.written += 1)}`);
    try {
      if (!this.damaged.has(sha256) && this.putBefore(file, bytes.byteLength)) return sha256;
      this.makeFolder(sha256.slice(0, 2));
      await this.write(temporary, bytes);
      renameSync(temporary, file);
      this.damaged.delete(sha256);
    } catch (error) {
      removeIfCan(temporary);
      throw this.fault('写不进去', error);
    }
    return sha256;
  }

  /** What is wrong with the directory, by what the system says of it. */
  private fault(what: string, error: unknown): MissingResource {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = (code && reasons[code]) ?? message;
    const where = `取证快照目录 ${this.directory}`;
    return new MissingResource([{ where, what: `${what}（${why}）`, accepted: '可写且有空间的目录' }]);
  }

  private async write(file: string, bytes: Uint8Array): Promise<void> {
    if (bytes.byteLength > small || this.slow > 0) {
      if (this.slow > 0) this.slow -= 1;
      return writeFile(file, bytes, { flag: 'wx' });
    }
    const begun = performance.now();
    writeFileSync(file, bytes, { flag: 'wx' });
    if (performance.now() - begun > slowMs) this.slow = 100;
  }

  async get(sha256: string): Promise<Uint8Array> {
    const bytes = shape.test(sha256) ? await this.readIfThere(this.fileOf(sha256)) : null;
    if (bytes === null) throw new LostEvidence(sha256, '不在快照库中');
    if (sha256Of(bytes) !== sha256) {
      this.damaged.add(sha256);
      throw new LostEvidence(sha256, '内容已损坏，与指纹不符');
    }
    return bytes;
  }

  async has(sha256: string): Promise<boolean> {
    return shape.test(sha256) && sizeOf(this.fileOf(sha256)) !== null;
  }

  async *list(): AsyncGenerator<StoredBlob> {
    for await (const { folder, name } of this.names())
      if (shape.test(folder + name)) {
        const found = await stat(join(this.directory, folder, name)).catch(() => null);
        if (found) yield { sha256: folder + name, size: found.size, putAt: found.mtimeMs };
      }
  }

  /**
   * The file is set aside first and looked at then: a `put` that came before has made it young, so it goes back, and one
   * that comes later finds nothing and writes it anew. So no `put` is ever lost.
   */

  async removeUnlessPut(sha256: string, since: number): Promise<boolean> {
    if (!shape.test(sha256)) return false;
    const file = this.fileOf(sha256);
    const aside = join(this.directory, sha256.slice(0, 2), leaving + sha256.slice(2));
    if ((putAtOf(file) ?? since) >= since) return false;
    try {
      renameSync(file, aside);
    } catch {
      return false;
    }
    const old = (putAtOf(aside) ?? since) < since;
    if (old) rmSync(aside, { force: true });
    else renameSync(aside, file);
    return old;
  }

  async tidy(before: number): Promise<void> {
    for await (const { folder, name } of this.names()) {
      const file = join(this.directory, folder, name);
      if (!name.startsWith('.') || (putAtOf(file) ?? before) >= before) continue;
      const blob = name.startsWith(leaving) ? join(this.directory, folder, name.slice(leaving.length)) : null;
      if (blob !== null && sizeOf(blob) === null) renameSync(file, blob);
      else rmSync(file, { force: true });
    }
  }

  private async *names(): AsyncGenerator<{ folder: string; name: string }> {
    for (const folder of await readdir(this.directory).catch(() => []))
      if (/^[0-9a-f]{2}$/.test(folder))
        for (const name of await readdir(join(this.directory, folder)).catch(() => [])) yield { folder, name };
  }

  /** Whether the blob is there whole; from now on it counts as put anew, unless it was a short while ago. */
  private putBefore(file: string, size: number): boolean {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.size !== size) return false;
    const now = Date.now();
    if (now - found.mtimeMs < putAgainMs) return true;
    try {
      utimesSync(file, now / 1000, now / 1000);
      return true;
    } catch {
      // Removed in this moment, or another account's: to be written again.
      return false;
    }
  }

  /** @throws MissingResource when it is there, or may be, and cannot be read. */
  private async readIfThere(file: string): Promise<Uint8Array | null> {
    try {
      return await readFile(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw this.fault('读不出来', error);
    }
  }

  private fileOf(sha256: string): string {
    return join(this.directory, sha256.slice(0, 2), sha256.slice(2));
  }

  private makeFolder(name: string): void {
    if (this.folders.has(name)) return;
    mkdirSync(join(this.directory, name), { recursive: true });
    this.folders.add(name);
  }
}

/** What cannot be removed either is tidied up later. */
function removeIfCan(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return;
  }
}

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}

function putAtOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
