import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { type PatienceOptions, usualPatience } from '#files';
import { type PageReader, type PageTask, readerOver, type Understood } from './page-reader.js';

/** Fetching and keeping leave one processor to the threads of reading; more than a few would wait for pages. */
const mostThreads = Math.min(4, Math.max(1, availableParallelism() - 1));

/** More than the largest page that is fetched takes. */
const memoryMb = 1024;

let threads: Piscina | null = null;

/**
 * Reads pages in threads beside this one, in the same way and with the same result: a page that takes too long or eats
 * memory costs its thread and nothing else, and is said to be unread.
 * @param patience how long one page or file may take, once it has its turn.
 */
export function threadedPageReader(patience: PatienceOptions = usualPatience): PageReader {
  return readerOver((task) => inTurn(() => readApart(task, patience)), patience);
}

async function readApart(
  { fetched, visit, request }: PageTask,
  { milliseconds }: PatienceOptions,
): Promise<Understood> {
  const { headers, finalUrl } = fetched;
  const body = Uint8Array.prototype.slice.call(fetched.body);
  const task: PageTask = { fetched: { headers, finalUrl, body }, visit, request };
  try {
    threads ??= startThreads();
    const answer = (await threads.run(task, {
      transferList: [body.buffer],
      signal: AbortSignal.timeout(milliseconds),
    })) as string;
    return JSON.parse(answer) as Understood;
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    if (name === 'AbortError')
      return { charset: null, reading: null, unread: `内容异常，${milliseconds / 1000} 秒没有读完`, gaveUp: true };
    if (code === 'ERR_WORKER_OUT_OF_MEMORY')
      return { charset: null, reading: null, unread: '内容异常，读取所需内存过大', gaveUp: true };
    throw error;
  }
}

function startThreads(): Piscina {
  const isSource = import.meta.url.endsWith('.ts');
  return new Piscina({
    filename: new URL(isSource ? './page-thread.ts' : './page-thread.js', import.meta.url).href,
    // Tests run on sources, which a thread of its own must first learn to load.
    ...(isSource ? { execArgv: ['--import', 'tsx', '--conditions=source'] } : {}),
    env: {},
    minThreads: 0,
    maxThreads: mostThreads,
    idleTimeout: Infinity,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
}

let free = mostThreads;
const waiting: (() => void)[] = [];

/** Runs as many at once as there are threads: the time of one counts from when it is read, not from when it waits. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}
