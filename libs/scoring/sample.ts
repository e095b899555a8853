import type { SiteFacts } from '#facts';
import { type IndicatorResult, mayBeOfPeriod } from '#indicators';
import { stableId } from '#kernel';
import type { RubricItem } from '#programmes';
import type { Look } from './windows.js';

type Sample = NonNullable<RubricItem['sample']>;

/** A site with only the drawn ones of what a sample is drawn of. */
export interface Drawn {
  facts: SiteFacts;
  drawn: number;
  of: number;
}

/**
 * Draws a sample, or takes all where there are no more. It looks random and is the same whenever it is drawn with the
 * same seed: subjects stand in the order of a hash over seed and subject, and the first are taken.
 */
export function drawSample(facts: SiteFacts, { count, of }: Sample, seed: readonly string[], look: Look): Drawn {
  const rows: readonly object[] = facts[of];
  const subjects = new Set(rows.map((row) => subjectOf(of, row as never, look)).filter((one) => one !== null));
  const drawn = new Set(
    [...subjects]
      .map((subject) => ({ subject, order: stableId(...seed, subject) }))
      .sort((one, other) => (one.order < other.order ? -1 : 1))
      .slice(0, count)
      .map(({ subject }) => subject),
  );
  const kept = rows.filter((row) => {
    const subject = subjectOf(of, row as never, look);
    return subject === null || drawn.has(subject);
  });
  return { facts: { ...facts, [of]: kept }, drawn: drawn.size, of: subjects.size };
}

/** The id by which a row is drawn, or null where it is not among what is judged. */
function subjectOf<Of extends Sample['of']>(of: Of, row: SiteFacts[Of][number], { period, asOf }: Look): string | null {
  if ('publishedOn' in row && of !== 'annualReports') {
    const judged = !('kind' in row) || row.kind === 'document';
    return judged && mayBeOfPeriod(row, period, asOf) ? row.url : null;
  }
  if ('item' in row) return `${row.field}\u0000${row.item}`;
  if ('key' in row) return row.key;
  return row.url;
}

/**
 * The result of a sample, held against that of the whole site: what is a problem only as long as its neighbours are out
 * of sight (an archive that moved looks like late documents one by one) is no problem and counts as unmeasured.
 */
export function sampledResult(part: IndicatorResult, whole: IndicatorResult, { drawn, of }: Drawn): IndicatorResult {
  const words = drawn < of ? `随机抽取${drawn}个（共${of}个）` : `共${of}个，全部检查`;
  const message = `${words}：${part.message}`;
  const borneOut = new Set(whole.findings.filter(({ kind }) => kind === 'fail').map(({ id }) => id));
  const findings = part.findings.filter(({ kind, id }) => kind !== 'fail' || borneOut.has(id));
  const dropped = part.findings.length - findings.length;
  if (dropped === 0) return { ...part, message };
  const measured = part.of - dropped;
  const left = {
    ...part,
    message,
    findings,
    of: Math.max(part.measured, measured),
    unmeasured: part.unmeasured + dropped,
  };
  if (findings.some(({ kind }) => kind === 'fail')) return left;
  return left.of === 0 ? { ...left, outcome: 'notMeasured' } : { ...left, outcome: 'pass', measured: left.of };
}
