import type { Visit } from '#evidence';
import { readPage, type Family, type PageReading } from '#facts';
import { decodeBody } from './charset/index.js';
import { mimeOf } from './fetchers/content-kind.js';
import type { Fetched } from './model.js';

/** Bytes to what was understood of them. */
export type PageReader = (
  fetched: Pick<Fetched, 'headers' | 'body' | 'finalUrl'>,
  visit: Visit,
) => { charset: string; reading: PageReading };

export function pageReader(families: readonly Family[]): PageReader {
  return (fetched, visit) => {
    const header = fetched.headers['content-type'] ?? null;
    const { text, charset } = decodeBody(fetched.body, header);
    const page = { url: fetched.finalUrl, text, contentType: mimeOf(header ?? undefined), visit };
    return { charset, reading: readPage(page, families) };
  };
}
