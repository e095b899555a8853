import { fileURLToPath } from 'node:url';
import { isMainThread, MessageChannel, Worker } from 'node:worker_threads';
import { limitAt, sharedBytes, turnAt } from './watched-turn.js';

/**
 * Does work in the main thread, by itself in a turn of the event loop, and breaks it off where it does not end: an endless
 * loop, a regular expression without end. What the work has changed outside itself may be left half done.
 * @returns null where it was broken off.
 * @throws what the work throws.
 */
export function withinTime<T>(milliseconds: number, work: () => T): Promise<{ value: T } | null> {
  turns ??= new WatchedTurns();
  return new Promise((done, failed) => {
    let settle = (): void => done(null);
    turns!.take({
      milliseconds,
      work() {
        try {
          const value = work();
          settle = () => done({ value });
        } catch (error) {
          settle = () => failed(error as Error);
        }
      },
      over: () => settle(),
    });
  });
}

interface Turn {
  milliseconds: number;
  /** Throws nothing. */
  work(): void;
  /** Called when the work has ended or was broken off. */
  over(): void;
}

let turns: WatchedTurns | null = null;

/**
 * One watch for all turns, and some microseconds for each: a timeout of `node:vm` makes a thread every time, which costs up to
 * a quarter of what reading a page does. The watch asks the engine, by way of its inspector, to end what runs; the call from
 * the event loop in which that is ends with it, and nothing else.
 */
class WatchedTurns {
  private readonly shared = new Int32Array(new SharedArrayBuffer(sharedBytes));
  private readonly channel = new MessageChannel();
  private readonly waiting: Turn[] = [];
  /** Still here when nothing runs: what was broken off. */
  private current: Turn | null = null;
  private number = 0;

  constructor() {
    if (!isMainThread) throw new Error('only the main thread can be watched');
    const watch = startWatch(this.shared);
    watch.on('message', () => this.end());
    watch.unref();
    this.channel.port1.on('message', () => this.next());
    this.channel.port1.unref();
  }

  take(turn: Turn): void {
    if (this.waiting.push(turn) === 1) this.channel.port1.ref();
    this.channel.port2.postMessage(null);
  }

  private next(): void {
    this.end();
    const turn = this.waiting[0];
    if (turn === undefined) return;
    this.current = turn;
    this.number = (this.number % 0x3fff_ffff) + 1;
    Atomics.store(this.shared, limitAt, turn.milliseconds);
    Atomics.store(this.shared, turnAt, this.number);
    turn.work();
    // What the watch has resolved to break off must wait for that here: later it would hit something else.
    while (Atomics.compareExchange(this.shared, turnAt, this.number, 0) !== this.number);
    this.end();
  }

  private end(): void {
    if (this.current === null) return;
    const { over } = this.current;
    this.current = null;
    this.waiting.shift();
    if (this.waiting.length === 0) this.channel.port1.unref();
    over();
  }
}

function startWatch(shared: Int32Array): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const file = fileURLToPath(new URL(`./watch-thread.${isSource ? 'ts' : 'js'}`, import.meta.url));
  const options = {
    workerData: shared.buffer,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 },
  };
  if (!isSource) return new Worker(file, options);
  // Tests run on sources, which a thread of its own must first learn to load.
  return new Worker(`require('tsx/cjs'); require(${JSON.stringify(file)})`, { ...options, eval: true });
}
