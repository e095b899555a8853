import type { LocalDate } from '#calendar';
import type { Fault } from '#kernel';
import { type SaidChecks, SaidRow } from './said-row.js';
import { place, refuse, type Table, type TableRow } from './table.js';
import { missingColumns } from './table-checks.js';

/** A statement that was accepted, or an exemption that was given. */
export interface ExcuseRow {
  line: number;
  /** A name of the unit. */
  organisation: string;
  /** Id of a requirement or an indicator. */
  about: string;
  /** What it speaks for, as findings have it: an address, the key of a column, a year; null for all that is found. */
  subject: string | null;
  kind: 'statement' | 'exemption';
  from: LocalDate;
  until: LocalDate;
  why: string;
  by: string;
}

export const excuseColumns = ['单位', '指标', '对象', '事由', '起', '止', '说明', '批准人'] as const;
export const excuseWords = ['情况说明', '豁免'] as const;

const asked = excuseColumns.filter((title) => title !== '对象');
const kinds = new Map<string, ExcuseRow['kind']>([
  ['情况说明', 'statement'],
  ['豁免', 'exemption'],
]);

/**
 * Statements and exemptions from a table with the columns 单位,指标,事由,起,止,说明,批准人 and, where it has one, 对象. Rows of a form
 * that nobody has filled in are left out. Every fault is listed; with a fault nothing is returned. @throws BadInput
 */
export function readExcuses(table: Table, checks?: SaidChecks): ExcuseRow[] {
  const faults: Fault[] = missingColumns(table, asked);
  if (faults.length > 0) refuse(faults);
  const rows = table.rows.flatMap((row) => readOne(table, row, faults, checks) ?? []);
  if (faults.length > 0) refuse(faults);
  if (rows.length === 0)
    refuse([{ where: place(table.fileName), what: '没有填写任何情况说明或豁免', accepted: '每行一项' }]);
  return rows;
}

function readOne(table: Table, row: TableRow, faults: Fault[], checks: SaidChecks | undefined): ExcuseRow | null {
  const of = new SaidRow(table, row, faults);
  if (of.isBlank('事由', '起', '止', '说明', '批准人')) return null;
  const organisation = of.words(['单位'], '已导入单位的名称或别名');
  const about = of.words(['指标'], '要求的编号，如 LZ-13；或指标的名称，如 columns-complete');
  const kind = of.choice('事由', kinds);
  const from = of.day('起');
  const until = of.day('止');
  if (from !== '' && until !== '' && until < from)
    of.refuse('止', { what: `${until}早于起始的${from}`, accepted: '不早于“起”的日期' });
  const why = of.words(['说明'], '为什么不作问题处理');
  const by = of.words(['批准人'], '批准的单位或人员');
  if (checks) {
    const unknown = organisation === '' ? null : checks.organisation(organisation);
    if (unknown) of.refuse('单位', unknown);
    const unfit = about === '' ? null : checks.about(about, 'excuse');
    if (unfit) of.refuse('指标', unfit);
  }
  if (!of.isSound || kind === null) return null;
  return { line: row.line, organisation, about, subject: of.cell('对象') || null, kind, from, until, why, by };
}
