import { tidy } from '#kernel';
import { walkXml } from './bounded-xml.js';
import type { BoundedZip } from './bounded-zip.js';
import { type FileBlock, type FileLimits, type FileReading, fileRefusals } from './model.js';
import { dateOfSerial } from './serial-date.js';
import { readDateStyles, readSharedStrings, readWorkbook } from './workbook.js';

interface Context {
  strings: string[];
  dateStyles: Set<number>;
  since1904: boolean;
}

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
}

interface Row {
  line: number;
  cells: string[];
}

const maxColumns = 60;
const maxSheets = 60;
/** Cells that merged ranges may fill together. */
const mergeBudget = 200_000;

/**
 * The visible sheets of a workbook, each a line with its name and a table. Merged cells are spread over what they cover;
 * formulas count with their stored result; a faulty cell is empty, for here nothing is imported.
 * @throws ZipRefused, XmlRefused
 */
export async function readXlsxText(zip: BoundedZip, limits: FileLimits): Promise<FileReading> {
  const book = await readWorkbook(zip);
  if (!book) return { refused: fileRefusals.damaged };
  const context: Context = {
    strings: await readSharedStrings(zip, book.stringsPath),
    dateStyles: await readDateStyles(zip, book.stylesPath),
    since1904: book.since1904,
  };
  const blocks: FileBlock[] = [];
  let rowsLeft = limits.maxRows;
  let lettersLeft = limits.maxCharacters;
  let whole = book.sheets.length <= maxSheets;
  for (const sheet of book.sheets.slice(0, maxSheets)) {
    const xml = zip.read(sheet.path);
    if (!xml) continue;
    const { rows, cut } = await readSheet(xml, context, rowsLeft, lettersLeft);
    rowsLeft -= rows.length;
    for (const row of rows) for (const cell of row) lettersLeft -= cell.length;
    if (cut) whole = false;
    if (rows.length === 0) continue;
    blocks.push({ line: tidy(sheet.name) });
    blocks.push({ table: rows.map((row) => row.map((text) => ({ text, wide: 1, high: 1 }))) });
  }
  return { format: 'xlsx', blocks, pages: null, whole };
}

async function readSheet(
  xml: Buffer,
  context: Context,
  maxRows: number,
  maxLetters: number,
): Promise<{ rows: string[][]; cut: boolean }> {
  const rows: Row[] = [];
  const merges: string[] = [];
  let row: Row = { line: 0, cells: [] };
  let cell: Cell | null = null;
  let letters = 0;
  let reading = false;
  let inPhonetic = false;
  let nextColumn = 0;
  let cut = false;
  await walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = { line: wholeNumber(attributes['r']) ?? row.line + 1, cells: [] };
        nextColumn = 0;
      } else if (name === 'c') {
        const column = placeOf(attributes['r'])?.column ?? nextColumn;
        nextColumn = column + 1;
        cell = { column, type: attributes['t'] ?? 'n', style: wholeNumber(attributes['s']) ?? 0, value: '' };
      } else if (name === 'rPh') inPhonetic = true;
      else if (name === 'v' || (name === 't' && !inPhonetic)) reading = true;
      else if (name === 'mergeCell' && attributes['ref'] && merges.length < 20_000) merges.push(attributes['ref']);
    },
    text: (text) => {
      if (cell && reading) cell.value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c' && cell) {
        const text = textOf(cell, context);
        letters += text.length;
        if (cell.column >= maxColumns || letters > maxLetters) cut ||= text !== '';
        else if (text !== '') {
          while (row.cells.length < cell.column) row.cells.push('');
          row.cells[cell.column] = text;
        }
        cell = null;
      } else if (name === 'row' && row.cells.length > 0) {
        if (rows.length < maxRows) rows.push(row);
        else cut = true;
      }
    },
  });
  spreadMerges(rows, merges);
  return { rows: rows.map(({ cells }) => cells), cut };
}

function textOf(cell: Cell, { strings, dateStyles, since1904 }: Context): string {
  const { type, value } = cell;
  if (type === 'e') return '';
  if (type === 's') return tidy(strings[wholeNumber(value) ?? -1] ?? '');
  if (type === 'b') return value === '1' ? '是' : '否';
  if (type !== 'n' || value === '') return tidy(type === 'd' ? value.slice(0, 10) : value);
  const number = Number(value);
  if (!Number.isFinite(number)) return tidy(value);
  const day = dateStyles.has(cell.style) ? dateOfSerial(number, since1904) : null;
  return day ?? String(Number(number.toPrecision(15)));
}

/** A merged range shows its value once; every filled row and column it covers gets it. */
function spreadMerges(rows: Row[], merges: readonly string[]): void {
  const places = new Map(rows.map((row, at) => [row.line, at]));
  let budget = mergeBudget;
  for (const merge of merges) {
    const [from, to] = merge.split(':').map(placeOf);
    const first = from && places.get(from.line);
    if (!from || !to || first === null || first === undefined) continue;
    const value = rows[first]!.cells[from.column];
    if (!value) continue;
    const lastColumn = Math.min(to.column, maxColumns - 1);
    for (const { line, cells } of rows.slice(first, first + to.line - from.line + 1)) {
      if (line > to.line || budget <= 0) break;
      for (let column = from.column; column <= lastColumn; column += 1) {
        budget -= 1;
        while (cells.length < column) cells.push('');
        cells[column] ||= value;
      }
    }
  }
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

/** `C7` → column 2, line 7. */
function placeOf(ref: string | undefined): { column: number; line: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref ?? '');
  if (!match) return null;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, line: Number(match[2]) };
}
