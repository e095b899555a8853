import { localDateOf, type LocalDate, type Period } from '#calendar';
import type { FaultyLink, LinkLog } from '#facts';

/** How the links stood, where they were looked at within the period and up to the day of assessment; else null. */
export function linksInPeriod(links: LinkLog | undefined, period: Period, asOf: LocalDate): LinkLog | null {
  if (!links) return null;
  const day = localDateOf(links.at);
  return day >= period.from && day <= period.to && day <= asOf ? links : null;
}

/** What a link is called: by its text and where it stands. */
export function linkTitle({ text, place }: Pick<FaultyLink, 'text' | 'place'>): string {
  return `${place === 'home' ? '首页' : '正文页'}的链接${text === '' ? '' : `“${text}”`}`;
}
