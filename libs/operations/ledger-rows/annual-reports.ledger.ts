import { annualReportParts } from '#indicators';
import { ledgers } from '../ledgers.js';
import { choice, day, ledgerColumns, unitColumn, type LedgerDefinition } from './define-ledger.js';

const number = { type: 'number', sorted: true, usual: true } as const;

export const annualReportsLedger: LedgerDefinition = {
  kind: 'annual-reports',
  title: '年度报告',
  hint: '评估周期以前各年度的政府信息公开工作年度报告；正文读不出的，具备部分记为未测得。',
  columns: ledgerColumns('annual-reports', {
    organisation: unitColumn,
    year: number,
    publishedOn: day,
    deadline: { type: 'day', nullable: true, usual: true },
    timeliness: choice,
    parts: { ...number, nullable: true },
    missingParts: { type: 'choices', values: Object.values(annualReportParts), usual: true },
  }),
  rows: ({ organisation, facts }, { programme, period, asOf }) =>
    facts ? ledgers['annual-reports'](facts, { organisation, period, asOf }, programme) : [],
};
