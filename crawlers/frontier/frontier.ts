import { frontierKey } from './canonical-url.js';
import type { FrontierEntry } from '../model.js';

/**
 * What is still to be visited on one site, nearest the home page first and then in the order of discovery, so that every
 * page is reached by a shortest path and two crawls of the same site go the same way. Bounded: a site that invents
 * addresses without end fills it and no more.
 */
export class Frontier {
  private readonly byDepth: FrontierEntry[][] = [];
  private readonly seen = new Set<string>();
  private readonly arrivedAt = new Set<string>();
  private waiting = 0;
  /** Entries that did not fit any more. */
  refused = 0;

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.waiting;
  }

  /** Takes an entry in unless its request is known. True when it is new. */
  add(entry: FrontierEntry): boolean {
    const key = frontierKey(entry.request);
    if (this.seen.has(key)) return false;
    if (this.waiting >= this.capacity) {
      this.refused += 1;
      return false;
    }
    this.seen.add(key);
    (this.byDepth[entry.visit.depth] ??= []).push(entry);
    this.waiting += 1;
    return true;
  }

  /** Key of a request that was visited before a restart. */
  markVisited(requestKey: string): void {
    this.seen.add(frontierKey(requestKey));
  }

  /** A redirect ended here: an article waiting under this address has thereby been read. */
  markArrived(finalUrl: string): void {
    this.arrivedAt.add(frontierKey(finalUrl));
  }

  /** The next entry no deeper than this, or null. */
  take(deepest: number): FrontierEntry | null {
    for (const [depth, bucket] of this.byDepth.entries()) {
      if (depth > deepest) return null;
      while (bucket && bucket.length > 0) {
        const entry = bucket.shift() as FrontierEntry;
        this.waiting -= 1;
        if (!this.isCovered(entry)) return entry;
      }
    }
    return null;
  }

  /** An article that was already read under another address. */
  isCovered(entry: FrontierEntry): boolean {
    return entry.visit.as === 'detail' && this.arrivedAt.has(frontierKey(entry.request));
  }
}
