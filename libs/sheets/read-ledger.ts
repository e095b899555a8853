import { type LocalDate, parseChineseDate } from '#calendar';
import { type Fault, squeeze } from '#kernel';
import { dateOfSerial } from '#files';
import { place, quote, refuse, type Table, type TableRow } from './table.js';
import { missingColumns } from './table-checks.js';

export type Openness = '主动公开' | '依申请公开' | '不予公开';

/** One document of a unit's 主动公开文件台账. */
export interface LedgerRow {
  line: number;
  title: string;
  /** With 〔〕 around the year, or null. */
  documentNumber: string | null;
  issuedOn: LocalDate;
  openness: Openness;
  /** Why it is not published of its own accord; null for 主动公开. */
  reason: string | null;
}

const columns = ['标题', '发文字号', '成文日期', '公开属性', '不公开理由'] as const;

const opennessOf: Record<string, Openness> = {
  主动公开: '主动公开',
  依申请公开: '依申请公开',
  不予公开: '不予公开',
  不公开: '不予公开',
};

/** Documents from a ledger table. Every fault is listed; with a fault nothing is returned. @throws BadInput */
export function readLedger(table: Table): LedgerRow[] {
  const faults: Fault[] = missingColumns(table, columns);
  if (faults.length > 0) refuse(faults);
  if (table.rows.length === 0)
    refuse([{ where: place(table.fileName), what: '只有表头，没有文件', accepted: '每行一份文件' }]);
  const seen = new Map<string, number>();
  const rows = table.rows.flatMap((row) => readOne(table, row, seen, faults) ?? []);
  if (faults.length > 0) refuse(faults);
  return rows;
}

function readOne(table: Table, row: TableRow, seen: Map<string, number>, faults: Fault[]): LedgerRow | null {
  const cell = (column: string) => row.cells[column] ?? '';
  const before = faults.length;
  const report = (column: string, what: string, accepted: string) =>
    faults.push({ where: place(table.fileName, row.line, column), what, accepted });

  const title = cell('标题');
  if (title === '') report('标题', '没有填写', '文件标题');
  const documentNumber = numberOf(cell('发文字号'));

  const issuedOn = dayOf(cell('成文日期'));
  if (issuedOn === null) {
    report('成文日期', unusable(cell('成文日期')), '2022-09-01、2022/9/1、2022.9.1、2022年9月1日或表格日期');
  }
  const openness = opennessOf[squeeze(cell('公开属性'))];
  if (openness === undefined) report('公开属性', unusable(cell('公开属性')), '主动公开、依申请公开、不予公开');
  const reason = cell('不公开理由') || null;
  if (openness !== undefined && openness !== '主动公开' && reason === null) {
    report('不公开理由', `公开属性为“${openness}”但没有写理由`, '不主动公开的理由');
  }

  const key = `${documentNumber ?? ''} ${title} ${issuedOn ?? ''}`;
  const line = seen.get(key);
  if (line !== undefined) report('标题', `与第${line}行是同一份文件`, '每份文件只占一行');
  else seen.set(key, row.line);

  if (faults.length > before || issuedOn === null || openness === undefined) return null;
  return { line: row.line, title, documentNumber, issuedOn, openness, reason };
}

/** A written date, or the serial number that a sheet's date becomes when saved as csv without a format. */
function dayOf(text: string): LocalDate | null {
  if (/^[2-7]\d{4}$/.test(text)) return dateOfSerial(Number(text), false);
  return parseChineseDate(text);
}

/** Brackets of every kind around the year → 〔〕; a placeholder such as “无” or “/” → null. */
function numberOf(text: string): string | null {
  const bare = squeeze(text);
  if (/^(无|－+|-+|—+|\/|无文号)?$/.test(bare)) return null;
  return bare.replace(/[[［(（【〔﹝](\d{4})[\]］)）】〕﹞]/, '〔$1〕');
}

function unusable(value: string): string {
  return value === '' ? '没有填写' : `“${quote(value)}”不可用`;
}
