import { type AnnexRow, type AnnexTable, compare, numberColumn, textColumn } from './annex-table.js';
import type { CircularSnapshot } from './snapshot.js';
import { printDay } from './tokens.js';

/** The overdue notices that a special circular is about, longest overdue first. */
export function noticesTable({ special }: CircularSnapshot): AnnexTable {
  const notices = [...(special?.notices ?? [])].sort(
    (a, b) => b.daysOver - a.daysOver || compare(a.organisation, b.organisation) || compare(a.dueOn, b.dueOn),
  );
  return {
    id: 'notices',
    title: '逾期整改通知一览表',
    columns: [
      numberColumn('number', '序号', 7),
      textColumn('organisation', '单位', 30),
      textColumn('issued', '通知日期', 14, 'center'),
      textColumn('due', '整改期限', 14, 'center'),
      numberColumn('over', '逾期工作日', 12),
      numberColumn('left', '未确认整改问题数', 16),
    ],
    rows: notices.map(({ organisation, issuedOn, dueOn, daysOver, left }, i): AnnexRow => ({
      ...{
        number: i + 1,
        organisation,
        issued: printDay(issuedOn),
        due: printDay(dueOn),
        over: daysOver,
        left: left.length,
      },
    })),
    notes: ['整改与否以复测结果为准，尚未复测的计入未确认整改；同一单位有几件通知的，逐件列出。'],
  };
}
