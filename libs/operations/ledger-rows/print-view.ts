import type { Writable } from 'node:stream';
import type { LedgerQuery, LedgerRow, Stores } from '#database';
import { csvHeader, csvLine, csvMark, streamXlsx, type SheetRow } from '#sheets';
import { printedCell } from '../export-rows.js';
import type { LedgerColumn, LedgerDefinition } from './define-ledger.js';

/** A cell as pages and files show it. */
export type ShownCell = string | number | null;

/** What a row says in these columns, in their order. */
export function shownCells({ row }: Pick<LedgerRow, 'row'>, columns: readonly LedgerColumn[]): ShownCell[] {
  return columns.map(({ key, words, type }) => {
    const cell = printedCell(row[key], words);
    if (typeof cell === 'boolean') return cell ? '是' : '否';
    return cell ?? (type === 'flag' ? '未测得' : null);
  });
}

/** The lines of a csv, some hundred at a time. */
export async function* viewAsCsv(
  { ledgerRows }: Pick<Stores, 'ledgerRows'>,
  { kind }: LedgerDefinition,
  query: LedgerQuery,
  columns: readonly LedgerColumn[],
): AsyncGenerator<string> {
  const own = [...columns];
  let text = csvMark + csvHeader(own);
  for await (const row of ledgerRows.stream(kind, query)) {
    text += csvLine(sheetRow(row, own), own);
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** A workbook, row by row into a stream, which is ended. */
export async function viewAsXlsx(
  { ledgerRows }: Pick<Stores, 'ledgerRows'>,
  { kind, title }: LedgerDefinition,
  { query, columns, notes }: { query: LedgerQuery; columns: readonly LedgerColumn[]; notes: string[] },
  stream: Writable,
): Promise<void> {
  const own = [...columns];
  async function* rows(): AsyncGenerator<SheetRow> {
    for await (const row of ledgerRows.stream(kind, query)) {
      // Whoever asked for it has left.
      if (stream.destroyed) return;
      yield sheetRow(row, own);
    }
  }
  await streamXlsx([{ name: title, columns: own, rows: rows(), notes }], stream);
}

function sheetRow(row: LedgerRow, columns: readonly LedgerColumn[]): SheetRow {
  const cells = shownCells(row, columns);
  return Object.fromEntries(columns.map(({ key }, index) => [key, cells[index] ?? null]));
}
