import type { ClearedRows } from '#database';
import type { StoredBlob } from '#evidence';
import type { House } from './house.js';

export interface RetentionRequest {
  /** Newest rounds of each site that stay whole. */
  rounds: number;
  /** A blob that nothing names goes only when it was put longer ago: a crawl puts it first and names it then. */
  graceHours: number;
  /** Look only. */
  dryRun: boolean;
  onProgress?: (looked: number) => void;
}

export interface RetentionReport {
  rows: ClearedRows;
  /** Blobs that went, and their bytes. */
  blobs: number;
  bytes: number;
  /** Blobs that stay, and their bytes. */
  keptBlobs: number;
  keptBytes: number;
}

const atOnce = 1000;

/**
 * Clears evidence that nothing rests on any more: rows first, then the blobs that no row names (mark and sweep). Published
 * scores can be replayed afterwards as before. Crawls and assessments may run beside it.
 * @throws BadInput while a backup or another clearing is under way.
 */
export async function clearEvidence(house: House, request: RetentionRequest): Promise<RetentionReport> {
  const { rounds, dryRun } = request;
  const now = house.clock.now();
  const before = now.getTime() - request.graceHours * 3_600_000;
  const report = { blobs: 0, bytes: 0, keptBlobs: 0, keptBytes: 0 };
  const { rows } = await house.retention.clear({ rounds, now: now.toISOString() }, dryRun, async (unreferenced) => {
    if (!dryRun) await house.blobs.tidy(before);
    const sweep = async (blobs: StoredBlob[]): Promise<void> => {
      const old = blobs.filter(({ putAt }) => putAt < before).map(({ sha256 }) => sha256);
      const doomed = new Set(await unreferenced(old));
      for (const { sha256, size } of blobs) {
        const goes = doomed.has(sha256) && (dryRun || (await house.blobs.removeUnlessPut(sha256, before)));
        report[goes ? 'blobs' : 'keptBlobs'] += 1;
        report[goes ? 'bytes' : 'keptBytes'] += size;
      }
      request.onProgress?.(report.blobs + report.keptBlobs);
    };
    let batch: StoredBlob[] = [];
    for await (const blob of house.blobs.list()) {
      batch.push(blob);
      if (batch.length < atOnce) continue;
      await sweep(batch);
      batch = [];
    }
    await sweep(batch);
  });
  return { rows, ...report };
}
