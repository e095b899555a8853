import type { Checkpoint, CrawlSink } from '../model.js';

/** Pages that nobody had to be asked for: after an interruption they cost a fraction of the others to do again. */
const carriedPerAsked = 10;

/**
 * Gathers what was done into batches that are written in one transaction each, one after the other and in order. While one
 * is being written the next is gathered; who is faster than the sink waits for it, so no more than two are ever in memory.
 */
export class Checkpoints {
  private batch: Checkpoint = { captures: [], added: [] };
  /** How much the batch would cost to do again, in pages that are asked for. */
  private weight = 0;
  private bytes: Promise<unknown>[] = [];
  private writing: Promise<void> = Promise.resolve();
  private writtenAt: number;

  constructor(
    private readonly sink: CrawlSink,
    private readonly now: () => number,
    /** `pages` that were asked for, or ten times as many that were carried over. */
    private readonly every: { pages: number; milliseconds: number },
  ) {
    this.writtenAt = now();
  }

  /**
   * A page with the entries it led to: they are written together or not at all.
   * @param kept settles when the bytes of the captures are in the store; nothing refers to bytes that are not there.
   * @throws whatever the sink or `kept` threw, here or at a later call.
   */
  async note(
    captures: Checkpoint['captures'],
    added: Checkpoint['added'],
    kept: Promise<unknown> = Promise.resolve(),
  ): Promise<void> {
    this.batch.captures.push(...captures);
    this.batch.added.push(...added);
    this.bytes.push(kept);
    for (const { capture } of captures) this.weight += capture.revisit?.how === 'carried' ? 1 / carriedPerAsked : 1;
    // A clock that was set back must not put it off.
    const due = Math.abs(this.now() - this.writtenAt) >= this.every.milliseconds;
    if (due || this.weight >= this.every.pages) await this.begin();
  }

  /** Writes what is left and waits until all is written. */
  async finish(): Promise<void> {
    await this.begin();
    await this.writing;
  }

  /** Waits until nothing is being written any more, after a failure too. */
  async settled(): Promise<void> {
    await Promise.allSettled([this.writing, ...this.bytes]);
  }

  private async begin(): Promise<void> {
    const { batch, bytes } = this;
    this.writtenAt = this.now();
    if (batch.captures.length === 0 && batch.added.length === 0) return this.writing;
    this.batch = { captures: [], added: [] };
    this.weight = 0;
    this.bytes = [];
    await this.writing;
    this.writing = Promise.all(bytes).then(() => this.sink.checkpoint(batch));
    // Thrown at the next call; until then a failure must not count as unhandled.
    this.writing.catch(() => undefined);
  }
}
