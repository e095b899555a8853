import { squeeze } from '#kernel';
import { columnTitles } from '#programmes';
import type { ColumnKey, ColumnLink, NamedLink, ReadCapture } from './model.js';
import { articleKey, hostOf } from './urls.js';

/**
 * An assessor's word on one column of a site, named by its address or by its name: it is a standard column, is not that
 * one, or is none at all (`ignore`, without a key). It is laid over the evidence and never written into it.
 */
export interface ColumnPin {
  url: string | null;
  name: string | null;
  ruling: 'is' | 'isNot' | 'ignore';
  key: ColumnKey | null;
}

/** A name as pins compare it: full and half width and white space make no difference. */
export function pinnedName(name: string): string {
  return squeeze(name.normalize('NFKC'));
}

/** Names that an assessor has ruled to be columns: links of these names must be looked for, for the reader may not know them. */
export function namesToLookFor(pins: readonly ColumnPin[]): string[] {
  return pins.flatMap(({ ruling, name }) => (ruling === 'is' && name !== null ? [pinnedName(name)] : []));
}

/**
 * What pins make a reader follow from a page beside what it knows itself: pinned addresses and the links by pinned names, as
 * columns on the page's own host, else looked at once.
 */
export function pinnedSteps(
  pins: readonly ColumnPin[],
  page: { url: string; columns: readonly ColumnLink[]; named?: readonly NamedLink[] },
): { request: { url: string; method: 'GET' }; as: 'column' | 'probe' }[] {
  const known = new Set(page.columns.map(({ url }) => articleKey(url)));
  const pinned = pins.flatMap(({ ruling, url }) => (ruling === 'is' && url !== null ? [url] : []));
  return [...pinned, ...(page.named ?? []).map(({ url }) => url)]
    .filter((url) => !known.has(articleKey(url)) && known.add(articleKey(url)))
    .map((url) => ({ request: { url, method: 'GET' }, as: hostOf(url) === hostOf(page.url) ? 'column' : 'probe' }));
}

/** The standard column that pins leave to a column with these addresses and names; undefined where none of them speaks of it. */
export function ruledKey(
  pins: readonly ColumnPin[],
  column: { urls: readonly string[]; names: readonly string[]; key: ColumnKey | null },
): ColumnKey | null | undefined {
  const urls = new Set(column.urls.filter((url) => url !== '').map(articleKey));
  const names = new Set(column.names.map(pinnedName));
  const byName = pins.filter(({ name }) => name !== null && names.has(pinnedName(name)));
  const byUrl = pins.filter(({ url }) => url !== null && urls.has(articleKey(url)));
  if (byName.length + byUrl.length === 0) return undefined;
  let key = column.key;
  // An address says more than a name, and the later word goes before the earlier one.
  for (const pin of [...byName, ...byUrl]) {
    if (pin.ruling === 'is') key = pin.key;
    else if (pin.ruling === 'ignore' || key === pin.key) key = null;
  }
  return key;
}

/**
 * Captures as they stand under the pins: links, the pages they lead to and all that was reached from there carry the ruled
 * column. Pure; without pins the captures themselves. A pinned address that the site does not link to proves nothing when it
 * cannot be opened: then its column is unread, never broken.
 * @param pins in the order in which they were given.
 */
export function applyPins(captures: readonly ReadCapture[], pins: readonly ColumnPin[]): readonly ReadCapture[] {
  if (pins.length === 0) return captures;
  const names = namesOfLinks(captures);
  const rulings = new Rulings(captures, pins, names);
  const lonely = pins.filter(({ ruling, url }) => ruling === 'is' && url !== null && !names.has(articleKey(url)));
  return captures.map((capture) => {
    const ruled = rulings.of(capture);
    const reading = capture.reading && {
      ...capture.reading,
      columns: ruledLinks(capture, pins, capture.visit.as === 'home' ? lonely : []),
    };
    if (!ruled.pinned) return { ...capture, reading };
    return { ...capture, reading, visit: { ...capture.visit, columnKey: ruled.key }, pinnedKey: ruled.key };
  });
}

type Names = ReadonlyMap<string, Set<string>>;

