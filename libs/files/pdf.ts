import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';
import { type FileLimits, type FileReading, fileRefusals } from './model.js';
import { blocksOfPages, type Piece } from './page-layout.js';

type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type Opened = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<Opened['getPage']>>;

/** Fewer letters than this on a page, and it is a picture or blank. */
const fewLetters = 5;

/**
 * Text of a pdf page by page. Nothing is drawn: no canvas, no fonts of the system, no scripts, no pictures decoded.
 * Can be slow or endless on hostile files: see `readFileApart`.
 */
export async function readPdf(bytes: Uint8Array, limits: FileLimits): Promise<FileReading> {
  const library = await loadLibrary();
  const loading = openPdf(library, bytes);
  try {
    return await readPages(await loading.promise, library, limits);
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    return { refused: encrypted ? fileRefusals.encrypted : fileRefusals.damaged };
  } finally {
    await loading.destroy();
  }
}

/** A file that is opened for what it says, with nothing of it drawn or run. */
function openPdf(library: PdfLibrary, bytes: Uint8Array): ReturnType<PdfLibrary['getDocument']> {
  return library.getDocument({
    // A copy, for the library takes the buffer away.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    maxImageSize: 1,
    stopAtErrors: false,
    cMapUrl: folderOf('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folderOf('standard_fonts'),
    verbosity: library.VerbosityLevel.ERRORS,
  });
}

/**
 * How high above the foot of the last page its lowest words stand, in points; of a pdf of our own.
 * @param above lower words, such as the number of the page, are not looked at
 */
export async function lowestWords(bytes: Uint8Array, above: number): Promise<number | null> {
  const loading = openPdf(await loadLibrary(), bytes);
  try {
    const pdf = await loading.promise;
    const { items } = await (await pdf.getPage(pdf.numPages)).getTextContent();
    const heights = items.filter(isText).map(({ transform }) => Number(transform[5]));
    const text = heights.filter((height) => height > above);
    return text.length === 0 ? null : Math.min(...text);
  } finally {
    await loading.destroy();
  }
}

/** What a pdf could do beside showing its pages. */
export interface PdfDeeds {
  scripts: boolean;
  /** Names of the files within it. */
  attachments: string[];
}

/** What a pdf could do, or why nobody can tell. Can be slow or endless on hostile files. */
export async function deedsOfPdf(bytes: Uint8Array): Promise<PdfDeeds | { refused: string }> {
  const loading = openPdf(await loadLibrary(), bytes);
  try {
    const pdf = await loading.promise;
    await pdf.getPage(1);
    const [scripts, attachments] = [await pdf.hasJSActions(), (await pdf.getAttachments()) as Attachments | null];
    return { scripts, attachments: Object.values(attachments ?? {}).map(({ filename }) => String(filename)) };
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    return { refused: encrypted ? fileRefusals.encrypted : fileRefusals.damaged };
  } finally {
    await loading.destroy();
  }
}

type Attachments = Record<string, { filename: unknown }>;

async function readPages(pdf: Opened, library: PdfLibrary, limits: FileLimits): Promise<FileReading> {
  const count = Math.min(pdf.numPages, limits.maxPages);
  const pages: Piece[][] = [];
  let letters = 0;
  let empty = 0;
  for (let number = 1; number <= count && letters < limits.maxCharacters; number += 1) {
    const pieces = await piecesOf(await pdf.getPage(number), library);
    const own = pieces.reduce((sum, piece) => sum + piece.text.trim().length, 0);
    letters += own;
    if (own < fewLetters) empty += 1;
    pages.push(pieces);
  }
  if (letters < fewLetters || letters < pages.length * 2) return { refused: fileRefusals.pictures };
  return {
    format: 'pdf',
    blocks: blocksOfPages(pages),
    pages: pdf.numPages,
    whole: empty === 0 && pages.length === pdf.numPages,
  };
}

async function piecesOf(page: PdfPage, library: PdfLibrary): Promise<Piece[]> {
  const content = await page.getTextContent();
  const { transform } = page.getViewport({ scale: 1 });
  const pieces = content.items.filter(isText).map((item): Piece => {
    const [a = 0, b = 0, , , x = 0, y = 0] = library.Util.transform(transform, item.transform) as number[];
    const size = Math.hypot(a, b) || item.height || 10;
    return { text: item.str, x, y, width: item.width, size };
  });
  page.cleanup();
  return pieces;
}

function isText(item: TextItem | TextMarkedContent): item is TextItem {
  return 'str' in item && item.str !== '';
}

let library: Promise<PdfLibrary> | null = null;

/** The library wants a matrix class as soon as it is loaded, though only drawing uses it. */
function loadLibrary(): Promise<PdfLibrary> {
  const all = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) all[name] ??= class {};
  return (library ??= import('pdfjs-dist/legacy/build/pdf.mjs'));
}

/** Tables of Chinese encodings and metrics of the standard fonts come with the library. */
function folderOf(name: string): string {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return join(root, name) + sep;
}
