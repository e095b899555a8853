import { requestKey, type FetchOutcome, type PageRequest, type Visit } from '#evidence';
import { classifyColumn, type ReadCapture } from '#facts';
import type { CrawlDeps, CrawlOptions, CrawlResult } from './crawl-site.js';
import type { Archive } from './fetchers/archive.js';
import { Checkpoints } from './frontier/checkpoints.js';
import { readCapture } from './frontier/memory-sink.js';
import type { CrawlSink, SiteTarget } from './model.js';
import { visitPage } from './visit-page.js';

/** Without a walk there is no home page to be turned back to. */
const nowhere: ReadonlySet<string> = new Set();

/**
 * Reads every page that an archive holds of one host, in its order, whether or not links lead there. How a page was
 * reached is not known, so it is guessed from its address and from what it turns out to be.
 * @throws MissingResource when evidence cannot be kept, and whatever the sink throws.
 */
export async function crawlArchiveHost(
  archive: Archive,
  host: string,
  target: SiteTarget,
  deps: CrawlDeps,
  sink: CrawlSink,
  options: Partial<Pick<CrawlOptions, 'signal' | 'onProgress' | 'checkpointEvery'>> = {},
): Promise<CrawlResult> {
  const begun = deps.now();
  const signal = options.signal ?? new AbortController().signal;
  const requests = archive.requestsOf(host);
  const checkpoints = new Checkpoints(sink, deps.now, options.checkpointEvery ?? { pages: 50, milliseconds: 2000 });
  const kept = await sink.restore();
  const read: ReadCapture[] = [...(kept?.read ?? [])];
  const done = new Set(kept?.visited ?? []);
  for (const request of requests) {
    if (signal.aborted) break;
    if (done.has(requestKey(request))) continue;
    const visit = await guessVisit(request, archive, target, deps, signal);
    const { kept: bytes, ...captured } = await visitPage({ request, visit }, target, deps, nowhere, signal);
    await checkpoints.note([captured], [], bytes);
    read.push(readCapture(captured.capture, captured.reading, captured.unrendered));
    options.onProgress?.({
      site: target.site,
      fetched: read.length,
      pending: Math.max(0, requests.length - read.length),
    });
  }
  await checkpoints.finish();
  const outcomes: Partial<Record<FetchOutcome, number>> = {};
  for (const { outcome } of read) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return {
    site: target.site,
    pages: read.length,
    outcomes,
    unrendered: read.filter((one) => one.unrendered).length,
    seconds: Math.max(0, Math.round((deps.now() - begun) / 100) / 10),
    ended: signal.aborted ? 'stopped' : 'complete',
    read,
  };
}

async function guessVisit(
  request: PageRequest,
  archive: Archive,
  target: SiteTarget,
  deps: CrawlDeps,
  signal: AbortSignal,
): Promise<Visit> {
  const recorded = archive.find(request)?.recorded?.visit;
  if (recorded) return recorded;
  const unknown = { columnKey: null, columnName: null, from: null, linkText: null, listPage: 1 };
  const { pathname, search } = new URL(request.url);
  if (/^\/(index\.\w+|default\.\w+)?$/.test(pathname) && search === '') return { ...unknown, as: 'home', depth: 0 };
  // Read once without any expectation, to see what it is.
  const { reading } = await visitPage(
    { request, visit: { ...unknown, as: 'probe', depth: 1 } },
    target,
    deps,
    nowhere,
    signal,
  );
  const columnName = reading?.columnName ?? null;
  const columnKey = columnName === null ? null : classifyColumn(columnName, pathname);
  const isList = reading?.kind === 'list';
  const as = isList ? (columnKey === null ? 'list' : 'column') : 'detail';
  return { ...unknown, as, columnKey, columnName, depth: isList ? 1 : 2 };
}
