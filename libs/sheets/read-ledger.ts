import type { LocalDate } from '#calendar';
import { type Fault, squeeze, tidy } from '#kernel';
import type { SaidChecks } from './said-row.js';
import { place, quote, refuse, type Table, type TableRow } from './table.js';
import { missingColumns } from './table-checks.js';
import { acceptedDays, writtenDay } from './written-day.js';

export type Openness = '主动公开' | '依申请公开' | '不予公开';

/** One document of a unit's ledger of documents with their attribute of openness (文件公开属性台账). */
export interface LedgerRow {
  line: number;
  /** A name of the unit. */
  organisation: string;
  title: string;
  /** With 〔〕 around the year, or null. */
  documentNumber: string | null;
  issuedOn: LocalDate;
  openness: Openness;
  /** Why it is not published of its own accord; null where the ledger does not say, which is no fault of the table. */
  reason: string | null;
}

export const ledgerColumns = ['单位', '标题', '发文字号', '成文日期', '公开属性', '不公开理由'] as const;
export const opennessWords: readonly Openness[] = ['主动公开', '依申请公开', '不予公开'];
const longestTitle = 500;

const opennessOf: Record<string, Openness> = {
  主动公开: '主动公开',
  依申请公开: '依申请公开',
  不予公开: '不予公开',
  不公开: '不予公开',
};

/**
 * Documents from a ledger table with the columns 单位,标题,发文字号,成文日期,公开属性,不公开理由. Rows of a form that nobody has filled in
 * are left out. Every fault is listed; with a fault nothing is returned. @throws BadInput
 */
export function readLedger(table: Table, checks?: Pick<SaidChecks, 'organisation' | 'today'>): LedgerRow[] {
  const faults: Fault[] = missingColumns(table, ledgerColumns);
  if (faults.length > 0) refuse(faults);
  if (table.rows.length === 0)
    refuse([{ where: place(table.fileName), what: '只有表头，没有文件', accepted: '每行一份文件' }]);
  const seen = new Map<string, number>();
  const rows = table.rows.flatMap((row) => readOne(table, row, { seen, faults, checks }) ?? []);
  if (faults.length > 0) refuse(faults);
  if (rows.length === 0) refuse([{ where: place(table.fileName), what: '没有填写任何文件', accepted: '每行一份文件' }]);
  return rows;
}

interface Reading {
  seen: Map<string, number>;
  faults: Fault[];
  checks: Pick<SaidChecks, 'organisation' | 'today'> | undefined;
}

function readOne(table: Table, row: TableRow, { seen, faults, checks }: Reading): LedgerRow | null {
  const cell = (column: string) => tidy((row.cells[column] ?? '').replace(/[\u0000-\u001f\u007f-\u009f]/g, ' '));
  if (ledgerColumns.every((column) => column === '单位' || cell(column) === '')) return null;
  const before = faults.length;
  const report = (column: string, what: string, accepted: string) =>
    faults.push({ where: place(table.fileName, row.line, column), what, accepted });

  const organisation = cell('单位');
  if (organisation === '') report('单位', '没有填写', '已导入单位的名称或别名');
  const unknown = organisation === '' ? null : (checks?.organisation(organisation) ?? null);
  if (unknown) report('单位', unknown.what, unknown.accepted);
  const title = cell('标题');
  if (title === '') report('标题', '没有填写', '文件标题');
  else if (title.length > longestTitle) report('标题', `有 ${title.length} 个字`, `至多 ${longestTitle} 字`);
  const documentNumber = numberOf(cell('发文字号'));

  const issuedOn = writtenDay(cell('成文日期'));
  if (issuedOn === null) report('成文日期', unusable(cell('成文日期')), acceptedDays);
  else if (checks && issuedOn > checks.today) report('成文日期', `${issuedOn}还没有到`, `不晚于${checks.today}的日期`);
  const openness = opennessOf[squeeze(cell('公开属性'))];
  if (openness === undefined) report('公开属性', unusable(cell('公开属性')), '主动公开、依申请公开、不予公开');
  const reason = cell('不公开理由') || null;

  const key = `${organisation} ${documentNumber ?? ''} ${title} ${issuedOn ?? ''}`;
  const line = seen.get(key);
  if (line !== undefined) report('标题', `与第${line}行是同一份文件`, '每份文件只占一行');
  else seen.set(key, row.line);

  if (faults.length > before || issuedOn === null || openness === undefined) return null;
  return { line: row.line, organisation, title, documentNumber, issuedOn, openness, reason };
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
