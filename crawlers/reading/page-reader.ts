import type { PageRequest, Visit } from '#evidence';
import { readFileText, readPage, type Family, type PageReading } from '#facts';
import { fileKind, readFileApart, type PatienceOptions } from '#files';
import { decodeBody } from '../charset/index.js';
import { askedOf } from '../fetchers/asked-requests.js';
import { mimeOf } from '../fetchers/content-kind.js';
import { unansweredHeader } from '../fetchers/own-headers.js';
import type { Fetched } from '../model.js';

/** What was understood of some bytes; without a reading, `unread` says why (a file without text, no file at all). */
export interface Understood {
  /** Null for a file. */
  charset: string | null;
  reading: PageReading | null;
  unread: string | null;
  /** Reading was given up: it took too long, or more memory than one page may. */
  gaveUp?: true;
}

/** Bytes of a page, and how it came to be visited. */
export interface PageTask {
  fetched: Pick<Fetched, 'headers' | 'body' | 'finalUrl'>;
  visit: Visit;
  request: PageRequest;
}

/** Bytes to what was understood of them, whether a page or a file. */
export type PageReader = (
  fetched: PageTask['fetched'],
  visit: PageTask['visit'],
  request: PageTask['request'],
) => Promise<Understood>;

/** As much of a body as facts are drawn from; a crawl that kept whole bodies in memory could not hold a large site. */
const keptText = 2000;

/**
 * Reads in this thread.
 * @param patience how long one file may take; a page has no limit but its size.
 */
export function pageReader(families: readonly Family[], patience?: PatienceOptions): PageReader {
  return readerOver((task) => readBytesHere(task, families), patience);
}

/** A copy: pieces cut out of a page would keep the whole page in memory for as long as they live. */
export function readBytesHere(task: PageTask, families: readonly Family[]): Understood {
  return JSON.parse(JSON.stringify(readPageBytes(task, families))) as Understood;
}

/** A reader of whatever comes: files apart, what is no page not at all, pages by `readBytes`. */
export function readerOver(
  readBytes: (task: PageTask) => Understood | Promise<Understood>,
  patience?: PatienceOptions,
): PageReader {
  return async (fetched, visit, request) => {
    if (fileKind(fetched.body) !== null) {
      const file = await readFileApart(fetched.body, patience);
      if ('refused' in file) return { charset: null, reading: null, unread: file.refused };
      return { charset: null, reading: shortened(readFileText(file, fetched.finalUrl, visit)), unread: null };
    }
    // A download may answer with a page: that it is wanted for a file makes it no page of the site.
    if (visit.as === 'file') return { charset: null, reading: null, unread: '打开的不是可读的文件' };
    return readBytes({ fetched, visit, request });
  };
}

/** Reads the bytes of a page: pure, at once, in this thread. */
export function readPageBytes({ fetched, visit, request }: PageTask, families: readonly Family[]): Understood {
  const header = fetched.headers['content-type'] ?? null;
  const { text, charset } = decodeBody(fetched.body, header);
  const page = {
    url: fetched.finalUrl,
    text,
    contentType: mimeOf(header ?? undefined),
    visit,
    request,
    asked: askedOf(fetched.headers, fetched.finalUrl),
    ...(fetched.headers[unansweredHeader] === undefined ? {} : { unanswered: true as const }),
  };
  return { charset, reading: shortened(readPage(page, families)), unread: null };
}

function shortened(reading: PageReading): PageReading {
  if (reading.detail) reading.detail.text = reading.detail.text.slice(0, keptText);
  return reading;
}
