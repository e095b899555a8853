import {
  HandedBack,
  keyOf,
  type JobHandlers,
  type JobName,
  type JobPayloads,
  type Jobs,
  type SendOptions,
  type WorkOptions,
} from './model.js';

interface Waiting {
  name: JobName;
  key: string;
  mark: string | null;
  attempts: number;
  run(handlers: JobHandlers, signal: AbortSignal): Promise<void>;
  giveUp(options: WorkOptions, reason: string): Promise<void>;
}

const attemptsAllowed = 3;

/** Runs the jobs in this very process: for one command on one machine. What was not done when it ends is forgotten. */
export class InlineJobs implements Jobs {
  private readonly waiting: Waiting[] = [];
  private readonly resting = new Map<Waiting, NodeJS.Timeout>();
  private readonly running = new Map<string, { job: Waiting; end: Promise<void> }>();
  private readonly marks = new Set<string>();
  private readonly stop = new AbortController();
  private readonly watchers: (() => void)[] = [];
  private sent = 0;
  private handlers: JobHandlers = {};
  private options: WorkOptions = { concurrency: 0 };

  async send<Name extends JobName>(
    name: Name,
    payload: JobPayloads[Name],
    { mark, once = 'whileWaiting' }: SendOptions = {},
  ): Promise<void> {
    const full = mark === undefined ? null : `${name} ${mark}`;
    if (full !== null && (once === 'ever' ? this.marks.has(full) : this.isPending(full))) return;
    if (full !== null) this.marks.add(full);
    const id = String((this.sent += 1));
    this.waiting.push({
      name,
      key: keyOf(name, payload),
      mark: full,
      attempts: 0,
      run: async (handlers, signal) => handlers[name]?.(payload, signal, id),
      giveUp: async ({ givenUp }, reason) => givenUp?.[name]?.(payload, reason),
    });
    this.next();
  }

  async work(handlers: JobHandlers, options: WorkOptions): Promise<void> {
    this.handlers = handlers;
    this.options = options;
    this.next();
  }

  idle(): Promise<void> {
    if (this.waiting.length === 0 && this.running.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.watchers.push(resolve));
  }

  async close(): Promise<void> {
    this.stop.abort();
    this.waiting.length = 0;
    for (const timer of this.resting.values()) clearTimeout(timer);
    await Promise.all([...this.running.values()].map(({ end }) => end));
  }

  private isPending(mark: string): boolean {
    return [...this.waiting, ...[...this.running.values()].map(({ job }) => job)].some((job) => job.mark === mark);
  }

  private next(): void {
    while (!this.stop.signal.aborted && this.running.size < this.options.concurrency) {
      const index = this.waiting.findIndex(
        (one) => this.handlers[one.name] && !this.running.has(one.key) && !this.resting.has(one),
      );
      const [job] = index === -1 ? [] : this.waiting.splice(index, 1);
      if (job === undefined) break;
      this.running.set(job.key, { job, end: this.run(job) });
    }
    if (this.waiting.length === 0 && this.running.size === 0) for (const tell of this.watchers.splice(0)) tell();
  }

  private async run(job: Waiting): Promise<void> {
    try {
      await job.run(this.handlers, this.stop.signal);
    } catch (error) {
      if (!(error instanceof HandedBack)) {
        this.options.onFailure?.(job.name, error);
        job.attempts += 1;
      }
      if (!this.stop.signal.aborted) await this.again(job, error);
    } finally {
      this.running.delete(job.key);
      this.next();
    }
  }

  /** Leaves a job where it is until its time. */
  private rest(job: Waiting, laterMs: number): void {
    const timer = setTimeout(() => {
      this.resting.delete(job);
      this.next();
    }, laterMs);
    this.resting.set(job, timer);
  }

  private async again(job: Waiting, error: unknown): Promise<void> {
    if (error instanceof HandedBack && error.laterMs > 0) this.rest(job, error.laterMs);
    if (job.attempts < attemptsAllowed) this.waiting.push(job);
    else
      await job
        .giveUp(this.options, error instanceof Error ? error.message : String(error))
        .catch((fault: unknown) => this.options.onFailure?.(job.name, fault));
  }
}
