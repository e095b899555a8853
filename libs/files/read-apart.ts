import type { FileTask } from './file-thread.js';
import { type FileReading, fileRefusals, usualFileLimits } from './model.js';
import { Threads } from './threads.js';

export interface PatienceOptions {
  /** Longest time for one file, milliseconds. */
  milliseconds: number;
}

/** Long enough for three hundred pages, short enough that a hostile file costs a crawl little. */
export const usualPatience: PatienceOptions = { milliseconds: 20_000 };

const threads = new Threads<FileTask, FileReading>({
  module: './file-thread',
  beside: import.meta.url,
  most: 1,
  memoryMb: 512,
});

/**
 * Reads a file in a thread of its own, one after another: a file that hangs, or eats memory, or breaks the library costs
 * that thread and nothing else. Never throws for a bad file.
 */
export async function readFileApart(
  bytes: Uint8Array,
  { milliseconds }: PatienceOptions = usualPatience,
): Promise<FileReading> {
  if (bytes.byteLength > usualFileLimits.maxBytes) return { refused: fileRefusals.tooLarge };
  try {
    const done = await threads.run({ bytes }, milliseconds);
    return 'answer' in done ? done.answer : { refused: fileRefusals.late };
  } catch {
    return { refused: fileRefusals.late };
  }
}
