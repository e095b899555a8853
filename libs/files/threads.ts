import { Piscina } from 'piscina';
import { Slots } from '#kernel';

export interface ThreadsOptions {
  /** Name of the module whose default export does one task, without ending: `./page-thread`. */
  module: string;
  /** `import.meta.url` of the module that it lies beside. */
  beside: string;
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
  private readonly slots: Slots;

  constructor(private readonly options: ThreadsOptions) {
    this.slots = new Slots(options.most);
  }

  /**
   * @param task copied to the thread, but for the buffers in `handed`, which go there and are gone here.
   * @throws what the task throws.
   */
  run(
    task: Task,
    milliseconds: number,
    handed: ArrayBuffer[] = [],
  ): Promise<{ answer: Answer } | { givenUp: GivenUp }> {
    return this.slots.run(async () => {
      // Not a signal that times out by itself: it would live, and hold on to the task, long after this is done.
      const late = new AbortController();
      // A thread may be quicker than the shortest clock: who has no time at all does not wait for either.
      if (milliseconds <= 0) late.abort();
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
      }
    });
  }

  private start(): Piscina<Task, Answer> {
    const { module, beside, most, memoryMb } = this.options;
    const isSource = beside.endsWith('.ts');
    return new Piscina({
      filename: new URL(`${module}${isSource ? '.ts' : '.js'}`, beside).href,
      // Tests run on sources, which a thread of its own must first learn to load.
      ...(isSource ? { execArgv: ['--import', 'tsx', '--conditions=source'] } : {}),
      env: {},
      minThreads: 0,
      maxThreads: most,
      idleTimeout: Infinity,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
  }
}
