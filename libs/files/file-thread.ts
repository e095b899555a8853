import type { FileReading } from './model.js';
import { readFile } from './read-file.js';

/** What is asked of the thread; one file at a time. */
export interface FileTask {
  bytes: Uint8Array;
}

// The library speaks of what it misses in broken files; that is nothing for the reader of a crawl's output.
const silent = (): void => undefined;
Object.assign(console, { log: silent, info: silent, warn: silent, error: silent });

export default function readInThread({ bytes }: FileTask): Promise<FileReading> {
  return readFile(bytes);
}
