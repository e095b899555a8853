import { countedTasks } from '#casework';
import type { AssessmentHead, Overview, Standing, Stores, Summary } from '#database';
import type { Programme } from '#programmes';
import type { TaskUnitState } from '#scoring';
import { alarmsOf } from '../casework/alarms.js';
import { wordedResult } from '../casework/task-words.js';
import { dayOf } from '../clock.js';
import { standingNotices, type NoticeShown } from '../casework/rectifications.js';

type Books = Pick<
  Stores,
  'alarms' | 'assessments' | 'organisations' | 'overviews' | 'rectifications' | 'rounds' | 'tasks' | 'taskWords'
>;

/** A unit with its place among those of its kind. */
export type Placed = Pick<Standing, 'organisation' | 'name' | 'category' | 'score' | 'grade' | 'rank' | 'previousRank'>;

/** Tasks of one unit by how they stand. */
export interface UnitProgress {
  organisation: string;
  name: string;
  done: number;
  overdue: number;
  upcoming: number;
  notMeasured: number;
}

export const matterKinds = ['alarm', 'overdue', 'notMeasured', 'review', 'vetoed'] as const;
export type MatterKind = (typeof matterKinds)[number];

/** What waits for somebody who decides. */
export interface Matter {
  kind: MatterKind;
  text: string;
}

export interface DemonstrationPoint {
  title: string;
  /** Those that are assessed with their places, the others by name alone. */
  units: { name: string; standing: Placed | null }[];
}

/** What a leader is to know of a period, at one glance. */
export interface LeaderBoard {
  assessment: AssessmentHead;
  title: string;
  summary: Summary;
  previous: Overview['previous'];
  /** Units with tasks, those with most overdue first. */
  units: UnitProgress[];
  demonstrationPoints: DemonstrationPoint[];
  /** First and last of each kind of units, where there are at least two with a place. */
  leading: Placed[];
  lagging: Placed[];
  /** Those whose place changed, the furthest first. */
  moved: Placed[];
  matters: Matter[];
}

/** @returns null where nothing was assessed. */
export async function leaderBoard(
  books: Books,
  programme: Programme,
  head: AssessmentHead,
  now: Date,
): Promise<LeaderBoard | null> {
  const periods = await books.overviews.periodsUpTo(head);
  if (periods.length === 0) return null;
  const filter = { programme: programme.id, sample: head.sample, units: null };
  const [overview, organisations, { rows: alarms }, notices] = await Promise.all([
    books.overviews.figuresOf(periods),
    books.organisations.listOrganisations({ sample: head.sample }),
    alarmsOf(books, head, now),
    standingNotices(books, filter, [programme], now),
  ]);
  const { lay } = await wordedResult(books, head, { units: null, today: dayOf(now) });
  const states = await books.tasks.unitStates(
    head.id,
    organisations.map(({ id }) => id),
  );
  const ranking = overview.ranking.map(placed);
  return {
    assessment: head,
    title: programme.title,
    summary: overview.summary,
    previous: overview.previous,
    units: unitProgress(countedTasks(lay(states))),
    demonstrationPoints: (programme.demonstrationPoints ?? []).map(({ title, organisations: names }) => ({
      title,
      units: names.map((name) => ({ name, standing: ranking.find((one) => one.name === name) ?? null })),
    })),
    leading: ends(ranking, 'first'),
    lagging: ends(ranking, 'last'),
    moved: moved(ranking),
    matters: [
      ...alarms.filter(({ look }) => look === null).map(({ message }): Matter => ({ kind: 'alarm', text: message })),
      ...overdue(notices),
      ...others(overview.summary),
    ],
  };
}

/** By unit, how its tasks stand. */
export function unitProgress(states: readonly TaskUnitState[]): UnitProgress[] {
  const units = new Map<string, UnitProgress>();
  for (const { organisation, name, state } of states) {
    const unit = units.get(organisation) ?? { organisation, name, done: 0, overdue: 0, upcoming: 0, notMeasured: 0 };
    if (state === 'overdue' || state === 'upcoming' || state === 'notMeasured') unit[state] += 1;
    else unit.done += 1;
    units.set(organisation, unit);
  }
  return [...units.values()].sort(
    (one, other) => other.overdue - one.overdue || one.done - other.done || (one.name < other.name ? -1 : 1),
  );
}

/** The first or the last of each kind; all that share the place. */
export function ends(ranking: readonly Placed[], end: 'first' | 'last'): Placed[] {
  return [...new Set(ranking.map(({ category }) => category))].flatMap((category) => {
    const ranked = ranking.filter((one) => one.category === category && one.rank !== null);
    const places = ranked.map(({ rank }) => rank ?? 0);
    const place = end === 'first' ? Math.min(...places) : Math.max(...places);
    // Where all share one place nobody leads and nobody lags.
    return new Set(places).size < 2 ? [] : ranked.filter(({ rank }) => rank === place);
  });
}

/** Those whose place changed, the furthest first. */
export function moved(ranking: readonly Placed[]): Placed[] {
  const far = ({ rank, previousRank }: Placed) =>
    rank === null || previousRank === null ? 0 : Math.abs(previousRank - rank);
  return ranking.filter((one) => far(one) > 0).sort((one, other) => far(other) - far(one));
}

function placed({ organisation, name, category, score, grade, rank, previousRank }: Standing): Placed {
  return { organisation, name, category, score, grade, rank, previousRank };
}

function overdue(notices: readonly NoticeShown[]): Matter[] {
  return notices
    .filter(({ state }) => state === 'overdue')
    .map(({ organisationName, dueOn, daysOver, levelTitle }) => ({
      kind: 'overdue',
      text: `${organisationName}的整改应于${dueOn}前完成，已逾期${daysOver === null ? '' : `${daysOver}个工作日`}，到了“${levelTitle}”一级`,
    }));
}

function others({ units, scored, vetoed, reviews, averageCoverage }: Summary): Matter[] {
  const unscored = units - scored;
  const unmeasured = averageCoverage === null ? null : (100 - Number(averageCoverage) * 100).toFixed(1);
  return [
    ...(unscored > 0 || (unmeasured !== null && Number(unmeasured) > 0)
      ? [
          {
            kind: 'notMeasured' as const,
            text: `${unmeasured === null ? '' : `平均有${Number(unmeasured)}%的分值没有测到`}${unscored > 0 ? `${unmeasured === null ? '' : '，'}${unscored}个单位可测度不足、不评分` : ''}`,
          },
        ]
      : []),
    ...(reviews > 0 ? [{ kind: 'review' as const, text: `${reviews}个疑点待人工核查，核查前不扣分` }] : []),
    ...(vetoed > 0 ? [{ kind: 'vetoed' as const, text: `${vetoed}个单位被单项否决` }] : []),
  ];
}
