import { once } from 'node:events';
import { STATUS_CODES } from 'node:http';
import type { Writable } from 'node:stream';
import { WARCRecord, WARCSerializer } from 'warcio';
import type { RecordedOutcome } from './archived-page.js';
import type { BlobStore } from './blob-store.js';
import type { Capture, PageRequest } from './capture.js';

/** Content type of the metadata record that says what the crawl made of an answer. */
export const recordedContentType = 'application/json; profile="mingjing-capture"';

export type RecordedMetadata = RecordedOutcome & { request: PageRequest };

const framing = new Set(['content-encoding', 'transfer-encoding', 'content-length', 'connection', 'keep-alive']);

/**
 * Writes captures as WARC/1.1, each record its own gzip member: the request, the answer where one came, a metadata
 * record with outcome, redirects and visit, and a picture of a page that a browser showed. The stream is left open. Gives the number of captures written.
 * @throws MissingResource when a blob is gone or damaged.
 */
export async function writeWarc(
  captures: AsyncIterable<Capture> | Iterable<Capture>,
  blobs: BlobStore,
  stream: Writable,
): Promise<number> {
  await write(
    stream,
    WARCRecord.createWARCInfo({ warcVersion: 'WARC/1.1' }, { software: 'mingjing', format: 'WARC File Format 1.1' }),
  );
  let written = 0;
  for await (const capture of captures) {
    const request = requestRecord(capture);
    await write(stream, request);
    let about = request;
    if (capture.status !== null) {
      const body = capture.sha256 === null ? new Uint8Array() : await blobs.get(capture.sha256);
      about = responseRecord(capture, body, idOf(request));
      await write(stream, about);
    }
    await write(stream, metadataRecord(capture, idOf(about)));
    if (capture.screenshot) {
      const record = screenshotRecord(capture, await blobs.get(capture.screenshot), idOf(about));
      await write(stream, record);
    }
    written += 1;
  }
  return written;
}

function requestRecord(capture: Capture): WARCRecord {
  const { url, method, body, contentType, headers = {} } = capture.request;
  const address = new URL(url);
  return WARCRecord.create(
    {
      type: 'request',
      url,
      date: capture.fetchedAt,
      warcVersion: 'WARC/1.1',
      statusline: `${method} ${address.pathname}${address.search} HTTP/1.1`,
      httpHeaders: {
        Host: address.host,
        ...(contentType ? { 'Content-Type': oneLine(contentType) } : {}),
        ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, oneLine(value)])),
      },
    },
    [Buffer.from(body ?? '', 'utf8')],
  );
}

function responseRecord(capture: Capture, body: Uint8Array, request: string): WARCRecord {
  const headers: [string, string][] = [];
  for (const [name, value] of Object.entries(capture.headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) continue;
    // The length of the body as it lies here is said below.
    if (name.toLowerCase() === 'content-length' && value === String(body.byteLength)) continue;
    headers.push([framing.has(name.toLowerCase()) ? `x-archive-orig-${name}` : name, oneLine(value)]);
  }
  headers.push(['content-length', String(body.byteLength)]);
  return WARCRecord.create(
    {
      type: 'response',
      url: capture.finalUrl,
      date: capture.fetchedAt,
      warcVersion: 'WARC/1.1',
      // Some programs lose a status line that ends without a reason.
      statusline: `HTTP/1.1 ${capture.status} ${STATUS_CODES[capture.status ?? 0] ?? 'Unknown'}`,
      httpHeaders: headers,
      warcHeaders: { 'WARC-Concurrent-To': request },
    },
    [body],
  );
}

function metadataRecord(capture: Capture, about: string): WARCRecord {
  const { outcome, finalUrl, redirects, visit, via, charset, note, request, revisit } = capture;
  const said = { outcome, finalUrl, redirects, visit, via, charset, note, request };
  // Whoever reads the archive must see that the bytes did not come again.
  const recorded: RecordedMetadata = { ...said, ...(revisit ? { revisit } : {}) };
  return WARCRecord.create(
    {
      type: 'metadata',
      url: request.url,
      date: capture.fetchedAt,
      warcVersion: 'WARC/1.1',
      warcHeaders: { 'WARC-Refers-To': about, 'Content-Type': recordedContentType },
    },
    [Buffer.from(JSON.stringify(recorded), 'utf8')],
  );
}

/** Under the address that other programs give to pictures of pages: it is no page, and no reader takes it for one. */
function screenshotRecord(capture: Capture, picture: Uint8Array, about: string): WARCRecord {
  return WARCRecord.create(
    {
      type: 'resource',
      url: `urn:view:${capture.finalUrl}`,
      date: capture.fetchedAt,
      warcVersion: 'WARC/1.1',
      warcHeaders: { 'WARC-Concurrent-To': about, 'Content-Type': 'image/webp' },
    },
    [picture],
  );
}

async function write(stream: Writable, record: WARCRecord): Promise<void> {
  const bytes = await WARCSerializer.serialize(record, { gzip: true });
  if (stream.errored) throw stream.errored;
  if (!stream.write(bytes)) await once(stream, 'drain');
}

function idOf(record: WARCRecord): string {
  return record.warcHeader('WARC-Record-ID') ?? '';
}

function oneLine(value: string): string {
  return value.replace(/[\r\n\0]+/g, ' ');
}
