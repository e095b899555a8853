import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { BadInput } from '#kernel';
import type { ArchivedPage } from './archived-page.js';
import type { PageRequest } from './capture.js';
import { decodeContent } from './content-encoding.js';
import { dechunk, parseHttpMessage } from './http-message.js';
import { fetchOutcomes } from './outcome.js';
import { recordedContentType, type RecordedMetadata } from './write-warc.js';

export interface WarcLimits {
  /** Largest body that is kept, decoded, in bytes; a larger one comes as `tooLarge`. */
  maxBody: number;
  /** Bytes of the archive, unpacked, after which reading stops with an error. */
  maxTotal: number;
}

const usual: WarcLimits = { maxBody: 10 * 1024 * 1024, maxTotal: 64 * 1024 ** 3 };
const maxHead = 1024 * 1024;

interface Pending {
  id: string;
  concurrentTo: string;
  page: ArchivedPage;
}

interface LooseRequest {
  id: string;
  url: string;
  request: PageRequest;
}

/**
 * Gives the answers of a WARC (gzip or plain) one after another, with bounded memory whatever the archive claims.
 * @throws BadInput when it is no WARC, is cut off or damaged; what stood before the damage has been given by then.
 */
export async function* readWarc(
  source: AsyncIterable<Uint8Array>,
  limits: Partial<WarcLimits> = {},
): AsyncGenerator<ArchivedPage> {
  const bounds = { ...usual, ...limits };
  const gauge = new Gauge(bounds.maxTotal);
  const parser = new WARCParser(gauge.watch(unpacked(source)), { parseHttp: false });
  let pending: Pending | null = null;
  let loose: LooseRequest | null = null;
  try {
    for (;;) {
      gauge.expectHead();
      const record = await parser.parse();
      if (record === null) break;
      checkRecord(record);
      gauge.expectBody();
      const kind = record.warcType;
      if (kind === 'request') {
        const found: LooseRequest | null = await readRequest(record, bounds);
        if (found && pending && concurrentTo(record) === pending.id) pending.page.request = found.request;
        else loose = found;
      } else if (isAnswer(kind)) {
        if (pending) yield pending.page;
        pending = null;
        pending = await readAnswer(record, bounds);
        if (pending && loose && answers(pending, loose)) pending.page.request = loose.request;
        loose = null;
      } else if (kind === 'metadata' && record.warcContentType === recordedContentType) {
        const recorded = await readRecorded(record, bounds);
        const about: string = record.warcHeader('WARC-Refers-To') ?? '';
        const base: Pending | null = pending;
        pending = null;
        if (base && base.id !== about) yield base.page;
        const page = base?.id === about ? base.page : nothingCame(record);
        if (recorded) yield { ...page, request: recorded.request, recorded };
        else if (page.status !== null) yield page;
      }
      if (await isCutOff(record)) {
        // Half an answer is none; what was read before it stands.
        if (isAnswer(kind)) pending = null;
        throw damaged('记录不完整');
      }
    }
  } catch (error) {
    if (pending) yield pending.page;
    if (error instanceof BadInput) throw error;
    throw damaged((error as Error).message);
  }
  if (pending) yield pending.page;
}

async function readRequest(record: WARCRecord, { maxBody }: WarcLimits): Promise<LooseRequest | null> {
  const url = addressOf(record);
  const message = parseHttpMessage((await take(record, maxBody)).bytes);
  if (!url || !message) return null;
  if (!message.startLine.startsWith('POST ')) return { id: idOf(record), url, request: { url, method: 'GET' } };
  const contentType = message.headers['content-type'];
  const body = Buffer.from(message.body).toString('utf8');
  return { id: idOf(record), url, request: { url, method: 'POST', body, ...(contentType ? { contentType } : {}) } };
}

async function readAnswer(record: WARCRecord, { maxBody }: WarcLimits): Promise<Pending | null> {
  const url = addressOf(record);
  if (!url) return null;
  const { bytes, cut } = await take(record, maxBody + maxHead);
  const common = {
    request: { url, method: 'GET' as const },
    fetchedAt: dateOf(record),
    sameBodyAs: record.warcType === 'revisit' ? (record.warcRefersToTargetURI ?? null) : null,
    recorded: null,
  };
  const pending = (rest: Pick<ArchivedPage, 'status' | 'headers' | 'body' | 'tooLarge'>): Pending => ({
    id: idOf(record),
    concurrentTo: concurrentTo(record),
    page: { ...common, ...rest },
  });
  if (record.warcType === 'resource') {
    const headers = { 'content-type': record.warcContentType ?? 'application/octet-stream' };
    const tooLarge = cut || bytes.byteLength > maxBody;
    return pending({ status: 200, headers, body: tooLarge ? new Uint8Array() : bytes, tooLarge });
  }
  const message = parseHttpMessage(bytes);
  const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(message?.startLine ?? '')?.[1]);
  if (!message || !(status >= 100)) return null;
  const chunked = /chunked/i.test(message.headers['transfer-encoding'] ?? '');
  const body = chunked ? dechunk(message.body) : message.body;
  const decoded = cut
    ? { bytes: null, tooLarge: true }
    : await decodeContent(body, message.headers['content-encoding'] ?? null, maxBody);
  return pending({
    status,
    headers: message.headers,
    body: decoded.bytes ?? new Uint8Array(),
    tooLarge: decoded.tooLarge,
  });
}

