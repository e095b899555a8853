import { columnTitles } from '#programmes';
import { ledgers } from '../ledgers.js';
import { choice, day, ledgerColumns, text, unitColumn, type LedgerDefinition } from './define-ledger.js';

export const columnsLedger: LedgerDefinition = {
  kind: 'columns',
  title: '栏目',
  hint: '每个单位的各个标准栏目在评估日的情况；未能查看的记为未测得，不作结论。',
  columns: ledgerColumns('columns', {
    organisation: unitColumn,
    key: { ...choice, words: columnTitles },
    name: { ...text, nullable: true },
    status: choice,
    newestOn: day,
    itemCount: { type: 'number', sorted: true, usual: true },
  }),
  rows: ({ organisation, facts }, { programme, period, asOf }) =>
    facts ? ledgers.columns(facts, { organisation, period, asOf }, programme) : [],
};
