import type { LocalDate, Workdays } from '#calendar';
import type { Excuse } from '#scoring';
import { workdayAfter, workdaysBetween } from './working-days.js';

/**
 * 申诉: what was found is not so. 情况说明: it is so, and nothing was to be published. 豁免: it is so, and whoever answers for
 * the plan may let it pass for a time.
 */
export const appealKinds = ['appeal', 'statement', 'exemption'] as const;
export type AppealKind = (typeof appealKinds)[number];
export const appealKindTitles: Readonly<Record<AppealKind, string>> = {
  appeal: '申诉',
  statement: '情况说明',
  exemption: '豁免申请',
};

export const appealStates = ['sent', 'accepted', 'partly', 'refused', 'withdrawn'] as const;
export type AppealState = (typeof appealStates)[number];
export const appealStateTitles: Readonly<Record<AppealState, string>> = {
  sent: '待办理',
  accepted: '采纳',
  partly: '部分采纳',
  refused: '不采纳',
  withdrawn: '已撤回',
};

/** What may be done to what was sent; each leaves a line that stays. */
export const appealDeeds = ['accept', 'partly', 'refuse', 'withdraw', 'reopen'] as const;
export type AppealDeed = (typeof appealDeeds)[number];
export const appealDeedTitles: Readonly<Record<AppealDeed, string>> = {
  accept: '采纳',
  partly: '部分采纳',
  refuse: '不采纳',
  withdraw: '撤回',
  reopen: '撤销决定、重新办理',
};

/** Every step that there is. */
export const appealSteps: Readonly<Record<AppealState, Readonly<Partial<Record<AppealDeed, AppealState>>>>> = {
  sent: { accept: 'accepted', partly: 'partly', refuse: 'refused', withdraw: 'withdrawn' },
  accepted: { reopen: 'sent' },
  partly: { reopen: 'sent' },
  refused: { reopen: 'sent' },
  withdrawn: {},
};

/** Where deeds, oldest first, lead; what was not possible would have left no line. */
export function appealStateAfter(deeds: readonly AppealDeed[]): AppealState {
  return deeds.reduce<AppealState>((state, deed) => appealSteps[state][deed] ?? state, 'sent');
}

/** Somebody as far as it matters here; `unit` null for whoever belongs to no single unit. */
export interface Party {
  account: string;
  unit: string | null;
}

/**
 * Why somebody may not do it, or null: nobody decides on what was sent by himself, out of his own unit or about it.
 * @param organisation the unit that it is about.
 */
export function partyFault(
  deed: AppealDeed,
  asker: Party,
  { account, unit, organisation }: Party & { organisation: string },
): string | null {
  const own = asker.unit !== null && (asker.unit === unit || asker.unit === organisation);
  const isSender = asker.account === account || own;
  if (deed === 'withdraw') return isSender ? null : '只有提交的单位可以撤回';
  return isSender ? '提交的单位不能办理自己的申诉，须由其他单位的人办理' : null;
}

export interface AppealWindow {
  /** The last day on which it is taken; null where the calendar of working days does not reach so far: it then stays open. */
  lastDay: LocalDate | null;
  /** Working days left, 0 on the last day; null when it is over or has no end yet. */
  daysLeft: number | null;
  isOpen: boolean;
}

/** @param days working days after the day on which the result was published. */
export function appealWindow(
  workdays: Workdays,
  { publishedOn, days, today }: { publishedOn: LocalDate; days: number; today: LocalDate },
): AppealWindow {
  const lastDay = workdayAfter(workdays, publishedOn, days);
  if (lastDay === null) return { lastDay, daysLeft: null, isOpen: true };
  const isOpen = today <= lastDay;
  return { lastDay, daysLeft: isOpen ? workdaysBetween(workdays, today, lastDay) : null, isOpen };
}

/** What is decided: of several findings some, of a time asked for a shorter one. */
export interface Decided {
  deed: 'accept' | 'partly' | 'refuse';
  /** Findings for which it is accepted; all or none where it is absent. */
  findings?: readonly string[] | undefined;
  /** Last day for which a statement or exemption holds. */
  until?: LocalDate | undefined;
}

/** What was asked for. */
export interface Asked {
  kind: AppealKind;
  findings: readonly string[];
  from: LocalDate | null;
  until: LocalDate | null;
}

/** What a decision comes to, or why it cannot be taken so. */
export function settle(
  { kind, findings, from, until }: Asked,
  decided: Decided,
): { findings: string[]; until: LocalDate | null } | { fault: string } {
  if (decided.deed === 'refuse') return { findings: [], until: null };
  if (decided.deed === 'accept') {
    if (decided.findings !== undefined && decided.findings.length !== findings.length)
      return { fault: '只采纳其中几个问题的，请选“部分采纳”' };
    if (decided.until !== undefined && decided.until !== until) return { fault: '改了截止日期的，请选“部分采纳”' };
    return { findings: [...findings], until };
  }
  const kept = decided.findings ?? findings;
  if (kept.some((one) => !findings.includes(one))) return { fault: '所选的问题不在这次提交之内' };
  if (kept.length === 0) return { fault: '一个问题都不采纳的，请选“不采纳”' };
  const last = decided.until ?? until;
  if (kind !== 'appeal' && last !== null && ((from !== null && last < from) || (until !== null && last > until)))
    return { fault: `截止日期应在 ${from ?? ''} 至 ${until ?? ''} 之间` };
  const isShorter = kind !== 'appeal' && last !== until;
  if (kept.length === findings.length && !isShorter)
    return {
      fault:
        kind === 'appeal'
          ? findings.length === 1
            ? '只有一个问题，不能部分采纳，请选“采纳”或“不采纳”'
            : '请选出采纳的是哪几个问题'
          : '请选出采纳的问题，或改短截止日期',
    };
  return { findings: [...new Set(kept)], until: last };
}

/** What an accepted statement or exemption says to scoring of each finding that it was accepted for. */
export function excusesOf({
  kind,
  organisation,
  from,
  until,
  by,
  why,
  findings,
}: {
  kind: AppealKind;
  organisation: string;
  from: LocalDate | null;
  until: LocalDate | null;
  by: string;
  why: string;
  findings: readonly { indicator: string; subject: string }[];
}): Excuse[] {
  if (kind === 'appeal' || from === null || until === null) return [];
  return findings.map(({ indicator, subject }) => ({
    ...{ kind, organisation, indicator, subject, on: from, until, by, why },
  }));
}

/** The queue: what is still to be decided first, by the day until which, then by when it was sent; decided ones newest first. */
export function byUrgency<Row extends { state: AppealState; decideBy: LocalDate | null; sentAt: string; id: string }>(
  rows: readonly Row[],
): Row[] {
  const rank = (row: Row) => (row.state === 'sent' ? 0 : 1);
  return [...rows].sort((one, other) => {
    if (rank(one) !== rank(other)) return rank(one) - rank(other);
    const sent = one.sentAt < other.sentAt ? -1 : one.sentAt > other.sentAt ? 1 : one.id < other.id ? -1 : 1;
    if (one.state !== 'sent') return -sent;
    const [first, second] = [one.decideBy ?? '9999', other.decideBy ?? '9999'];
    return first < second ? -1 : first > second ? 1 : sent;
  });
}
