import { setMaxListeners } from 'node:events';
import type { OrganisationRow } from '#database';
import { crawlUnit } from './crawl-unit.js';
import type { House } from './house.js';
import { inParallel } from './in-parallel.js';
import { openLiveCrawl, type LiveOptions } from './live-crawl.js';
import { finish, nothingToCrawl, openRound, RoundProgress, type RoundResult } from './round.js';

export interface CrawlRequest extends LiveOptions {
  units: OrganisationRow[];
  /** Begin anew instead of going on with an unfinished round. */
  full: boolean;
  signal: AbortSignal;
  onProgress?: (done: number, total: number, word: string) => void;
  sample?: boolean;
}

/**
 * Crawls the sites of the units, several at a time and each host politely, and puts their facts together. A round that
 * was cut off is gone on with.
 * @throws BadInput when no unit has a site.
 */
export async function crawlRound(house: House, request: CrawlRequest): Promise<RoundResult> {
  const units = request.units.filter((unit) => unit.site !== null);
  if (units.length === 0) throw nothingToCrawl();
  const round = await openRound(house, { ...request, units });
  const live = openLiveCrawl(house, request);
  const progress = new RoundProgress(request.onProgress);
  // Every request of every site listens for the stop.
  setMaxListeners(0, request.signal);
  try {
    const sites = await inParallel(house.settings.MINGJING_CONCURRENCY, units, (unit) =>
      crawlUnit(
        house,
        round,
        unit,
        request.signal,
        live.crawl(request.signal, (state) => progress.show(unit.name, state)),
      ),
    );
    return await finish(house, round, sites, request.signal);
  } finally {
    await live.close();
  }
}
