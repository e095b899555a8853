import { parentPort } from 'node:worker_threads';
import { readFile } from './read-file.js';

/** What is asked of the thread and what it answers; one file at a time. */
export interface FileTask {
  bytes: Uint8Array;
}

// The library speaks of what it misses in broken files; that is nothing for the reader of a crawl's output.
const silent = (): void => undefined;
Object.assign(console, { log: silent, info: silent, warn: silent, error: silent });

parentPort?.on('message', ({ bytes }: FileTask) => {
  void readFile(bytes).then(
    (reading) => parentPort?.postMessage(reading),
    // Out of the thread's hands: the reader sees the thread end and says so.
    () => process.exit(1),
  );
});
