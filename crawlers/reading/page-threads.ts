import { availableParallelism } from 'node:os';
import { type PatienceOptions, Threads, usualPatience } from '#files';
import { type PageReader, type PageTask, readerOver, type Understood } from './page-reader.js';

const threads = new Threads<PageTask, string>({
  module: new URL(import.meta.url.endsWith('.ts') ? './page-thread.ts' : './page-thread.js', import.meta.url),
  // Fetching and keeping leave one processor to the threads of reading; more than a few would wait for pages.
  most: Math.min(4, Math.max(1, availableParallelism() - 1)),
  // More than the largest page that is fetched takes.
  memoryMb: 1024,
});

/**
 * Reads pages in threads beside this one, in the same way and with the same result: a page that takes too long or eats
 * memory costs its thread and nothing else, and is said to be unread.
 * @param patience how long one page or file may take, once it has its turn.
 */
export function threadedPageReader(patience: PatienceOptions = usualPatience): PageReader {
  return readerOver((task) => readApart(task, patience), patience);
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
