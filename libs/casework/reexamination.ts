import type { LocalDate } from '#calendar';
import type { LedgerState } from './ledger-standing.js';

/**
 * How the yearly re-examination of a document that is not public stands. `opened`: it was decided to publish it, and the site
 * was not seen to show it yet; `shown`: it does; `later`: its first year is still to come.
 */
export const reexaminationStates = ['overdue', 'due', 'opened', 'shown', 'kept', 'later'] as const;
export type ReexaminationState = (typeof reexaminationStates)[number];

export const reexaminationTitles: Readonly<Record<ReexaminationState, string>> = {
  overdue: '逾期未复核',
  due: '本年待复核',
  opened: '已定公开，网站未见',
  shown: '已转为公开',
  kept: '本年已复核',
  later: '下一年起复核',
};

export interface ReexaminationWord {
  verdict: 'kept' | 'opened';
  /** The year for which it was said. */
  year: number;
}

export interface ReexaminationFacts {
  issuedOn: LocalDate;
  /** The day on which the first ledger with it came in: of the years before nothing is known. */
  knownSince: LocalDate;
  /** Words that stand. */
  words: readonly ReexaminationWord[];
  today: LocalDate;
  /** How it stands with the site; null where that was not asked for. */
  state: LedgerState | null;
}

export interface Reexamination {
  state: ReexaminationState;
  /** The last day for the next word; null where none is needed. */
  dueOn: LocalDate | null;
}

/**
 * 每年复核：once in every calendar year after that of its issue, until 31 December; the plans say “每年” and no day. What was missed
 * before the ledger came in is not held against anybody.
 */
export function reexaminationOf({ issuedOn, knownSince, words, today, state }: ReexaminationFacts): Reexamination {
  if (words.some(({ verdict }) => verdict === 'opened'))
    return { state: state === 'nonpublicShown' ? 'shown' : 'opened', dueOn: null };
  const year = yearOf(today);
  const first = yearOf(issuedOn) + 1;
  if (year < first) return { state: 'later', dueOn: endOf(first) };
  const isSaid = (of: number) => words.some((word) => word.year === of);
  if (isSaid(year)) return { state: 'kept', dueOn: endOf(year + 1) };
  const missed = year - 1;
  const isMissed = missed >= first && !isSaid(missed) && knownSince <= endOf(missed);
  return isMissed ? { state: 'overdue', dueOn: endOf(missed) } : { state: 'due', dueOn: endOf(year) };
}

const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));
const endOf = (year: number): LocalDate => `${year}-12-31`;
