import ExcelJS from 'exceljs';
import { readFile } from '#files';

/** What a file that was handed out says, read by other code than wrote it. */

const mm = (points: number) => (points / 72) * 25.4;

export interface PrintedLine {
  text: string;
  characters: number;
  /** Millimetres from the left and the top edge of the sheet; `base` is where the characters stand. */
  left: number;
  right: number;
  base: number;
}

interface PrintedPage {
  /** Millimetres. */
  width: number;
  height: number;
  /** From top to bottom. */
  lines: PrintedLine[];
  /** In the order of the file, without blanks. */
  words: string;
}

export async function pdfPages(pdf: Buffer): Promise<PrintedPage[]> {
  // The library wants these classes as soon as it is loaded, though only drawing uses them.
  const all = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) all[name] ??= class {};
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false }).promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const sheet = await document.getPage(number);
    const { width, height } = sheet.getViewport({ scale: 1 });
    const lines = new Map<number, PrintedLine>();
    let words = '';
    for (const item of (await sheet.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      words += item.str.replace(/\s/g, '');
      const [, , , , x = 0, y = 0] = item.transform as number[];
      const line = lines.get(Math.round(y)) ?? {
        text: '',
        characters: 0,
        left: Infinity,
        right: 0,
        base: mm(height - y),
      };
      line.text += item.str;
      line.characters += [...item.str].length;
      line.left = Math.min(line.left, mm(x));
      line.right = Math.max(line.right, mm(x + item.width));
      lines.set(Math.round(y), line);
    }
    pages.push({
      ...{ width: mm(width), height: mm(height), words },
      lines: [...lines.values()].sort((a, b) => a.base - b.base),
    });
  }
  await document.destroy();
  return pages;
}

/** The tables of a Word file, each with its header; cells as they are printed. */
export async function docxTables(bytes: Buffer): Promise<string[][][]> {
  const reading = await readFile(bytes);
  if ('refused' in reading) throw new Error(reading.refused);
  return reading.blocks.flatMap((block) =>
    'table' in block ? [block.table.map((row) => row.map(({ text }) => text))] : [],
  );
}

/** The sheets of a workbook, rows of the tables under their titles. */
export async function xlsxRows(bytes: Buffer): Promise<Record<string, ExcelJS.CellValue>[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book.worksheets.map((sheet) => {
    const [view] = sheet.views;
    const header = view?.state === 'frozen' ? (view.ySplit ?? 1) : 1;
    const titles = (sheet.getRow(header).values as ExcelJS.CellValue[]).slice(1).map(String);
    const rows: Record<string, ExcelJS.CellValue>[] = [];
    // Below the rows stand notes in the first column alone.
    for (let at = header + 1; sheet.getRow(at).getCell(2).value !== null; at += 1)
      rows.push(Object.fromEntries(titles.map((title, i) => [title, sheet.getRow(at).getCell(i + 1).value])));
    return rows;
  });
}
