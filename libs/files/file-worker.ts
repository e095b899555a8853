import { parentPort } from 'node:worker_threads';
import { readFile } from './read-file.js';

/** What is asked of the thread and what it answers; one file at a time. */
export interface FileTask {
  bytes: Uint8Array;
}

parentPort?.on('message', ({ bytes }: FileTask) => {
  void readFile(bytes).then(
    (reading) => parentPort?.postMessage(reading),
    // Out of the thread's hands: the reader sees the thread end and says so.
    () => process.exit(1),
  );
});
