import type { PageRequest, Visit } from '#evidence';
import { readFileText, readPage, type Family, type PageReading } from '#facts';
import { fileKind, readFileApart, type PatienceOptions } from '#files';
import { decodeBody } from './charset/index.js';
import { mimeOf } from './fetchers/content-kind.js';
import type { Fetched } from './model.js';

/** What was understood of some bytes; without a reading, `unread` says why (a file without text, no file at all). */
export interface Understood {
  /** Null for a file. */
  charset: string | null;
  reading: PageReading | null;
  unread: string | null;
}

/** Bytes to what was understood of them, whether a page or a file. */
export type PageReader = (
  fetched: Pick<Fetched, 'headers' | 'body' | 'finalUrl'>,
  visit: Visit,
  request: PageRequest,
) => Promise<Understood>;

/** As much of a body as facts are drawn from; a crawl that kept whole bodies in memory could not hold a large site. */
const keptText = 2000;

/** @param patience how long one file may take; a page has no limit but its size. */
export function pageReader(families: readonly Family[], patience?: PatienceOptions): PageReader {
  return async (fetched, visit, request) => {
    if (fileKind(fetched.body) !== null) {
      const file = await readFileApart(fetched.body, patience);
      if ('refused' in file) return { charset: null, reading: null, unread: file.refused };
      return { charset: null, reading: kept(readFileText(file, fetched.finalUrl, visit)), unread: null };
    }
    // A download may answer with a page: that it is wanted for a file makes it no page of the site.
    if (visit.as === 'file') return { charset: null, reading: null, unread: '打开的不是可读的文件' };
    const header = fetched.headers['content-type'] ?? null;
    const { text, charset } = decodeBody(fetched.body, header);
    const page = { url: fetched.finalUrl, text, contentType: mimeOf(header ?? undefined), visit, request };
    return { charset, reading: kept(readPage(page, families)), unread: null };
  };
}

/** A copy: pieces cut out of a page would keep the whole page in memory for as long as they live. */
function kept(reading: PageReading): PageReading {
  if (reading.detail) reading.detail.text = reading.detail.text.slice(0, keptText);
  return JSON.parse(JSON.stringify(reading)) as PageReading;
}
