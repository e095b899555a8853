import type { LocalDate } from '#calendar';
import type { Annex, AnnexId } from './annex-table.js';
import { type FigureStyle, type Formula, printFigure } from './formula.js';

/** A number, or a word that stands for one, with the formula that recomputes it from the annexes. */
export interface Figure {
  kind: 'figure';
  text: string;
  formula: Formula;
  style: FigureStyle;
}

/** Words taken over from a cell of an annex: the name of a unit, the sentence of a finding. */
export interface Quote {
  kind: 'quote';
  text: string;
  table: AnnexId;
  column: string;
}

/** A day; `month` leaves out the year. */
export interface DateToken {
  kind: 'date';
  text: string;
  day: LocalDate;
  style: 'full' | 'month';
}

/** Words given with the snapshot (title of the period, basis, document number); see `CircularModel.givens`. */
export interface Given {
  kind: 'given';
  text: string;
  name: string;
}

/** Reference to a note at the foot of the page. */
export interface NoteMark {
  kind: 'note';
  text: '';
  note: number;
}

/** `附件2`: the place of an annex among the annexes. */
export interface AnnexMark {
  kind: 'annex';
  text: string;
  table: AnnexId;
}

export type Token = Figure | Quote | DateToken | Given | NoteMark | AnnexMark;

/** A piece of running text. Plain words hold no digits; whatever has digits is a token. */
export type Run = string | Token;

/** Tagged template: `line`共${figure}个单位`` → runs. */
export function line(words: TemplateStringsArray, ...tokens: (Run | Run[])[]): Run[] {
  return words.flatMap((word, i) => {
    const token = tokens[i];
    const after = token === undefined ? [] : Array.isArray(token) ? token : [token];
    return word === '' ? after : [word, ...after];
  });
}

/** Runs of a list with a sign between. */
export function joined(items: Run[][], sign: string): Run[] {
  return items.flatMap((item, i) => (i === 0 ? item : [sign, ...item]));
}

export function plainText(runs: Run[]): string {
  return runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}

/** `2022年10月17日`, `10月17日`; no leading zeros, as GB/T 9704 writes days. */
export function printDay(day: LocalDate, style: DateToken['style'] = 'full'): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${style === 'full' ? `${year}年` : ''}${month}月${date}日`;
}

export function dateToken(day: LocalDate, style: DateToken['style'] = 'full'): DateToken {
  return { kind: 'date', text: printDay(day, style), day, style };
}

export function figure(annex: Annex, formula: Formula, style: FigureStyle = 'whole'): Figure {
  return { kind: 'figure', text: printFigure(formula, style, annex), formula, style };
}

export function annexMark(annex: Annex, table: AnnexId): AnnexMark {
  const at = annex.findIndex((each) => each.id === table);
  if (at < 0) throw new RangeError(`没有附件：${table}`);
  return { kind: 'annex', text: annex.length === 1 ? '附件' : `附件${at + 1}`, table };
}
