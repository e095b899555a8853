import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import { RunningStore } from '#database';
import type { BlobStore } from '#evidence';

/** Less than so much space is left for neither pages nor the database: nothing more is begun. */
export const leastFreeBytes = 200_000_000;

export interface HealthParts {
  dataSource: DataSource;
  blobs: BlobStore;
  /** The data folder; null where there is none (all of it lies elsewhere). */
  folder: string | null;
}

/** Why work cannot be done now, one Chinese line each; none when it can. */
export async function whatHinders({ dataSource, blobs, folder }: HealthParts): Promise<string[]> {
  const [database, evidence, disk] = await Promise.all([
    hindersDatabase(dataSource),
    hindersEvidence(blobs),
    folder === null ? null : hindersDisk(folder),
  ]);
  return [database, evidence, disk].filter((line) => line !== null);
}

async function hindersDatabase(dataSource: DataSource): Promise<string | null> {
  try {
    const { pending, newer } = await new RunningStore(dataSource).schema();
    if (newer.length > 0) return '数据库已由较新版本的明镜升级，请升级本机程序后重启';
    return pending.length > 0 ? '数据库尚未升级到本程序的版本，请重启' : null;
  } catch {
    return '数据库没有应答';
  }
}

async function hindersEvidence(blobs: BlobStore): Promise<string | null> {
  try {
    await proveStore(blobs);
    return null;
  } catch {
    return '取证快照库不能读写';
  }
}

/** Writes a few bytes, reads them back and takes them away: only that shows that pages can be kept. @throws when not. */
export async function proveStore(blobs: BlobStore): Promise<void> {
  const sha256 = await blobs.put(new TextEncoder().encode(`mingjing ${randomUUID()}`));
  await blobs.get(sha256);
  await blobs.removeUnlessPut(sha256, Number.MAX_SAFE_INTEGER);
}

async function hindersDisk(folder: string): Promise<string | null> {
  const free = await freeBytes(folder).catch(() => null);
  if (free === null) return '数据目录不可用';
  if (!isWritable(folder)) return '数据目录不可写';
  return free < leastFreeBytes ? '磁盘空间将尽' : null;
}

/** Bytes that this account may still write where the folder is or will be. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(nearestExisting(resolve(folder)));
  return bavail * bsize;
}

export function isWritable(folder: string): boolean {
  try {
    accessSync(nearestExisting(resolve(folder)), constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}
