import type { BlobStore, PageRequest } from '#evidence';
import { fileKind } from '#files';
import type { Fetched, Fetcher } from '../model.js';
import type { Archive, IndexedPage } from './archive.js';
import { foreignKind } from './content-kind.js';
import { isRedirect } from './incoming-answer.js';
import { usualLimits } from './limits.js';
import { outcomeOfStatus, type Named } from './outcome-of.js';
import { signpostTarget } from './page-redirect.js';

/** Replays an archive under the pages' real addresses; nothing goes over the network. */
export class ArchiveFetcher implements Fetcher {
  constructor(
    private readonly archive: Archive,
    private readonly blobs: BlobStore,
  ) {}

  async fetch(request: PageRequest, _signal: AbortSignal): Promise<Fetched> {
    const redirects: string[] = [];
    const been = new Set<string>([request.url]);
    let current = request;
    for (;;) {
      const page = this.archive.find(current);
      if (page === null) return missing(current.url, redirects, this.archive.takenUntil);
      if (page.recorded) return this.recorded(page, page.recorded);
      const body = page.tooLarge ? new Uint8Array() : await this.blobs.get(page.sha256);
      const target = targetOf(page, body, current.url);
      if (target === null) return this.answer(page, judge(page, body), current.url, redirects, body);
      if (been.has(target) || redirects.length >= usualLimits.maxRedirects)
        return this.answer(page, { outcome: 'redirectLoop', note: `又跳回 ${target}` }, current.url, redirects, body);
      been.add(target);
      redirects.push(target);
      current = { url: target, method: 'GET' };
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async recorded(page: IndexedPage, recorded: NonNullable<IndexedPage['recorded']>): Promise<Fetched> {
    const { outcome, finalUrl, redirects, note } = recorded;
    return this.answer(page, { outcome, note }, finalUrl, redirects, await this.blobs.get(page.sha256));
  }

  private answer(page: IndexedPage, named: Named, finalUrl: string, redirects: string[], body: Uint8Array): Fetched {
    const { fetchedAt, status, headers } = page;
    const { outcome, note } = named;
    const kept = outcome === 'notHtml' && fileKind(body) === null ? new Uint8Array() : body;
    return { outcome, note, finalUrl, redirects, status, headers, body: kept, via: 'archive', fetchedAt };
  }
}

/** The archive does not know the page, which says nothing about the site. */
function missing(url: string, redirects: string[], fetchedAt: string): Fetched {
  return {
    outcome: 'refused',
    note: '档案中没有该页',
    finalUrl: url,
    redirects,
    status: null,
    headers: {},
    body: new Uint8Array(),
    via: 'archive',
    fetchedAt,
  };
}

function judge(page: IndexedPage, body: Uint8Array): Named {
  if (page.tooLarge) return { outcome: 'tooLarge', note: '超过上限，没有读' };
  const named = outcomeOfStatus(page.status ?? 0, page.headers);
  const kind = named.outcome === 'ok' && body.byteLength > 0 ? foreignKind(page.headers['content-type'], body) : null;
  return kind ? { outcome: 'notHtml', note: kind } : named;
}

function targetOf(page: IndexedPage, body: Uint8Array, base: string): string | null {
  const location = page.headers['location'];
  if (isRedirect(page.status)) return location && URL.canParse(location, base) ? new URL(location, base).href : null;
  const target = page.status === 200 ? signpostTarget(body, base) : null;
  return target === base ? null : target;
}
