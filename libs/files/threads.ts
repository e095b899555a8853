import { Piscina } from 'piscina';

export interface ThreadsOptions {
  /** Address of the module whose default export does one task; `.js`, and `.ts` where tests run on sources. */
  module: URL;
  most: number;
  /** Memory of one thread, MB. */
  memoryMb: number;
}

/** Why a task was given up. */
export type GivenUp = 'late' | 'memory';

/**
 * Threads for work on what is hostile: a task that hangs or eats memory costs its thread and nothing else; another takes its
 * place. Idle threads keep no process alive. As many tasks run at once as there are threads, so that the time of one counts
 * from when it begins, not from when it waits.
 */
export class Threads<Task, Answer> {
  private threads: Piscina<Task, Answer> | null = null;
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly options: ThreadsOptions) {
    this.free = options.most;
  }

  /**
   * @param task copied to the thread, but for the buffers in `handed`, which go there and are gone here.
   * @throws what the task throws.
   */
  async run(
    task: Task,
    milliseconds: number,
    handed: ArrayBuffer[] = [],
  ): Promise<{ answer: Answer } | { givenUp: GivenUp }> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    // Not a signal that times out by itself: it would live, and hold on to the task, long after this is done.
    const late = new AbortController();
    const clock = setTimeout(() => late.abort(), milliseconds);
    try {
      this.threads ??= this.start();
      return { answer: await this.threads.run(task, { signal: late.signal, transferList: handed }) };
    } catch (error) {
      const { name, code } = error as { name?: string; code?: string };
      if (name === 'AbortError') return { givenUp: 'late' };
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { givenUp: 'memory' };
      throw error;
    } finally {
      clearTimeout(clock);
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }

  private start(): Piscina<Task, Answer> {
    const { module, most, memoryMb } = this.options;
    return new Piscina({
      filename: module.href,
      // Sources must first be learnt to load.
      ...(module.href.endsWith('.ts') ? { execArgv: ['--import', 'tsx', '--conditions=source'] } : {}),
      env: {},
      minThreads: 0,
      maxThreads: most,
      idleTimeout: Infinity,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
  }
}
