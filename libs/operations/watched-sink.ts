import type { FetchOutcome } from '#evidence';
import type { SiteCrawlSink } from '#database';

/** How far a site is, as of its last checkpoint. */
export interface SiteProgress {
  pages: number;
  /** Pages known and not yet visited. */
  pending: number;
  outcomes: Partial<Record<FetchOutcome, number>>;
}

/**
 * The same sink, which tells after every checkpoint how far the site is: what it tells is as often and as true as what is
 * kept.
 */
export function watchedSink<Sink extends Pick<SiteCrawlSink, 'restore' | 'checkpoint'>>(
  sink: Sink,
  onProgress: (progress: SiteProgress) => Promise<void>,
): Sink {
  const progress: SiteProgress = { pages: 0, pending: 0, outcomes: {} };
  const count = (outcome: FetchOutcome) => {
    progress.pages += 1;
    progress.outcomes[outcome] = (progress.outcomes[outcome] ?? 0) + 1;
  };
  return {
    ...sink,
    restore: async () => {
      const kept = await sink.restore();
      for (const { outcome } of kept?.read ?? []) count(outcome);
      progress.pending = kept?.pending.length ?? 0;
      if (kept) await onProgress(progress);
      return kept;
    },
    checkpoint: async (batch) => {
      await sink.checkpoint(batch);
      for (const { capture } of batch.captures) count(capture.outcome);
      progress.pending = Math.max(0, progress.pending + batch.added.length - batch.captures.length);
      await onProgress(progress);
    },
  };
}