async function readRecorded(record: WARCRecord, { maxBody }: WarcLimits): Promise<RecordedMetadata | null> {
  try {
    const value = JSON.parse(
      Buffer.from((await take(record, maxBody)).bytes).toString('utf8'),
    ) as Partial<RecordedMetadata>;
    const sound =
      typeof value.request?.url === 'string' &&
      (value.request.method === 'GET' || value.request.method === 'POST') &&
      typeof value.outcome === 'string' &&
      Object.hasOwn(fetchOutcomes, value.outcome) &&
      typeof value.finalUrl === 'string' &&
      Array.isArray(value.redirects) &&
      typeof value.visit?.as === 'string';
    return sound ? (value as RecordedMetadata) : null;
  } catch {
    return null;
  }
}

function nothingCame(record: WARCRecord): ArchivedPage {
  const request = { url: addressOf(record) ?? '', method: 'GET' as const };
  const empty = { status: null, headers: {}, body: new Uint8Array(), tooLarge: false };
  return { request, fetchedAt: dateOf(record), ...empty, sameBodyAs: null, recorded: null };
}

function answers(answer: Pending, loose: LooseRequest): boolean {
  return answer.concurrentTo === '' ? loose.url === answer.page.request.url : loose.id === answer.concurrentTo;
}

function checkRecord(record: WARCRecord): void {
  if (!/^WARC\/\d/.test(record.warcHeaders.statusline)) throw damaged('不是 WARC 记录');
  const length = Number(record.warcHeader('Content-Length'));
  if (!Number.isSafeInteger(length) || length < 0) throw damaged('记录长度有误');
}

async function take(record: WARCRecord, limit: number): Promise<{ bytes: Uint8Array; cut: boolean }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let cut = false;
  for await (const chunk of record.reader) {
    if (size + chunk.byteLength > limit) cut = true;
    if (cut) continue;
    parts.push(Uint8Array.from(chunk));
    size += chunk.byteLength;
  }
  return { bytes: Buffer.concat(parts), cut };
}

/**
 * Reads a record to its end; true when the file ends before. The library's own way of passing over the rest waits for
 * ever then.
 */
async function isCutOff(record: WARCRecord): Promise<boolean> {
  const { reader } = record;
  for await (const _ of reader);
  return reader instanceof LimitReader && reader.limit > 0;
}

function isAnswer(kind: string | null | undefined): boolean {
  return kind === 'response' || kind === 'resource' || kind === 'revisit';
}

/** Counts what is unpacked: the head of a record must come soon, and the whole must end some time. */
class Gauge {
  private total = 0;
  private headStart: number | null = null;

  constructor(private readonly maxTotal: number) {}

  expectHead(): void {
    this.headStart = this.total;
  }

  expectBody(): void {
    this.headStart = null;
  }

  async *watch(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.total += chunk.byteLength;
      if (this.total > this.maxTotal) throw damaged('展开后超过上限');
      if (this.headStart !== null && this.total - this.headStart > maxHead) throw damaged('记录头过长');
      yield chunk;
    }
  }
}

async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) throw damaged('文件是空的');
  const whole = (async function* () {
    yield first.value;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* whole;
    return;
  }
  const gunzip = createGunzip();
  // The error reaches the reader through the iteration below.
  pipeline(Readable.from(whole, { objectMode: false }), gunzip, () => undefined);
  for await (const chunk of gunzip) yield chunk as Uint8Array;
}

function damaged(why: string): BadInput {
  return new BadInput([{ where: 'WARC 档案', what: `读不下去（${why}）`, accepted: '完整的 .warc 或 .warc.gz' }]);
}

function idOf(record: WARCRecord): string {
  return record.warcHeader('WARC-Record-ID') ?? '';
}

function concurrentTo(record: WARCRecord): string {
  return record.warcHeader('WARC-Concurrent-To') ?? '';
}

function addressOf(record: WARCRecord): string | null {
  const address = record.warcTargetURI;
  return address && /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).href : null;
}

function dateOf(record: WARCRecord): string {
  const date = new Date(record.warcDate ?? '');
  return Number.isNaN(date.getTime()) ? '1970-01-01T00:00:00.000Z' : date.toISOString();
}
