import { type Fault, tidy } from '#kernel';
import { dateOfSerial, walkXml } from '#files';
import { place, refuse, type RawRow, type TableLimits } from './table.js';

export interface SheetContext {
  fileName: string;
  strings: string[];
  dateStyles: Set<number>;
  since1904: boolean;
  keepTimes: boolean;
}

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
  inline: string;
  formula: boolean;
}

/** Merged ranges together may cover this many filled rows. */
const mergeBudget = 1_000_000;

/** Filled rows of one worksheet as texts. @throws BadInput, XmlRefused */
export async function readWorksheet(xml: Buffer, context: SheetContext, limits: TableLimits): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  const faults: Fault[] = [];
  const merges: string[] = [];
  let line = 0;
  let values: string[] = [];
  let nextColumn = 0;
  let cell: Cell | null = null;
  let reading: 'value' | 'inline' | null = null;
  let inPhonetic = false;

  const endCell = (done: Cell): void => {
    nextColumn = done.column + 1;
    const read = textOf(done, context);
    if ('fault' in read) faults.push({ where: place(context.fileName, line, columnName(done.column)), ...read.fault });
    else if (read.text !== '') {
      if (done.column >= limits.maxColumns) refuse([tooManyColumns(context.fileName, line, done.column, limits)]);
      while (values.length < done.column) values.push('');
      values[done.column] = read.text;
    }
  };
  const endRow = (): void => {
    if (values.length > 0) rows.push({ line, values });
    if (rows.length > limits.maxRows + 10) {
      const accepted = '拆分成几个文件分别导入';
      refuse([{ where: place(context.fileName), what: `超过 ${limits.maxRows} 行`, accepted }]);
    }
  };

  await walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        line = wholeNumber(attributes['r']) ?? line + 1;
        values = [];
        nextColumn = 0;
      } else if (name === 'c') {
        const column = columnOf(attributes['r']) ?? nextColumn;
        const style = wholeNumber(attributes['s']) ?? 0;
        cell = { column, type: attributes['t'] ?? 'n', style, value: '', inline: '', formula: false };
      } else if (name === 'f' && cell) cell.formula = true;
      else if (name === 'v') reading = 'value';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't' && cell && !inPhonetic) reading = 'inline';
      else if (name === 'mergeCell' && attributes['ref']) merges.push(attributes['ref']);
    },
    text: (text) => {
      if (cell && reading) cell[reading] += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = null;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c' && cell) {
        endCell(cell);
        cell = null;
      } else if (name === 'row') endRow();
    },
  });
  if (faults.length > 0) refuse(faults);
  spreadMerges(rows, merges, context.fileName);
  return rows;
}

function textOf(cell: Cell, context: SheetContext): { text: string } | { fault: Omit<Fault, 'where'> } {
  const { value } = cell;
  if (cell.type === 'e') {
    return { fault: { what: `公式结果是错误值“${tidy(value)}”`, accepted: '改成文字后再导入' } };
  }
  if (cell.formula && value === '' && cell.type !== 'str') {
    return { fault: { what: '公式没有保存计算结果', accepted: '用“选择性粘贴—数值”换成文字后再导入' } };
  }
  if (cell.type === 's') return { text: tidy(context.strings[wholeNumber(value) ?? -1] ?? '') };
  if (cell.type === 'inlineStr') return { text: tidy(cell.inline) };
  if (cell.type === 'b') return { text: value === '1' ? '是' : '否' };
  if (cell.type === 'n' && value !== '') return { text: numberText(value, cell.style, context) };
  // An ISO date (`d`) or the stored result of a formula (`str`).
  return { text: tidy(cell.type === 'd' && !context.keepTimes ? value.slice(0, 10) : value) };
}

function numberText(value: string, style: number, context: SheetContext): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return tidy(value);
  const day = context.dateStyles.has(style) ? dateOfSerial(number, context.since1904) : null;
  // 15 digits are what Excel itself shows; more are noise of the binary form.
  if (day !== null) return context.keepTimes ? `${day} ${timeOfSerial(number)}` : day;
  return String(Number(number.toPrecision(15)));
}

/** The time of day, to the second, of a day as Excel counts it. */
function timeOfSerial(serial: number): string {
  const seconds = Math.min(Math.round((serial - Math.floor(serial)) * 86_400), 86_399);
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}

/** A range merged over several rows shows its value once; every row it covers gets it. */
function spreadMerges(rows: RawRow[], merges: string[], fileName: string): void {
  let budget = mergeBudget;
  const byLine = new Map(rows.map((row) => [row.line, row]));
  for (const merge of merges) {
    const [from, to] = merge.split(':').map((ref) => ({ column: columnOf(ref), line: rowOf(ref) }));
    if (!from || !to || from.column === null || from.line === null || to.line === null || to.line <= from.line)
      continue;
    const { column } = from;
    const value = byLine.get(from.line)?.values[column];
    if (!value) continue;
    const covered = to.line - from.line > rows.length ? rows : rangeOf(byLine, from.line, to.line);
    for (const row of covered) {
      budget -= 1;
      if (budget < 0) refuse([{ where: place(fileName), what: '合并单元格过多', accepted: '取消合并单元格后再导入' }]);
      if (row.line <= from.line || row.line > to.line || row.values[column]) continue;
      while (row.values.length < column) row.values.push('');
      row.values[column] = value;
    }
  }
}

function* rangeOf(byLine: Map<number, RawRow>, from: number, to: number): Generator<RawRow> {
  for (let line = from + 1; line <= to; line += 1) {
    const row = byLine.get(line);
    if (row) yield row;
  }
}

function tooManyColumns(fileName: string, line: number, column: number, limits: TableLimits): Fault {
  return {
    where: place(fileName, line, columnName(column)),
    what: '有内容，但列数过多',
    accepted: `至多 ${limits.maxColumns} 列`,
  };
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

/** `C7` → 2. */
function columnOf(ref: string | undefined): number | null {
  const letters = ref?.match(/^\$?([A-Z]{1,3})\$?\d*$/)?.[1];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function rowOf(ref: string): number | null {
  return wholeNumber(ref.match(/(\d+)$/)?.[1]);
}

/** 2 → `C`, as a person finds it in the sheet. */
function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
