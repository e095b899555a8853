/** What the evidence of a later round, judged as the period of a notice was, says of one of its findings. */
export type LookState = 'open' | 'fixed' | 'notMeasured';

/** A unit's result on later evidence, as far as it tells what became of findings. */
export interface LaterResult {
  /** Ids of all findings. */
  found: ReadonlySet<string>;
  /** Indicators that could be measured. */
  measured: ReadonlySet<string>;
  /** Addresses of the pages that were read. */
  read: ReadonlySet<string>;
}

/**
 * A document of last quarter is nothing that this quarter's result speaks of: whether it was mended is told by judging its own
 * period again. What is gone was mended only where its indicator was measured and its page, where it is about one, was read.
 */
export function lookState(
  finding: { id: string; indicator: string; subject: string },
  { found, measured, read }: LaterResult,
): LookState {
  if (found.has(finding.id)) return 'open';
  const isUnread = URL.canParse(finding.subject) && !read.has(finding.subject);
  return measured.has(finding.indicator) && !isUnread ? 'fixed' : 'notMeasured';
}