/** How links anywhere on the site name an address. */
function namesOfLinks(captures: readonly ReadCapture[]): Names {
  const names = new Map<string, Set<string>>();
  const keep = (url: string, name: string) => {
    const known = names.get(articleKey(url));
    if (known) known.add(name);
    else names.set(articleKey(url), new Set([name]));
  };
  for (const { reading } of captures) {
    for (const link of reading?.columns ?? []) if (link.url !== '') keep(link.url, link.name);
    for (const link of reading?.named ?? []) keep(link.url, link.title);
  }
  return names;
}

function ruledLinks(capture: ReadCapture, pins: readonly ColumnPin[], lonely: readonly ColumnPin[]): ColumnLink[] {
  const { columns = [], named = [] } = capture.reading ?? {};
  const links = columns.flatMap((link): ColumnLink[] => {
    const key = ruledKey(pins, { urls: [link.url], names: [link.name], key: link.key });
    return key === undefined ? [link] : key === null ? [] : [{ ...link, key }];
  });
  const have = new Set(links.map(({ key, url }) => `${key} ${articleKey(url)}`));
  const add = (key: ColumnKey | null | undefined, name: string, url: string) => {
    if (!key || have.has(`${key} ${articleKey(url)}`)) return;
    have.add(`${key} ${articleKey(url)}`);
    links.push({ key, name, url, where: 'body' });
  };
  for (const { title, url } of named) add(ruledKey(pins, { urls: [url], names: [title], key: null }), title, url);
  for (const { url } of lonely) {
    const key = url === null ? null : ruledKey(pins, { urls: [url], names: [], key: null });
    if (url && key) add(key, columnTitles[key], url);
  }
  return links;
}

interface Ruled {
  key: ColumnKey | null;
  pinned: boolean;
}

/** The column that each capture belongs to under the pins; what a page was reached from hands its column on. */
class Rulings {
  private readonly byUrl = new Map<string, ReadCapture>();
  private readonly known = new Map<ReadCapture, Ruled>();

  constructor(
    captures: readonly ReadCapture[],
    private readonly pins: readonly ColumnPin[],
    private readonly names: Names,
  ) {
    for (const capture of captures) if (!this.byUrl.has(capture.url)) this.byUrl.set(capture.url, capture);
  }

  of(capture: ReadCapture): Ruled {
    const before = this.known.get(capture);
    if (before) return before;
    const natural = capture.visit.columnKey as ColumnKey | null;
    // Also what a circle of pages finds when it comes back to its beginning.
    this.known.set(capture, { key: natural, pinned: false });
    const ruled = this.rule(capture, natural);
    this.known.set(capture, ruled);
    return ruled;
  }

  private rule(capture: ReadCapture, natural: ColumnKey | null): Ruled {
    const { visit, url, finalUrl, reading } = capture;
    if (visit.as === 'home' || visit.as === 'openness') return { key: natural, pinned: false };
    const handed = this.handedOn(capture, natural);
    const isColumn = visit.as === 'column' || visit.as === 'probe';
    const urls = isColumn ? [url, finalUrl] : [];
    const linked = urls.flatMap((one) => [...(this.names.get(articleKey(one)) ?? [])]);
    const names = [isColumn ? visit.linkText : null, reading?.columnName ?? null, ...linked];
    const key = ruledKey(this.pins, { urls, names: names.filter((name) => name !== null), key: handed.key });
    if (key === undefined) return handed;
    // Nothing on the site leads here: only the pin did.
    const isAlone = isColumn && visit.linkText === null && linked.length === 0;
    if (isAlone && (capture.outcome !== 'ok' || reading?.softNotFound)) return handed;
    return { key, pinned: true };
  }

  /** The column of the page it was reached from, where it took its column from there. */
  private handedOn({ visit }: ReadCapture, natural: ColumnKey | null): Ruled {
    const isOwn = visit.as === 'probe' || (visit.as === 'column' && visit.linkText !== null);
    const from = isOwn || visit.from === null ? undefined : this.byUrl.get(visit.from);
    if (!from || from.visit.columnKey !== natural) return { key: natural, pinned: false };
    return this.of(from);
  }
}
