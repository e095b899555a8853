import { readCsv } from './read-csv.js';
import { looksLikeNdjson, readNdjson } from './read-ndjson.js';
import { readXlsx } from './read-xlsx.js';
import { shapeTable } from './shape-table.js';
import { displayName, place, refuse, type Table, tableLimits, type TableLimits } from './table.js';

/**
 * Reads a csv, an xlsx or an ndjson that came from outside. What it is decides its content, not its name. Merged cells are spread downwards,
 * dates become `YYYY-MM-DD`, a formula counts with its stored result.
 * @throws BadInput naming file, row, column, what is wrong and what is accepted; never anything else for a bad file.
 */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  limits: Partial<TableLimits> = {},
): Promise<Table> {
  const bounds = { ...tableLimits, ...limits };
  const name = displayName(fileName);
  const where = place(name);
  if (bytes.length > bounds.maxBytes) {
    const accepted = `不超过 ${Math.floor(bounds.maxBytes / 1_000_000)} MB`;
    refuse([{ where, what: `文件有 ${Math.ceil(bytes.length / 1_000_000)} MB`, accepted }]);
  }
  if (startsWith(bytes, [0x50, 0x4b])) return shapeTable(name, await readXlsx(bytes, name, bounds), bounds);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    refuse([{ where, what: '是旧版 xls、et 或加密的工作簿', accepted: '另存为未加密的 xlsx 或 csv' }]);
  }
  if (/^(\ufeff|ï»¿)?\s*<(!doctype|html|\?xml|table)/i.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))) {
    refuse([{ where, what: '是网页或 XML，不是表格文件', accepted: '另存为 xlsx 或 csv' }]);
  }
  if (looksLikeNdjson(bytes)) return shapeTable(name, readNdjson(bytes, name, bounds), bounds);
  return shapeTable(name, readCsv(bytes, name, bounds), bounds);
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}
