import type { LedgerKind } from '#database';
import { annualReportsLedger } from './annual-reports.ledger.js';
import { catalogueLedger } from './catalogue.ledger.js';
import { columnsLedger } from './columns.ledger.js';
import type { LedgerDefinition } from './define-ledger.js';
import { documentsLedger } from './documents.ledger.js';
import { findingsLedger } from './findings.ledger.js';
import { interpretationsLedger } from './interpretations.ledger.js';
import { tasksLedger } from './tasks.ledger.js';

/** Every ledger over all units, in the order in which it is offered. */
export const ledgerDefinitions: readonly LedgerDefinition[] = [
  documentsLedger,
  interpretationsLedger,
  columnsLedger,
  catalogueLedger,
  annualReportsLedger,
  tasksLedger,
  findingsLedger,
];

export function ledgerDefinition(kind: LedgerKind): LedgerDefinition {
  return ledgerDefinitions.find((one) => one.kind === kind)!;
}
