import { addDays, localDateOf } from '#calendar';
import {
  appealKindTitles,
  appealStateTitles,
  workdayAfter,
  workReminder,
  workdaysBetween,
  type ReminderSection,
} from '#casework';
import { daysInWords, renderLetter } from '#circulars';
import type { AssessmentHead, OrganisationRow, Stores } from '#database';
import type { BlobStore } from '#evidence';
import { caseworkRules, type Programme } from '#programmes';
import { appealWindows } from './appeals.js';
import { sampleNotice } from './notice-files.js';
import { dayOf } from '../clock.js';
import { publishedHead } from './parties.js';
import { waitingReexaminations } from './reexaminations.js';
import { standingNotices } from './rectifications.js';
import { workdays } from '../workdays.js';

type Books = Pick<Stores, 'appeals' | 'assessments' | 'rectifications' | 'organisations' | 'imports' | 'ledgers'> & {
  blobs: BlobStore;
};

export interface WorkReminder {
  organisation: string;
  organisationName: string;
  /** The day on which it was put together. */
  day: string;
  sections: ReminderSection[];
}

const week = 7;

/** The week's reminders of those units of whom there is something to say. */
export async function workReminders(
  books: Books,
  request: {
    programme: Programme;
    period: string;
    sample: boolean | undefined;
    organisation?: string | undefined;
    units: readonly string[] | null;
  },
  now: Date,
): Promise<WorkReminder[]> {
  const { programme, organisation, units } = request;
  const head = await publishedHead(books, { ...request, programme: programme.id });
  const { remindWorkdays } = caseworkRules(programme);
  const today = dayOf(now);
  const until = workdayAfter(workdays, today, remindWorkdays);
  const weekAgo = addDays(today, -week);
  const all = await books.organisations.listOrganisations({ sample: head.sample, units });
  const counts = await books.assessments.findingCounts(head);
  const filter = { programme: programme.id, sample: head.sample, organisation, units };
  const notices = await standingNotices(books, filter, [programme], now);
  const appeals = await books.appeals.appeals({ ...filter, period: head.period });
  const isFresh = localDateOf(head.assessedAt) > weekAgo;
  const reexaminations = await waitingReexaminations(books, all, now);
  const reminders: WorkReminder[] = [];
  for (const unit of all.filter(({ id }) => organisation === undefined || id === organisation)) {
    const own = notices.filter((one) => one.organisation === unit.id);
    const found = counts.get(unit.id);
    const left = ({ counts: by }: (typeof own)[number]) => by.notMended + by.recurred + by.notMeasured;
    const nonpublic = reexaminations.get(unit.id);
    const sections = workReminder({
      ...(nonpublic ? { nonpublic } : {}),
      ...{ open: found?.open ?? 0, doubts: found?.doubts ?? 0, points: found?.points ?? '0' },
      ...{ fresh: isFresh ? (found?.fresh ?? 0) : 0, recurred: isFresh ? (found?.recurred ?? 0) : 0 },
      due: own
        .filter(({ state, dueOn }) => state === 'open' && (until === null || dueOn <= until))
        .map((one) => ({ on: one.dueOn, daysLeft: one.daysLeft ?? 0, left: left(one) })),
      overdue: own
        .filter(({ state }) => state === 'overdue')
        .map((one) => ({ on: one.dueOn, daysOver: one.daysOver, levelTitle: one.levelTitle, left: left(one) })),
      windows: found ? await nearWindows(books, head, programme, unit, { now, until }) : [],
      decided: appeals
        .filter((one) => one.organisation === unit.id)
        .flatMap(({ kind, state, steps }) => {
          const last = steps.at(-1);
          const on = last ? localDateOf(last.at) : '';
          const isDecided = state === 'accepted' || state === 'partly' || state === 'refused';
          if (!isDecided || on <= weekAgo) return [];
          return [{ kindTitle: appealKindTitles[kind], stateTitle: appealStateTitles[state], on }];
        }),
    });
    if (sections.length > 0)
      reminders.push({ organisation: unit.id, organisationName: unit.name, day: today, sections });
  }
  return reminders;
}

/** As a letter to the unit. */
export function reminderLetter(
  { organisationName, day, sections }: WorkReminder,
  { circular, title }: Programme,
  isSample: boolean,
): Promise<Buffer> {
  const numbers = ['一', '二', '三', '四', '五', '六'];
  return renderLetter({
    title: '政务公开工作提示',
    issuer: circular.issuer,
    recipients: `${organisationName}：`,
    date: day,
    sampleNotice: isSample ? sampleNotice : null,
    parts: [
      { words: `按照《${title}》，现将你单位截至本日的政务公开工作情况提示如下。` },
      ...sections.flatMap((section, index) => [
        { heading: true, words: `${numbers[index] ?? ''}、${section.title}` },
        // Numbers stand apart on screens, not in letters.
        ...section.lines.map((line) => ({ words: `${daysInWords(line).replaceAll(' ', '')}。` })),
      ]),
    ],
  });
}

/** Windows that end soon, of findings about which nothing is under way. */
async function nearWindows(
  books: Books,
  head: AssessmentHead,
  programme: Programme,
  unit: OrganisationRow,
  { now, until }: { now: Date; until: string | null },
): Promise<{ lastDay: string; count: number }[]> {
  // Long after a result no window can be open: the units need not be asked one by one.
  const since = workdaysBetween(workdays, localDateOf(head.assessedAt), dayOf(now));
  if (since !== null && since > caseworkRules(programme).appealWorkdays) return [];
  const scope = { programme, period: head.period, sample: head.sample, organisation: unit.id };
  const counts = new Map<string, number>();
  for (const { isOpen, lastDay, appeal } of await appealWindows(books, scope, now))
    if (isOpen && lastDay !== null && (until === null || lastDay <= until) && appeal === null)
      counts.set(lastDay, (counts.get(lastDay) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([lastDay, count]) => ({ lastDay, count }));
}
