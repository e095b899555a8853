import type { PageRequest, Visit } from '#evidence';
import { readPage, type Family, type PageReading } from '#facts';
import { decodeBody } from './charset/index.js';
import { mimeOf } from './fetchers/content-kind.js';
import type { Fetched } from './model.js';

/** Bytes to what was understood of them. */
export type PageReader = (
  fetched: Pick<Fetched, 'headers' | 'body' | 'finalUrl'>,
  visit: Visit,
  request: PageRequest,
) => { charset: string; reading: PageReading };

/** As much of a body as facts are drawn from; a crawl that kept whole bodies in memory could not hold a large site. */
const keptText = 2000;

export function pageReader(families: readonly Family[]): PageReader {
  return (fetched, visit, request) => {
    const header = fetched.headers['content-type'] ?? null;
    const { text, charset } = decodeBody(fetched.body, header);
    const page = { url: fetched.finalUrl, text, contentType: mimeOf(header ?? undefined), visit, request };
    const reading = readPage(page, families);
    if (reading.detail) reading.detail.text = reading.detail.text.slice(0, keptText);
    // A copy: pieces cut out of a page would keep the whole page in memory for as long as they live.
    return { charset, reading: JSON.parse(JSON.stringify(reading)) as PageReading };
  };
}
