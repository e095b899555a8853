import { captureId, sha256Of, type BlobStore, type Capture } from '#evidence';
import type { PageReading } from '#facts';
import { fileKind } from '#files';
import { withAsked } from './fetchers/asked-requests.js';
import { askedHeader } from './fetchers/own-headers.js';
import { keptReading, landsAtHome, revisited, sameAsKept, sinceOf } from './incremental/kept-page.js';
import { listPlaces } from './incremental/needs-scripts.js';
import { listRequests } from './list-requests.js';
import type { Fetched, Fetcher, FrontierEntry, KeptPage, Renderer, RenderWants, SiteTarget } from './model.js';
import type { PageReader, Understood } from './reading/page-reader.js';

export interface VisitDeps {
  fetcher: Fetcher;
  /** Null when there is no browser: pages that need one are then said to be unrendered. */
  browser: Renderer | null;
  blobs: BlobStore;
  read: PageReader;
  /** Told what each page turned out to be. */
  learn?: (url: string, outcome: Fetched['outcome']) => Promise<void>;
}

export interface Visited {
  capture: Capture;
  /** Null unless the outcome is `ok`. */
  reading: PageReading | null;
  unrendered: boolean;
  /** Settles when the bytes lie in the store: the capture must not be written down before. */
  kept: Promise<unknown>;
}

/** What a page is asked for with, also when a browser shows it. */
interface Visiting {
  entry: FrontierEntry;
  deps: VisitDeps;
  homes: ReadonlySet<string>;
  signal: AbortSignal;
}

interface Judged {
  fetched: Fetched;
  charset: string | null;
  reading: PageReading | null;
  unrendered: boolean;
}

/**
 * Visits one page: fetch, decide the encoding, read, render where only a browser can show it, keep the bytes.
 * @param homes keys of the addresses of the site's home page: who asks for another page and lands there got nothing.
 * @param known what an earlier round kept of it: where it is as it was, it is neither sent, read nor kept again.
 * Never throws because of the site; `kept` rejects with MissingResource when the bytes cannot be kept.
 */
export async function visitPage(
  entry: FrontierEntry,
  target: SiteTarget,
  deps: VisitDeps,
  homes: ReadonlySet<string>,
  signal: AbortSignal,
  known: KeptPage | null = null,
): Promise<Visited> {
  let fetched = await deps.fetcher.fetch(entry.request, signal, since(known));
  if (known !== null) {
    const same = await asKept(fetched, known, entry, target, deps, homes);
    if (same !== null) return same;
    // The server answers by what we no longer have.
    if (fetched.outcome === 'notModified') fetched = await deps.fetcher.fetch(entry.request, signal);
  }
  return visitAnew(fetched, entry, target, deps, homes, signal);
}

/**
 * A page that is not asked for in this round, or in vain, as an earlier one kept it.
 * @param note what came of asking for it; null where nobody asked.
 * @throws MissingResource when its bytes are gone.
 */
export async function carryPage(
  entry: FrontierEntry,
  target: SiteTarget,
  deps: Pick<VisitDeps, 'blobs' | 'read'>,
  known: KeptPage,
  note: string | null = null,
): Promise<Visited> {
  const reading = await keptReading(known, entry, deps);
  return asBefore({ ...revisited(entry, target, known, 'carried', null), note }, known, reading);
}

function since(known: KeptPage | null): ReturnType<typeof sinceOf> {
  return known === null ? undefined : sinceOf(known);
}

/** The visit of a page that turns out to be as it was kept; null where it is another, or its bytes are gone. */
async function asKept(
  fetched: Fetched,
  known: KeptPage,
  entry: FrontierEntry,
  target: SiteTarget,
  deps: VisitDeps,
  homes: ReadonlySet<string>,
): Promise<Visited | null> {
  const how = sameAsKept(fetched, known, entry);
  if (how === null || (how === 'notModified' && sinceOf(known) === undefined)) return null;
  if (landsAtHome(fetched.finalUrl, entry, homes)) return null;
  try {
    const reading = await keptReading(known, entry, deps);
    const capture = revisited(entry, target, known, how, fetched);
    if (fetched.outcome === 'ok') await deps.learn?.(fetched.finalUrl, capture.outcome);
    return asBefore({ ...capture, note: noteWithLeave(fetched, capture.note) }, known, reading);
  } catch {
    return null;
  }
}

