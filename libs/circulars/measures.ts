import type { AnnexTable } from './annex-table.js';

/** Figures of GB/T 9704-2012, shared by docx and web page. Lengths in millimetres, sizes of type in points. */
export const page = {
  width: 210,
  height: 297,
  /** 天头 37, 订口 28, type area 156 × 225. */
  top: 37,
  left: 28,
  bottom: 35,
  right: 26,
  /** 22 lines of 28 characters. */
  linePitch: 28.95,
  characterPitch: ((156 / 25.4) * 72) / 28,
} as const;

/** A page turned for a wide table: the binding edge lies on top. */
export const landscape = { top: 28, left: 35, bottom: 26, right: 37 } as const;

/** 2号, 3号, 4号, 五号, 小五 in points. */
export const size = { second: 22, third: 16, fourth: 14, fifth: 10.5, smallFifth: 9 } as const;

/** Names only: the first is what the standard asks for, the others are looked for where it is not installed. Nothing is embedded. */
export const fonts = {
  title: ['方正小标宋简体', '方正小标宋_GBK', '小标宋', 'Noto Serif CJK SC', 'Source Han Serif SC', '宋体', 'SimSun'],
  body: ['仿宋_GB2312', '仿宋', 'FangSong', 'STFangsong', 'Noto Serif CJK SC', 'WenQuanYi Micro Hei'],
  second: ['楷体_GB2312', '楷体', 'KaiTi', 'STKaiti', 'Noto Serif CJK SC', 'WenQuanYi Micro Hei'],
  first: ['黑体', 'SimHei', 'STHeiti', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei'],
  number: ['宋体', 'SimSun', 'STSong', 'Noto Serif CJK SC', 'WenQuanYi Micro Hei'],
} as const;

export type FontRole = keyof typeof fonts;

/** Rows of an annex printed on paper; all of them are in the spreadsheet. */
export const rowsOnPaper = 300;

/** The lines below a table, as they are printed; what does not fit is said to be elsewhere. */
export function notesOnPaper({ notes, rows }: AnnexTable): string[] {
  const left = rows.length - rowsOnPaper;
  const all = left > 0 ? [...notes, `表中列出前${rowsOnPaper}行，其余${left}行见电子表格。`] : notes;
  return all.map((note, i) => (i === 0 ? `注：${note}` : `　　${note}`));
}

/** Tables too wide for an upright page. */
export function isWide(table: AnnexTable): boolean {
  return table.columns.reduce((sum, column) => sum + column.width, 0) > 105;
}

/** The red issuer line is set as large as one line allows. */
export function issuerSize(issuer: string): number {
  const width = ((page.width - page.left - page.right) / 25.4) * 72;
  return Math.max(22, Math.min(48, Math.floor(width / Math.max(1, issuer.length)) - 1));
}

/** Blank characters to the right of the issuer's signature: centred over the date, which stands four from the edge. */
export function signatureIndent(issuer: string, date: string): number {
  const width = (text: string) => [...text].reduce((sum, char) => sum + (/[\x20-\x7e]/.test(char) ? 0.5 : 1), 0);
  return Math.max(0, 4 + (width(date) - width(issuer)) / 2);
}

/** `1. 得分排名表`, or without a number when there is one annex only. */
export function attachmentNames(tables: AnnexTable[]): string[] {
  return tables.map((table, i) => (tables.length === 1 ? table.title : `${i + 1}. ${table.title}`));
}
