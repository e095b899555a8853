import { addDays, localDateOf, type LocalDate } from '#calendar';

/** So often at most a site is looked at again by itself after the day until which it was to be mended. */
export const mostRechecks = 5;
/** Whatever was not begun so many days after that day is left to a person. */
export const recheckWithinDays = 30;

export interface RecheckCase {
  dueOn: LocalDate;
  /** Withdrawn, or nothing is left to be mended. */
  isEnded: boolean;
  /** Whether every finding that is left was seen again in a round that began after the day until which. */
  isSettled: boolean;
  /** When the site was asked for again, by a person or by itself: instants, oldest first. */
  looks: readonly { at: string; byItself: boolean }[];
  /** When the unit last asked for it; null where it never did. */
  requestedAt: string | null;
}

export interface RecheckPlan {
  /** From which day on the site is asked for again by itself; null where it is not. */
  nextOn: LocalDate | null;
  why: 'due' | 'requested' | null;
  /** Looks that were begun by itself after the day until which. */
  tries: number;
}

/**
 * When the pages of a notice are looked at again by themselves: on the day after the one until which they were to be mended, then
 * day after day while they could not be measured, a bounded number of times; and once for each request of the unit.
 */
export function planRecheck(about: RecheckCase, today: LocalDate): RecheckPlan {
  const { dueOn, looks, requestedAt } = about;
  const days = looks.map(({ at, byItself }) => ({ day: localDateOf(at), byItself }));
  const late = days.filter(({ day }) => day > dueOn);
  const tries = late.filter(({ byItself }) => byItself).length;
  const never = { nextOn: null, why: null, tries };
  if (about.isEnded) return never;
  if (requestedAt !== null && !looks.some(({ at }) => at >= requestedAt))
    return { nextOn: localDateOf(requestedAt), why: 'requested', tries };
  if (about.isSettled || tries >= mostRechecks) return never;
  const last = late.at(-1)?.day ?? dueOn;
  const nextOn = addDays(last, 1);
  const isForgotten = today > addDays(dueOn, recheckWithinDays);
  return isForgotten ? never : { nextOn, why: 'due', tries };
}

/** When it will be looked at again, or why not, as it is told; empty where there is nothing to tell. */
export function recheckSentence(about: RecheckCase, { nextOn, why, tries }: RecheckPlan, today: LocalDate): string {
  if (about.isEnded) return '';
  if (why === 'requested') return '单位已请求复测，即将自动进行';
  if (why === 'due' && nextOn !== null) {
    if (today <= about.dueOn) return `到期未完成的，自 ${nextOn} 起自动复测`;
    const next = nextOn <= today ? '即将自动复测' : `${nextOn} 再自动复测`;
    return tries === 0 ? `已到期，${next}` : `已自动复测 ${tries} 次，尚未测得；${next}（至多 ${mostRechecks} 次）`;
  }
  if (about.isSettled) return '到期后已复测，结果见各问题';
  if (tries >= mostRechecks) return `自动复测 ${tries} 次都未能测得，请查看网站情况后再安排复测`;
  return '到期已久，未能自动复测，请人工安排';
}
