import { acceptedPeriods, type LocalDate, parsePeriod } from '#calendar';
import { BadInput, type Fault } from '#kernel';
import { type SaidChecks, SaidRow } from './said-row.js';
import { place, refuse, type Table, type TableRow } from './table.js';
import { missingColumns } from './table-checks.js';

/** What a person decided or counted for a unit and period. */
export interface RecordRow {
  line: number;
  /** A name of the unit. */
  organisation: string;
  /** Id of a requirement or an indicator, or the name of what is counted. */
  about: string;
  /** Id of a period. */
  period: string;
  /** A word, or a number. */
  said: 'meets' | 'fails' | 'notApplicable' | number;
  basis: string;
  by: string;
  on: LocalDate;
  /** Address of the proof, or null. */
  link: string | null;
}

export const recordColumns = ['单位', '指标', '时期', '结果', '数量', '依据', '认定人', '日期', '证据链接'] as const;
export const rulingWords = ['符合', '不符合', '不适用'] as const;

const asked = ['单位', '指标', '时期', '认定人', '日期'] as const;
const results = new Map<string, 'meets' | 'fails' | 'notApplicable'>([
  ['符合', 'meets'],
  ['不符合', 'fails'],
  ['不适用', 'notApplicable'],
]);
const basisTitles = ['依据', '说明', '依据/说明'] as const;

/**
 * Decisions and counts from a table with the columns 单位,指标,时期,结果 and/or 数量,依据 (or 说明),认定人,日期 and, where it has one,
 * 证据链接. Rows of a form that nobody has filled in are left out. Every fault is listed; with a fault nothing is returned.
 * @throws BadInput
 */
export function readRecords(table: Table, checks?: SaidChecks): RecordRow[] {
  const faults: Fault[] = missingColumns(table, asked);
  const needs = (titles: readonly string[], what: string) => {
    if (titles.some((title) => table.header.includes(title))) return;
    faults.push({
      where: place(table.fileName),
      what: `表头缺少${what}列`,
      accepted: `表头 ${recordColumns.join(',')}`,
    });
  };
  needs(['结果', '数量'], '“结果”或“数量”');
  needs(basisTitles, '“依据”');
  if (faults.length > 0) refuse(faults);
  const rows = table.rows.flatMap((row) => readOne(table, row, faults, checks) ?? []);
  if (faults.length > 0) refuse(faults);
  if (rows.length === 0)
    refuse([{ where: place(table.fileName), what: '没有填写任何认定', accepted: '每行一项，填写结果或数量' }]);
  return rows;
}

function readOne(table: Table, row: TableRow, faults: Fault[], checks: SaidChecks | undefined): RecordRow | null {
  const of = new SaidRow(table, row, faults);
  if (of.isBlank('结果', '数量', ...basisTitles, '认定人', '日期', '证据链接')) return null;
  const organisation = of.words(['单位'], '已导入单位的名称或别名');
  const about = of.words(['指标'], '要求的编号，如 LZ-13；或指标的名称，如 published-in-time');
  const period = periodOf(of);
  const said = saidBy(of);
  const basis = of.words(basisTitles, '认定所依据的材料或情况');
  const by = of.words(['认定人'], '认定的单位或人员');
  const on = of.day('日期');
  const link = of.cell('证据链接') || null;
  if (link !== null && !/^https?:\/\/[^\s]{3,2000}$/i.test(link))
    of.refuse('证据链接', { what: of.unusable('证据链接'), accepted: 'http:// 或 https:// 开头的网址，没有则留空' });
  if (checks) {
    const unknown = organisation === '' ? null : checks.organisation(organisation);
    if (unknown) of.refuse('单位', unknown);
    const unfit = about === '' || said === null ? null : checks.about(about, typeof said === 'number' ? 'count' : said);
    if (unfit) of.refuse('指标', unfit);
    if (on > checks.today) of.refuse('日期', { what: `${on}还没有到`, accepted: `不晚于${checks.today}的日期` });
  }
  if (!of.isSound || period === null || said === null) return null;
  return { line: row.line, organisation, about, period, said, basis, by, on, link };
}

function periodOf(of: SaidRow): string | null {
  try {
    return parsePeriod(of.cell('时期')).id;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    of.refuse('时期', { what: of.unusable('时期'), accepted: acceptedPeriods });
    return null;
  }
}

function saidBy(of: SaidRow): RecordRow['said'] | null {
  const [result, count] = [of.cell('结果'), of.cell('数量')];
  if (result !== '' && count !== '') {
    of.refuse('数量', { what: '结果和数量都填写了', accepted: '只填一个：认定填结果，件数填数量' });
    return null;
  }
  if (count === '') return of.choice('结果', results);
  if (/^\d{1,6}$/.test(count)) return Number(count);
  of.refuse('数量', { what: of.unusable('数量'), accepted: '0 到 999999 的整数' });
  return null;
}
