import { dirname, resolve } from 'node:path';
import { decodeBody, families, HttpFetcher, NetworkPolicy, userAgent, withinTime } from '#crawlers';
import { fetchOutcomes, type BlobStore, type Capture, type FetchOutcome, type Visit } from '#evidence';
import {
  explainReading,
  parsePage,
  printReading,
  readFileText,
  readParsedPage,
  type PageReading,
  type ParsedPage,
  type ReadingExplanation,
} from '#facts';
import { isFile, readFileApart } from '#files';
import { BadInput, type Settings } from '#kernel';
import { productVersion } from './package-root.js';
import { readInput } from './units.js';

/** The shape `mingjing read` prints (see interfaces.md); `error` only where the page could not be read. */
export type PrintedReading = Record<string, unknown>;

export type { ReadingExplanation };

/** A page read for somebody who asks why. */
export interface ExplainedReading {
  printed: PrintedReading;
  explanation: ReadingExplanation;
  /** Encoding that was decided for the text; null for a file. */
  charset: string | null;
}

/** Whoever asks waits, and so does all else that a web service does. */
const longestReadingMs = 10_000;

/** How a page is read that stands for itself. */
export const looseVisit: Visit = {
  as: 'detail',
  columnKey: null,
  columnName: null,
  from: null,
  linkText: null,
  listPage: 1,
  depth: 0,
};

/** Bytes with the address and the type that came with them. */
export interface PageBytes {
  bytes: Uint8Array;
  url: string;
  contentType: string | null;
}

/**
 * Reads the bytes of one page, or of a pdf, docx, xlsx or ofd.
 * @throws BadInput when it is a file whose text cannot be read, or a page that takes too long, with the reason.
 */
export async function readBytes(page: PageBytes, visit = looseVisit): Promise<PrintedReading> {
  return printReading(page, (await understand(page, visit)).reading);
}

/** As `readBytes`, with where everything was read and why. */
export async function explainBytes(page: PageBytes, visit = looseVisit): Promise<ExplainedReading> {
  const { reading, parsed, charset } = await understand(page, visit);
  return { printed: printReading(page, reading), explanation: explainReading(reading, parsed, families), charset };
}

/**
 * As `explainBytes`, of a page that a crawl kept, as it was reached then.
 * @throws BadInput when the crawl brought no page.
 */
export async function explainCapture(
  { blobs }: { blobs: BlobStore },
  { sha256, outcome, finalUrl, headers, visit }: Capture,
): Promise<ExplainedReading> {
  if (outcome !== 'ok' || sha256 === null) {
    const { title, meaning } = fetchOutcomes[outcome];
    throw new BadInput([{ where: finalUrl, what: `${title}：${meaning}`, accepted: '当时正常打开的页面' }]);
  }
  const contentType = headers['content-type'] ?? null;
  return explainBytes({ bytes: await blobs.get(sha256), url: finalUrl, contentType }, visit);
}

async function understand(
  { bytes, url, contentType }: PageBytes,
  visit: Visit,
): Promise<{ reading: PageReading; parsed: ParsedPage | null; charset: string | null }> {
  if (isFile(bytes)) {
    const file = await readFileApart(bytes);
    if ('refused' in file)
      throw new BadInput([
        { where: url || '文件', what: file.refused, accepted: '有文字的 pdf、docx、xlsx、ofd 或网页' },
      ]);
    return { reading: readFileText(file, url, visit), parsed: null, charset: null };
  }
  const read = await withinTime(longestReadingMs, () => {
    const { text, charset } = decodeBody(bytes, contentType);
    const parsed = parsePage({ url, text, contentType: mimeOf(contentType, text), visit });
    return { reading: readParsedPage(parsed, families), parsed, charset };
  });
  if (read !== null) return read.value;
  const what = `内容异常，${longestReadingMs / 1000} 秒没有读完`;
  throw new BadInput([{ where: url || '网页', what, accepted: '能读完的网页' }]);
}

