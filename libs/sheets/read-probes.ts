import { type FetchOutcome, fetchOutcomes } from '#evidence';
import { type Fault, squeeze } from '#kernel';
import { place, quote, refuse, type Table, type TableRow } from './table.js';
import { missingColumns } from './table-checks.js';

/** One visit of a monitor to a home page. */
export interface ProbeRow {
  line: number;
  /** Address of the home page, or name of the unit. */
  site: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
  outcome: FetchOutcome;
  ms: number;
}

const columns = ['网站', '时间', '结果', '毫秒'] as const;
/** As programs write them. */
const programNames: Record<string, string> = { site: '网站', at: '时间', outcome: '结果', ms: '毫秒' };

const outcomes = new Map<string, FetchOutcome>(
  (Object.keys(fetchOutcomes) as FetchOutcome[]).flatMap((key) => [
    [key.toLowerCase(), key],
    [fetchOutcomes[key].title, key],
  ]),
);
for (const [word, outcome] of [
  ['打开', 'ok'],
  ['成功', 'ok'],
  ['打不开', 'timeout'],
] as const)
  outcomes.set(word, outcome);

/** Longer waits are slips of the pen. */
const longestMs = 600_000;

/**
 * Visits from a table with the columns 网站,时间,结果,毫秒 (or site,at,outcome,ms). A time without a zone is Beijing time. Every fault
 * is listed; with a fault nothing is returned. @throws BadInput
 */
export function readProbes(given: Table): ProbeRow[] {
  const table = inChinese(given);
  const faults: Fault[] = missingColumns(table, columns);
  if (faults.length > 0) refuse(faults);
  if (table.rows.length === 0)
    refuse([{ where: place(table.fileName), what: '只有表头，没有监测记录', accepted: '每行一次访问' }]);
  const rows = table.rows.flatMap((row) => readOne(table, row, faults) ?? []);
  if (faults.length > 0) refuse(faults);
  return rows;
}

function inChinese(table: Table): Table {
  const nameOf = (name: string) => programNames[name.toLowerCase()] ?? name;
  return {
    ...table,
    header: table.header.map(nameOf),
    rows: table.rows.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(Object.entries(cells).map(([name, value]) => [nameOf(name), value])),
    })),
  };
}

function readOne(table: Table, row: TableRow, faults: Fault[]): ProbeRow | null {
  const cell = (column: string) => row.cells[column] ?? '';
  const before = faults.length;
  const report = (column: string, accepted: string) => {
    const value = cell(column);
    const what = value === '' ? '没有填写' : `“${quote(value)}”不可用`;
    faults.push({ where: place(table.fileName, row.line, column), what, accepted });
  };
  const site = cell('网站');
  if (site === '') report('网站', '首页的网址，或单位名称');
  const at = instantOf(cell('时间'));
  if (at === null) report('时间', '2022-11-01 08:30（北京时间），或带时区的 2022-11-01T08:30:00+08:00');
  const outcome = outcomes.get(squeeze(cell('结果')).toLowerCase());
  if (outcome === undefined) report('结果', '正常、超时、连接失败、域名无法解析、服务器出错等');
  const ms = /^\d{1,7}(?:\.\d+)?$/.test(cell('毫秒')) ? Math.round(Number(cell('毫秒'))) : NaN;
  if (!(ms <= longestMs)) report('毫秒', `0 到 ${longestMs} 的数`);
  if (faults.length > before || at === null || outcome === undefined) return null;
  return { line: row.line, site, at, outcome, ms };
}

const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T ]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?$/;

function instantOf(text: string): string | null {
  const match = written.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = '00', zone = '+08:00'] = match;
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0');
  const offset = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const local = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}`;
  const time = Date.parse(`${local}${offset}`);
  // The engine takes the 30th of February for a day of March.
  if (Number.isNaN(time) || new Date(Date.parse(`${local}Z`)).toISOString().slice(0, 10) !== local.slice(0, 10))
    return null;
  return new Date(time).toISOString();
}
