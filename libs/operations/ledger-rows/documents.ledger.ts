import { ledgers } from '../ledgers.js';
import { choice, day, ledgerColumns, text, unitColumn, type LedgerDefinition } from './define-ledger.js';

export const documentsLedger: LedgerDefinition = {
  kind: 'documents',
  title: '公开文件',
  hint: '评估周期内发布的内容和没有发布日期的内容；时限只约束文件，缺少日期的不作结论。',
  columns: ledgerColumns('documents', {
    organisation: unitColumn,
    title: text,
    documentNumber: { ...text, nullable: true },
    issuedOn: day,
    publishedOn: day,
    deadline: { ...day, usual: false },
    workdaysTaken: { type: 'number', sorted: true, nullable: true, usual: true },
    timeliness: choice,
    column: { ...text, nullable: true, usual: false },
    kind: choice,
  }),
  rows: ({ organisation, facts }, { programme, period, asOf }) =>
    facts ? ledgers.documents(facts, { organisation, period, asOf }, programme) : [],
};
