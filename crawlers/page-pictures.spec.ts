import { afterEach, describe, expect, it } from 'vitest';
import { MemoryBlobStore, sha256Of, type FetchOutcome } from '#evidence';
import { families } from './families/index.js';
import { localFetcher, never, serve, type Loopback } from './loopback-server.test.js';
import type { Fetched, Renderer } from './model.js';
import { pageReader } from './reading/page-reader.js';
import { visitPage } from './visit-page.js';

const open: Loopback[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const picture = Buffer.from('RIFF0000WEBP');
const shell =
  '<!doctype html><html><head><title>云岭县</title></head><body><div id="app"></div><script src="/app.js"></script></body></html>';
const shown = `<html><head><title>云岭县</title></head><body><div id="app">${'<p>云岭县人民政府门户网站。</p>'.repeat(20)}</div></body></html>`;

/** A browser that shows this, with a picture of it. */
function showing(outcome: FetchOutcome, body: string): Renderer {
  const render = (source: Fetched): Promise<Fetched> =>
    Promise.resolve({ ...source, outcome, body: Buffer.from(body), via: 'browser', picture });
  return { fetch: () => Promise.reject(new Error('nobody asks')), render, close: () => Promise.resolve() };
}

async function visit(page: string, browser: Renderer | null) {
  const server = await serve({ '/': page });
  open.push(server);
  const request = { url: `${server.origin}/`, method: 'GET' as const };
  const blobs = new MemoryBlobStore();
  const unknown = { columnKey: null, columnName: null, from: null, linkText: null, listPage: 1, depth: 0 };
  const visited = await visitPage(
    { request, visit: { ...unknown, as: 'home' } },
    { round: 'r', site: 's', homeUrl: request.url, hosts: [] },
    { fetcher: localFetcher(), browser, blobs, read: pageReader(families) },
    new Set(),
    never,
  );
  await visited.kept;
  return { capture: visited.capture, blobs };
}

describe('the picture of a page that a browser showed', () => {
  it('is kept beside it, under its own hash', async () => {
    const { capture, blobs } = await visit(shell, showing('ok', shown));
    expect(capture).toMatchObject({ via: 'browser', outcome: 'ok', screenshot: sha256Of(picture) });
    expect(Buffer.from(await blobs.get(sha256Of(picture)))).toEqual(picture);
    expect(capture.sha256).toBe(sha256Of(Buffer.from(shown)));
  });

  it.each([
    ['the page needs no browser', shown, showing('ok', shown)],
    ['there is no browser', shell, null],
    ['the browser stumbled, and the source stands for the page', shell, showing('timeout', '')],
    ['what it shows is no page', shell, showing('challenged', shown)],
  ])('is not there when %s', async (_name, page, browser) => {
    const { capture, blobs } = await visit(page, browser);
    expect(capture.screenshot).toBeNull();
    expect(await blobs.has(sha256Of(picture))).toBe(false);
  });
});
