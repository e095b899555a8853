import type { ColumnFact, SiteFacts } from '#facts';
import type { ColumnStatus } from './columns.js';
import { columnEvidence } from './columns.js';
import { columnTitle } from './column-counts.js';
import { type Tally, verdictOf } from './tally.js';
import { type FailDraft, finding, notMeasured, type Verdict } from './verdict.js';

/**
 * Counts columns with one defect, each a finding, for vetoes that strike from so many on. Columns of one kind may be
 * several; each is named by its address.
 */
export function columnsWithDefect(
  columns: readonly ColumnFact[],
  home: SiteFacts['home'],
  statusOf: (column: ColumnFact) => ColumnStatus,
  words: { isDefect: (state: ColumnStatus['status']) => boolean; title: string; good: string },
): Verdict {
  if (columns.length === 0) return notMeasured('没有读到这类栏目');
  const fails: FailDraft[] = [];
  const tally: Tally = { good: 0, fails, doubts: [], unmeasured: 0 };
  for (const column of columns) {
    const { status, reason } = statusOf(column);
    const evidence = columnEvidence(column, home);
    if (words.isDefect(status) && evidence) {
      const details = [
        { label: '栏目', value: columnTitle(column) },
        { label: '依据', value: reason },
      ];
      const message = `${words.title}：“${columnTitle(column)}”，${reason}`;
      fails.push(finding(evidence, { subject: column.url ?? column.key, message, details }));
    } else if (status === 'notMeasured' || status === 'missing' || status === 'broken') tally.unmeasured += 1;
    else tally.good += 1;
  }
  return verdictOf(tally, { good: words.good, unit: '个栏目', unmeasured: '栏目未能读取' });
}
