export {
  accountColumns,
  type AccountRow,
  type AccountState,
  accountStates,
  type ListedAccount,
  readAccounts,
} from './read-accounts.js';
export { platformNames } from './platforms.js';
export { excuseColumns, type ExcuseRow, excuseWords, readExcuses } from './read-excuses.js';
export { ledgerColumns, opennessWords, readLedger, type LedgerRow, type Openness } from './read-ledger.js';
export {
  checkOrganisations,
  type KnownUnit,
  readOrganisations,
  unitCategories,
  unitColumns,
  type UnitFault,
  unitLevels,
} from './read-organisations.js';
export { type ProbeRow, readProbes } from './read-probes.js';
export { readRecords, recordColumns, type RecordRow, rulingWords } from './read-records.js';
export { readServices, type ServiceRow } from './read-services.js';
export { readTable } from './read-table.js';
export { type SaidChecks, type SaidFault } from './said-row.js';
export { type Table, type TableLimits, tableLimits, type TableRow } from './table.js';
export {
  type CellValue,
  csvHeader,
  csvLine,
  csvMark,
  printCell,
  type SheetColumn,
  type SheetRow,
  writeCsv,
} from './write-csv.js';
export { type SheetOut, streamXlsx, writeXlsx, type WriteXlsxOptions } from './write-xlsx.js';
