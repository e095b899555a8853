import { Worker } from 'node:worker_threads';
import { type FileReading, fileRefusals, usualFileLimits } from './model.js';

export interface PatienceOptions {
  /** Longest time for one file, milliseconds. */
  milliseconds: number;
}

/** Long enough for three hundred pages, short enough that a hostile file costs a crawl little. */
export const usualPatience: PatienceOptions = { milliseconds: 20_000 };

const memoryMb = 512;

let thread: Worker | null = null;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Reads a file in a thread of its own, one after another: a file that hangs, or eats memory, or breaks the library costs
 * that thread and nothing else. Never throws for a bad file.
 */
export function readFileApart(bytes: Uint8Array, patience: PatienceOptions = usualPatience): Promise<FileReading> {
  if (bytes.byteLength > usualFileLimits.maxBytes) return Promise.resolve({ refused: fileRefusals.tooLarge });
  const reading = queue.then(() => readInThread(bytes, patience));
  queue = reading.catch(() => undefined);
  return reading;
}

async function readInThread(bytes: Uint8Array, { milliseconds }: PatienceOptions): Promise<FileReading> {
  const worker = (thread ??= startThread());
  worker.ref();
  return new Promise<FileReading>((resolve) => {
    const finish = (reading: FileReading): void => {
      clearTimeout(clock);
      worker.off('message', finish).off('exit', fail);
      // An idle thread keeps no process alive.
      worker.unref();
      resolve(reading);
    };
    // A thread that failed once is not asked again.
    const fail = (): void => {
      thread = null;
      void worker.terminate();
      finish({ refused: fileRefusals.late });
    };
    const clock = setTimeout(fail, milliseconds);
    worker.once('message', finish).once('exit', fail);
    worker.postMessage({ bytes });
  });
}

function startThread(): Worker {
  const options = {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    env: {},
  };
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(loadSource, { ...options, eval: true, execArgv: ['--conditions=source'] })
    : new Worker(new URL('./file-worker.js', import.meta.url), options);
  // Its end is told by `exit`; the error itself is of a hostile file and of no use.
  worker.on('error', () => undefined);
  return worker;
}

/** Tests run on sources, which a thread of its own must first learn to load. */
const loadSource = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('./file-worker.ts', import.meta.url).href)});
})`;
