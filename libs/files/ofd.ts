import { posix } from 'node:path';
import { walkXml } from './bounded-xml.js';
import type { BoundedZip } from './bounded-zip.js';
import { type FileLimits, type FileReading, fileRefusals } from './model.js';
import { blocksOfPages, type Piece } from './page-layout.js';

/**
 * Text of an OFD (GB/T 33190) page by page: TextCode within TextObject, placed by Boundary and X, Y in millimetres.
 * Templates, annotations and seals are left out.
 * @throws ZipRefused, XmlRefused
 */
export async function readOfd(zip: BoundedZip, limits: FileLimits): Promise<FileReading> {
  const [root] = await textsOf(zip, 'OFD.xml', 'DocRoot');
  const documentPath = root === undefined ? null : within('', root);
  if (documentPath === null || !zip.has(documentPath)) return { refused: fileRefusals.damaged };
  const folder = posix.dirname(documentPath);
  const paths = await pagePaths(zip, documentPath, folder);
  const pages: Piece[][] = [];
  let letters = 0;
  let empty = 0;
  for (const path of paths.slice(0, limits.maxPages)) {
    if (letters > limits.maxCharacters) break;
    const xml = zip.read(path);
    const pieces = xml ? await piecesOf(xml) : [];
    const own = pieces.reduce((sum, piece) => sum + piece.text.trim().length, 0);
    letters += own;
    if (own < 5) empty += 1;
    pages.push(pieces);
  }
  if (letters < 5 || letters < pages.length * 2) return { refused: fileRefusals.pictures };
  const whole = empty === 0 && pages.length === paths.length;
  return { format: 'ofd', blocks: blocksOfPages(pages), pages: paths.length, whole };
}

/** Texts of all elements of one name. */
async function textsOf(zip: BoundedZip, path: string, wanted: string): Promise<string[]> {
  const xml = zip.read(path);
  const texts: string[] = [];
  if (!xml) return texts;
  let inside = false;
  await walkXml(xml, {
    open: (name) => {
      inside = name === wanted;
      if (inside) texts.push('');
    },
    text: (text) => {
      if (inside) texts[texts.length - 1] += text;
    },
    close: () => (inside = false),
  });
  return texts.map((text) => text.trim());
}

async function pagePaths(zip: BoundedZip, documentPath: string, folder: string): Promise<string[]> {
  const xml = zip.read(documentPath);
  const paths: string[] = [];
  if (!xml) return paths;
  let inPages = false;
  await walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'Pages') inPages = true;
      const place = name === 'Page' && inPages ? attributes['BaseLoc'] : undefined;
      if (place) paths.push(within(folder, place));
    },
    close: (name) => {
      if (name === 'Pages') inPages = false;
    },
  });
  return paths;
}

/** A place named in one part of the archive, as a path from its root; `/…` begins there already. */
function within(folder: string, place: string): string {
  return posix.normalize(place.startsWith('/') ? place : posix.join('/', folder, place)).replace(/^\/+/, '');
}

async function piecesOf(xml: Buffer): Promise<Piece[]> {
  const pieces: Piece[] = [];
  let left = 0;
  let top = 0;
  let width = 0;
  let size = 4;
  let code: { x: number; y: number; text: string; advance: number } | null = null;
  await walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'TextObject') {
        [left = 0, top = 0, width = 0] = numbers(attributes['Boundary']);
        size = Number(attributes['Size']) || 4;
      } else if (name === 'TextCode') {
        const [x = 0] = numbers(attributes['X']);
        const [y = 0] = numbers(attributes['Y']);
        code = { x, y, text: '', advance: advanceOf(attributes['DeltaX']) };
      }
    },
    text: (text) => {
      if (code) code.text += text;
    },
    close: (name) => {
      if (name !== 'TextCode' || !code) return;
      const wide = code.advance > 0 ? code.advance + size : Math.min(width || Infinity, code.text.length * size);
      pieces.push({ text: code.text, x: left + code.x, y: top + code.y, width: wide, size });
      code = null;
    },
  });
  return pieces;
}

/** `3.2 4.1` → numbers; what is no number counts as 0. */
function numbers(text: string | undefined): number[] {
  return (text ?? '')
    .trim()
    .split(/\s+/, 4)
    .map((part) => Number(part) || 0);
}

/** Sum of the steps between letters: `g 10 3.2 4` repeats a step ten times. */
function advanceOf(deltas: string | undefined): number {
  const parts = (deltas ?? '').trim().split(/\s+/, 5000);
  let sum = 0;
  for (let at = 0; at < parts.length; at += 1) {
    if (parts[at] !== 'g') sum += Number(parts[at]) || 0;
    else {
      sum += Math.min(Number(parts[at + 1]) || 0, 10_000) * (Number(parts[at + 2]) || 0);
      at += 2;
    }
  }
  return sum;
}