/** A file on disk under the address that it had. */
export async function filePage(path: string, url: string | null): Promise<PageBytes> {
  return { bytes: await readInput(path), url: url ?? '', contentType: null };
}

/**
 * Fetches one page from the network, as a single visit under the rules of a crawl: nothing is kept.
 * @throws BadInput saying what became of the request when it brought no page.
 */
export async function webPage(url: string, settings: NetworkManners): Promise<PageBytes> {
  const fetched = await visit(url, settings);
  if (fetched.outcome === 'ok' || isFile(fetched.body)) return bytesOf(fetched);
  const { title, meaning } = fetchOutcomes[fetched.outcome];
  throw new BadInput([
    {
      where: url,
      what: `${title}：${meaning}${fetched.note ? `（${fetched.note}）` : ''}`,
      accepted: '能打开的网页地址',
    },
  ]);
}

type NetworkManners = Pick<Settings, 'MINGJING_ALLOW_NETWORKS' | 'MINGJING_CONTACT'>;

/** What became of a single visit to a page of a site. */
export interface TriedPage {
  outcome: FetchOutcome;
  note: string | null;
  /** Where it led in the end. */
  url: string;
  /** Null unless a page came and could be read. */
  reading: PageReading | null;
}

/** As `webPage`, read as this page of a site; what became of the request is told and nothing thrown. */
export async function tryPage(url: string, as: Visit['as'], settings: NetworkManners): Promise<TriedPage> {
  const fetched = await visit(url, settings);
  const { outcome, note, finalUrl } = fetched;
  if (outcome !== 'ok') return { outcome, note, url: finalUrl, reading: null };
  try {
    const { reading } = await understand(bytesOf(fetched), { ...looseVisit, as });
    const found = reading.softNotFound ? 'softNotFound' : reading.challenged ? 'challenged' : outcome;
    return { outcome: found, note, url: finalUrl, reading: found === 'ok' ? reading : null };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { outcome, note: error.faults[0]?.what ?? null, url: finalUrl, reading: null };
  }
}

const bytesOf = ({ body, finalUrl, headers }: Awaited<ReturnType<HttpFetcher['fetch']>>): PageBytes => ({
  bytes: body,
  url: finalUrl,
  contentType: headers['content-type'] ?? null,
});

async function visit(url: string, settings: NetworkManners): ReturnType<HttpFetcher['fetch']> {
  const fetcher = new HttpFetcher({
    policy: new NetworkPolicy(settings.MINGJING_ALLOW_NETWORKS),
    userAgent: userAgent(productVersion, settings.MINGJING_CONTACT),
    now: () => Date.now(),
    keepsFiles: true,
  });
  try {
    return await fetcher.fetch({ url, method: 'GET' }, new AbortController().signal);
  } finally {
    await fetcher.close();
  }
}

export interface ManifestRow {
  file: string;
  url: string;
}

/** Rows of a manifest: a TSV with columns `file`, `url` and an optional `encoding` (which the reader does not need). */
export async function readManifest(path: string): Promise<ManifestRow[]> {
  const text = new TextDecoder().decode(await readInput(path));
  const [header, ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const columns = (header ?? '').split('\t');
  const file = columns.indexOf('file');
  const url = columns.indexOf('url');
  if (file < 0 || url < 0)
    throw new BadInput([
      { where: `${path} 第 1 行`, what: '表头缺少 file 或 url 列', accepted: 'file<TAB>url[<TAB>encoding]' },
    ]);
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'))
    .map((cells) => ({ file: resolve(dirname(path), cells[file] ?? ''), url: cells[url] ?? '' }));
}

function mimeOf(contentType: string | null, text: string): string {
  const declared = contentType?.split(';')[0]?.trim().toLowerCase();
  if (declared) return declared;
  const start = text.trimStart().slice(0, 200);
  if (/^[{[]/.test(start)) return 'application/json';
  if (/^<\?xml|^<datastore/i.test(start)) return 'text/xml';
  return 'text/html';
}
