import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { damaged, hasData, loadTables, notEmpty, openServer, provePart, type DatabaseSettings } from '#database';
import { FileBlobStore, type BlobStore } from '#evidence';
import { BadInput, MissingResource } from '#kernel';
import { eachPackedBlob, unpackParts } from './archive-file.js';
import { eachBlob } from './blob-list.js';
import { clearDrafts } from './drafts.js';
import { foreign, manifestFile, readBackupManifest, type BackupManifest } from './manifest.js';

export interface RestoreRequest {
  /** An archive, a backup, or a folder of backups, of which the newest is meant. */
  from: string;
  /** In place of data that are there. */
  replace: boolean;
  /** Only proves the backup. */
  check: boolean;
  /** With the data folder as an absolute path. */
  settings: DatabaseSettings;
  blobs: Pick<BlobStore, 'put'>;
}

export interface RestoreSummary {
  place: string;
  manifest: BackupManifest;
  rows: number;
  blobs: number;
}

/** A backup every part of which was proved. */
interface Proved {
  place: string;
  /** Where its parts lie. */
  folder: string;
  manifest: BackupManifest;
  eachBlob(work: (sha256: string, bytes: Uint8Array) => Promise<void>): Promise<void>;
}

/**
 * Brings back what a backup holds. All of it is proved first; then the blobs are laid where they belong, which changes
 * nothing of what is there, and the database is filled in one transaction.
 * @throws BadInput with one line when it is damaged, foreign or newer, or there are data already.
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoreSummary> {
  await clearDrafts(request.settings.MINGJING_DATA, '.restore-');
  const scratch = await mkdtemp(join(request.settings.MINGJING_DATA, '.restore-'));
  try {
    const backup = await prove(resolve(request.from), scratch);
    const { place, manifest } = backup;
    if (!request.check) await bringBack(request, backup);
    const rows = manifest.database.tables.reduce((sum, table) => sum + table.rows, 0);
    const blobs = manifest.evidence.included ? manifest.database.blobs.count - manifest.evidence.missing.length : 0;
    return { place, manifest, rows, blobs };
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (path === undefined || !/^E[A-Z]+$/.test(code ?? '')) throw error;
    throw new MissingResource([
      {
        where: '恢复',
        what: `${path} 读写不了（${code}）；没有恢复任何内容`,
        accepted: '可读的备份和有空间的数据目录',
      },
    ]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function bringBack({ settings, replace, blobs }: RestoreRequest, backup: Proved): Promise<void> {
  const server = await openServer(settings);
  try {
    if (!replace && (await hasData(server.url))) throw notEmpty();
    await backup.eachBlob(async (sha256, bytes) => void (await blobs.put(bytes, sha256)));
    await loadTables(server.url, backup.folder, backup.manifest.database, { replace });
  } finally {
    await server.close();
  }
}

async function prove(from: string, scratch: string): Promise<Proved> {
  const there = await stat(from).catch(() => null);
  if (there === null) throw new BadInput([{ where: from, what: '没有这个备份', accepted: '备份文件夹或 .tar 文件' }]);
  const backup = there.isDirectory() ? await provedFolder(from) : await provedArchive(from, scratch);
  for (const part of [...backup.manifest.database.tables, backup.manifest.database.blobs])
    await provePart(backup.folder, part);
  return backup;
}

async function provedArchive(file: string, scratch: string): Promise<Proved> {
  const { manifest: text, missing } = await unpackParts(file, scratch);
  const manifest = readBackupManifest(text);
  const { included, missing: known } = manifest.evidence;
  if (included && missing.join() !== known.join()) throw damaged('blobs/');
  return { place: file, folder: scratch, manifest, eachBlob: (work) => eachPackedBlob(file, work) };
}

async function provedFolder(from: string): Promise<Proved> {
  const folder = existsSync(join(from, manifestFile)) ? from : await newestIn(from);
  const manifest = readBackupManifest(await readFile(join(folder, manifestFile), 'utf8'));
  const { included, missing } = manifest.evidence;
  const store = new FileBlobStore(join(dirname(folder), 'blobs'));
  const lacking = new Set(missing);
  const walk = async (work: (sha256: string, bytes: Uint8Array) => Promise<void>) => {
    if (!included) return;
    await eachBlob(folder, manifest.database.blobs, async (sha256) => {
      if (lacking.has(sha256)) return;
      const bytes = await store.get(sha256).catch((error: unknown) => {
        throw error instanceof MissingResource ? damaged(`blobs/${sha256.slice(0, 2)}/${sha256.slice(2)}`) : error;
      });
      await work(sha256, bytes);
    });
  };
  await walk(async () => undefined);
  return { place: folder, folder, manifest, eachBlob: walk };
}

/** The newest whole backup of a folder: those that were cut off have no manifest. */
async function newestIn(from: string): Promise<string> {
  const whole = (await readdir(from))
    .filter((name) => /^\d{8}T\d{6}Z(-\d+)?$/.test(name) && existsSync(join(from, name, manifestFile)))
    .sort(new Intl.Collator('en', { numeric: true }).compare);
  const newest = whole.at(-1);
  if (newest === undefined) throw foreign(from);
  return join(from, newest);
}
