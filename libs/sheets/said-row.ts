import { isLocalDate, type LocalDate, parseChineseDate } from '#calendar';
import { type Fault, tidy } from '#kernel';
import { place, quote, type Table, type TableRow } from './table.js';

/** What only the house knows; each says what is wrong, or null. Absent when a file is read that was accepted before. */
export interface SaidChecks {
  organisation(name: string): SaidFault | null;
  /** @param as what the row says of it. */
  about(id: string, as: 'meets' | 'fails' | 'notApplicable' | 'count' | 'excuse'): SaidFault | null;
  /** No day of a decision lies after it. */
  today: LocalDate;
}

export interface SaidFault {
  what: string;
  accepted: string;
}

const longestWords = 1000;

/** The cells of one row, read one by one; what is wrong with them is told to `faults`. */
export class SaidRow {
  private readonly before: number;

  constructor(
    private readonly table: Table,
    private readonly row: TableRow,
    private readonly faults: Fault[],
  ) {
    this.before = faults.length;
  }

  get isSound(): boolean {
    return this.faults.length === this.before;
  }

  /** The cell under the first of the titles that the table has; control characters are blanks. */
  cell(...titles: string[]): string {
    const title = titles.find((one) => this.row.cells[one] !== undefined) ?? '';
    return tidy((this.row.cells[title] ?? '').replace(/[\u0000-\u001f\u007f-\u009f]/g, ' '));
  }

  isBlank(...titles: string[]): boolean {
    return titles.every((title) => this.cell(title) === '');
  }

  refuse(title: string, { what, accepted }: SaidFault): void {
    this.faults.push({ where: place(this.table.fileName, this.row.line, title), what, accepted });
  }

  /** Words that must be there. */
  words(titles: readonly [string, ...string[]], accepted: string): string {
    const text = this.cell(...titles);
    if (text === '') this.refuse(titles[0], { what: '没有填写', accepted });
    else if (text.length > longestWords)
      this.refuse(titles[0], { what: `有 ${text.length} 个字`, accepted: `至多 ${longestWords} 字` });
    return text;
  }

  /** One of a few words. */
  choice<Value>(title: string, words: ReadonlyMap<string, Value>): Value | null {
    const value = words.get(this.cell(title)) ?? null;
    if (value === null) this.refuse(title, { what: this.unusable(title), accepted: [...words.keys()].join('、') });
    return value;
  }

  day(title: string): LocalDate {
    const text = this.cell(title);
    const day = isLocalDate(text) ? text : parseChineseDate(text);
    if (day === null) this.refuse(title, { what: this.unusable(title), accepted: '2026-06-20 或 2026年6月20日' });
    return day ?? '';
  }

  unusable(title: string): string {
    const text = this.cell(title);
    return text === '' ? '没有填写' : `“${quote(text)}”不可用`;
  }
}
