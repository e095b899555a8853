import type { Checkpoint, CrawlSink } from '../model.js';

/** Gathers what was done into batches that are written in one transaction each. */
export class Checkpoints {
  private batch: Checkpoint = { captures: [], added: [] };
  private writtenAt: number;

  constructor(
    private readonly sink: CrawlSink,
    private readonly now: () => number,
    private readonly every: { pages: number; milliseconds: number },
  ) {
    this.writtenAt = now();
  }

  /** A page with the entries it led to: they are written together or not at all. */
  async note(captures: Checkpoint['captures'], added: Checkpoint['added']): Promise<void> {
    this.batch.captures.push(...captures);
    this.batch.added.push(...added);
    const due = this.now() - this.writtenAt >= this.every.milliseconds;
    if (due || this.batch.captures.length >= this.every.pages) await this.write();
  }

  async write(): Promise<void> {
    const { batch } = this;
    this.writtenAt = this.now();
    if (batch.captures.length === 0 && batch.added.length === 0) return;
    this.batch = { captures: [], added: [] };
    await this.sink.checkpoint(batch);
  }
}
