/** Formats whose text can be read. What a file is decide its bytes, not its name. */
export type FileFormat = 'pdf' | 'docx' | 'xlsx' | 'ofd';

/** A cell with how many columns and rows it covers (1 for most). */
export interface FileCell {
  text: string;
  wide: number;
  high: number;
}

/** A piece of a file in reading order: a paragraph (or line), or a table of rows of cells. */
export type FileBlock = { line: string } | { table: FileCell[][] };

/** What a file says. */
export interface FileText {
  format: FileFormat;
  blocks: FileBlock[];
  /** Pages of a file that has pages of its own, else null. */
  pages: number | null;
  /** False where something was left out: a page that is only a picture, pages beyond the limit. */
  whole: boolean;
}

/** Why a file gave no text, in the words that a person reads. */
export interface FileRefusal {
  refused: string;
}

export type FileReading = FileText | FileRefusal;

/** Reasons that every format shares. */
export const fileRefusals = {
  encrypted: '文件已加密，不能读取',
  pictures: '没有文字，可能是扫描图像',
  tooLarge: '文件过大，没有读取',
  damaged: '文件已损坏，不能读取',
  encoding: '字体没有文字编码，读不出文字',
  old: '旧版 Office 格式（doc、xls、wps），不能读取',
  unknown: '不是 pdf、docx、xlsx 或 ofd 文件',
  late: '读取超时或占用内存过多，已放弃',
} as const;

export interface FileLimits {
  /** Bytes of the file. */
  maxBytes: number;
  /** Bytes that may come out of an archive in all. */
  maxUnpackedBytes: number;
  /** How much larger than the file that may be; what is below a megabyte passes. */
  maxRatio: number;
  maxPages: number;
  /** Characters of text in all. */
  maxCharacters: number;
  /** Rows of all tables together. */
  maxRows: number;
}

export const usualFileLimits: FileLimits = {
  maxBytes: 20_000_000,
  maxUnpackedBytes: 100_000_000,
  maxRatio: 200,
  maxPages: 300,
  maxCharacters: 400_000,
  maxRows: 5000,
};

/** The text of a file line by line, cells of a row side by side. */
export function plainText(file: FileText): string {
  return file.blocks
    .flatMap((block) =>
      'line' in block ? [block.line] : block.table.map((row) => row.map((cell) => cell.text).join('\t')),
    )
    .join('\n');
}
