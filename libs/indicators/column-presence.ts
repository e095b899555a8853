import type { LocalDate } from '#calendar';
import type { SiteFacts } from '#facts';
import { type ColumnKey, columnTitles } from '#programmes';
import { columnEvidence, columnsAsSeen, columnStatus, defaultColumnRule } from './columns.js';
import { verdictOf } from './tally.js';
import { type FailDraft, finding, type Verdict } from './verdict.js';

/** What is asked of a column beyond being linked and alive. */
export interface PresenceWords {
  /** Says what is well, e.g. “可以打开”. */
  good: string;
  /** Whether it must hold something. */
  mustHold: boolean;
}

/** Whether the named columns are there and alive, whatever the age of what they hold. */
export function columnPresence(
  keys: readonly ColumnKey[],
  facts: Pick<SiteFacts, 'columns' | 'home' | 'unread'>,
  asOf: LocalDate,
  words: PresenceWords,
): Verdict {
  const columns = columnsAsSeen(facts);
  const fails: FailDraft[] = [];
  let good = 0;
  for (const key of keys) {
    const column = columns.find((one) => one.key === key);
    const { status, reason } = columnStatus(column, { ...defaultColumnRule(key), maxAgeDays: null }, asOf);
    if (status === 'ok' || (status === 'empty' && !words.mustHold)) good += 1;
    const evidence = column && columnEvidence(column, facts.home);
    if (status === 'ok' || status === 'notMeasured' || !evidence || (status === 'empty' && !words.mustHold)) continue;
    fails.push(
      finding(evidence, {
        subject: key,
        message: `“${columnTitles[key]}”：${reason}`,
        details: [
          { label: '栏目', value: columnTitles[key] },
          { label: '网站上的名称', value: column.name ?? '未见' },
          { label: '依据', value: reason },
        ],
      }),
    );
  }
  return verdictOf(
    { good, fails, doubts: [], unmeasured: keys.length - good - fails.length },
    { good: words.good, unit: '个栏目', unmeasured: '栏目未能读取' },
  );
}
