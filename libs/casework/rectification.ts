import type { LocalDate, Workdays } from '#calendar';
import type { FindingState } from './finding-state.js';
import { workdaysBetween } from './working-days.js';

/** How a finding of a notice stands. Only what was seen after the notice decides; nobody ticks it off. */
export const mendStates = ['mended', 'notMended', 'recurred', 'notMeasured', 'upheld'] as const;
export type MendState = (typeof mendStates)[number];
export const mendStateTitles: Readonly<Record<MendState, string>> = {
  mended: '已整改',
  notMended: '未整改',
  recurred: '整改后又出现',
  notMeasured: '尚未复测',
  upheld: '申诉或说明已采纳',
};

/** What an assessment on evidence from after the notice said of a finding. */
export interface LaterWord {
  state: FindingState;
  /** Whether the page was asked for again; what was only carried along from an earlier round says nothing. */
  seenAnew: boolean;
}

/** @param words oldest first. */
export function mendState(words: readonly LaterWord[], isUpheld: boolean): MendState {
  if (isUpheld) return 'upheld';
  const heard = words.filter(({ state, seenAnew }) => seenAnew || state === 'fixed');
  const last = heard.at(-1);
  if (last === undefined) return 'notMeasured';
  if (last.state === 'fixed') return 'mended';
  const cameBack = heard.some(({ state }) => state === 'recurred' || state === 'fixed');
  return cameBack ? 'recurred' : 'notMended';
}

export const noticeStates = ['open', 'awaiting', 'overdue', 'done', 'withdrawn'] as const;
export type NoticeState = (typeof noticeStates)[number];
export const noticeStateTitles: Readonly<Record<NoticeState, string>> = {
  open: '整改中',
  awaiting: '已反馈，待复测',
  overdue: '逾期未整改',
  done: '已完成',
  withdrawn: '已撤销',
};

/** 提醒、督办、约谈; further levels of a plan bear no name of their own. */
const levelTitles = ['提醒', '督办', '约谈'];

export function escalationTitle(level: number): string {
  return level === 0 ? '' : (levelTitles[level - 1] ?? `第${level}级`);
}

export interface NoticeStanding {
  state: NoticeState;
  /** Working days left, 0 on the last day; null when overdue, done, withdrawn or where the calendar does not reach. */
  daysLeft: number | null;
  /** Working days over; 0 where it is not overdue, null where the calendar does not reach. */
  daysOver: number | null;
  /** 0 where it is not overdue. */
  level: number;
}

/**
 * Where a notice stands. A unit that answered in time for what nobody has looked at since is not overdue: the next look is
 * the office's to take.
 */
export function noticeStanding(
  workdays: Workdays,
  notice: {
    dueOn: LocalDate;
    isWithdrawn: boolean;
    /** Of each finding, how it stands, and the day of the unit's first answer on it. */
    items: readonly { state: MendState; answeredOn: LocalDate | null }[];
  },
  { today, escalateAfter }: { today: LocalDate; escalateAfter: readonly number[] },
): NoticeStanding {
  const ended = { daysLeft: null, daysOver: 0, level: 0 };
  if (notice.isWithdrawn) return { state: 'withdrawn', ...ended };
  const left = notice.items.filter(({ state }) => state !== 'mended' && state !== 'upheld');
  if (left.length === 0) return { state: 'done', ...ended };
  const isAwaiting = left.every(
    ({ state, answeredOn }) => state === 'notMeasured' && answeredOn !== null && answeredOn <= notice.dueOn,
  );
  if (today <= notice.dueOn) {
    const daysLeft = workdaysBetween(workdays, today, notice.dueOn);
    return { state: isAwaiting ? 'awaiting' : 'open', daysLeft, daysOver: 0, level: 0 };
  }
  if (isAwaiting) return { state: 'awaiting', ...ended };
  const daysOver = workdaysBetween(workdays, notice.dueOn, today);
  const passed = escalateAfter.filter((days) => days <= (daysOver ?? 0)).length;
  return { state: 'overdue', daysLeft: null, daysOver, level: passed };
}

/** How many findings of a unit's notices stand how. */
export type MendCounts = Record<MendState, number>;

export function countMends(states: readonly MendState[]): MendCounts {
  const counts = Object.fromEntries(mendStates.map((state) => [state, 0])) as MendCounts;
  for (const state of states) counts[state] += 1;
  return counts;
}
