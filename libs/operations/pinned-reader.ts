import { decodeBody, type PageReader } from '#crawlers';
import { linksNamed, namesToLookFor, parsePage, pinnedSteps, type ColumnPin } from '#facts';

/** Pages on which columns are named. */
const entrances = new Set(['home', 'openness', 'column']);

/**
 * A reader that also looks for what an assessor has ruled to be a column: links by pinned names are kept with the reading,
 * and they and pinned addresses are followed. What it reads otherwise, and how a page is filed, stays as without pins, so
 * that a pin can be taken back and leaves nothing behind in the evidence.
 */
export function pinnedReader(read: PageReader, pins: readonly ColumnPin[]): PageReader {
  if (!pins.some(({ ruling }) => ruling === 'is')) return read;
  const names = namesToLookFor(pins);
  return async (fetched, visit, request) => {
    const understood = await read(fetched, visit, request);
    const { reading, charset } = understood;
    if (!reading || charset === null || !entrances.has(visit.as)) return understood;
    const contentType = fetched.headers['content-type'] ?? null;
    const page = { url: fetched.finalUrl, contentType: 'text/html', visit };
    const found =
      names.length === 0
        ? []
        : linksNamed(parsePage({ ...page, text: decodeBody(fetched.body, contentType).text }), names);
    // A copy: names cut out of a page would keep the whole page in memory.
    const named = JSON.parse(JSON.stringify(found)) as typeof found;
    // Addresses are followed once, from the home page.
    const steps = pinnedSteps(visit.as === 'home' ? pins : [], { url: page.url, columns: reading.columns, named });
    return {
      ...understood,
      reading: { ...reading, ...(named.length > 0 ? { named } : {}), follow: [...reading.follow, ...steps] },
    };
  };
}
