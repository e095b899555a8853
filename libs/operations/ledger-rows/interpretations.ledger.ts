import { interpretationElements } from '#facts';
import { ledgers } from '../ledgers.js';
import { day, ledgerColumns, text, unitColumn, type LedgerDefinition } from './define-ledger.js';

const flag = { type: 'flag', nullable: true, usual: true } as const;

export const interpretationsLedger: LedgerDefinition = {
  kind: 'interpretations',
  title: '政策解读',
  hint: '评估周期内发布的解读和没有发布日期的解读；链接可能由脚本给出而未能读到的，记为未测得。',
  columns: ledgerColumns('interpretations', {
    organisation: unitColumn,
    title: text,
    publishedOn: day,
    formats: { type: 'choices', usual: true },
    policyTitle: { ...text, nullable: true },
    linksToPolicy: flag,
    linkedFromPolicy: flag,
    elements: { type: 'choices', values: interpretationElements },
  }),
  rows: ({ organisation, facts }, { period, asOf }) =>
    facts ? ledgers.interpretations(facts, { organisation, period, asOf }) : [],
};
