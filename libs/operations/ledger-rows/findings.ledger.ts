import { indicators } from '#indicators';
import { findingRow } from '../export-rows.js';
import { choice, ledgerColumns, text, unitColumn, type LedgerDefinition } from './define-ledger.js';

const titles = Object.fromEntries(indicators.map(({ id, failureTitle }) => [id, failureTitle]));

export const findingsLedger: LedgerDefinition = {
  kind: 'findings',
  title: '扣分与待核',
  hint: '评估中仍存在的问题和待人工核查的疑点；疑点不扣分，已整改的不再列出。',
  columns: ledgerColumns(
    'findings',
    {
      organisation: unitColumn,
      kind: choice,
      indicator: { ...choice, sorted: false, words: titles },
      clause: text,
      message: text,
      points: { type: 'number', sorted: true, usual: true },
      state: choice,
    },
    [{ key: 'kind', title: '性质', width: 12, words: { fail: '扣分问题', review: '待核查疑点' } }],
  ),
  rows: ({ organisation, findings }) =>
    findings.map((finding) => ({ ...findingRow(finding, organisation.name), kind: finding.kind })),
};
