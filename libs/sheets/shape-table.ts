import { type Fault, halfWidth, squeeze } from '#kernel';
import { place, quote, refuse, type RawRow, type Table, type TableLimits, type TableRow } from './table.js';

/** Rows above the header that hold only a title, as civil servants' sheets have them. */
const titleRowsAllowed = 5;

/**
 * Rows by position → rows by column title. Rows above the header with a single filled cell are taken for the sheet's title.
 * @throws BadInput no header, a repeated or missing column title, a cell beyond the header, too many rows or columns.
 */
export function shapeTable(fileName: string, raw: RawRow[], limits: TableLimits): Table {
  const filled = raw.filter((row) => row.values.some((value) => value !== ''));
  const at = filled.findIndex((row) => splitHeader(row.values).filter((value) => value !== '').length > 1);
  const headerRow = at >= 0 && at <= titleRowsAllowed ? filled[at] : filled[0];
  if (!headerRow) {
    refuse([{ where: place(fileName), what: '没有内容', accepted: '第一行为表头、以下每行一条的 csv 或 xlsx' }]);
  }
  const header = readHeader(fileName, headerRow, limits);
  const body = filled.slice(filled.indexOf(headerRow) + 1);
  if (body.length > limits.maxRows) {
    refuse([{ where: place(fileName), what: `超过 ${limits.maxRows} 行`, accepted: '拆分成几个文件分别导入' }]);
  }
  const faults: Fault[] = [];
  const rows: TableRow[] = [];
  for (const row of body) {
    const fault = rowFault(fileName, header, row, limits);
    if (fault) faults.push(fault);
    else rows.push({ line: row.line, cells: cellsOf(header, row.values) });
  }
  if (faults.length > 0) refuse(faults);
  return { fileName, header: header.filter((title) => title !== ''), rows };
}

function cellsOf(header: string[], values: string[]): Record<string, string> {
  // A null prototype would not survive copying; titles such as `__proto__` are refused by the header instead.
  return Object.fromEntries(header.flatMap((title, i) => (title === '' ? [] : [[title, values[i] ?? '']])));
}

/** A header written with full-width commas arrives as one cell. */
function splitHeader(values: string[]): string[] {
  const only = values.filter((value) => value !== '');
  return only.length === 1 && only[0]?.includes('，') ? only[0].split('，').map((part) => part.trim()) : values;
}

function readHeader(fileName: string, row: RawRow, limits: TableLimits): string[] {
  const titles = splitHeader(row.values).map((value) => halfWidth(squeeze(value)));
  while (titles.at(-1) === '') titles.pop();
  const faults: Fault[] = [];
  if (titles.length > limits.maxColumns) {
    faults.push({
      where: place(fileName, row.line),
      what: `有 ${titles.length} 列`,
      accepted: `至多 ${limits.maxColumns} 列`,
    });
  }
  const seen = new Set<string>();
  for (const title of titles) {
    if (title === '') continue;
    if (seen.has(title)) {
      faults.push({ where: place(fileName, row.line, quote(title)), what: '表头重复', accepted: '每个列名只出现一次' });
    }
    if (title === '__proto__' || title.length > 50) {
      faults.push({ where: place(fileName, row.line, quote(title)), what: '列名不可用', accepted: '50 字以内的列名' });
    }
    seen.add(title);
  }
  if (faults.length > 0) refuse(faults);
  return titles;
}

function rowFault(fileName: string, header: string[], row: RawRow, limits: TableLimits): Fault | null {
  const only = row.values.filter((value) => value !== '');
  if (header.length > 1 && only.length === 1 && (only[0]?.split('，').length ?? 0) >= header.length) {
    return { where: place(fileName, row.line), what: '各列之间用了全角逗号“，”', accepted: '半角逗号“,”' };
  }
  const stray = row.values.findIndex((value, i) => value !== '' && !header[i]);
  if (stray >= 0) {
    return {
      where: place(fileName, row.line),
      what: `第 ${stray + 1} 列有内容“${quote(row.values[stray] ?? '')}”，但表头没有这一列`,
      accepted: '列数与表头一致；单元格里有逗号时用引号括起',
    };
  }
  const long = row.values.findIndex((value) => value.length > limits.maxCellLength);
  if (long >= 0) {
    return {
      where: place(fileName, row.line, header[long] ?? ''),
      what: `有 ${row.values[long]?.length} 个字`,
      accepted: `至多 ${limits.maxCellLength} 字`,
    };
  }
  return null;
}
