import { PassThrough, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import type { SheetColumn, SheetRow } from './write-csv.js';

export interface SheetOut {
  name: string;
  /** Shown over the header, across all columns. */
  title?: string;
  columns: SheetColumn[];
  rows: Iterable<SheetRow> | AsyncIterable<SheetRow>;
  /** Lines below the table. */
  notes?: string[];
}

export interface WriteXlsxOptions {
  /** Date in the file's properties; the same date and rows give the same bytes. */
  at?: Date;
}

const maxCell = 32_767;
const fontName = '宋体';
const thin = { style: 'thin' as const };
const border = { top: thin, left: thin, bottom: thin, right: thin };

/** A workbook in memory: frozen header, widths, filter, Chinese titles. Texts are stored as texts, so nothing runs as a formula. */
export async function writeXlsx(sheets: SheetOut[], options: WriteXlsxOptions = {}): Promise<Buffer> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await Promise.all([finished(stream), streamXlsx(sheets, stream, options)]);
  const bytes = Buffer.concat(chunks);
  if (options.at) fixZipDates(bytes);
  return bytes;
}

/** The same, row by row into a stream (a file, a response); the stream is ended. */
export async function streamXlsx(sheets: SheetOut[], stream: Writable, options: WriteXlsxOptions = {}): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  book.creator = '明镜';
  book.lastModifiedBy = '明镜';
  if (options.at) {
    book.created = options.at;
    book.modified = options.at;
  }
  const names = new Set<string>();
  for (const sheet of sheets) await addSheet(book, sheet, sheetName(sheet.name, names));
  await book.commit();
}

async function addSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, out: SheetOut, name: string): Promise<void> {
  const headerAt = out.title === undefined ? 1 : 2;
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headerAt }],
    pageSetup: {
      paperSize: 9,
      orientation: out.columns.length > 6 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToHeight: 0,
    },
  });
  sheet.columns = out.columns.map((column) => ({ width: column.width ?? Math.max(10, column.title.length * 2 + 4) }));
  const last = out.columns.length;
  if (out.title !== undefined) {
    const row = sheet.getRow(1);
    row.height = 30;
    row.getCell(1).value = cellText(out.title);
    row.getCell(1).font = { name: fontName, size: 16, bold: true };
    row.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
    if (last > 1) sheet.mergeCells(1, 1, 1, last);
    row.commit();
  }
  const header = sheet.getRow(headerAt);
  out.columns.forEach((column, i) => {
    const cell = header.getCell(i + 1);
    cell.value = cellText(column.title);
    cell.font = { name: fontName, size: 11, bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = border;
  });
  header.commit();
  let at = headerAt;
  for await (const values of out.rows) {
    at += 1;
    addRow(sheet.getRow(at), values, out.columns);
    if (at % 1000 === 0) await setImmediate();
  }
  if (last > 0)
    sheet.autoFilter = { from: { row: headerAt, column: 1 }, to: { row: Math.max(at, headerAt), column: last } };
  for (const note of out.notes ?? []) {
    at += 1;
    const row = sheet.getRow(at);
    row.getCell(1).value = cellText(note);
    row.getCell(1).font = { name: fontName, size: 10 };
    row.commit();
  }
  sheet.commit();
}

function addRow(row: ExcelJS.Row, values: SheetRow, columns: SheetColumn[]): void {
  columns.forEach((column, i) => {
    const value = values[column.key] ?? null;
    const cell = row.getCell(i + 1);
    cell.value =
      typeof value === 'boolean' ? (value ? '是' : '否') : typeof value === 'string' ? cellText(value) : value;
    cell.font = { name: fontName, size: 11 };
    cell.alignment = { horizontal: column.align ?? 'left', vertical: 'top', wrapText: true };
    cell.border = border;
    if (column.format) cell.numFmt = column.format;
    if (column.choices)
      cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${column.choices.join(',')}"`] };
  });
  row.commit();
}

/** Control characters are no XML, and half of a surrogate pair is no character. */
function cellText(text: string): string {
  return text
    .slice(0, maxCell)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** A name that Excel takes: 31 characters, none of []:*?/\, not twice. */
function sheetName(wanted: string, taken: Set<string>): string {
  const base =
    wanted
      .replace(/[[\]:*?/\\]|^'|'$/g, ' ')
      .trim()
      .slice(0, 28) || '表';
  let name = base;
  for (let i = 2; taken.has(name.toLowerCase()); i += 1) name = `${base}${i}`;
  taken.add(name.toLowerCase());
  return name;
}

/** Sets the time of every part to 1980-01-01, in the directory and before each part. */
function fixZipDates(bytes: Buffer): void {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const header = bytes.readUInt32LE(at + 42);
    for (const date of [at + 12, header + 10]) bytes.writeUInt32LE(0x00210000, date);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}
