import { decodeText } from './decode-text.js';
import { place, refuse, type RawRow, type TableLimits } from './table.js';

/** Whether a text holds one JSON object a line rather than cells. */
export function looksLikeNdjson(bytes: Uint8Array): boolean {
  return /^(?:\ufeff|ï»¿)?\s*\{\s*"/.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));
}

/** One object a line → rows under the names of their values, in the order in which they come. @throws BadInput */
export function readNdjson(bytes: Uint8Array, fileName: string, limits: TableLimits): RawRow[] {
  const lines = decodeText(bytes, fileName)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  const header: string[] = [];
  const rows: RawRow[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    // One more tells that there are too many.
    if (rows.length > limits.maxRows) break;
    const values: string[] = [];
    for (const [name, value] of Object.entries(objectOf(line, index + 1, fileName))) {
      if (!header.includes(name)) header.push(name);
      if (header.length > limits.maxColumns) break;
      values[header.indexOf(name)] = textOf(value);
    }
    rows.push({ line: index + 1, values: Array.from(values, (value) => value ?? '') });
  }
  return [{ line: 0, values: header }, ...rows];
}

function objectOf(line: string, number: number, fileName: string): object {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  return refuse([
    { where: place(fileName, number), what: '不是一个 JSON 对象', accepted: '每行一个 JSON 对象（ndjson）' },
  ]);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
