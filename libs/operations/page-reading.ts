import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { decodeBody, families } from '#crawlers';
import type { Visit } from '#evidence';
import { parsePage, printReading, readPage } from '#facts';
import { BadInput } from '#kernel';

/** The shape `mingjing read` prints (see interfaces.md); `error` only where the page could not be read. */
export type PrintedReading = Record<string, unknown>;

const looseVisit: Visit = { as: 'detail', columnKey: null, columnName: null, from: null, linkText: null, listPage: 1, depth: 0 };

/** Reads the bytes of one page that stands for itself. */
export function readBytes(bytes: Uint8Array, url: string, contentType: string | null): PrintedReading {
  const { text } = decodeBody(bytes, contentType);
  const page = { url, text, contentType: mimeOf(contentType, text), visit: looseVisit };
  return printReading(parsePage(page).url, readPage(page, families)) as PrintedReading;
}

/** Reads a file kept on disk under the address it had; the file name stands in where none is known. */
export async function readFilePage(path: string, url: string | null): Promise<PrintedReading> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new BadInput([{ where: path, what: error.code === 'ENOENT' ? '没有这个文件' : `读不出（${error.code ?? error.message}）`, accepted: '网页文件的路径或 http(s) 地址' }]);
  });
  return readBytes(bytes, url ?? '', null);
}

export interface ManifestRow {
  file: string;
  url: string;
}

/** Rows of a manifest: a TSV with columns `file`, `url` and an optional `encoding` (which the reader does not need). */
export async function readManifest(path: string): Promise<ManifestRow[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new BadInput([{ where: path, what: '没有这个文件', accepted: '以制表符分隔、表头含 file 和 url 的清单' }]);
  });
  const [header, ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const columns = (header ?? '').split('\t');
  const file = columns.indexOf('file');
  const url = columns.indexOf('url');
  if (file < 0 || url < 0) throw new BadInput([{ where: `${path} 第 1 行`, what: '表头缺少 file 或 url 列', accepted: 'file<TAB>url[<TAB>encoding]' }]);
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
