import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeCircular } from './compose-circular.js';
import { yunlingSnapshot } from './fixtures/yunling.js';
import { page } from './measures.js';
import { printPdf } from './print-pdf.js';
import { renderCircularHtml } from './render-html.js';

const browser = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(
  (path) => path && existsSync(path),
);
const mm = (points: number) => (points / 72) * 25.4;

interface PrintedLine {
  characters: number;
  /** Millimetres from the left and the top edge of the sheet; `base` is where the characters stand. */
  left: number;
  right: number;
  base: number;
}

/** The lines of a page from top to bottom, as the file has them. */
async function linesOf(pdf: Buffer, number: number): Promise<PrintedLine[]> {
  // The library wants these classes as soon as it is loaded, though only drawing uses them.
  const all = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) all[name] ??= class {};
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false }).promise;
  const sheet = await document.getPage(number);
  const { height } = sheet.getViewport({ scale: 1 });
  const lines = new Map<number, PrintedLine>();
  for (const item of (await sheet.getTextContent()).items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [, , , , x = 0, y = 0] = item.transform as number[];
    const line = lines.get(Math.round(y)) ?? { characters: 0, left: Infinity, right: 0, base: mm(height - y) };
    line.characters += [...item.str].length;
    line.left = Math.min(line.left, mm(x));
    line.right = Math.max(line.right, mm(x + item.width));
    lines.set(Math.round(y), line);
  }
  await document.destroy();
  return [...lines.values()].sort((a, b) => a.base - b.base);
}

describe.skipIf(!browser)('a printed page', () => {
  it('has 22 lines of 28 characters within margins of 37, 28, 35 and 26 mm', async () => {
    const model = composeCircular(yunlingSnapshot({ sample: false }));
    const long = { kind: 'paragraph' as const, runs: ['政'.repeat(28 * 60)] };
    const pdf = await printPdf(renderCircularHtml({ ...model, blocks: [long, long] }), browser!);
    // Below the text stands the number of the page.
    const text = (await linesOf(pdf, 2)).filter(({ base }) => base < page.height - page.bottom);
    expect(text).toHaveLength(22);
    expect(text.map(({ characters }) => characters)).toEqual(text.map(() => 28));
    const [first, last] = [text[0]!, text.at(-1)!];
    expect(Math.min(...text.map(({ left }) => left))).toBeCloseTo(page.left, 0);
    expect(Math.max(...text.map(({ right }) => right))).toBeCloseTo(page.width - page.right, 0);
    expect((last.base - first.base) / 21).toBeCloseTo(mm(page.linePitch), 1);
    // The characters stand within the first of 22 lines of the type area, and in the last.
    const pitch = mm(page.linePitch);
    expect(first.base).toBeGreaterThan(page.top);
    expect(first.base).toBeLessThan(page.top + pitch);
    expect(last.base).toBeGreaterThan(page.height - page.bottom - pitch);
    expect(last.base).toBeLessThan(page.height - page.bottom);
  });
});
