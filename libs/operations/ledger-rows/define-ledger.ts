import type { LocalDate, Period } from '#calendar';
import type { FindingRow, LedgerKind, OrganisationRow, TaskState } from '#database';
import type { SiteFacts } from '#facts';
import type { Programme } from '#programmes';
import type { TaskUnitState } from '#scoring';
import type { ExportColumn, ExportKind } from '../export-columns.js';
import { exportColumns } from '../export-columns.js';

/** What all rows of one assessment have in common. */
export interface LedgerAbout {
  programme: Programme;
  period: Period;
  asOf: LocalDate;
  /** Tasks of the plan by their ids. */
  tasks: ReadonlyMap<string, TaskState>;
}

/** What is known of one unit in an assessment. */
export interface LedgerUnit {
  organisation: Omit<OrganisationRow, 'extra' | 'sample'>;
  /** Null where its site was not read. */
  facts: SiteFacts | null;
  findings: readonly FindingRow[];
  tasks: readonly TaskUnitState[];
}

/**
 * How a column may be narrowed. `text`: it contains words; `choice`: it is one of a closed set; `choices`: a list that holds some of
 * a closed set; `flag`: 是, 否 or not measured; `day` and `number`: from, to.
 */
export type ColumnType = 'text' | 'choice' | 'choices' | 'flag' | 'day' | 'number';

export interface LedgerColumn extends ExportColumn {
  /** Null where it is only shown. */
  type: ColumnType | null;
  /** Whether rows may be put in its order: an index gives it. */
  sorted: boolean;
  /** Whether it may be without a value. */
  nullable: boolean;
  /** Whether it is shown where nobody chose columns. */
  usual: boolean;
  /** The closed set, where it is one. */
  values: readonly string[];
}

/** A ledger over all units of an assessment; its columns are those of the exported ledger of the same facts. */
export interface LedgerDefinition {
  kind: LedgerKind;
  title: string;
  /** What a row is, and what is not in it. */
  hint: string;
  columns: readonly LedgerColumn[];
  /** Pure: the rows of one unit, in the shape of the export. */
  rows: (unit: LedgerUnit, about: LedgerAbout) => object[];
}

type Told = Partial<Pick<LedgerColumn, 'type' | 'sorted' | 'nullable' | 'usual' | 'words' | 'values'>>;

/** @param told by key, what is known of a column beside its header; what is not named is only shown when asked for. */
export function ledgerColumns(
  kind: ExportKind,
  told: Record<string, Told>,
  added: readonly ExportColumn[] = [],
): LedgerColumn[] {
  const [first, ...others] = exportColumns[kind];
  return [first!, ...added, ...others].map((column) => {
    const about = told[column.key] ?? {};
    const values = Object.keys(about.words ?? column.words ?? {});
    return { ...column, type: null, sorted: false, nullable: false, usual: false, values, ...about };
  });
}

/** The unit, by whose order rows stand where nothing else is asked for. */
export const unitColumn: Told = { type: 'text', usual: true };
export const shown: Told = { usual: true };
export const text: Told = { type: 'text', usual: true };
export const choice: Told = { type: 'choice', sorted: true, usual: true };
export const day: Told = { type: 'day', sorted: true, nullable: true, usual: true };
