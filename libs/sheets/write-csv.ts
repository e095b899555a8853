/** What a cell may hold; null is an empty cell. */
export type CellValue = string | number | boolean | null;
export type SheetRow = Record<string, CellValue | undefined>;

export interface SheetColumn {
  /** Member of the row. */
  key: string;
  /** Header as shown. */
  title: string;
  /** Width in half-width characters; by default from the title. */
  width?: number;
  align?: 'left' | 'center' | 'right';
  /** The only words that a reader of a workbook may fill in, offered as a list. */
  choices?: readonly string[];
  /** How a workbook shows and takes numbers and dates, e.g. `yyyy-mm-dd`. */
  format?: string;
}

/** First bytes of a csv, so that Excel and WPS read it as UTF-8. */
export const csvMark = '\ufeff';

/**
 * A whole csv: UTF-8 with BOM, CRLF, header of column titles. A text that a spreadsheet would run as a formula gets a
 * leading apostrophe; numbers stay numbers.
 */
export function writeCsv(rows: Iterable<SheetRow>, columns: SheetColumn[]): string {
  let text = csvMark + csvHeader(columns);
  for (const row of rows) text += csvLine(row, columns);
  return text;
}

/** The header line, for writers that stream. */
export function csvHeader(columns: SheetColumn[]): string {
  return `${columns.map((column) => csvCell(column.title)).join(',')}\r\n`;
}

/** One line, for writers that stream. */
export function csvLine(row: SheetRow, columns: SheetColumn[]): string {
  return `${columns.map((column) => csvCell(row[column.key] ?? null)).join(',')}\r\n`;
}

function csvCell(value: CellValue): string {
  const text = printCell(value);
  const safe = typeof value === 'string' ? neutral(text) : text;
  return /[",\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Texts beginning with = + - @ (also full width, also behind white space) would be run as formulas when the file is opened. */
function neutral(text: string): string {
  if (/^[+-]?\d+(\.\d+)?%?$/.test(text)) return text;
  return /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** A value as text: 是/否 for truth, nothing for what is not there. */
export function printCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}
