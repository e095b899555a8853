export type AnnexValue = string | number | null;
export type AnnexRow = Record<string, AnnexValue>;

export interface AnnexColumn {
  key: string;
  title: string;
  /** Width in half-width characters, also the share of the page. */
  width: number;
  align: 'left' | 'center';
  numeric: boolean;
}

export type AnnexId = 'ranking' | 'findings' | 'indicators' | 'tasks' | 'notices';

/** One annex: the only source of the numbers in the text. Keys of rows are keys of columns. */
export interface AnnexTable {
  id: AnnexId;
  title: string;
  columns: AnnexColumn[];
  rows: AnnexRow[];
  notes: string[];
}

export type Annex = AnnexTable[];

export function textColumn(key: string, title: string, width: number, align: 'left' | 'center' = 'left'): AnnexColumn {
  return { key, title, width, align, numeric: false };
}

export function numberColumn(key: string, title: string, width: number): AnnexColumn {
  return { key, title, width, align: 'center', numeric: true };
}

/** A value as it is printed on paper; nothing to say is a dash. */
export function printAnnexValue(value: AnnexValue | undefined): string {
  return value === null || value === undefined || value === '' ? '—' : String(value);
}

/** By code points: the order must not depend on the machine's language. */
export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
