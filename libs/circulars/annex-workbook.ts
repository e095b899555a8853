import ExcelJS from 'exceljs';
import type { LocalDate } from '#calendar';
import { type SheetOut, writeXlsx } from '#sheets';
import type { Annex, AnnexRow, AnnexValue } from './annex-table.js';

/** The annexes as a workbook, one sheet each; the same annexes give the same bytes. */
export function writeAnnexWorkbook(annex: Annex, date: LocalDate, sampleNotice: string | null): Promise<Buffer> {
  const sheets = annex.map((table, i): SheetOut => {
    const name = annex.length === 1 ? '附件' : `附件${i + 1}`;
    return {
      name: `${name} ${table.title}`,
      title: `${name}　${table.title}`,
      columns: table.columns.map(({ key, title, width, align }) => ({ key, title, width: width + 4, align })),
      rows: table.rows,
      notes: [...table.notes.map((note) => `注：${note}`), ...(sampleNotice === null ? [] : [sampleNotice])],
    };
  });
  return writeXlsx(sheets, { at: new Date(`${date}T00:00:00Z`) });
}

/** The annexes as they stand in a workbook that was just written: for the last check before anything is handed out. */
export async function readAnnexWorkbook(bytes: Buffer, annex: Annex): Promise<Annex> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return annex.map((table, i) => {
    const sheet = book.worksheets[i];
    const rows = table.rows.map((_, at): AnnexRow => {
      // Title and header stand above.
      const row = sheet?.getRow(at + 3);
      return Object.fromEntries(table.columns.map(({ key }, column) => [key, valueOf(row?.getCell(column + 1).value)]));
    });
    return { ...table, rows };
  });
}

function valueOf(value: ExcelJS.CellValue | undefined): AnnexValue {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