function asBefore(capture: Capture, { unrendered }: KeptPage, reading: PageReading | null): Visited {
  return { capture, reading, unrendered, kept: Promise.resolve() };
}

/** A page that was asked for by somebody's leave says so. */
function noteWithLeave({ leave }: Fetched, note: string | null): string | null {
  return leave ? [leave, note].filter(Boolean).join('；') : note;
}

async function visitAnew(
  answer: Fetched,
  entry: FrontierEntry,
  target: SiteTarget,
  deps: VisitDeps,
  homes: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Visited> {
  const first = await judge(answer, entry, deps.read, homes);
  const judged = await withBrowser(first, { entry, deps, homes, signal });
  const { fetched } = judged;
  if (answer.outcome === 'ok') await deps.learn?.(answer.finalUrl, fetched.outcome);
  const sha256 = fetched.body.byteLength > 0 || fetched.outcome === 'ok' ? sha256Of(fetched.body) : null;
  // A picture belongs to the page that it shows, and to no other outcome.
  const picture = fetched.outcome === 'ok' ? (fetched.picture ?? null) : null;
  const screenshot = picture && sha256Of(picture);
  const kept = Promise.all([
    sha256 === null ? null : deps.blobs.put(fetched.body, sha256),
    picture && screenshot && deps.blobs.put(picture, screenshot),
  ]);
  // Awaited with its batch; until then a failure must not count as unhandled.
  kept.catch(() => undefined);
  return {
    capture: {
      id: captureId(target.round, target.site, entry.request),
      round: target.round,
      site: target.site,
      request: entry.request,
      visit: entry.visit,
      finalUrl: fetched.finalUrl,
      redirects: fetched.redirects,
      fetchedAt: fetched.fetchedAt,
      outcome: fetched.outcome,
      status: fetched.status,
      headers: fetched.headers,
      sha256,
      screenshot,
      size: fetched.body.byteLength,
      charset: judged.charset,
      via: fetched.via,
      note: noteWithLeave(answer, fetched.note),
    },
    reading: judged.reading,
    unrendered: judged.unrendered,
    kept,
  };
}

/** The page as a browser shows it, where its source holds no content or an empty place of a list that a script fills. */
async function withBrowser(first: Judged, visiting: Visiting): Promise<Judged> {
  const { entry, deps } = visiting;
  if (!first.reading || entry.visit.as === 'probe') return first;
  if (first.reading.needsBrowser) return renderWhole(first, visiting);
  if (!deps.browser || !listPlaces.has(entry.visit.as)) return first;
  if (first.reading.list?.loadsMore) return withRest(first, first, visiting);
  if (!first.reading.unfilled && !first.reading.shell) return first;
  const rendered = await renderWhole(first, visiting);
  // The source says what is missing; a browser that shows no more of it proves nothing.
  return rendered.reading && !rendered.unrendered && !rendered.reading.unfilled ? rendered : first;
}

/** The page as a browser shows it; where what its scripts asked for cannot be read, with all that pressing makes it show. */
async function renderWhole(source: Judged, visiting: Visiting): Promise<Judged> {
  const rendered = await render(source, visiting, wantsOf(visiting.entry.visit));
  const { asked, mayShowMore, headers } = rendered.fetched;
  if (!mayShowMore || asked?.length === 0 || headers[askedHeader] !== undefined) return rendered;
  return withRest(rendered, source, visiting);
}

/** A list with all that its button loads and its pager turns to, where that is more than what is shown. */
async function withRest(shown: Judged, source: Judged, visiting: Visiting): Promise<Judged> {
  const rendered = await render(source, visiting, { ...wantsOf(visiting.entry.visit), what: 'rest' });
  const shows = ({ reading }: Judged): number => (reading?.list?.items.length ?? 0) + (reading?.follow.length ?? 0);
  return !rendered.unrendered && shows(rendered) > shows(shown) ? rendered : shown;
}

async function render(
  source: Judged,
  { entry, deps, homes, signal }: Visiting,
  wants: RenderWants | undefined,
): Promise<Judged> {
  if (!deps.browser || entry.request.method !== 'GET') return { ...source, unrendered: true };
  const rendered = await judge(await deps.browser.render(source.fetched, signal, wants), entry, deps.read, homes);
  const { outcome, note } = rendered.fetched;
  if (outcome === 'ok') return withRequests(rendered, entry, deps.read, homes);
  if (outcome === 'challenged' || outcome === 'softNotFound') return rendered;
  // The source was there; that the browser stumbled is no fault of the site's.
  const why = `浏览器没有显示出内容（${note ?? outcome}）`;
  return { ...source, fetched: { ...source.fetched, note: why }, unrendered: true };
}

/** A tree of columns stands on the page of openness and on what the law prescribes; on the pages of its columns it is the same. */
function wantsOf({ as, columnKey }: FrontierEntry['visit']): RenderWants | undefined {
  if (as === 'detail') return { what: 'article' };
  if (!listPlaces.has(as)) return undefined;
  return {
    what: 'data',
    ...(as === 'openness' || (as === 'column' && columnKey === 'statutory') ? { tree: true as const } : {}),
  };
}

/** The page with the requests that brought its list: kept beside it and read again with it, so that both stay one. */
async function withRequests(
  rendered: Judged,
  entry: FrontierEntry,
  read: PageReader,
  homes: ReadonlySet<string>,
): Promise<Judged> {
  const { fetched, reading } = rendered;
  if (!reading || !fetched.asked?.length) return rendered;
  const requests = await listRequests({ fetched, reading }, entry, read);
  if (requests.length === 0) return rendered;
  return judge({ ...fetched, headers: withAsked(fetched.headers, requests) }, entry, read, homes);
}

async function judge(
  fetched: Fetched,
  entry: FrontierEntry,
  read: PageReader,
  homes: ReadonlySet<string>,
): Promise<Judged> {
  const nothing = { fetched, charset: null, reading: null, unrendered: false };
  const isFile = (fetched.outcome === 'ok' || fetched.outcome === 'notHtml') && fileKind(fetched.body) !== null;
  if (fetched.outcome !== 'ok' && !isFile) return nothing;
  if (landsAtHome(fetched.finalUrl, entry, homes))
    return { ...nothing, fetched: { ...fetched, outcome: 'softNotFound', note: '被转到网站首页' } };
  let result: Understood;
  try {
    result = await read(fetched, entry.visit, entry.request);
  } catch (error) {
    return { ...nothing, fetched: { ...fetched, note: `阅读程序出错：${(error as Error).message.slice(0, 200)}` } };
  }
  const { charset, reading, unread, gaveUp } = result;
  // Kept with an outcome that no later reading tries again, so that it ends the same.
  if (gaveUp) return { ...nothing, fetched: { ...fetched, outcome: 'timeout', note: unread } };
  // A file without text is evidence still; that its outcome is not `ok` makes every later reading end the same.
  if (isFile)
    return { ...nothing, reading, fetched: { ...fetched, outcome: reading ? 'ok' : 'notHtml', note: unread } };
  if (!reading) return { ...nothing, charset, fetched: { ...fetched, note: unread } };
  if (reading.challenged)
    return { ...nothing, charset, fetched: { ...fetched, outcome: 'challenged', note: '页面要求访问验证' } };
  if (reading.softNotFound)
    return { ...nothing, charset, fetched: { ...fetched, outcome: 'softNotFound', note: '页面自称不存在' } };
  return { fetched, charset, reading, unrendered: false };
}
