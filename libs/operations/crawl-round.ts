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
  /** Stop a site, to be gone on with, instead of waiting for the hours of its hosts. */
  noWait?: boolean;
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
  const stops = new Map(units.map((unit) => [unit, new AbortController()]));
  const live = openLiveCrawl(house, {
    ...request,
    onClosed: (closed) => {
      request.onClosed?.(closed);
      if (request.noWait) stopSites(stops, closed.host);
    },
  });
  const progress = new RoundProgress(request.onProgress);
  // What one site meets with on this machine (a full disk, no database) the others meet too: they stop where they are.
  const broken = new AbortController();
  // Every request of every site listens for the stop.
  setMaxListeners(0, request.signal, broken.signal);
  try {
    const sites = await inParallel(house.settings.MINGJING_CONCURRENCY, [...stops], async ([unit, stop]) => {
      const signal = AbortSignal.any([request.signal, stop.signal, broken.signal]);
      const crawl = live.crawl(signal, (state) => progress.show(unit.name, state));
      try {
        return await crawlUnit(house, round, unit, signal, crawl);
      } catch (error) {
        broken.abort();
        throw error;
      }
    });
    return await finish(house, round, sites, request.signal);
  } finally {
    await live.close();
  }
}

/** Stops the sites of this host; where it is none's own, a redirect led there, and it is not known from which. */
function stopSites(stops: Map<OrganisationRow, AbortController>, host: string): void {
  const own = [...stops].filter(([unit]) => unit.site !== null && new URL(unit.site).host === host);
  for (const [, stop] of own.length > 0 ? own : stops) stop.abort();
}
