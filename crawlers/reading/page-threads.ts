import { availableParallelism } from 'node:os';
import { type PatienceOptions, Threads, usualPatience } from '#files';
import type { Family } from '#facts';
import { type PageReader, type PageTask, readBytesHere, readerOver, type Understood } from './page-reader.js';

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

/**
 * Reads pages here, large ones in a thread beside this one, in the same way and with the same result: a large page that takes
 * too long or eats memory costs its thread and nothing else, and is said to be unread.
 * @param patience how long one large page or file may take, once it has its turn.
 */
export function guardedPageReader(families: readonly Family[], patience: PatienceOptions = usualPatience): PageReader {
  return readerOver(
    (task) => (task.fetched.body.byteLength < largePage ? readBytesHere(task, families) : readApart(task, patience)),
    patience,
  );
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
