import { captureId, sha256Of, type BlobStore, type Capture, type Revisit, type Visit } from '#evidence';
import type { PageReading } from '#facts';
import { readingHeaders } from '../fetchers/own-headers.js';
import { frontierKey } from '../frontier/canonical-url.js';
import type { Fetched, FrontierEntry, KeptPage, SiteTarget, Since } from '../model.js';
import type { PageReader } from '../reading/page-reader.js';
import { needsScripts } from './needs-scripts.js';

/** What a capture that refers to an earlier one keeps of its headers: by these it is read, and asked about the next time. */
const telling = ['content-type', 'etag', 'last-modified', ...readingHeaders];

/** What to send along so that the page is only sent if it changed; null where the earlier answer gave nothing to ask by. */
export function sinceOf({ capture, unrendered, reading }: KeptPage): Since | undefined {
  const { outcome, via, request, headers, finalUrl, visit } = capture;
  const isAnswer = outcome === 'ok' || outcome === 'notHtml';
  // Of a page that scripts fill its source says nothing.
  if (!isAnswer || unrendered || via !== 'http' || request.method !== 'GET' || needsScripts(visit, capture, reading))
    return undefined;
  const etag = storedValue(headers['etag'], /^(?:W\/)?"[\x21\x23-\x7e]*"$/);
  const lastModified = storedValue(headers['last-modified'], /^[A-Z][a-z]{2}, [\d A-Za-z:]{10,30} GMT$/);
  return etag === null && lastModified === null ? undefined : { url: finalUrl, etag, lastModified };
}

/** Validators go out again only in the form that HTTP knows. */
function storedValue(value: string | undefined, form: RegExp): string | null {
  return value !== undefined && value.length <= 200 && form.test(value) ? value : null;
}

/** How an answer shows that the page is as it was kept; null where it has to be read. */
export function sameAsKept(
  fetched: Fetched,
  { capture, unrendered, reading }: KeptPage,
  entry: FrontierEntry,
): 'notModified' | 'sameBytes' | null {
  if (fetched.outcome === 'notModified') return 'notModified';
  const comes = fetched.outcome === 'ok' || fetched.outcome === 'notHtml';
  if (!comes || capture.outcome !== 'ok' || capture.via !== 'http' || unrendered || capture.sha256 === null)
    return null;
  if (fetched.finalUrl !== capture.finalUrl || fetched.headers['content-type'] !== capture.headers['content-type'])
    return null;
  if (needsScripts(entry.visit, capture, reading) || fetched.body.byteLength !== capture.size) return null;
  return sha256Of(fetched.body) === capture.sha256 ? 'sameBytes' : null;
}

/** The capture of a page that is as it was kept. */
export function revisited(
  entry: FrontierEntry,
  target: SiteTarget,
  { capture }: KeptPage,
  how: Revisit['how'],
  answer: Pick<Fetched, 'headers' | 'redirects' | 'fetchedAt' | 'note'> | null,
): Capture {
  return {
    ...capture,
    id: captureId(target.round, target.site, entry.request),
    round: target.round,
    request: entry.request,
    visit: entry.visit,
    redirects: answer?.redirects ?? capture.redirects,
    fetchedAt: answer?.fetchedAt ?? capture.fetchedAt,
    headers: tellingHeaders({ ...capture.headers, ...answer?.headers, ...typeOf(capture) }),
    note: capture.outcome === 'ok' ? (answer?.note ?? null) : capture.note,
    revisit: { of: capture.revisit?.of ?? capture.id, how },
  };
}

/** An answer without a body may name the type of nothing. */
function typeOf({ headers }: Capture): Record<string, string> {
  return headers['content-type'] === undefined ? {} : { 'content-type': headers['content-type'] };
}

function tellingHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(telling.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}

/**
 * What a kept page says, visited in this way: at hand if it was visited so before, else read again from its bytes.
 * @throws MissingResource when its bytes are gone or damaged.
 */
export async function keptReading(
  { capture, reading }: KeptPage,
  entry: FrontierEntry,
  { blobs, read }: { blobs: BlobStore; read: PageReader },
): Promise<PageReading | null> {
  if (capture.outcome !== 'ok' || capture.sha256 === null) return null;
  if (reading !== null && sameVisit(capture.visit, entry.visit)) return reading;
  const body = await blobs.get(capture.sha256);
  const { headers, finalUrl } = capture;
  return (await read({ headers, body, finalUrl }, entry.visit, entry.request)).reading;
}

function sameVisit(one: Visit, other: Visit): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof Visit)[]);
  return [...names].every((name) => one[name] === other[name]);
}

/** Whether who asks for a page lands at one of the home page's addresses. */
export function landsAtHome(finalUrl: string, entry: FrontierEntry, homes: ReadonlySet<string>): boolean {
  return homes.has(frontierKey(finalUrl)) && !homes.has(frontierKey(entry.request)) && entry.request.method === 'GET';
}
