import { dirname, resolve } from 'node:path';
import { decodeBody, families, HttpFetcher, NetworkPolicy, userAgent } from '#crawlers';
import { fetchOutcomes, type Visit } from '#evidence';
import { printReading, readFileText, readPage } from '#facts';
import { isFile, readFileApart } from '#files';
import { BadInput, type Settings } from '#kernel';
import { productVersion } from './package-root.js';
import { readInput } from './units.js';

/** The shape `mingjing read` prints (see interfaces.md); `error` only where the page could not be read. */
export type PrintedReading = Record<string, unknown>;

const looseVisit: Visit = {
  as: 'detail',
  columnKey: null,
  columnName: null,
  from: null,
  linkText: null,
  listPage: 1,
  depth: 0,
};

/**
 * Reads the bytes of one page, or of a pdf, docx, xlsx or ofd, that stands for itself.
 * @throws BadInput when it is a file whose text cannot be read, with the reason.
 */
export async function readBytes(bytes: Uint8Array, url: string, contentType: string | null): Promise<PrintedReading> {
  if (isFile(bytes)) {
    const file = await readFileApart(bytes);
    if ('refused' in file)
      throw new BadInput([
        { where: url || '文件', what: file.refused, accepted: '有文字的 pdf、docx、xlsx、ofd 或网页' },
      ]);
    return printReading({ url }, readFileText(file, url, looseVisit));
  }
  const { text } = decodeBody(bytes, contentType);
  const page = { url, text, contentType: mimeOf(contentType, text), visit: looseVisit };
  return printReading(page, readPage(page, families));
}

/** Reads a file kept on disk under the address it had; the file name stands in where none is known. */
export async function readFilePage(path: string, url: string | null): Promise<PrintedReading> {
  return readBytes(await readInput(path), url ?? '', null);
}

/**
 * Reads one page from the network, as a single visit: no crawl, nothing kept.
 * @throws BadInput saying what became of the request when it brought no page.
 */
export async function readWebPage(url: string, settings: Settings): Promise<PrintedReading> {
  const fetcher = new HttpFetcher({
    policy: new NetworkPolicy(settings.MINGJING_ALLOW_NETWORKS),
    userAgent: userAgent(productVersion, settings.MINGJING_CONTACT),
    now: () => Date.now(),
    keepsFiles: true,
  });
  try {
    const fetched = await fetcher.fetch({ url, method: 'GET' }, new AbortController().signal);
    if (fetched.outcome === 'ok' || isFile(fetched.body))
      return await readBytes(fetched.body, fetched.finalUrl, fetched.headers['content-type'] ?? null);
    const { title, meaning } = fetchOutcomes[fetched.outcome];
    throw new BadInput([
      {
        where: url,
        what: `${title}：${meaning}${fetched.note ? `（${fetched.note}）` : ''}`,
        accepted: '能打开的网页地址',
      },
    ]);
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
