import { catalogueElements } from '#indicators';
import { ledgers } from '../ledgers.js';
import { ledgerColumns, shown, text, unitColumn, type LedgerDefinition } from './define-ledger.js';

export const catalogueLedger: LedgerDefinition = {
  kind: 'catalogue',
  title: '标准目录',
  hint: '各单位公布的公开事项目录，一行一个事项，以及它缺少的要素。',
  columns: ledgerColumns('catalogue', {
    organisation: unitColumn,
    field: text,
    item: text,
    elements: shown,
    missingElements: { type: 'choices', values: catalogueElements, usual: true },
  }),
  rows: ({ organisation, facts }, { period, asOf }) =>
    facts ? ledgers.catalogue(facts, { organisation, period, asOf }) : [],
};
