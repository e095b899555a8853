import { CsvError, parse } from 'csv-parse/sync';
import { type Fault, tidy } from '#kernel';
import { decodeText } from './decode-text.js';
import { place, refuse, type RawRow, type TableLimits } from './table.js';

const sayings: Partial<Record<string, { what: string; accepted: string }>> = {
  CSV_QUOTE_NOT_CLOSED: { what: '引号没有配对', accepted: '成对的半角双引号；内容里的引号写两次' },
  CSV_INVALID_CLOSING_QUOTE: { what: '引号后面还有字', accepted: '引号后紧跟逗号或换行；内容里的引号写两次' },
  INVALID_OPENING_QUOTE: { what: '引号出现在单元格中间', accepted: '整个单元格用引号括起，内容里的引号写两次' },
  CSV_MAX_RECORD_SIZE: { what: '一行过长', accepted: '每行不超过 100 万字；检查引号是否配对' },
};

/** @throws BadInput */
export function readCsv(bytes: Uint8Array, fileName: string, limits: TableLimits): RawRow[] {
  const text = decodeText(bytes, fileName);
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 1_000_000,
      // Title rows and header come on top of the rows allowed; one more tells that there are too many.
      to: limits.maxRows + 10,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => {
      const breaks = record.reduce((sum, value) => sum + (value.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      return { line: info.lines - breaks, values: record.map(tidy) };
    });
  } catch (error) {
    if (error instanceof CsvError) return refuse([faultOf(error, fileName)]);
    throw error;
  }
}

function faultOf(error: CsvError, fileName: string): Fault {
  const line = typeof error.lines === 'number' ? error.lines : undefined;
  const saying = sayings[error.code] ?? { what: `格式有误（${error.code}）`, accepted: '逗号分隔的 csv' };
  return { where: place(fileName, line), ...saying };
}

/** Comma, tab (Excel's “Unicode text”) or semicolon: the one the first filled line has most of. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 10_000).match(/[^\r\n]*[^\s,;"][^\r\n]*/)?.[0] ?? '';
  const count = (sign: string) => first.split(sign).length;
  const best = ['\t', ';'].reduce((most, sign) => (count(sign) > count(most) ? sign : most), ',');
  return best;
}
