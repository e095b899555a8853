import { availableParallelism } from 'node:os';
import { type PatienceOptions, Threads, usualPatience } from '#files';
import type { Family } from '#facts';
import { type PageReader, type PageTask, readBytesHere, readerOver, type Understood } from './page-reader.js';
import { withinTime } from './within-time.js';

const threads = new Threads<PageTask, string>({
  module: './page-thread',
  beside: import.meta.url,
  most: Math.min(4, Math.max(1, availableParallelism() - 1)),
  // More than the largest page that is fetched takes.
  memoryMb: 1024,
});

/**
 * Larger than nearly all pages, and read in a quarter of a second at worst. Handing a page to a thread costs half as much
 * again as reading it.
 */
export const largePage = 256 * 1024;

/** A worker that is busy with one page for longer than its jobs are its own without a word (10 s) loses all of them. */
const usualHereMs = 5000;

/**
 * Reads pages here, large ones in a thread beside this one, in the same way and with the same result: a page that takes too
 * long or eats memory costs its thread and nothing else, and is said to be unread. A page that was expected to be quick and
 * is not is broken off and read again in a thread; from then on all are, for reading that was broken off may have left
 * something half done here.
 * @param patience how long one page or file may take in a thread, once it has its turn.
 * @param hereMs how long a page may take here.
 */
export function guardedPageReader(
  families: readonly Family[],
  patience: PatienceOptions = usualPatience,
  hereMs = usualHereMs,
): PageReader {
  let isHereWell = true;
  return readerOver(async (task) => {
    if (!isHereWell || task.fetched.body.byteLength >= largePage) return readApart(task, patience);
    const read = await withinTime(hereMs, () => readBytesHere(task, families));
    if (read !== null) return read.value;
    isHereWell = false;
    return readApart(task, patience);
  }, patience);
}

async function readApart(
  { fetched, visit, request }: PageTask,
  { milliseconds }: PatienceOptions,
): Promise<Understood> {
  const { headers, finalUrl } = fetched;
  const body = Uint8Array.prototype.slice.call(fetched.body);
  const done = await threads.run({ fetched: { headers, finalUrl, body }, visit, request }, milliseconds, [body.buffer]);
  if ('answer' in done) return JSON.parse(done.answer) as Understood;
  const why = done.givenUp === 'late' ? `${milliseconds / 1000} 秒没有读完` : '读取所需内存过大';
  return { charset: null, reading: null, unread: `内容异常，${why}`, gaveUp: true };
}
