import { BadInput, type Fault } from '#kernel';

/** One row of a sheet; `line` is the line (csv) or row (xlsx) a person sees in the file. */
export interface TableRow {
  line: number;
  /** Column title → text; a cell that is empty or not there is `''`. */
  cells: Record<string, string>;
}

/** A sheet read from outside: text only, nothing computed, nothing followed. */
export interface Table {
  fileName: string;
  header: string[];
  rows: TableRow[];
}

export interface TableLimits {
  /** Bytes of the file itself. */
  maxBytes: number;
  /** Bytes after unpacking (xlsx). */
  maxUnpackedBytes: number;
  /** Filled rows below the header. */
  maxRows: number;
  maxColumns: number;
  /** Characters of one cell. */
  maxCellLength: number;
  /** A workbook's dates keep their time of day: `YYYY-MM-DD HH:MM:SS`. */
  keepTimes?: boolean;
}

export const tableLimits: TableLimits = {
  maxBytes: 20_000_000,
  maxUnpackedBytes: 50_000_000,
  maxRows: 50_000,
  maxColumns: 100,
  maxCellLength: 10_000,
};

/** A row as a reader found it: texts by position. */
export interface RawRow {
  line: number;
  values: string[];
}

/** Faults are listed up to this many; the rest is counted. */
const shownFaults = 100;

/** @throws BadInput with the faults; a long list ends with how many more there are. */
export function refuse(faults: Fault[]): never {
  if (faults.length <= shownFaults) throw new BadInput(faults);
  const rest = faults.length - shownFaults;
  throw new BadInput([
    ...faults.slice(0, shownFaults),
    { where: faults[0]?.where.split(' ')[0] ?? '文件', what: `另有 ${rest} 处问题未列出` },
  ]);
}

/** Where in a file: `名单.csv 第3行“名称”列`. */
export function place(fileName: string, line?: number, column?: string): string {
  return `${fileName}${line === undefined ? '' : ` 第${line}行`}${column === undefined ? '' : `“${column}”列`}`;
}

/** A text from outside cut to a length that fits in a message. */
export function quote(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

/** A file name from outside as it may be shown: last part of a path, no control characters. */
export function displayName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  return quote(last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')) || '文件';
}
