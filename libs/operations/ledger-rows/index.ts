export type { ColumnType, LedgerColumn, LedgerDefinition } from './define-ledger.js';
export * from './definitions.js';
export * from './make-ledgers.js';
export * from './print-view.js';
export * from './read-view.js';
export * from './saved-views.js';
