import { localDateOf } from '#calendar';
import { dateOfUrl, findDates } from './dates.js';
import type { HomeFact, ListReading, LocalDate, ReadCapture, ShownDays } from './model.js';
import type { ParsedPage } from './parsed-page.js';
import { articleKey } from './urls.js';

/** The greeting with today's date, which a page shows whether anything is new or not. */
const greeting = /今天是|现在是|欢迎(?:您|访问|光临)|当前(?:位置|时间)|农历|星期[一二三四五六日天]/;
const shortDate = /(?:^|[[(（【\s])(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?(?=$|[\])）】\s])/g;
/** Longer lines are running text, whose days are those of what it tells. */
const longestRow = 160;
const mostDays = 60;

/** The days that a home page shows beside its items, or that the addresses of its items name. */
export function readShownDays(page: ParsedPage, list: ListReading | null): ShownDays {
  const days = new Set<LocalDate>();
  const short = new Set<string>();
  let dated = 0;
  for (const { text, zone } of page.lines) {
    if (zone === 'footer' || text.length > longestRow || greeting.test(text)) continue;
    const found = findDates(text);
    for (const { on } of found) days.add(on);
    if (found.length > 0) dated += 1;
    else for (const day of shortDates(text)) short.add(day);
  }
  for (const { zone, href } of page.links) {
    const named = zone === 'footer' ? null : dateOfUrl(page.resolve(href) ?? '');
    if (named) days.add(named.on);
  }
  for (const { publishedOn } of list?.items ?? []) if (publishedOn !== null) days.add(publishedOn);
  return { days: newest(days), dated, short: [...short].sort().slice(0, mostDays) };
}

function shortDates(text: string): string[] {
  return [...text.matchAll(shortDate)].flatMap(([, month, day]) => {
    const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
    return isDay ? [`${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`] : [];
  });
}

function newest(days: Iterable<LocalDate>): LocalDate[] {
  return [...days].sort().reverse().slice(0, mostDays);
}

/** The home page with the days that it shows, those among them that its scripts asked for. */
export function homeFact(home: ReadCapture | null, read: readonly ReadCapture[]): HomeFact | null {
  if (!home) return null;
  const fact = {
    url: home.finalUrl,
    outcome: home.outcome,
    capture: home.capture,
    seenOn: localDateOf(home.fetchedAt),
  };
  const { reading } = home;
  if (!reading?.shown || home.unrendered || reading.needsBrowser || reading.challenged || reading.softNotFound)
    return fact;
  // What it shows may not be all.
  if (reading.unanswered) return fact;
  const own = new Set([articleKey(home.url), articleKey(home.finalUrl)]);
  const asked = read.filter(
    ({ visit }) => visit.as === 'data' && visit.from !== null && own.has(articleKey(visit.from)),
  );
  const items = asked.flatMap((answer) => answer.reading?.list?.items ?? []);
  const told = items.flatMap(({ publishedOn }) => publishedOn ?? []);
  const wanted = reading.follow.filter((step) => step.as === 'data').length;
  return {
    ...fact,
    ...(reading.foot ? { foot: reading.foot } : {}),
    shown: {
      days: newest(new Set([...reading.shown.days, ...told])),
      dated: reading.shown.dated + told.length,
      short: reading.shown.short,
      complete: !reading.unfilled && asked.length >= wanted && asked.every(({ reading: answer }) => answer?.list),
    },
  };
}
