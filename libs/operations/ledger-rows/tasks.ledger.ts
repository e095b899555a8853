import { taskUnitRow } from '../export-rows.js';
import { choice, day, ledgerColumns, shown, text, unitColumn, type LedgerDefinition } from './define-ledger.js';

export const tasksLedger: LedgerDefinition = {
  kind: 'tasks',
  title: '任务',
  hint: '每个单位承担的每项任务，按评估时测得的状态；人工认定见“试点进展”。',
  columns: ledgerColumns('task-units', {
    organisation: unitColumn,
    stage: text,
    task: text,
    dueText: shown,
    dueOn: day,
    state: choice,
    provedBy: { type: 'choices' },
    on: { type: 'day', nullable: true, usual: true },
    reason: shown,
  }),
  rows: ({ organisation, tasks }, about) =>
    tasks.map((state) => taskUnitRow(state, about.tasks.get(state.task), organisation.name)),
};
