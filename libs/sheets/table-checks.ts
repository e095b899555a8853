import type { Fault } from '#kernel';
import { place, type Table } from './table.js';

/** A fault for every column that must be there and is not; the accepted header is shown whole. */
export function missingColumns(table: Table, columns: readonly string[]): Fault[] {
  return columns
    .filter((column) => !table.header.includes(column))
    .map((column) => ({
      where: place(table.fileName),
      what: `表头缺少“${column}”列`,
      accepted: `表头 ${columns.join(',')}（可以有别的列）`,
    }));
}

/** Names in one cell, divided by any of the usual signs. */
export function splitNames(text: string): string[] {
  return text
    .split(/[、，,；;|｜]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
