import { addDays, type LocalDate, type Period } from '#calendar';
import type { ColumnFact, SiteFacts } from '#facts';
import { type ColumnKey, columnTitles } from '#programmes';
import { columnEvidence } from './columns.js';
import { type Tally, verdictOf } from './tally.js';
import { type FailDraft, finding, type FindingText, notApplicable, type Verdict } from './verdict.js';

/** What a rule over columns says of one of them; null: it could not be measured. */
export type ColumnWord = 'good' | null | (Pick<FindingText, 'message'> & Partial<FindingText>);

/** The verdict over the columns that a rule names, judged one by one. */
export function columnsVerdict(
  keys: readonly ColumnKey[],
  { columns, home }: Pick<SiteFacts, 'columns' | 'home'>,
  judge: (column: ColumnFact) => ColumnWord[],
  words: { good: string; unit: string },
): Verdict {
  const fails: FailDraft[] = [];
  const tally: Tally = { good: 0, fails, doubts: [], unmeasured: 0 };
  let judged = 0;
  for (const key of new Set(keys)) {
    const column = columns.find((one) => one.key === key);
    for (const word of column ? judge(column) : [null]) {
      judged += 1;
      const evidence = column && columnEvidence(column, home);
      if (word === 'good') tally.good += 1;
      else if (word === null || !evidence) tally.unmeasured += 1;
      else fails.push(finding(evidence, { subject: key, ...word }));
    }
  }
  if (judged === 0) return notApplicable('本期没有可判断的时段');
  return verdictOf(tally, { ...words, unmeasured: '栏目未能读取，或没有读完' });
}

/** Whether a column's list was read: without its page nothing can be counted. */
export function isCountable(column: ColumnFact): boolean {
  return column.state === 'found' && !column.isPage;
}

export function columnTitle(column: ColumnFact): string {
  return column.name && column.name !== columnTitles[column.key]
    ? `${columnTitles[column.key]}（${column.name}）`
    : columnTitles[column.key];
}

/**
 * Whether fewer items than asked is certain: the list was read to its end, and the undated ones would not make up for it.
 * A list read in part proves only what is in it, for pinned items stand first whatever their age.
 */
export function isCertainlyShort(column: ColumnFact, missing: number): boolean {
  return column.complete && column.undatedItems < missing;
}

/** The whole months or quarters of a period that had ended by `asOf`. */
export function endedSpans(
  period: Period,
  asOf: LocalDate,
  unit: 'month' | 'quarter',
): Pick<Period, 'id' | 'from' | 'to'>[] {
  const months = unit === 'month' ? 1 : 3;
  const spans: Pick<Period, 'id' | 'from' | 'to'>[] = [];
  for (let year = Number(period.from.slice(0, 4)); year <= Number(period.to.slice(0, 4)); year += 1) {
    for (let first = 1; first <= 12; first += months) {
      const from = `${year}-${twoDigits(first)}-01`;
      const next = first + months > 12 ? `${year + 1}-01-01` : `${year}-${twoDigits(first + months)}-01`;
      const to = addDays(next, -1);
      const id = unit === 'month' ? from.slice(0, 7) : `${year}Q${Math.ceil(first / 3)}`;
      if (from >= period.from && to <= period.to && to <= asOf) spans.push({ id, from, to });
    }
  }
  return spans;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
