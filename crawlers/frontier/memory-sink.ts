import { requestKey, type Capture } from '#evidence';
import type { PageReading, ReadCapture } from '#facts';
import type { Checkpoint, CrawlSink, FrontierEntry } from '../model.js';

/** A crawl's memory that lives as long as the process: for single reads and for tests. */
export class MemoryCrawlSink implements CrawlSink {
  readonly captures: Capture[] = [];
  readonly read: ReadCapture[] = [];
  private readonly added = new Map<string, FrontierEntry>();
  private readonly visited = new Set<string>();

  restore(): Promise<{ pending: FrontierEntry[]; visited: string[]; read: ReadCapture[] } | null> {
    if (this.added.size === 0 && this.visited.size === 0) return Promise.resolve(null);
    const pending = [...this.added].filter(([key]) => !this.visited.has(key)).map(([, entry]) => entry);
    return Promise.resolve({ pending, visited: [...this.visited], read: [...this.read] });
  }

  checkpoint(batch: Checkpoint): Promise<void> {
    for (const entry of batch.added) this.added.set(requestKey(entry.request), entry);
    for (const { capture, reading, unrendered } of batch.captures) {
      this.captures.push(capture);
      this.visited.add(requestKey(capture.request));
      this.read.push(readCapture(capture, reading, unrendered));
    }
    return Promise.resolve();
  }
}

/** A capture as the reader of facts wants it. */
export function readCapture(capture: Capture, reading: PageReading | null, unrendered: boolean): ReadCapture {
  return {
    capture: capture.id,
    url: capture.request.url,
    finalUrl: capture.finalUrl,
    fetchedAt: capture.fetchedAt,
    outcome: capture.outcome,
    visit: capture.visit,
    unrendered,
    reading,
  };
}
