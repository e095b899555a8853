import type { LocalDate } from '#calendar';
import type { SiteFacts } from '#facts';
import type { ColumnKey } from '#programmes';
import { columnPresence } from './column-presence.js';
import { doubt, isNonEmpty, needsReview, type Verdict } from './verdict.js';

/**
 * Whether an entrance is there and opens. One that is not found asks a person: under another name, in a picture or on
 * another site it may be there all the same, and a veto leaves nothing of the score.
 */
export function entranceSeen(
  key: ColumnKey,
  facts: Pick<SiteFacts, 'columns' | 'home' | 'unread'>,
  asOf: LocalDate,
): Verdict {
  const verdict = columnPresence([key], facts, asOf, { good: '可用', mustHold: false });
  const doubts = verdict.findings.map(({ kind: _kind, evidence, message, ...text }) =>
    doubt(evidence, { ...text, message: `${message}，须人工核实是否另有入口` }),
  );
  return isNonEmpty(doubts) ? needsReview(doubts, doubts.map(({ message }) => message).join('；')) : verdict;
}
