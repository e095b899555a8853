import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { dumpTables, type TablesDump } from '#database';
import { FileBlobStore, type BlobStore } from '#evidence';
import { BadInput, MissingResource } from '#kernel';
import type { Clock } from '../clock.js';
import { productVersion } from '../package-root.js';
import { packArchive } from './archive-file.js';
import { eachBlobAtOnce } from './blob-list.js';
import { clearDrafts } from './drafts.js';
import { manifestFile, printBackupManifest, type BackupManifest } from './manifest.js';

export interface BackupRequest {
  /** A folder, which keeps every backup and each blob once, or a file (.tar, .tar.gz). */
  out: string;
  /** Data of the program itself, which a backup must not be written over. */
  data: string;
  database: { url: string };
  /** null leaves the evidence out. */
  blobs: Pick<BlobStore, 'get' | 'has'> | null;
  clock: Clock;
  /** Proves the blobs of earlier backups too, and writes damaged ones anew. */
  recheck?: boolean;
}

export interface BackupSummary {
  /** Where it lies: what `restore --from` takes. */
  place: string;
  takenAt: string;
  rows: number;
  blobs: number;
  /** Blobs that were written by this backup: the others were there from an earlier one. */
  copied: number;
  /** Blobs that were not in the store, or damaged. */
  missing: string[];
}

const blobsAtOnce = 8;
/** So many blobs that are not there mean that the store is the wrong one. */
const mostMissing = 1000;

/**
 * Database and evidence at one instant, while others go on working. What is not whole is never where a backup is looked for.
 * @throws BadInput when the place cannot be written, MissingResource when the evidence is not there.
 */
export async function takeBackup(request: BackupRequest): Promise<BackupSummary> {
  const out = resolve(request.out);
  if (out === resolve(request.data))
    throw new BadInput([{ where: '备份', what: `${out} 就是数据目录`, accepted: '另一个目录，最好在另一块磁盘上' }]);
  try {
    return await (/\.tar(\.gz)?$|\.tgz$/.test(out) ? intoFile(request, out) : intoFolder(request, out));
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z]+$/.test(code) || path === undefined) throw error;
    throw new BadInput([{ where: '备份', what: `${path} 写不了（${code}）`, accepted: '可写且有空间的位置' }]);
  }
}

async function intoFolder(request: BackupRequest, out: string): Promise<BackupSummary> {
  await mkdir(out, { recursive: true });
  await clearDrafts(out, 'draft-');
  const takenAt = request.clock.now().toISOString();
  const draft = await mkdtemp(join(out, 'draft-'));
  const target = new FileBlobStore(join(out, 'blobs'));
  try {
    const summary = await dumpTables(request.database.url, draft, async (dump) => {
      const { blobs } = request;
      const missing = new MissingBlobs();
      let copied = 0;
      if (blobs)
        await eachBlobAtOnce(draft, dump.blobs, blobsAtOnce, async (sha256) => {
          if (await isKept(target, out, sha256, request.recheck ?? false)) return;
          const bytes = await missing.unless(blobs, sha256);
          if (bytes === null) return;
          await target.put(bytes, sha256);
          copied += 1;
        });
      return { ...(await seal(draft, takenAt, dump, blobs !== null, missing.sorted())), copied };
    });
    const place = await nameOf(out, takenAt);
    await rename(draft, place);
    return { ...summary, place };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Whether an earlier backup left the blob; a damaged one is taken away. */
async function isKept(target: FileBlobStore, out: string, sha256: string, recheck: boolean): Promise<boolean> {
  if (!(await target.has(sha256))) return false;
  if (!recheck) return true;
  try {
    await target.get(sha256);
    return true;
  } catch {
    await rm(join(out, 'blobs', sha256.slice(0, 2), sha256.slice(2)));
    return false;
  }
}

async function intoFile(request: BackupRequest, out: string): Promise<BackupSummary> {
  await mkdir(dirname(out), { recursive: true });
  const takenAt = request.clock.now().toISOString();
  const draft = await mkdtemp(join(dirname(out), `.${basename(out)}-`));
  try {
    const summary = await dumpTables(request.database.url, draft, async (dump) => {
      const { blobs } = request;
      const missing = new MissingBlobs();
      const file = join(draft, 'archive');
      return packArchive(file, out.endsWith('gz'), draft, dump, {
        blob: async (sha256) => (blobs ? missing.unless(blobs, sha256) : null),
        seal: () => seal(draft, takenAt, dump, blobs !== null, missing.sorted()),
      });
    });
    await flushed(join(draft, 'archive'));
    await rename(join(draft, 'archive'), out);
    return { ...summary, place: out };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

type Sealed = Pick<BackupSummary, 'takenAt' | 'rows' | 'blobs' | 'missing'>;

async function seal(
  folder: string,
  takenAt: string,
  database: TablesDump,
  included: boolean,
  missing: string[],
): Promise<Sealed> {
  const manifest: BackupManifest = {
    product: 'mingjing',
    format: 1,
    version: productVersion,
    takenAt,
    database,
    evidence: { included, missing },
  };
  await writeFile(join(folder, manifestFile), printBackupManifest(manifest), { flag: 'wx' });
  await flushed(join(folder, manifestFile));
  const rows = database.tables.reduce((sum, table) => sum + table.rows, 0);
  return { takenAt, rows, blobs: included ? database.blobs.count - missing.length : 0, missing };
}

/** Remembers what could not be read: one lost blob must not keep the others from being backed up. */
class MissingBlobs {
  private readonly hashes: string[] = [];

  async unless(blobs: Pick<BlobStore, 'get' | 'has'>, sha256: string): Promise<Uint8Array | null> {
    try {
      return await blobs.get(sha256);
    } catch (error) {
      if (!(error instanceof MissingResource)) throw error;
      // A store that does not answer at all fails here too: nothing is known to be lost then.
      await blobs.has(sha256);
    }
    this.hashes.push(sha256);
    if (this.hashes.length > mostMissing)
      throw new MissingResource([
        {
          where: '备份',
          what: `快照库中缺少 ${mostMissing} 个以上数据库所引用的快照，没有写成备份`,
          accepted: '与数据库配套的快照库（检查 MINGJING_DATA）',
        },
      ]);
    return null;
  }

  sorted(): string[] {
    return this.hashes.sort();
  }
}

/** `20261121T052200Z`, and a number behind when two were taken in the same second. */
async function nameOf(out: string, takenAt: string): Promise<string> {
  const stamp = takenAt.replace(/\.\d+/, '').replace(/[-:]/g, '');
  for (let number = 1; ; number++) {
    const name = join(out, number === 1 ? stamp : `${stamp}-${number}`);
    if (!existsSync(name)) return name;
  }
}

async function flushed(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
